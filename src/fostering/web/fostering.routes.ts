import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { scopeOf } from '../../access/domain/actor.ts'
import { entryOf, readBooking } from '../../booking/web/forms.ts'
import { challengePermissions } from '../../challenge/permissions.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { childrenPermissions } from '../../children/permissions.ts'
import { type PlainDate, isSameDay } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay, textFilter } from '../../platform/web/filters.ts'
import { bookingSetting } from '../../reviews/settings.ts'
import { recordsOf } from '../../world/world.ts'
import type { BookFosterReview, RecordFosterReview } from '../app/fosterReviews.ts'
import { type Household, householdOf } from '../domain/households.ts'
import { dayOf, membersOf, nextReview, officerOf, openOf } from '../domain/next.ts'
import { fosteringPermissions } from '../permissions.ts'
import { fosterReviews } from '../registers/fosterReviews.ts'
import { fosteringSection } from '../sections.ts'
import { documentsDone } from './documents.routes.ts'
import { householdPage } from './household.view.ts'
import { householdFilters, householdsPage } from './households.view.ts'
import { fosteringPath } from './paths.ts'
import { peopleDone } from './people.routes.ts'
import { bookPage, recordPage } from './review.view.ts'
import {
  bookingFaults,
  fosterBookingForm,
  ownForm,
  firstRecord,
  officerItems,
  recordFaults,
  recordForm,
} from './review.form.ts'
import { surveysPage } from './surveys.view.ts'

/** What the pages of fostering need. */
export interface FosteringDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  bookReview: BookFosterReview
  recordReview: RecordFosterReview
  /** Where browsers find the server. */
  originOf: (request: FastifyRequest) => string
}

type OfHousehold = { Params: { household: string } }
type OfReview = { Params: { household: string; day: string } }

const bookQuery = z.object({ insteadOf: textFilter, kind: textFilter })
const wantsTimes = z.object({ then: textFilter }).catch({ then: '' })
const allKinds = ['FIRST', 'ANNUAL', 'ALLEGATION', 'CHANGE'] as const

const done = doneWords({
  booked: 'The fostering review is booked.',
  recorded: 'The fostering review is saved.',
  cancelled: 'The fostering review is cancelled.',
})

