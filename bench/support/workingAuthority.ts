import { join } from 'node:path'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { lookedAfter } from '../../src/children/domain/world.ts'
import { contacts } from '../../src/participation/registers/contacts.ts'
import { notifications } from '../../src/children/registers/notifications.ts'
import { type PlainDate, addDays, date } from '../../src/kernel/dates.ts'
import type { Services } from '../../test/support/services.ts'
import { allocations } from '../../src/officers/registers/allocations.ts'
import { officers } from '../../src/officers/registers/officers.ts'
import { makeSealStore } from '../../src/access/db/sealStore.ts'
import type { Role } from '../../src/house/roles.ts'
import { keeping } from '../../src/registers/app/changeByHand.ts'
import type { RowToKeep } from '../../src/registers/app/ports.ts'
import type { Content, Register } from '../../src/registers/register.ts'
import { reviews } from '../../src/reviews/registers/reviews.ts'
import { choices } from '../../src/participation/registers/choices.ts'
import { writeReturns } from './madeUp.ts'

/** The authority of which 60 people work at once: a large one, with ten years behind it. */
export const working = {
  authority: { code: 'X99000001', name: 'Bench' },
  children: 700,
  years: 10,
  officers: 14,
  /** The day on which they work: just after the last year, so that results of different days compare. */
  today: date('2026-04-01'),
}

/** An authority that a benchmark works on. */
export type AuthorityAtWork = typeof working

/** The officer of so many. */
export const officerId = (number: number): string => `O${(number % working.officers) + 1}`

/** Imports ten years of returns and keeps registers of about 15,000 rows beside them. */
export async function importWorking(
  services: Services,
  folder: string,
  atWork: AuthorityAtWork = working,
): Promise<{ rows: number }> {
  const { authority, children, years } = atWork
  const returns = writeReturns(join(folder, authority.code), { children, years, history: 'year_only' })
  for (const { path, startYear } of returns) {
    const request = { authority, year: reportingYear(startYear), path, sourceName: path, isPreview: false }
    const { outcome } = await services.importReturn(request, () => undefined)
    if (outcome !== 'stored') throw new Error('the import was refused')
  }
  const rows = await registerRows(services, atWork)
  await services.registers.change(authority, [], () => ({
    sourceName: 'bench',
    counts: {},
    rows,
    recordedBy: null,
  }))
  return { rows: rows.length }
}

/** What a service of this size has in its registers: the reviews of five years, whose children are whose, contacts. */
async function registerRows({ worlds }: Services, { authority, today }: AuthorityAtWork): Promise<RowToKeep[]> {
  const all = await worlds.ofAll(authority.code, today, null)
  const inCare = lookedAfter(await worlds.onDay(authority.code, today, null))
  const rows: RowToKeep[] = Array.from(
    { length: working.officers },
    (_, number) =>
    row(officers, { officer_id: officerId(number), name: `Officer ${number}`, role: 'IRO', fte: 1, start_date: '2016-04-01' }), // prettier-ignore
  )
  const first = addDays(today, -5 * 365)
  for (const [number, { record, periods }] of all.histories.entries()) {
    const officer_id = officerId(number)
    const { child } = record
    for (const { startedOn, endedOn } of periods) {
      rows.push(row(allocations, { child, officer_id, from: iso(startedOn), ...(endedOn && { to: iso(endedOn) }) }))
      rows.push(row(notifications, { child, started_date: iso(startedOn), notified_date: iso(startedOn) }))
    }
    for (const { heldOn, participation } of record.reviews) {
      if (heldOn.since(first).sign < 0) continue
      const held_date = iso(heldOn)
      const review_ref = `${child}-${held_date}`
      const answers = { child_consulted: true, care_plan_current: true, pep_current: number % 3 === 0 }
      rows.push(row(reviews, { review_ref, child, kind: 'CLA', status: 'HELD', held_date, officer_id, participation_code: participation, format: 'IN_PERSON', ...answers })) // prettier-ignore
    }
  }
  for (const { history } of inCare) {
    const { child } = history.record
    for (const role of ['CHILD', 'MOTHER', 'CARER', 'SOCIAL_WORKER'] as const) {
      rows.push(row(contacts, { child, contact_ref: role.toLowerCase(), role, name: `${role} of ${child}`, channel: 'EMAIL', email: 'someone@example.org' })) // prettier-ignore
    }
    rows.push(row(choices, { child, date: '2026-01-05', where: 'At home', format: 'IN_PERSON' }))
  }
  return rows
}

const iso = (day: PlainDate): string => day.toString()

/** A row said as files say it. */
const row = (register: Register<object>, content: Content): RowToKeep => keeping(register, register.read(content))

/** Someone at work, signed in. */
export interface PersonAtWork {
  personId: string
  role: Role
  /** What their browser sends. */
  cookie: string
}

/** Sixty people as a service has them, each signed in, and two records sealed to the managers. */
export async function peopleAtWork(services: Services): Promise<PersonAtWork[]> {
  const { authority } = working
  const found: PersonAtWork[] = []
  for (const [number, role] of roster.entries()) {
    const personId = `person-${number}`
    // Made-up returns name no social workers: theirs are here the children of an officer.
    const isOfSome = role === 'social_worker' || role === 'team_manager'
    const value = {
      personId,
      name: `Person ${number}`,
      email: `${personId}@example.org`,
      roles: [role],
      team: isOfSome ? `Team ${number % 4}` : null,
      officerId: role === 'iro' || isOfSome ? officerId(number) : null,
      workerId: null,
      identity: null,
      isActive: true,
    }
    await services.people.save(authority, { value, replaces: null, by: 'bench' })
    const token = await services.sessions.begin(authority.code, personId, { authenticatedAt: 'now', browser: '' })
    found.push({ personId, role, cookie: `footprint-session=${authority.code}.${token}` })
  }
  const seals = makeSealStore(services.database)
  const { histories } = await services.worlds.onDay(authority.code, working.today, null)
  const people = found.flatMap(({ personId, role }) => (role === 'iro_manager' ? [personId] : []))
  for (const { record } of histories.slice(0, 2)) {
    await seals.seal(authority.code, {
      value: { child: record.child, people, reason: 'bench' },
      replaces: null,
      by: 'bench',
    })
  }
  return found
}

const times = (count: number, role: Role): Role[] => Array.from({ length: count }, () => role)

const roster: readonly Role[] = [
  ...times(14, 'iro'),
  ...times(3, 'iro_manager'),
  ...times(6, 'business_support'),
  ...times(26, 'social_worker'),
  ...times(5, 'team_manager'),
  ...times(3, 'analyst'),
  ...times(2, 'senior_leader'),
  ...times(1, 'administrator'),
]
