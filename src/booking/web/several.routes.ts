import { bookingPermissions } from '../permissions.ts'
import { reviewsSection } from '../sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { logged, showed } from '../../access/web/logging.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import type { World } from '../../children/domain/world.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { ChangedSome } from '../app/changeSome.ts'
import { type Booking, bookings } from '../domain/bookings.ts'
import { clashesOfOfficer, withOthers } from '../domain/clashes.ts'
import { type BookingPagesDeps, askedBy } from './deps.ts'
import type { Done } from './done.ts'
import { chosenIn, severalFaults, severalForm, severalPage, severalQuery } from './several.view.ts'
import { reviewsPath } from './words.ts'

type SeveralForm = ReturnType<typeof severalForm>

/** What is done with several reviews at once: an officer is ill, and others take over or the reviews are called off. */
export const severalRoutes =
  (deps: BookingPagesDeps): Routes =>
  (app) => {
    const config = { permission: bookingPermissions.book, section: reviewsSection } as const

    const worldOf = (request: FastifyRequest): Promise<World> =>
      deps.worldsFor(request).onDay(request.authority.code, deps.today(), null)

    async function show(
      request: FastifyRequest,
      reply: FastifyReply,
      world: World,
      refs: readonly string[],
      typed: TypedIn<SeveralForm>,
      faults: readonly FaultIn<SeveralForm>[],
      changedSome: number | null,
    ): Promise<FastifyReply> {
      const hidden = await deps.hiddenTimesFor(request)
      const marked = openIn(world, refs)
      showed(
        request,
        'looked at reviews to change',
        marked.map(({ review }) => review.child),
      )
      const { code } = request.authority
      const page = severalPage(world, marked, typed, faults, changedSome, hidden, code, reply.generateCsrf())
      return reply.code(page.errors.length > 0 ? 400 : 200).view('booking/web/several.njk', page)
    }

    app.get('/reviews/several', { config }, async (request, reply) => {
      const { review, changed: changedSome, clash, own } = severalQuery.parse(request.query)
      const world = await worldOf(request)
      const clashing = clash === '' ? [] : clashesOfOfficer(world, clash).map(({ meeting }) => meeting.reviewRef)
      const lent = own === '' ? [] : withOthers(world, own).map(({ meeting }) => meeting.reviewRef)
      return show(request, reply, world, [...review, ...clashing, ...lent], severalForm(world).first(), [], changedSome)
    })

    app.post('/reviews/several', { config }, async (request, reply) => {
      const before = await worldOf(request)
      const { typed, values, faults } = severalForm(before).read(request.body)
      const chosen = chosenIn(typed.review)
      const refs = chosen.map(({ reviewRef }) => reviewRef)
      if (values === null) return show(request, reply, before, refs, typed, faults, null)
      const { action, officerId, reason } = values
      const asked = { ...askedBy(request, deps), chosen }
      const result =
        action === 'own'
          ? await deps.booking.giveToOwn(asked)
          : action === 'officer'
            ? await deps.booking.changeOfficer({ ...asked, officerId })
            : await deps.booking.callOff({ ...asked, reason })
      const world = await worldOf(request)
      if ('problems' in result) return show(request, reply, world, refs, typed, severalFaults(result.problems), null)
      logged(request)
      return reply.redirect(whereNext(request, result, action), 303)
    })
  }

/** Of these references, the reviews that are open and may be seen. */
const openIn = (world: World, refs: readonly string[]): Booking[] =>
  [...new Set(refs)].flatMap((ref) => {
    const booking = bookings(world).get(ref)
    return booking?.review.status === 'PLANNED' ? [booking] : []
  })

/** To the list; where some are left, to those. */
function whereNext(
  request: FastifyRequest,
  { changed: done, left }: ChangedSome,
  action: 'own' | 'officer' | 'call_off' | null,
): string {
  const { code } = request.authority
  const isGiven = action === 'officer' || action === 'own'
  const said: Done = action === 'own' ? 'given_to_own' : isGiven ? 'given' : 'called_off'
  if (left.length === 0) return withQuery(reviewsPath(code, ...(isGiven ? ['booked'] : [])), { done: said })
  const query = new URLSearchParams([
    ...left.map(({ reviewRef }): [string, string] => ['review', reviewRef]),
    ['changed', String(done.length)],
  ])
  return `${reviewsPath(code, 'several')}?${query.toString()}`
}