/** Households, each with its reviews: booked, recorded, decided, told. */
export const fosteringRoutes =
  ({ worldsFor, today, bookReview, recordReview, originOf }: FosteringDeps): Routes =>
  (app) => {
    const read = { permission: fosteringPermissions.read, section: fosteringSection } as const
    const manage = { permission: fosteringPermissions.manage, section: fosteringSection } as const

    const worldFor = (request: FastifyRequest) => worldsFor(request).onDay(request.authority.code, today(), null)

    async function seen(request: FastifyRequest<OfHousehold>, what: string) {
      const world = await worldFor(request)
      const household = householdOf(world, request.params.household)
      if (!household) throw new PageNotFound()
      const placed = membersOf(world, household).asked.filter(({ party }) => party === 'FOSTERED_CHILD')
      showed(request, what, placed.map(({ person }) => person)) // prettier-ignore
      return { world, household }
    }

    app.get('/fostering', { config: read }, async (request, reply) => {
      const page = householdsPage(
        await worldFor(request),
        householdFilters.parse(request.query),
        request.authority.code,
        request.may(fosteringPermissions.manage),
      )
      showed(request, 'looked at the list of fostering households', page.children)
      return reply.view('fostering/web/households.njk', page)
    })

    app.get('/fostering/households/surveys', { config: read }, async (request, reply) => {
      showed(request, 'looked at the survey of foster carers', [])
      return reply.view('fostering/web/surveys.njk', surveysPage(await worldFor(request), request.authority.code))
    })

    app.get<OfHousehold>('/fostering/:household', { config: read }, async (request, reply) => {
      const { world, household } = await seen(request, 'looked at a fostering household')
      const page = householdPage(world, household, request.authority.code, {
        manage: request.may(fosteringPermissions.manage),
        openChildren: scopeOf(actorOf(request), childrenPermissions.read) === 'authority',
        readChallenges: request.may(challengePermissions.read),
        makeChallenges: request.may(challengePermissions.write),
      })
      showed(request, 'looked at a fostering household', page.children)
      return reply.view('fostering/web/household.njk', {
        ...page,
        done: done.of(request) ?? peopleDone.of(request) ?? documentsDone.of(request),
      })
    })

    const placeOf = (request: FastifyRequest, reply: FastifyReply, household: Household) => ({
      code: request.authority.code,
      csrfToken: reply.generateCsrf(),
      household,
    })
    const itemsOf = (world: World) => officerItems(recordsOf(world, officers), today())

    const dueIn = (world: World, household: Household) => nextReview(openOf(world, household))

    app.get<OfHousehold>('/fostering/:household/book', { config: manage }, async (request, reply) => {
      const { world, household } = await seen(request, 'looked at booking a fostering review')
      const { insteadOf, kind } = bookQuery.parse(request.query)
      const day = readDay(insteadOf)
      const moved = household.planned.find((one) => day && one.bookedFor && isSameDay(one.bookedFor, day)) ?? null
      const next = dueIn(world, household)
      const isFirst = household.held.length === 0
      const known = allKinds.find((one) => one === kind)
      const booking = fosterBookingForm(world).first({
        on: next?.latestPractical ?? null,
        minutes: bookingSetting.of(world.settings).meetingMinutes,
        officerId: moved?.officerId ?? officerOf(world, household),
        format: moved?.format ?? null,
        place: moved?.place ?? null,
      })
      const own = ownForm.first({
        kind: moved?.kind ?? known ?? (isFirst ? 'FIRST' : 'ANNUAL'),
        investigationEndedOn: moved?.investigationEndedOn ?? null,
        wasHeld: false,
        insteadOf: moved ? insteadOf : '',
      })
      const place = { ...placeOf(request, reply, household), due: next?.due ?? null }
      return reply.view('fostering/web/book.njk', bookPage(world, { booking, own }, [], place))
    })

    app.post<OfHousehold>('/fostering/:household/book', { config: manage }, async (request, reply) => {
      const { authority, params } = request
      const { world, household } = await seen(request, 'looked at booking a fostering review')
      const sent = readBooking(fosterBookingForm(world), request.body)
      const own = ownForm.read(request.body)
      const typed = { booking: sent.typed, own: own.typed }
      const place = { ...placeOf(request, reply, household), due: dueIn(world, household)?.due ?? null }
      const again = (faults: Parameters<typeof bookPage>[2], status = 400) =>
        reply.code(status).view('fostering/web/book.njk', bookPage(world, typed, faults, place))
      if (wantsTimes.parse(request.body).then === 'times') return again([], 200)
      if (sent.values === null || own.values === null) return again([...own.faults, ...sent.faults])
      const { kind, investigationEndedOn, wasHeld, insteadOf } = own.values
      const problems = await bookReview({
        authority,
        by: actorOf(request),
        origin: originOf(request),
        carerRef: params.household,
        booking: {
          kind,
          investigationEndedOn,
          wasHeld,
          insteadOf: readDay(insteadOf),
          entry: entryOf(sent.values),
          lateReason: sent.values.lateReason,
        },
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return again(bookingFaults(problems))
      logged(request)
      return reply.redirect(done.path(fosteringPath(authority.code, params.household), wasHeld ? 'recorded' : 'booked'), 303) // prettier-ignore
    })

    async function seenReview(request: FastifyRequest<OfReview>) {
      const { world, household } = await seen(request, 'looked at a fostering review')
      const day = readDay(request.params.day)
      const review = recordsOf(world, fosterReviews).find(
        (one) => one.carerRef === household.carer.carerRef && day && isSameDay(dayOf(one) ?? today(), day),
      )
      if (!day || !review) throw new PageNotFound()
      return { world, household, day, review }
    }

    app.get<OfReview>('/fostering/:household/reviews/:day', { config: manage }, async (request, reply) => {
      const { world, household, ...which } = await seenReview(request)
      const form = recordForm(itemsOf(world))
      const page = recordPage(form, firstRecord(form, which.review), [], { ...placeOf(request, reply, household), ...which }) // prettier-ignore
      return reply.view('fostering/web/record.njk', page)
    })

    app.post<OfReview>('/fostering/:household/reviews/:day', { config: manage }, async (request, reply) => {
      const { authority, params } = request
      const { world, household, ...which } = await seenReview(request)
      const form = recordForm(itemsOf(world))
      const { typed, values, faults } = form.read(request.body)
      const asked = { authority, by: actorOf(request), origin: originOf(request), carerRef: params.household, day: which.day } // prettier-ignore
      const problems = values && (await recordReview({ ...asked, entry: values, replaces: values.replaces }))
      if (values !== null && problems === null) throw new PageNotFound()
      const wrong = problems === null ? faults : recordFaults(problems)
      if (wrong.length > 0) {
        const page = recordPage(form, typed, wrong, { ...placeOf(request, reply, household), ...which })
        return reply.code(400).view('fostering/web/record.njk', page)
      }
      logged(request)
      const what = values?.isCancelled === true ? 'cancelled' : 'recorded'
      return reply.redirect(done.path(fosteringPath(authority.code, params.household), what), 303)
    })
  }
