/** The whole application with officers, choices and brothers and sisters in its registers, for tests of booking. */
import assert from 'node:assert/strict'
import { makeBooking, type BookingUseCases } from '../../src/booking/app/booking.ts'
import type { MeetingEntry } from '../../src/booking/app/entry.ts'
import type { Told } from '../../src/booking/app/ports.ts'
import { type Booking, bookings, versionOfBooking } from '../../src/booking/domain/bookings.ts'
import { type PlainDate, date } from '../../src/kernel/dates.ts'
import type { Services } from './services.ts'
import type { AskingFrom } from '../../src/access/app/asking.ts'
import type { Actor } from '../../src/access/domain/actor.ts'
import type { Role } from '../../src/house/roles.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import { CODE, type PeopledApplication, aPeopledApplication } from './people.ts'
import { folderOf } from './smallReturn.ts'

/** The day on which all of it happens. */
export const bookingToday = date('2022-11-22')

/** Looked after since May 2022 with a second review on 5 September: the next is due by Sunday 5 March 2023. */
export const bookedChildren = ['NORTH1', 'NORTH2', 'SOUTH1', 'SOUTH2'].map((child, index) => ({
  child,
  worker: index < 2 ? 'SW1' : 'SW9',
}))

/** What tests of booking work with. */
export interface BookingApplication extends PeopledApplication {
  booking: BookingUseCases
  /** Whom those invited were told of, in order: `moved R-1`. */
  told: string[]
  /** The use cases on another day than the application's. */
  on: (day: PlainDate) => BookingUseCases
  bookingOf: (reviewRef: string) => Promise<Booking>
  /** The version that a form of this review would carry. */
  versionOf: (reviewRef: string) => Promise<string>
}

/** Has these registers kept, beside what is there. */
export async function importRegisters(services: Services, files: Readonly<Record<string, string>>): Promise<void> {
  const request = { authority: demoAuthority, path: folderOf(files), sourceName: 'registers', isKeepingValidRows: false, recordedBy: null } // prettier-ignore
  const { checked } = await services.registersImport.store(request)
  assert.deepEqual(checked.errors, [])
}

export async function aBookingApplication(
  more: readonly { child: string; worker: string }[] = [],
): Promise<BookingApplication> {
  const children = [...bookedChildren, ...more]
  const application = await aPeopledApplication(children)
  const { services } = application
  const rows = (head: string, line: (child: string) => string) =>
    [head, ...children.map(({ child }) => line(child))].join('\n')
  await importRegisters(services, {
    'officers.csv': [
      'officer_id,name,role,fte,start_date,end_date',
      'O1,Ada Adams,IRO,1,2020-01-01,',
      'O2,Ben Brown,IRO,1,2020-01-01,',
      'O3,Cy Clark,IRO,1,2020-01-01,2022-12-31',
    ].join('\n'),
    'allocations.csv': rows('child,officer_id,from', (child) => `${child},O1,2022-05-09`),
    'reviews.csv': rows(
      'review_ref,child,kind,status,held_date,format',
      (child) => `R-OLD-${child},${child},CLA,HELD,2022-09-05,IN_PERSON`,
    ),
    'family.csv': 'child,relative,kind\nNORTH2,NORTH1,SIBLING',
    'choices.csv': 'child,date,where,when,format,told_to\nNORTH1,2022-08-01,At home,After school,IN_PERSON,Ada Adams',
    'absences.csv': 'officer_id,from,to,kind\nO2,2023-02-13,2023-02-17,LEAVE',
  })
  const told: string[] = []
  const telling: Told = {
    moved: (_unit, { reviewRef }) => Promise.resolve(void told.push(`moved ${reviewRef}`)),
    cancelled: (_unit, { reviewRef }) => Promise.resolve(void told.push(`cancelled ${reviewRef}`)),
  }
  const on = (day: PlainDate) =>
    makeBooking({ ...services.changing, seenWorlds: services.seenWorlds, today: () => day, told: telling })
  const bookingOf = async (reviewRef: string): Promise<Booking> => {
    const world = await services.worlds.onDay(CODE, bookingToday, null)
    const found = bookings(world).get(reviewRef)
    assert.ok(found, `${reviewRef} is not there`)
    return found
  }
  return {
    ...application,
    booking: on(bookingToday),
    told,
    on,
    bookingOf,
    versionOf: async (reviewRef) => versionOfBooking(await bookingOf(reviewRef)),
  }
}

/** Someone who books, and where. */
export const askedAs = (role: Role, personId: string = role): AskingFrom => ({
  by: {
    personId,
    name: personId,
    authority: CODE,
    roles: [role],
    officerId: null,
    workerId: null,
    team: null,
  } satisfies Actor,
  authority: demoAuthority,
  origin: 'https://footprint.example',
})

/** A meeting as someone types it: at 4pm for an hour with O1, in person, at home. */
export const anEntry = (day: string, more: Partial<MeetingEntry> = {}): MeetingEntry => ({
  on: date(day),
  startsAt: '16:00',
  minutes: 60,
  officerId: 'O1',
  place: 'At home',
  format: 'IN_PERSON',
  whyNotAsChosen: null,
  ...more,
})
