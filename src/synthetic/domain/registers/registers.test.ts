import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { holidays } from '../../../../test/support/holidays.ts'
import { reportingYearOf } from '../../../calendar/reportingYear.ts'
import { allocations } from '../../../officers/registers/allocations.ts'
import { handovers } from '../../../officers/registers/handovers.ts'
import { officerRequests } from '../../../officers/registers/officerRequests.ts'
import { officers } from '../../../officers/registers/officers.ts'
import { absences } from '../../../officers/registers/absences.ts'
import { family } from '../../../children/registers/family.ts'
import { notifications } from '../../../children/registers/notifications.ts'
import { proceedings } from '../../../court/registers/proceedings.ts'
import {
  type PlainDate,
  addDays,
  date,
  earlierOf,
  isAfter,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
} from '../../../kernel/dates.ts'
import { rowsIn } from '../../../registers/app/changeByHand.ts'
import { type Register, isReferring } from '../../../registers/register.ts'
import { registerCsv } from '../../../registers/write/writeRegisters.ts'
import { choices } from '../../../participation/registers/choices.ts'
import { meetings } from '../../../reviews/registers/meetings.ts'
import { rearrangements } from '../../../reviews/registers/rearrangements.ts'
import { reviews } from '../../../reviews/registers/reviews.ts'
import { asStored } from '../../write/registersWriter.ts'
import { madeUpChildren } from '../authority.ts'
import type { Life } from '../life.ts'
import { periodNow } from './around.ts'
import { isInRegisters, madeUpRegisters } from './madeUpRegisters.ts'

interface Made {
  lives: Life[]
  today: PlainDate
  children: number
  made: ReturnType<typeof madeUpRegisters>
}

/** The registers of a made-up authority on a day. */
function registersOn(seed: number, children: number, today: PlainDate): Made {
  const to = reportingYearOf(today)
  const options = { seed, children, from: to, to, until: earlierOf(today, to.lastDay), history: 'year_only' as const }
  const lives = [...madeUpChildren({ ...options, oddities: null }, holidays)]
    .map(({ life }) => life)
    .filter((life) => isInRegisters(life, today))
  return { lives, today, children, made: madeUpRegisters(lives, { seed, children, today, holidays }) }
}

/** Authorities large and small, on many days, others in each run: made once for all the questions. */
const authorities = fc
  .sample(
    fc.tuple(fc.integer({ min: 0, max: 2 ** 40 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 900 })),
    7,
  )
  .map(([seed, children, days]) => ({ seed, ...registersOn(seed, children, addDays(date('2024-09-15'), days)) }))

function ofMany(check: (made: Made, rows: <Row>(register: Register<Row>) => readonly Row[]) => void): void {
  for (const { seed, ...made } of authorities) {
    try {
      check(made, rowsIn(asStored(made.made)))
    } catch (error) {
      throw new Error(`seed ${seed}, ${made.children} children, ${made.today.toString()}`, { cause: error })
    }
  }
}

