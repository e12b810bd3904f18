import { challengePermissions } from '../../challenge/permissions.ts'
import { accessPermissions } from '../../access/permissions.ts'
import { invitingPermissions } from '../../inviting/permissions.ts'
import { childrenPermissions } from '../../children/permissions.ts'
import { reviewsPermissions } from '../../reviews/permissions.ts'
import { overviewPermissions } from '../permissions.ts'
import { dueSection } from '../../reviews/sections.ts'
import { childrenSection } from '../../children/sections.ts'
import { figuresSection } from '../sections.ts'
import { withWatched } from '../../children/domain/watchedHistory.ts'
import type { FastifyRequest } from 'fastify'
import {
  type ReportingYear,
  comparedTo,
  lastDayToCount,
  previousYear,
  reportingYear,
} from '../../calendar/reportingYear.ts'
import type { Finding } from '../../house/finding.ts'
import type { World } from '../../children/domain/world.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import { type PlainDate } from '../../kernel/dates.ts'
import { onOwn, ownOfficerIn } from '../../access/web/ownList.ts'
import { showed } from '../../access/web/logging.ts'
import { actorOf } from '../../access/web/actor.ts'
import { scopeOf } from '../../access/domain/actor.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { sendCsv } from '../../platform/web/csvReply.ts'
import { backOf } from '../../platform/web/back.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { type RuleFailure, childFilters, childPage } from './child.view.ts'
import { childrenPage, childrenTable } from './children.view.ts'
import { childrenFilters, listedChildren, narrowedChildren } from './children.list.ts'
import { dayOf } from './day.ts'
import { duePage } from './due.view.ts'
import { dueTable } from './due.rows.ts'
import { type SubjectsShown, dueEntries, dueFilters, narrowed } from './due.list.ts'
import type { Teams } from '../../booking/web/lists.filters.ts'
import { figurePage, narrowedRecords, recordFilters } from './figure.view.ts'
import { type ComparedWorlds, type ShownFigures, figuresPage, figuresTable, newestYear } from './figures.view.ts'
import type { ChildPanels } from '../../house/panels.ts'
import { recordsTable } from '../tables.ts'

/** What the pages of children and deadlines need. */
export interface OverviewDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  /** The team of each child that the user may see. */
  teamsFor: (request: FastifyRequest) => Promise<Teams>
  /** Everything odd that is known of a child, as counted on a day. */
  findingsOf: (authority: string, child: string, asAt: PlainDate) => Promise<readonly Finding[]>
  /** What the return's own rules say of each child that may shift a date. */
  doubtsOf: (authority: string) => Promise<ReadonlyMap<string, readonly RuleFailure[]>>
  /** What deadlines are about that are of no one child, as the user may see it in a world; nothing unless said. */
  subjectsFor?: (request: FastifyRequest, world: World) => SubjectsShown
  /** The returns that are imported. */
  coverage: (authority: string) => Promise<readonly ReturnCoverage[]>
  today: () => PlainDate
  /** The figures of all rooms, and what rooms draw of them. */
  shownFigures: () => ShownFigures
  /** What other rooms show on a child's page, in this order; nothing unless said. */
  childPanels?: readonly ChildPanels[]
}

/** The due list, the list of children, a child's page, the figures of a year and each figure. */
export const overviewRoutes = (deps: OverviewDeps): Routes => {
  const addLists = listRoutes(deps)
  const addFigures = figureRoutes(deps)
  return async (app) => {
    await addLists(app)
    await addFigures(app)
  }
}

/** What other rooms did that lead to a child’s page, in words for its banner. */
const done = doneWords({ named: 'The child’s name is saved.' })

