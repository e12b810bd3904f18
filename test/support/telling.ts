import { allocations } from '../../src/officers/registers/allocations.ts'
import { handovers } from '../../src/officers/registers/handovers.ts'
import { recordsOf } from '../../src/world/world.ts'
/**
 * A service whose people move, adjourn, cancel and allocate at random, and what must hold of its registers, its messages
 * and its log whatever happens to it meanwhile: for tests and benchmarks that stop it in between.
 */
import { sql } from 'kysely'
import { type BookingUseCases, makeBooking } from '../../src/booking/app/booking.ts'
import {
  type Booking,
  type ReviewMeeting,
  bookings,
  meetingOf,
  versionOfBooking,
} from '../../src/booking/domain/bookings.ts'
import { planOf } from '../../src/booking/domain/plan.ts'
import { currentOf } from '../../src/caseload/domain/standing.ts'
import type { World } from '../../src/children/domain/world.ts'
import { isSameTime, isMeetingKind, standingOf } from '../../src/inviting/domain/invitees.ts'
import { type PlainDate, addDays, date, isOnOrAfter } from '../../src/kernel/dates.ts'
import { newReviewRef } from '../../src/booking/services.ts'
import { type Services, servicesOn } from './services.ts'
import { now } from '../../src/main/house.ts'
import type { StoredMessage } from '../../src/messages/app/ports.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { withAuthority } from '../../src/platform/database/withAuthority.ts'
import { versionOf } from '../../src/registers/version.ts'
import type { Random } from '../../src/synthetic/domain/random.ts'
import { askedAs, importRegisters } from './booking.ts'
import { returnOf } from './people.ts'
import { reportingYear } from '../../src/calendar/reportingYear.ts'

const CODE = demoAuthority.code
const TODAY = date('2022-11-22')
const children = Array.from({ length: 12 }, (_, index) => `CHILD${index}`)
const officers = ['O1', 'O2', 'O3']
const around = ['mother', 'school', 'me']

/** Makes up the service in a database: children with people around them, three officers, and nothing booked yet. */
export async function makeUpService(database: Database): Promise<void> {
  const services = await servicesOn(database)
  const path = returnOf(children.map((child) => ({ child, worker: 'SW1' })))
  const request = { authority: demoAuthority, year: reportingYear(2022), path, sourceName: 'small', isPreview: false }
  const { outcome } = await services.importReturn(request, () => undefined)
  if (outcome !== 'stored') throw new Error('the return was not stored')
  const lines = (head: string, line: (child: string) => string) => [head, ...children.map(line)].join('\n')
  await importRegisters(services, {
    'officers.csv': [
      'officer_id,name,role,fte,start_date',
      ...officers.map((id) => `${id},IRO ${id},IRO,1,2020-01-01`),
    ].join('\n'),
    'allocations.csv': lines('child,officer_id,from', (child) => `${child},O1,2022-05-09`),
    'contacts.csv': lines('child,contact_ref,role,name,channel,email', (child) =>
      [
        `${child},mother,MOTHER,Mother,EMAIL,mother@example.org`,
        `${child},school,EDUCATION,School,EMAIL,school@example.org`,
        `${child},me,CHILD,The child,EMAIL,me@example.org`,
      ].join('\n'),
    ),
  })
}

/** What people do at random. Each looks at the world as it is, and is accepted or refused as it may be. */
export interface PeopleAtRandom {
  /** Does something; gives what it was, and null where there was nothing to do. */
  act: (random: Random) => Promise<string | null>
  /** Has a worker send some of what waits. */
  send: (random: Random) => Promise<void>
}