describe('made-up registers', () => {
  it('are the same for the same seed and day, to the byte, and others for another seed', () => {
    const today = date('2026-11-26')
    const text = (seed: number) => {
      const { made } = registersOn(seed, 40, today)
      return made.map(({ register }) => registerCsv(register, asStored(made))).join('\n')
    }
    assert.equal(text(3), text(3))
    assert.notEqual(text(3), text(4))
  })

  it('have a guardian in touch before proceedings that ended within weeks are handed over', () => {
    const { made } = registersOn(150, 40, date('2026-03-31'))
    const soon = rowsIn(asStored(made))(proceedings).filter(
      ({ concludedOn, guardianContactOn }) =>
        concludedOn && guardianContactOn && isSameDay(concludedOn, guardianContactOn),
    )
    assert.equal(soon.length, 1)
  })

  it('have one meeting where a child reached a stage of the protocol twice before it', () => {
    const { made } = registersOn(26, 87, date('2024-09-22'))
    const own = made.find(({ register }) => register.name === 'missing_meetings')
    assert.ok(own && own.rows.length > 0)
    assert.equal(asStored(made).get('missing_meetings')?.size, own.rows.length)
  })

  it('have nothing wrong that an import would find, within rows and between them', () => {
    ofMany(({ made, lives }) => {
      const stored = asStored(made)
      for (const { register, rows } of made) {
        const contents = stored.get(register.name)
        assert.equal(contents?.size, rows.length, `${register.name} has a key twice`)
        for (const content of contents.values()) {
          for (const { name, isMandatory } of register.columns) {
            assert.ok(!isMandatory || content[name] !== undefined, `${register.name}.${name}`)
          }
          assert.deepEqual(register.faultsOf(content, new Set()), [])
        }
        assert.equal(register.faultsAmong(contents).size, 0)
      }
      const known = new Map([['child', new Set(lives.map(({ child }) => child))]])
      for (const { register } of made) {
        for (const { name, ...column } of register.columns) {
          if (column.kind !== 'identifier') continue
          const names = known.get(column.thing) ?? new Set<string>()
          for (const content of stored.get(register.name)?.values() ?? []) names.add(String(content[name]))
          known.set(column.thing, names)
        }
      }
      for (const { register } of made) {
        for (const content of stored.get(register.name)?.values() ?? []) {
          for (const column of register.columns) {
            const value = content[column.name]
            if (column.kind !== 'reference' || typeof value !== 'string' || !isReferring(column, content)) continue
            assert.ok(known.get(column.thing)?.has(value), `${register.name}.${column.name}: ${value}`)
          }
        }
      }
    })
  })

  it('book no officer twice at a time, and none who is away or has left', () => {
    ofMany((_, rows) => {
      const taken = new Set<string>()
      for (const { officerId, on, startsAt } of rows(meetings)) {
        const slot = `${officerId} ${on.toString()} ${startsAt}`
        assert.ok(!taken.has(slot), slot)
        taken.add(slot)
        const isAway = rows(absences).some(
          (absence) => absence.officerId === officerId && isOnOrBefore(absence.from, on) && isOnOrAfter(absence.to, on),
        )
        assert.ok(!isAway, slot)
      }
      for (const { startsAt, endsAt } of rows(meetings)) assert.ok(startsAt && endsAt && startsAt < endsAt)
    })
  })

  it('plan reviews for children who are looked after, and one of each only', () => {
    ofMany(({ lives, today }, rows) => {
      const lookedAfter = new Set(lives.filter((life) => periodNow(life, { today })).map(({ child }) => child))
      const toCome = rows(reviews).filter(({ kind, status, bookedFor }) => kind !== 'PATHWAY_18_25' && status === 'PLANNED' && !(bookedFor && isOnOrBefore(bookedFor, today)))
      for (const { child } of toCome) assert.ok(lookedAfter.has(child), child)
      assert.equal(new Set(toCome.map(({ child }) => child)).size, toCome.length)
    })
  }) // prettier-ignore

  it('say of a review what its return says, and nothing that has not happened yet', () => {
    ofMany(({ lives, today }, rows) => {
      const held = new Map(
        lives.flatMap(({ child, periods }) =>
          periods.flatMap((period) =>
            period.reviews.map((review) => [`${child} ${review.heldOn.toString()}`, review.participation] as const),
          ),
        ),
      )
      for (const row of rows(reviews)) {
        if (row.status !== 'HELD') continue
        if (row.kind !== 'PATHWAY_18_25')
          assert.equal(row.participation, held.get(`${row.child} ${row.heldOn?.toString() ?? ''}`))
        const days = [row.heldOn, row.decisionsOn, row.recordOn, row.distributedOn, row.childLetterOn]
        for (const day of [...days, row.managerRespondedOn, row.completedOn]) {
          assert.ok(day === null || isOnOrBefore(day, today), row.reviewRef)
        }
      }
      for (const { on } of rows(rearrangements).map((row) => ({ on: row.on }))) assert.ok(isOnOrBefore(on, today))
      for (const row of rows(notifications)) assert.ok(isOnOrBefore(row.notifiedOn, today))
    })
  })

  it('give each child one officer at a time, in post, and brothers and sisters the same', () => {
    ofMany(({ today }, rows) => {
      const inPost = new Map(rows(officers).map((officer) => [officer.officerId, officer]))
      const open = rows(allocations).filter(({ to }) => to === null)
      assert.equal(new Set(open.map(({ child }) => child)).size, open.length)
      for (const { officerId, from } of open) {
        const officer = inPost.get(officerId)
        assert.ok(officer && officer.endedOn === null && officer.role !== 'MANAGER')
        assert.ok(isOnOrBefore(officer.startedOn, from) && isOnOrBefore(from, today))
      }
      const officerOf = new Map(open.map(({ child, officerId }) => [child, officerId]))
      for (const { child, relative, kind } of rows(family)) {
        const [one, other] = [officerOf.get(child), officerOf.get(relative)]
        if (kind === 'SIBLING' && one && other) assert.equal(one, other)
      }
    })
  })

  it('keep their keys from day to day, so that a later day tells more of the same', () => {
    const [earlier, later] = ['2026-06-10', '2026-07-10'].map((day) => asStored(registersOn(11, 120, date(day)).made))
    for (const name of ['reviews', 'allocations', 'officers', 'notifications', 'meetings', 'people']) {
      const [before, after] = [earlier?.get(name), later?.get(name)]
      const gone = [...(before?.keys() ?? [])].filter((key) => !after?.has(key))
      // The only thing that may go is a plan for a child who has left.
      const plans = gone.filter((key) => before?.get(key)?.['status'] !== 'HELD')
      assert.deepEqual(gone.length, plans.length, name)
      if (name !== 'reviews' && name !== 'meetings') assert.deepEqual(gone, [], name)
    }
    const held = [...(earlier?.get('reviews') ?? [])].filter(([, row]) => row['status'] === 'HELD')
    assert.ok(held.length > 300)
    for (const [key, row] of held) {
      const same = later?.get('reviews')?.get(key)
      assert.deepEqual([same?.['held_date'], same?.['officer_id']], [row['held_date'], row['officer_id']])
    }
  })

  it('have something of everything in an authority of the size of the demonstration', () => {
    const { made, lives, today } = registersOn(2026, 300, date('2026-11-26'))
    const rows = rowsIn(asStored(made))
    const fte = rows(officers)
      .filter(({ role, endedOn }) => /^IRO/.test(role) && endedOn === null)
      .reduce((sum, officer) => sum + officer.fte, 0)
    const open = rows(allocations).filter(({ to }) => to === null)
    assert.ok(open.length / fte > 50 && open.length / fte < 70, String(open.length / fte))
    assert.ok(rows(officers).some(({ employment, endedOn }) => employment === 'AGENCY' && endedOn))
    assert.ok(rows(officers).some((officer) => officer.fte < 1 && officer.role === 'IRO'))
    assert.ok(rows(handovers).length > 0)
    const without = lives.filter((life) => periodNow(life, { today }) && !open.some(({ child }) => child === life.child))
    assert.ok(without.length <= 8, String(without.length))
    const all = rows(reviews)
    assert.ok(all.filter(({ lateReason }) => lateReason).length > 20)
    assert.ok(all.filter(({ status, bookedFor }) => status === 'PLANNED' && bookedFor === null).length > 20)
    assert.ok(all.filter(({ status, bookedFor }) => status === 'PLANNED' && bookedFor && isAfter(bookedFor, today)).length > 50)
    assert.ok(rows(rearrangements).length > 50)
    assert.ok(rows(rearrangements).some(({ slackDays }) => slackDays !== null && slackDays < 5))
    assert.ok(rows(choices).length > 20)
    assert.ok(rows(officerRequests).some(({ decision }) => decision === null))
    assert.ok(rows(family).some(({ kind }) => kind === 'PARENT'))
  }) // prettier-ignore
})
