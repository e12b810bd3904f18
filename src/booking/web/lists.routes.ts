import { reviewsPermissions } from '../../reviews/permissions.ts'
import { bookingPermissions } from '../permissions.ts'
import { reviewsSection } from '../sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { reportingYearOf } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { onOwn, ownOfficerIn } from '../../access/web/ownList.ts'
import { showed } from '../../access/web/logging.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { sendCsv } from '../../platform/web/csvReply.ts'
import { pageFilter } from '../../platform/web/filters.ts'
import { rearrangedInYear, heldLateInYear } from '../domain/rearranged.ts'
import { calendarPage } from './calendar.view.ts'
import { calendarFilters } from './calendar.filters.ts'
import type { BookingPagesDeps } from './deps.ts'
import { doneWordsOf } from './done.ts'
import { latePage, lateTable } from './late.view.ts'
import { listPage } from './lists.view.ts'
import { planTable } from './lists.rows.ts'
import { type ListTab, listFilters, listed, narrowed } from './lists.filters.ts'
import { rearrangedPage, rearrangedTable } from './rearranged.view.ts'
import { pagesBeside } from './served.ts'

const query = z.object({ page: pageFilter })

/** The lists of reviews: to book, booked, in a calendar, rearranged, late. */
export const listRoutes =
  ({ worldsFor, teamsFor, hiddenTimesFor, otherMeetingsOf, today }: BookingPagesDeps): Routes =>
  (app) => {
    const config = { permission: reviewsPermissions.read, section: reviewsSection } as const
    const worldToday = (request: FastifyRequest): Promise<World> =>
      worldsFor(request).onDay(request.authority.code, today(), null)
    const worldOfYear = (request: FastifyRequest): Promise<World> =>
      worldsFor(request).ofYear(request.authority.code, reportingYearOf(today()), today(), null)

    async function list(request: FastifyRequest, reply: FastifyReply, tab: ListTab): Promise<FastifyReply> {
      const [world, teams] = await Promise.all([worldToday(request), teamsFor(request)])
      const ownOfficer = ownOfficerIn(request, world)
      const filters = onOwn(listFilters.parse(request.query), ownOfficer)
      const done = doneWordsOf(request)
      const mayBook = request.may(bookingPermissions.book)
      const page = listPage(world, tab, filters, teams, request.authority.code, { mayBook, done, ownOfficer })
      showed(
        request,
        tab === 'booked' ? 'looked at booked reviews' : 'looked at reviews to book',
        childrenIn(page.rows),
      )
      return reply.view('booking/web/list.njk', { ...page, beside: pagesBeside(request) })
    }

    async function file(request: FastifyRequest, reply: FastifyReply, tab: ListTab): Promise<FastifyReply> {
      const [world, teams] = await Promise.all([worldToday(request), teamsFor(request)])
      const filters = onOwn(listFilters.parse(request.query), ownOfficerIn(request, world))
      const found = narrowed(listed(world, tab), filters, tab, teams, world)
      showed(
        request,
        `took away the list of ${tab === 'booked' ? 'booked reviews' : 'reviews to book'} as a file`,
        childrenIn(found),
      )
      return sendCsv(reply, `reviews-${tab}-${today().toString()}`, planTable(found, world, teams))
    }

    app.get('/reviews', { config }, (request, reply) => list(request, reply, 'to-book'))
    app.get('/reviews/to-book.csv', { config }, (request, reply) => file(request, reply, 'to-book'))
    app.get('/reviews/booked', { config }, (request, reply) => list(request, reply, 'booked'))
    app.get('/reviews/booked.csv', { config }, (request, reply) => file(request, reply, 'booked'))

    app.get('/reviews/calendar', { config }, async (request, reply) => {
      const [world, teams, hidden] = await Promise.all([
        worldToday(request),
        teamsFor(request),
        hiddenTimesFor(request),
      ])
      const ownOfficer = ownOfficerIn(request, world)
      const filters = onOwn(calendarFilters.parse(request.query), ownOfficer)
      const others = otherMeetingsOf(request, world)
      const page = calendarPage(world, filters, teams, { hidden, others }, request.authority.code, ownOfficer)
      showed(request, 'looked at the calendar of reviews', page.children)
      return reply.view('booking/web/calendar.njk', page)
    })

    app.get('/reviews/rearranged', { config }, async (request, reply) => {
      const world = await worldOfYear(request)
      const page = rearrangedPage(world, query.parse(request.query).page, request.authority.code)
      showed(request, 'looked at rearranged reviews', childrenIn(page.rows))
      return reply.view('booking/web/rearranged.njk', page)
    })

    app.get('/reviews/rearranged.csv', { config }, async (request, reply) => {
      const world = await worldOfYear(request)
      showed(request, 'took away the list of rearranged reviews as a file', childrenIn(rearrangedInYear(world).moves))
      return sendCsv(reply, `reviews-rearranged-${world.year.name}`, rearrangedTable(world))
    })

    app.get('/reviews/late', { config }, async (request, reply) => {
      const [world, now] = await Promise.all([worldOfYear(request), worldToday(request)])
      const page = latePage(world, now, request.authority.code)
      showed(request, 'looked at late reviews', childrenIn([...page.booked, ...page.held]))
      return reply.view('booking/web/late.njk', page)
    })

    app.get('/reviews/late.csv', { config }, async (request, reply) => {
      const world = await worldOfYear(request)
      showed(request, 'took away the list of late reviews as a file', childrenIn(heldLateInYear(world)))
      return sendCsv(reply, `reviews-late-${world.year.name}`, lateTable(world))
    })
  }

const childrenIn = (rows: readonly { child: string }[]): string[] => rows.map(({ child }) => child)