/** People at work on a database. */
export async function peopleAtRandom(database: Database): Promise<PeopleAtRandom> {
  const services = await servicesOn(database)
  const { inviting } = services.invitingOn(() => TODAY)
  const { changing, seenWorlds } = services
  const booking = makeBooking({ ...changing, seenWorlds, today: () => TODAY, told: inviting })
  const asking = askedAs('iro_manager')
  const world = () => services.worlds.onDay(CODE, TODAY, null)
  const caseload = services.caseloadOn(() => TODAY)
  const acts: Record<string, (now: World, random: Random) => Promise<unknown> | null> = {
    ...bookingActs(booking),
    invites: (now, random) => {
      const one = someOf(random, openIn(now))
      const { child, reviewRef } = one?.review ?? {}
      return one && child !== undefined && reviewRef !== undefined
        ? inviting.invite({ ...asking, child, reviewRef, contactRefs: around.filter(() => random.isTrue(0.7)), reason: '', when: random.isTrue(0.8) ? 'now' : 'when_due', replaces: versionOfBooking(one) }) // prettier-ignore
        : null
    },
    allocates: (now, random) => {
      const newAllocations = children
        .filter(() => random.isTrue(0.2))
        .map((child) => ({
          child,
          officerId: random.oneOf(officers),
          replaces: versionOf(currentOf({ allocations: recordsOf(now, allocations) }, child, TODAY)),
        }))
      const words = { reason: 'At random', note: '', apartReason: '' }
      return caseload.giveChildren({ ...asking, newAllocations, day: addDays(TODAY, random.between(0, 3)), ...words })
    },
  }
  return {
    act: async (random) => {
      const what = random.oneOf(Object.keys(acts))
      const done = acts[what]?.(await world(), random) ?? null
      if (done === null) return null
      await done
      return what
    },
    send: async (random) => {
      for (const { messageId } of await messagesOf(services)) {
        if (random.isTrue(0.5)) continue
        await services.messages.change(CODE, messageId, now(), ({ state, sendFrom }) =>
          state === 'waiting' && sendFrom === null ? { step: 'claim', why: null, nextAt: null, by: 'footprint' } : null,
        )
        await services.messages.change(CODE, messageId, now(), ({ state }) =>
          state === 'sending' ? { step: 'taken', why: null, nextAt: null, by: 'footprint' } : null,
        )
      }
    },
  }
}

function bookingActs(
  booking: BookingUseCases,
): Record<string, (now: World, random: Random) => Promise<unknown> | null> {
  const asking = askedAs('iro_manager')
  const entryOf = (random: Random, from: PlainDate) => ({
    on: addDays(from, random.between(1, 20)),
    startsAt: `${String(random.between(9, 16)).padStart(2, '0')}:00`,
    minutes: 60,
    officerId: random.oneOf(officers),
    place: 'At home',
    format: 'IN_PERSON' as const,
    whyNotAsChosen: null,
  })
  const lateReason = 'The IRO was absent'
  const ofOne = (one: Booking) => {
    const { child, reviewRef } = one.review
    return { ...asking, child, reviewRef, replaces: versionOfBooking(one) }
  }
  const withOne =
    (act: (one: Booking, random: Random) => Promise<unknown>) =>
    (now: World, random: Random): Promise<unknown> | null => {
      const one = someOf(random, openIn(now))
      return one ? act(one, random) : null
    }
  const chosenIn = (now: World, random: Random) =>
    openIn(now)
      .filter(() => random.isTrue(0.3))
      .map((one) => ({ reviewRef: one.review.reviewRef, replaces: versionOfBooking(one) }))
  return {
    books: (now, random) => {
      const [first, ...rest] = planOf(now)
        .filter(({ meeting, booking: open }) => meeting === null && (open?.review.heldOn ?? null) === null)
        .filter(() => random.isTrue(0.4))
        .map(({ child, kind }) => ({ child, kind, reviewRef: newReviewRef() }))
      return first
        ? booking.bookTogether({ ...asking, reviews: [first, ...rest.slice(0, 2)], entry: { ...entryOf(random, TODAY), startsAt: '09:00' }, lateReason }) // prettier-ignore
        : null
    },
    moves: withOne(
      (one, random) =>
      booking.rearrangeReview({ ...ofOne(one), entry: entryOf(random, TODAY), askedBy: 'CHILD', reason: 'At random', lateReason }), // prettier-ignore
    ),
    adjourns: withOne(
      (one, random) =>
      booking.adjournReview({ ...ofOne(one), heldOn: TODAY, entry: entryOf(random, TODAY), lateReason, reason: 'At random', decidedBy: 'O1', overrideReason: 'At random' }), // prettier-ignore
    ),
    cancels: withOne((one) => booking.cancelReview({ ...ofOne(one), reason: 'At random' })),
    'calls off': (now, random) => booking.callOff({ ...asking, chosen: chosenIn(now, random), reason: 'At random' }),
    'changes officers': (now, random) =>
      booking.changeOfficer({ ...asking, chosen: chosenIn(now, random), officerId: random.oneOf(officers) }),
  }
}

