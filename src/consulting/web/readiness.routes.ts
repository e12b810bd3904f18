import type { FastifyRequest } from 'fastify'
import { showed } from '../../access/web/logging.ts'
import { bookings, meetingOf } from '../../booking/domain/bookings.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addDays, compareDates, isOnOrAfter, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { neededBefore, readiness } from '../domain/preparation.ts'
import { consultingPermissions } from '../permissions.ts'

/** What the page of readiness needs. */
export interface ReadinessDeps extends SeeingDeps {
  /** The team of each child, by the child’s id. */
  teamsFor: (request: FastifyRequest) => Promise<ReadonlyMap<string, string>>
}

/** How far ahead reviews are looked at. Unit: calendar days. */
const AHEAD_DAYS = 28
const NO_TEAM = 'No team recorded'

/** Which reports and plans are ready for the reviews of the next four weeks, team by team. */
export const readinessRoutes =
  ({ worldsFor, today, teamsFor }: ReadinessDeps): Routes =>
  (app) => {
    const config = { permission: consultingPermissions.read, section: reviewsSection } as const
    app.get('/reviews/readiness', { config }, async (request, reply) => {
      const { code } = request.authority
      const [world, teams] = await Promise.all([worldsFor(request).onDay(code, today(), null), teamsFor(request)])
      const rows = upcoming(world, today())
      showed(request, 'looked at what is ready for reviews', rows.map(({ child }) => child)) // prettier-ignore
      const byTeam = [...Map.groupBy(rows, ({ child }) => teams.get(child) ?? NO_TEAM)].toSorted(([a], [b]) => a.localeCompare(b)) // prettier-ignore
      return reply.view('consulting/web/readiness.njk', {
        title: 'What is ready for reviews',
        back: { href: authorityPath(code, 'reviews'), text: 'Reviews' },
        days: AHEAD_DAYS,
        teams: byTeam.map(([team, own]) => ({
          team,
          summary: `${own.filter(({ missing }) => missing.length === 0).length} of ${own.length} with nothing missing`,
          rows: own.map(({ child, reviewRef, on, ready, of, missing }) => ({
            child,
            on: longDate(on),
            ready: `${ready} of ${of}`,
            missing: missing.join(', '),
            href: authorityPath(code, 'reviews', reviewRef, 'preparation'),
          })),
        })),
      })
    })
  }

/** The reviews of the next weeks, each with what is ready and what is missing. */
function upcoming(world: World, today: PlainDate) {
  const until = addDays(today, AHEAD_DAYS)
  return bookings(world)
    .planned()
    .flatMap((booking) => {
      const meeting = meetingOf(booking, world.asAt)
      if (!meeting || meeting.isCancelled || !isOnOrAfter(meeting.on, today) || !isOnOrBefore(meeting.on, until))
        return []
      const needed = neededBefore(world, booking.review)
      const missing = needed.filter(({ state }) => state === 'missing').map(({ what }) => what)
      const { child, reviewRef } = booking.review
      return [{ child, reviewRef, on: meeting.on, missing, ...readiness(needed) }]
    })
    .toSorted((a, b) => compareDates(a.on, b.on))
}
