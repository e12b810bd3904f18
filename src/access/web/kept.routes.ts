import type { FastifyRequest } from 'fastify'
import { accessPermissions } from '../permissions.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { KeptForm, KeptForms } from '../app/ports.ts'
import { actorOf } from './actor.ts'
import { type TypedInWords, typedInWords } from './keptWords.ts'

/** What someone typed while their session ended: shown after they have signed in again, to be saved or not. */
export const keptRoutes =
  (keptForms: KeptForms): Routes =>
  (app) => {
    const config = { permission: accessPermissions.chooseAuthority } as const
    type OfForm = { Params: { form: string } }

    /** What was typed, in the words of its page as the user may see it now; null where there is no such page for them. */
    async function inWords(request: FastifyRequest, { address, fields }: KeptForm): Promise<TypedInWords | null> {
      const { cookie = '', host = '' } = request.headers
      for (const url of pagesAbove(address, authorityPath(request.authority.code))) {
        const answer = await app.inject({ method: 'GET', url, headers: { cookie, host } })
        if (answer.statusCode === 200) return typedInWords(answer.body, fields)
      }
      return null
    }

    app.get('/kept', { config }, async (request, reply) => {
      const { code } = request.authority
      const kept = await keptForms.latest(code, actorOf(request).personId)
      if (!kept) return reply.redirect(authorityPath(code), 302)
      return reply.view('access/web/kept.njk', {
        title: 'You were signed out while you were typing',
        csrfToken: reply.generateCsrf(),
        saveAction: authorityPath(code, 'kept', kept.formId, 'save'),
        dropAction: authorityPath(code, 'kept', kept.formId, 'drop'),
        fields: kept.fields.map(([name, value]) => ({ name, value })),
        words: await inWords(request, kept),
        typed: kept.fields.map(([, value]) => value).filter((value) => value.trim() !== ''),
      })
    })

    app.post<OfForm>('/kept/:form/save', { config }, async (request, reply) => {
      const { code } = request.authority
      const { personId } = actorOf(request)
      const kept = await keptForms.latest(code, personId)
      if (kept?.formId !== request.params.form) throw new PageNotFound()
      await keptForms.drop(code, personId, kept.formId)
      // 307: the browser sends the same form on, to where it was meant for.
      return reply.redirect(kept.address, 307)
    })

    app.post<OfForm>('/kept/:form/drop', { config }, async (request, reply) => {
      const { code } = request.authority
      await keptForms.drop(code, actorOf(request).personId, request.params.form)
      return reply.redirect(authorityPath(code), 303)
    })
  }

/** The address that a form was sent to, and those above it: some forms stand on the page above their own address. */
function pagesAbove(address: string, top: string): string[] {
  const { pathname, search } = new URL(address, 'http://here.invalid')
  const parts = pathname.slice(top.length).split('/').filter(Boolean)
  const above = parts.slice(1).map((_, index) => [top, ...parts.slice(0, parts.length - 1 - index)].join('/'))
  return [`${pathname}${search}`, ...above]
}
