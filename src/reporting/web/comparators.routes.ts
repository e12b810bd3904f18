import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { type ReportingYear, parseReportingYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { type ContextFact, context } from '../../children/registers/context.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { ShownForm } from '../../platform/web/forms/form.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { RowVersion } from '../../registers/app/ports.ts'
import { contentOf, rowKey } from '../../registers/register.ts'
import type { FigureList } from '../../world/figures.ts'
import { recordsOf } from '../../world/world.ts'
import type { Entries } from '../app/entries.ts'
import { reportingPermissions } from '../permissions.ts'
import { reportSection } from '../sections.ts'
import { comparatorWords, yearsOffered } from './comparators.view.ts'
import { comparatorForm, comparatorGroups, entryFaults } from './entries.forms.ts'

/** What the pages of targets and comparators need. */
export interface ComparatorsPagesDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  entries: Entries
  figures: FigureList<World>
  /** Every version of a row of the register, the first first. */
  versionsOf: (authority: string, key: string) => Promise<readonly RowVersion[]>
  /** The names of people, by their ids. */
  namesIn: (authority: string) => Promise<(personId: string) => string>
}

type OfYear = { Params: { year: string } }

const done = doneWords({ saved: 'The number is saved.' })
const chosen = z.object({ measure: textFilter, group: textFilter })

/** Targets, and numbers of other authorities, with their sources and their history. */
export const comparatorsRoutes =
  ({ worldsFor, today, entries, figures, versionsOf, namesIn }: ComparatorsPagesDeps): Routes =>
  (app) => {
    const read = { permission: reportingPermissions.read, section: reportSection } as const
    const write = { permission: reportingPermissions.write, section: reportSection } as const
    const form = comparatorForm(figures)

    const pathOf = (request: FastifyRequest, ...parts: string[]): string =>
      authorityPath(request.authority.code, 'comparators', ...parts)

    const rowsIn = async (request: FastifyRequest): Promise<readonly ContextFact[]> =>
      recordsOf(await worldsFor(request).onDay(request.authority.code, today(), null), context)

    function yearOf(request: FastifyRequest<OfYear>): ReportingYear {
      const year = parseReportingYear(request.params.year)
      if (!year) throw new PageNotFound()
      return year
    }

    const { printed, labelOf } = comparatorWords(figures)

    app.get('/comparators', { config: read }, (request, reply) =>
      reply.redirect(pathOf(request, reportingYearOf(today()).name), 302),
    )

    app.get<OfYear>('/comparators/:year', { config: read }, async (request, reply) => {
      const year = yearOf(request)
      const rows = await rowsIn(request)
      const names = await namesIn(request.authority.code)
      const ofYear = rows.filter((row) => row.year === year.name)
      const lines = await Promise.all(
        ofYear.map(async (row) => {
          const versions = await versionsOf(request.authority.code, rowKey(context, contentOf(context, row)))
          const editPath = withQuery(pathOf(request, year.name, 'new'), { measure: row.measure, group: row.group })
          return {
            label: labelOf(row.measure),
            group: comparatorGroups[row.group],
            value: printed(row),
            source: row.source,
            href: request.may(reportingPermissions.write) ? editPath : null,
            history: versions.toReversed().map(({ from, content, recordedBy, sourceName }) => {
              const was = context.read(content)
              const by = recordedBy === null ? sourceName : names(recordedBy)
              return `${momentInWords(from)}, ${by}: ${printed(was)} (${was.source})`
            }),
          }
        }),
      )
      return reply.view('reporting/web/comparators.njk', {
        title: `Targets and comparators, ${year.name}`,
        years: yearsOffered(rows, today()).map((name) => ({
          name,
          href: pathOf(request, name),
          isCurrent: name === year.name,
        })),
        lines,
        newHref: request.may(reportingPermissions.write) ? pathOf(request, year.name, 'new') : null,
        done: done.of(request),
      })
    })

    const show = (request: FastifyRequest<OfYear>, reply: FastifyReply, shown: ShownForm, status = 200) =>
      reply.code(status).view('reporting/web/comparator.njk', {
        title: 'Enter a target or comparator',
        caption: yearOf(request).name,
        back: { text: 'Targets and comparators', href: pathOf(request, request.params.year) },
        action: pathOf(request, request.params.year, 'new'),
        csrfToken: reply.generateCsrf(),
        ...shown,
      })

    app.get<OfYear>('/comparators/:year/new', { config: write }, async (request, reply) => {
      const year = yearOf(request)
      const { measure, group } = chosen.parse(request.query)
      const row = (await rowsIn(request)).find(
        (one) => one.year === year.name && one.measure === measure && one.group === group,
      )
      return show(request, reply, form.shown(form.first(row)))
    })

    app.post<OfYear>('/comparators/:year/new', { config: write }, async (request, reply) => {
      const year = yearOf(request)
      const { typed, values, faults } = form.read(request.body)
      if (values === null) return show(request, reply, form.shown(typed, faults), 400)
      const asked = { authority: request.authority, by: actorOf(request), year, entry: values }
      const problems = await entries.saveComparator(asked)
      if (problems.length > 0) {
        const known = ['measure', 'group', 'value', 'source'] as const
        const wrong = entryFaults(problems).map((one) => ({ ...one, field: known.find((name) => name === one.field) ?? null })) // prettier-ignore
        return show(request, reply, form.shown(typed, wrong), 400)
      }
      return reply.redirect(done.path(pathOf(request, year.name), 'saved'), 303)
    })
  }
