import { accessPermissions } from '../permissions.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { KeptForms } from '../app/ports.ts'
import { actorOf } from './actor.ts'

/** What someone typed while their session ended: shown after they have signed in again, to be saved or not. */
export const keptRoutes =
  (keptForms: KeptForms): Routes =>
  (app) => {
    const config = { permission: accessPermissions.chooseAuthority } as const
    type OfForm = { Params: { form: string } }

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