const listRoutes =
  ({
    worldsFor,
    teamsFor,
    findingsOf,
    doubtsOf,
    subjectsFor = () => () => null,
    today,
    childPanels = [],
  }: OverviewDeps): Routes =>
  (app) => {
    const due = { permission: reviewsPermissions.read, section: dueSection } as const
    const children = { permission: childrenPermissions.read, section: childrenSection } as const

    /** A list on a day, with what it is narrowed to: to one’s own children, where the address names no IRO. */
    async function listOn<Filters extends { officer: string }>(
      request: FastifyRequest,
      day: PlainDate,
      typed: Filters,
    ) {
      const [world, teams] = await Promise.all([
        worldsFor(request).onDay(request.authority.code, day, null),
        teamsFor(request),
      ])
      const ownOfficer = ownOfficerIn(request, world)
      const shownSubject = subjectsFor(request, world)
      return { world, teams, ownOfficer, shownSubject, filters: onOwn(typed, ownOfficer) }
    }

    app.get('/due', { config: due }, async (request, reply) => {
      const { code } = request.authority
      const typed = dueFilters.parse(request.query)
      const { day, isRead } = dayOf(typed, today())
      const [{ world, filters, ...whose }, doubts] = await Promise.all([listOn(request, day, typed), doubtsOf(code)])
      const page = duePage(world, filters, code, isRead, doubts, whose)
      showed(request, 'looked at what is due', childrenIn([...page.rows, ...page.startUnknown]))
      return reply.view('overview/web/due.njk', {
        ...page,
        mayTakeCalendar: request.may(invitingPermissions.takeCalendar),
        calendarHref: authorityPath(code, 'calendar'),
        nobodyWords: nobodyWords(request),
      })
    })

    app.get('/due.csv', { config: due }, async (request, reply) => {
      const typed = dueFilters.parse(request.query)
      const { day } = dayOf(typed, today())
      const { world, filters, teams, shownSubject } = await listOn(request, day, typed)
      const entries = narrowed(dueEntries(world, teams, shownSubject), filters, day)
      showed(request, 'took away what is due as a file', childrenIn(entries.map(({ deadline }) => deadline)))
      return sendCsv(reply, `due-${day.toString()}`, dueTable(entries, world))
    })

    app.get('/children', { config: children }, async (request, reply) => {
      const { code } = request.authority
      const typed = childrenFilters.parse(request.query)
      const { day, isRead } = dayOf(typed, today())
      const { world, filters, ...whose } = await listOn(request, day, typed)
      const page = childrenPage(world, filters, code, isRead, whose)
      showed(request, 'looked at the list of children', childrenIn([...page.rows, ...page.startUnknown]))
      return reply.view('overview/web/children.njk', {
        ...page,
        mayOpenSealed: request.may(accessPermissions.openSealed),
        nobodyWords: nobodyWords(request),
      })
    })

    app.get('/children.csv', { config: children }, async (request, reply) => {
      const typed = childrenFilters.parse(request.query)
      const { day } = dayOf(typed, today())
      const { world, filters, teams } = await listOn(request, day, typed)
      const found = narrowedChildren(listedChildren(world, teams), filters)
      showed(request, 'took away the list of children as a file', childrenIn(found))
      return sendCsv(reply, `children-${day.toString()}`, childrenTable(found, world))
    })

    app.get<{ Params: { child: string } }>('/children/:child', { config: children }, async (request, reply) => {
      const { code } = request.authority
      const { child } = request.params
      const { day } = dayOf(childFilters.parse(request.query), today())
      const [ofReturns, findings, doubts] = await Promise.all([
        worldsFor(request).ofChild(code, child, day, null),
        findingsOf(code, child, day),
        doubtsOf(code),
      ])
      const world = withWatched(ofReturns, child)
      const [history] = world.histories
      if (!history) throw new PageNotFound()
      showed(request, 'looked at the child’s page', [child])
      const panels = (await Promise.all(childPanels.map((panelsOf) => panelsOf(request, child)))).flat()
      const page = childPage(history, world, findings, doubts.get(child), request.may(challengePermissions.read))
      return reply.view('overview/web/child.njk', {
        ...page,
        done: done.of(request),
        back: backOf(request, { href: authorityPath(code, 'children'), text: 'Children' }),
        csrfToken: reply.generateCsrf(),
        firstPanels: panels.filter(({ standsFirst }) => standsFirst),
        panels: panels.filter(({ standsFirst }) => !standsFirst),
        mayReadLog: request.may(accessPermissions.readLog),
        whoHasLookedHref: authorityPath(code, 'children', child, 'log'),
      })
    })
  }