const openIn = (world: World): readonly Booking[] => bookings(world).planned()

const someOf = <One>(random: Random, all: readonly One[]): One | null => (all.length === 0 ? null : random.oneOf(all))

const messagesOf = async ({ messages }: Services): Promise<StoredMessage[]> =>
  (await Promise.all(children.map((child) => messages.about(CODE, { child })))).flat()

/** All that is stored, as text: twice the same where nothing has changed. */
export async function everythingIn(database: Database): Promise<{ text: string; changes: number; logged: number }> {
  return withAuthority(database, CODE, async (transaction) => {
    const parts: string[] = []
    for (const table of [
      'register_change',
      'register_row',
      'message',
      'message_event',
      'private_link',
      'audit_entry',
    ]) {
      const { rows } = await sql<{ row: string }>`select ${sql.table(table)}::text as row from ${sql.table(table)} order by 1`.execute(transaction) // prettier-ignore
      parts.push(JSON.stringify(rows))
    }
    const { rows } = await sql<{ changes: number; logged: number }>`
      select (select count(*)::int from register_change where recorded_by is not null) as changes,
        (select count(*)::int from audit_entry where action = 'change') as logged`.execute(transaction)
    return { text: parts.join('\n'), changes: rows[0]?.changes ?? 0, logged: rows[0]?.logged ?? 0 }
  })
}

/** What does not agree of what the registers, the messages and the links say; nothing where all is well. */
export async function disagreements(database: Database): Promise<string[]> {
  const services = await servicesOn(database)
  const world = await services.worlds.onDay(CODE, TODAY, null)
  const all = await messagesOf(services)
  const faults: string[] = []
  for (const booking of bookings(world).all()) {
    const { reviewRef } = booking.review
    const meeting = meetingOf(booking, TODAY)
    const own = all.filter((message) => message.reviewRef === reviewRef)
    for (const contactRef of around) {
      const theirs = own.filter((message) => message.contactRef === contactRef)
      const { told, waiting } = standingOf(theirs, contactRef)
      const who = `${contactRef}, of ${reviewRef}`
      if (theirs.filter(({ state }) => state === 'waiting').length > 1) faults.push(`${who}, is about to be told twice`)
      if (meeting && isToCome(meeting)) {
        if (waiting && (waiting.kind === 'cancellation' || !waiting.tells || !isSameTime(waiting.tells, meeting)))
          faults.push(`${who}, is about to be told of what is not so`)
        if (told && !waiting && !isSameTime(told, meeting)) faults.push(`${who}, knows another date and will not hear`)
      } else {
        if (waiting && waiting.kind !== 'cancellation') faults.push(`${who}, is about to be told of what is off`)
        const wasHeld = told && meeting?.status === 'HELD' && isSameTime(told, meeting)
        if (told && !wasHeld && waiting?.kind !== 'cancellation') faults.push(`${who}, will not hear that it is off`)
      }
      const said = theirs.filter(({ state }) => state === 'sent').toReversed()
      for (const [index, message] of said.entries()) {
        const before = said[index - 1]
        if (before?.kind === message.kind && JSON.stringify(before.tells) === JSON.stringify(message.tells))
          faults.push(`${who}, was told the same twice`)
      }
    }
  }
  // Each change of officer that people made here has one letter from the new one, and no letter is about another.
  const hello = all.filter(({ kind }) => kind === 'hello_letter').map(({ key }) => key)
  const allHandovers = recordsOf(world, handovers)
  if (hello.length !== allHandovers.length) faults.push(`${allHandovers.length} allHandovers, ${hello.length} letters`)
  const { rows } = await withAuthority(database, CODE, (transaction) =>
    sql<{ links: number }>`select count(*)::int as links from private_link`.execute(transaction),
  )
  const linked = all.filter(({ kind }) => kind !== 'cancellation' && isMeetingKind(kind)).length
  if (rows[0]?.links !== linked) faults.push(`${rows[0]?.links ?? 0} links, ${linked} messages with one`)
  return faults
}

const isToCome = ({ status, isCancelled, on }: ReviewMeeting): boolean =>
  status === 'BOOKED' && !isCancelled && isOnOrAfter(on, TODAY)
