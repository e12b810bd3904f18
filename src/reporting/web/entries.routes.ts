import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { type ReportingYear, parseReportingYear, previousYear } from '../../calendar/reportingYear.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { ShownForm } from '../../platform/web/forms/form.ts'
import type { FigureList } from '../../world/figures.ts'
import { recordsOf } from '../../world/world.ts'
import { versionOf } from '../../registers/version.ts'
import type { Entries } from '../app/entries.ts'
import { reportingPermissions } from '../permissions.ts'
import { type AimFact, aimOutcomes, reportAims } from '../registers/aims.ts'
import { reportSection } from '../sections.ts'
import { aimForm, entryFaults } from './entries.forms.ts'

/** What the pages of aims and stories need. */
export interface EntriesPagesDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  entries: Entries
  figures: FigureList<World>
}

/** The year in an address. */
export type OfYear = { Params: { year: string } }
type OfAim = { Params: { year: string; aim: string } }

/** What was done, in words for the banner. */
export const done = doneWords({
  aim: 'The aim is saved.',
  story: 'The story is saved.',
  read: 'It is noted that you have read the story. It is printed in the report.',
})

/** The year that an address names. */
export function yearOf(request: FastifyRequest<OfYear>): ReportingYear {
  const year = parseReportingYear(request.params.year)
  if (!year) throw new PageNotFound()
  return year
}

/** The address of a page of the report. */
export const reportPath = (request: FastifyRequest<OfYear>, ...parts: string[]): string =>
  authorityPath(request.authority.code, 'report', request.params.year, ...parts)

/** The aims of last year's report with what became of each, and the priorities of this one. */
export const aimsRoutes =
  ({ worldsFor, today, entries, figures }: EntriesPagesDeps): Routes =>
  (app) => {
    const form = aimForm(figures)
    const read = { permission: reportingPermissions.read, section: reportSection } as const
    const write = { permission: reportingPermissions.write, section: reportSection } as const

    const worldFor = (request: FastifyRequest): Promise<World> =>
      worldsFor(request).onDay(request.authority.code, today(), null)

    const lineOf = (
      request: FastifyRequest<OfYear>,
      { aimRef, aim, difference, figure, lead, dueOn, outcome, cameOf }: AimFact,
    ) => ({
      href: request.may(reportingPermissions.write) ? reportPath(request, 'aims', aimRef) : null,
      aim,
      difference: difference ?? '',
      figure: figure === null ? '' : (figures.ofId(figure)?.label ?? figure),
      lead: lead ?? '',
      dueOn: dueOn ? longDate(dueOn) : '',
      outcome: outcome === null ? '' : aimOutcomes[outcome],
      cameOf: cameOf ?? '',
    })

    app.get<OfYear>('/report/:year/aims', { config: read }, async (request, reply) => {
      const year = yearOf(request)
      const aims = recordsOf(await worldFor(request), reportAims)
      const linesOf = (name: string) => aims.filter((one) => one.year === name).map((one) => lineOf(request, one))
      return reply.view('reporting/web/aims.njk', {
        title: `Aims and priorities, ${year.name}`,
        back: { text: 'Back to the sections', href: reportPath(request) },
        year: year.name,
        yearBefore: previousYear(year).name,
        before: linesOf(previousYear(year).name),
        coming: linesOf(year.name),
        newHref: request.may(reportingPermissions.write) ? reportPath(request, 'aims', 'new') : null,
        done: done.of(request),
      })
    })

    async function aimOf(request: FastifyRequest<OfAim>): Promise<AimFact | null> {
      if (request.params.aim === 'new') return null
      const found = recordsOf(await worldFor(request), reportAims).find(({ aimRef }) => aimRef === request.params.aim)
      if (!found) throw new PageNotFound()
      return found
    }

    const showAim = (
      request: FastifyRequest<OfAim>,
      reply: FastifyReply,
      aim: AimFact | null,
      shown: ShownForm,
      status = 200,
    ) =>
      reply.code(status).view('reporting/web/aim.njk', {
        title: aim ? 'Change an aim' : 'Add a priority',
        caption: `Set by the report for ${aim?.year ?? yearOf(request).name}`,
        back: { text: 'Aims and priorities', href: reportPath(request, 'aims') },
        action: reportPath(request, 'aims', request.params.aim),
        csrfToken: reply.generateCsrf(),
        ...shown,
      })

    app.get<OfAim>('/report/:year/aims/:aim', { config: write }, async (request, reply) => {
      const aim = await aimOf(request)
      return showAim(request, reply, aim, form.shown(form.first({ ...aim, replaces: versionOf(aim) })))
    })

    app.post<OfAim>('/report/:year/aims/:aim', { config: write }, async (request, reply) => {
      const year = yearOf(request)
      const aim = await aimOf(request)
      const { typed, values, faults } = form.read(request.body)
      if (values === null) return showAim(request, reply, aim, form.shown(typed, faults), 400)
      const { replaces, ...entry } = values
      const asked = { authority: request.authority, by: actorOf(request), year, aimRef: aim?.aimRef ?? null }
      const problems = await entries.saveAim({ ...asked, entry, replaces })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) {
        const wrong = entryFaults(problems).map((one) => ({ ...one, field: one.field === 'aim' ? one.field : null }))
        return showAim(request, reply, aim, form.shown(typed, wrong), 400)
      }
      return reply.redirect(done.path(reportPath(request, 'aims'), 'aim'), 303)
    })
  }