/** Those whom rows of a page or a file are about: a figure's record of an officer or of a month is of no child. */
const childrenIn = (rows: readonly { child: string | null }[]): string[] =>
  rows.flatMap(({ child }) => child ?? []).filter((child) => child !== '')

const figureRoutes =
  ({ worldsFor, coverage, today, shownFigures }: OverviewDeps): Routes =>
  (app) => {
    const { figures } = shownFigures()
    const config = { permission: overviewPermissions.readFigures, section: figuresSection } as const
    type OfYear = { Params: { year: string } }
    type OfFigure = { Params: { year: string; id: string } }

    const yearsOf = async (code: string) => (await coverage(code)).map(({ year }) => reportingYear(year))

    async function compared(request: FastifyRequest<OfYear>): Promise<ComparedWorlds & { years: ReportingYear[] }> {
      const { code } = request.authority
      const worlds = worldsFor(request)
      const years = await yearsOf(code)
      const year = years.find((one) => one.name === request.params.year)
      if (!year) throw new PageNotFound()
      const before = years.find(({ startYear }) => startYear === previousYear(year).startYear)
      const asAt = lastDayToCount(year, today())
      const now = await worlds.ofYear(code, year, asAt, null)
      return { now, before: before ? await worlds.ofYear(code, before, comparedTo(year, asAt), null) : null, years }
    }

    app.get('/figures', { config }, async (request, reply) => {
      const { code } = request.authority
      const newest = newestYear(await yearsOf(code))
      return newest
        ? reply.redirect(authorityPath(code, 'figures', newest.name), 302)
        : reply.view('overview/web/noFigures.njk', { title: 'Figures' })
    })

    app.get<OfYear>('/figures/:year', { config }, async (request, reply) => {
      const { code } = request.authority
      const { years, ...worldsCompared } = await compared(request)
      return reply.view('overview/web/figures.njk', figuresPage(shownFigures(), worldsCompared, years, code))
    })

    app.get<OfYear>('/figures/:year.csv', { config }, async (request, reply) => {
      const { now } = await compared(request)
      return sendCsv(reply, `figures-${now.year.name}`, figuresTable(figures.valuesIn(now)))
    })

    app.get<OfFigure>('/figures/:year/:id', { config }, async (request, reply) => {
      const { code } = request.authority
      const figure = figures.ofId(request.params.id)
      if (!figure) throw new PageNotFound()
      const filters = recordFilters.parse(request.query)
      // Leaders see how many, not who.
      const showsRecords = request.may(childrenPermissions.read)
      const page = figurePage(figure, await compared(request), filters, code)
      if (showsRecords) showed(request, `looked at the records behind ${figure.id}`, childrenIn(page.rows))
      return reply.view('overview/web/figure.njk', { ...page, showsRecords, rows: showsRecords ? page.rows : [] })
    })

    const records = { permission: childrenPermissions.read, section: figuresSection } as const
    app.get<OfFigure>('/figures/:year/:id.csv', { config: records }, async (request, reply) => {
      const figure = figures.ofId(request.params.id)
      if (!figure) throw new PageNotFound()
      const { now } = await compared(request)
      const found = narrowedRecords(figure, now, recordFilters.parse(request.query))
      showed(request, `took away the records behind ${figure.id} as a file`, childrenIn(found))
      return sendCsv(reply, `${figure.id}-${now.year.name}`, recordsTable(found))
    })
  }

/** What a list says that has nobody: of someone who sees their own children, a return is not what is missing. */
function nobodyWords(request: FastifyRequest): string {
  return scopeOf(actorOf(request), childrenPermissions.read) === 'own'
    ? 'No child is allocated to you on this day.'
    : 'No child whom you may see is looked after on this day. Children appear here once a return that covers the day is imported.'
}
