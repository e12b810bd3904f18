import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Documents } from '../../access/app/documents.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { isKnown } from '../../children/domain/watched.ts'
import { childrenSection } from '../../children/sections.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { formOf, type FaultIn } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import { type ChildPage, PAGE_DAYS } from '../app/childPage.ts'
import { aboutMeKind } from '../domain/aboutMe.ts'
import { formNames, isFormName } from '../domain/standardForms.ts'
import { consultingPermissions } from '../permissions.ts'
import { formOf as consultationForm } from '../settings.ts'
import { paperPage } from './paper.view.ts'

/** What giving a child their page, an IRO's own text and the preview of forms need. */
export interface GivingDeps extends SeeingDeps {
  childPage: Pick<ChildPage, 'give'>
  documents: Pick<Documents, 'drafts' | 'saveDraft' | 'issue' | 'issues'>
  settings: SettingsReader
  originOf: (request: FastifyRequest) => string
}

type OfChild = { Params: { child: string } }
type OfForm = { Params: { form: string } }
const sentHow = z.object({ how: z.enum(['send', 'show']).catch('show') })

const aboutForm = formOf({
  hello: linesField({ most: 1000 }),
  likes: linesField({ most: 1000 }),
  job: linesField({ most: 1000 }),
  reach: linesField({ most: 500 }),
})
const aboutFields = ['hello', 'likes', 'job', 'reach'] as const

/** Giving a child a page of their own, what an IRO writes about themselves for it, and the forms as they are sent. */
export const givingRoutes =
  ({ worldsFor, today, childPage, documents, settings, originOf }: GivingDeps): Routes =>
  (app) => {
    const give = { permission: consultingPermissions.send, section: childrenSection } as const
    const write = { permission: consultingPermissions.writeAboutMe, section: reviewsSection } as const
    const look = { permission: consultingPermissions.writeFeedback, section: reviewsSection } as const

    async function showGiving(
      request: FastifyRequest<OfChild>,
      reply: FastifyReply,
      given: { address: string; isSent: boolean } | null,
    ): Promise<FastifyReply> {
      const { child } = request.params
      const { code } = request.authority
      const world = await worldsFor(request).ofChild(code, child, today(), null)
      if (!isKnown(world, child)) throw new PageNotFound()
      showed(request, 'looked at how the child gets their own page', [child])
      return reply.view('consulting/web/giving.njk', {
        title: 'A page for the child',
        caption: `Child ${child}`,
        back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
        action: authorityPath(code, 'children', child, 'own-page'),
        csrfToken: reply.generateCsrf(),
        days: PAGE_DAYS,
        given,
      })
    }

    app.get<OfChild>('/children/:child/own-page', { config: give }, (request, reply) =>
      showGiving(request, reply, null),
    )

    // Answered with the page itself: the address is nowhere kept from which a next page could show it.
    app.post<OfChild>('/children/:child/own-page', { config: give }, async (request, reply) => {
      const given = await childPage.give({
        by: actorOf(request),
        authority: request.authority,
        origin: originOf(request),
        child: request.params.child,
        bySending: sentHow.parse(request.body).how === 'send',
      })
      if (!given) throw new PageNotFound()
      return showGiving(request, reply, given)
    })

    const about = (request: FastifyRequest) => {
      const actor = actorOf(request)
      const asking = { by: actor, authority: request.authority }
      const named = {
        kind: aboutMeKind.name,
        ref: actor.officerId ?? '',
        children: [],
        permission: consultingPermissions.writeAboutMe,
      }
      return { asking, named, officerId: actor.officerId }
    }

    async function showAbout(
      request: FastifyRequest,
      reply: FastifyReply,
      typed: Parameters<typeof aboutForm.shown>[0] | null,
      faults: readonly FaultIn<typeof aboutForm>[],
      isSaved: boolean,
    ): Promise<FastifyReply> {
      const { asking, named, officerId } = about(request)
      const drafts = officerId === null ? null : await documents.drafts(asking, named)
      const [issue] = officerId === null ? [] : ((await documents.issues(asking, named)) ?? [])
      const written = drafts?.own?.written ?? {}
      const texts = issue?.content.parts.flatMap(({ fields }) => fields) ?? []
      const textOf = (field: (typeof aboutFields)[number]) =>
        texts.find(({ label }) => label === labelOf(field))?.text ?? written[field] ?? null
      const first = aboutForm.first({
        hello: textOf('hello'),
        likes: textOf('likes'),
        job: textOf('job'),
        reach: textOf('reach'),
      })
      return reply.code(faults.length > 0 ? 400 : 200).view('consulting/web/aboutMe.njk', {
        title: 'All about me',
        isOfficer: officerId !== null,
        action: authorityPath(request.authority.code, 'about-me'),
        csrfToken: reply.generateCsrf(),
        done: isSaved ? 'Your children read this from now on.' : null,
        ...aboutForm.shown(typed ?? first, faults),
      })
    }

    app.get('/about-me', { config: write }, (request, reply) => showAbout(request, reply, null, [], false))

    app.post('/about-me', { config: write }, async (request, reply) => {
      const { asking, named, officerId } = about(request)
      const { typed, values, faults } = aboutForm.read(request.body)
      if (officerId === null || values === null) return showAbout(request, reply, typed, faults, false)
      if (values.hello === null)
        return showAbout(
          request,
          reply,
          typed,
          [{ field: 'hello', text: 'Say hello to your children, in a few words' }],
          false,
        )
      const written = Object.fromEntries(aboutFields.map((field) => [field, values[field] ?? '']))
      const drafts = await documents.drafts(asking, named)
      const saved = await documents.saveDraft(asking, { ...named, written, replaces: drafts?.own?.version ?? null })
      const [latest] = (await documents.issues(asking, named)) ?? []
      const recipients = [{ ref: 'children', name: 'My children', reader: 'child', withheld: [] }]
      const issued =
        saved && 'version' in saved
          ? await documents.issue(asking, {
              ...named,
              version: saved.version,
              recipients,
              corrects: latest?.id ?? null,
            })
          : null
      logged(request)
      if (!issued || 'problems' in issued) {
        const again = [{ field: null, text: 'It could not be saved: it was changed in another window. Try again' }]
        return showAbout(request, reply, typed, again, false)
      }
      return showAbout(request, reply, null, [], true)
    })

    app.get('/forms', { config: look }, (request, reply) => {
      const { code } = request.authority
      return reply.view('consulting/web/forms.njk', {
        title: 'Forms before a review',
        forms: Object.entries(formNames).map(([name, text]) => ({ text, href: authorityPath(code, 'forms', name) })),
      })
    })

    app.get<OfForm>('/forms/:form', { config: look }, async (request, reply) => {
      const { code } = request.authority
      const { form } = request.params
      if (!isFormName(form)) throw new PageNotFound()
      const now = await settings(code, null)
      const back = { href: authorityPath(code, 'forms'), text: 'Forms before a review' }
      return reply.view('consulting/web/paper.njk', {
        ...paperPage(consultationForm(now, form), now, request.authority),
        back,
      })
    })
  }

const labelOf = (field: (typeof aboutFields)[number]): string =>
  aboutMeKind.parts.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.label ?? ''
