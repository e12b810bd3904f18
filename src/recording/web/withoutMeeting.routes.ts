import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Worlds } from '../../children/app/worlds.ts'
import { historyOf } from '../../children/domain/world.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { reviewsSection } from '../../booking/sections.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import type { RecordWithoutMeeting, WithoutMeetingProblem } from '../app/withoutMeeting.ts'
import { lastMeetingBefore, whyMeetingNeeded } from '../domain/withoutMeeting.ts'
import { recordingPermissions } from '../permissions.ts'
import { afterPath } from './after.view.ts'

/** What the page of a review without a meeting needs. */
export interface WithoutMeetingDeps {
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  withoutMeeting: RecordWithoutMeeting
}

const form = formOf({ heldOn: dayField('The day of the review'), why: linesField({ most: 2000 }) })

type OfChild = { Params: { child: string } }

/** A review without a meeting, where the law allows it. */
export const withoutMeetingRoutes =
  ({ worldsFor, today, withoutMeeting }: WithoutMeetingDeps): Routes =>
  (app) => {
    const config = { permission: recordingPermissions.write, section: reviewsSection } as const

    async function show(
      request: FastifyRequest<OfChild>,
      reply: FastifyReply,
      typed: TypedIn<typeof form>,
      faults: readonly FaultIn<typeof form>[],
    ) {
      const { child } = request.params
      const { code } = request.authority
      const world = await worldsFor(request).ofChild(code, child, today(), null)
      if (!historyOf(world, child)) throw new PageNotFound()
      showed(request, 'looked at whether a review may be held without a meeting', [child])
      const last = lastMeetingBefore(world, child, today())
      return reply.code(faults.length > 0 ? 400 : 200).view('recording/web/withoutMeeting.njk', {
        title: 'A review without a meeting',
        child,
        back: { href: authorityPath(code, 'children', child), text: 'The child' },
        action: authorityPath(code, 'children', child, 'review-without-meeting'),
        csrfToken: reply.generateCsrf(),
        why: whyMeetingNeeded(world, child, today()),
        last: last ? longDate(last) : '',
        ...form.shown(typed, faults),
      })
    }

    app.get<OfChild>('/children/:child/review-without-meeting', { config }, (request, reply) =>
      show(request, reply, form.first({ heldOn: today() }), []),
    )

    app.post<OfChild>('/children/:child/review-without-meeting', { config }, async (request, reply) => {
      const { typed, values, faults } = form.read(request.body)
      if (values === null) return show(request, reply, typed, faults)
      const { child } = request.params
      const outcome = await withoutMeeting({ ...values, child, by: actorOf(request), authority: request.authority })
      if (outcome === null) throw new PageNotFound()
      if ('problems' in outcome) return show(request, reply, typed, faultsIn(outcome.problems))
      logged(request)
      return reply.redirect(afterPath(request.authority.code, outcome.reviewRef), 303)
    })
  }

const faultsIn = (problems: readonly WithoutMeetingProblem[]) =>
  faultsOf(
    problems,
    {
      day_missing: 'heldOn',
      day_in_future: 'heldOn',
      reason_missing: 'why',
      held_on_that_day: 'heldOn',
      booked: 'heldOn',
      not_allowed: 'heldOn',
      not_kept: null,
    },
    (problem) => {
      switch (problem.code) {
        case 'day_missing':
          return 'Enter the day of the review, like 27 3 2026'
        case 'day_in_future':
          return 'The day of the review must be today or earlier'
        case 'reason_missing':
          return 'Say why no meeting is needed, and what the child said of it'
        case 'held_on_that_day':
          return 'A review of this child was held on that day'
        case 'booked':
          return 'A meeting is booked for this review: cancel it first, or record it as held'
        case 'not_allowed':
          return `The law asks for a meeting: ${problem.why}`
        case 'not_kept':
          return problem.why
      }
    },
  )
