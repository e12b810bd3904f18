import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { showed } from '../../access/web/logging.ts'
import { isKnown } from '../../children/domain/watched.ts'
import { childrenSection } from '../../children/sections.ts'
import { reviewsSection } from '../../booking/sections.ts'
import { isServed } from '../../booking/web/served.ts'
import { reportingYearOf } from '../../calendar/reportingYear.ts'
import type { PictureSet } from '../../documents/pictures.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import { type ChildPage, PAGE_DAYS } from '../app/childPage.ts'
import { readForm } from '../domain/form.ts'
import { formNames, householdForms, isFormName } from '../domain/standardForms.ts'
import { consultingPermissions } from '../permissions.ts'
import { consultationForm, formText } from '../formsInUse.ts'
import { paperPage } from './paper.view.ts'

/** What giving a child their page and the preview of forms need. */
export interface GivingDeps extends SeeingDeps {
  childPage: Pick<ChildPage, 'give'>
  settings: SettingsReader
  /** The authority’s own pictures. */
  picturesOf: (authority: string) => Promise<PictureSet>
  originOf: (request: FastifyRequest) => string
}

type OfChild = { Params: { child: string } }
type OfForm = { Params: { form: string } }
/** Longer than any form. */
const MOST_TEXT = 20_000
const sentText = z.object({ text: z.string().max(MOST_TEXT).catch('') })
const sentHow = z.object({ how: z.enum(['send', 'show']).catch('show') })

/** Giving a child a page of their own, and the forms as they are sent. */
export const givingRoutes =
  ({ worldsFor, today, childPage, settings, picturesOf, originOf }: GivingDeps): Routes =>
  (app) => {
    const give = { permission: consultingPermissions.send, section: childrenSection } as const
    const look = { permission: consultingPermissions.seeForms, section: reviewsSection } as const

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

    app.get('/forms', { config: look }, (request, reply) => {
      const { code } = request.authority
      const year = reportingYearOf(today())
      return reply.view('consulting/web/forms.njk', {
        title: 'Forms before a review',
        forms: Object.entries(formNames).map(([name, text]) => ({ text, href: authorityPath(code, 'forms', name) })),
        // Another room's page: how many forms came back, by whom they asked.
        returnedHref: isServed(request, '/figures/:year/:id') ? authorityPath(code, 'figures', year.name, 'consultations.returned') : null,
        picturesHref: isServed(request, ':code/pictures') ? authorityPath(code, 'pictures') : null,
        settingsHref: isServed(request, '/settings/rules/:page') ? authorityPath(code, 'settings', 'rules', 'forms') : null,
      }) // prettier-ignore
    })

    async function showForm(
      request: FastifyRequest<OfForm>,
      reply: FastifyReply,
      typed: string | null,
    ): Promise<FastifyReply> {
      const { code } = request.authority
      const { form: name } = request.params
      if (!isFormName(name)) throw new PageNotFound()
      const now = await settings(code, null)
      const read = typed === null ? { form: consultationForm(now, name) } : readForm(typed)
      const faults = 'faults' in read ? read.faults : []
      const form = 'form' in read ? read.form : consultationForm(now, name)
      return reply.code(faults.length > 0 ? 400 : 200).view('consulting/web/paper.njk', {
        ...paperPage(
          form,
          { settings: now, pictures: await picturesOf(code) },
          request.authority,
          !householdForms.includes(name),
        ),
        back: { href: authorityPath(code, 'forms'), text: 'Forms before a review' },
        trying: {
          action: authorityPath(code, 'forms', name),
          csrfToken: reply.generateCsrf(),
          text: typed ?? formText(now, name),
          isPreview: typed !== null && faults.length === 0,
          errors: faults.map(({ line, text }) => ({ text: `Line ${line} ${text}`, href: '#text' })),
        },
      })
    }

    app.get<OfForm>('/forms/:form', { config: look }, (request, reply) => showForm(request, reply, null))

    // A preview: nothing is stored.
    app.post<OfForm>('/forms/:form', { config: look }, (request, reply) =>
      showForm(request, reply, sentText.parse(request.body).text),
    )
  }
