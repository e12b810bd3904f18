import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { returnCase } from '../../../test/support/returnCase.ts'
import { addDays, date, dayNumber } from '../../kernel/dates.ts'

/** Days of 2022-23 on which something begins, and where the child lives from then on. */
interface Stay {
  day: number
  rne: string
  place: string
  postcode: string
}

const START = date('2022-04-01')
const dayOf = (day: number): string => addDays(START, day).toString()

const aStay = fc.record({
  day: fc.integer({ min: 0, max: 340 }),
  rne: fc.constantFrom('P', 'L', 'B'),
  place: fc.constantFrom('U6', 'U4', 'K2'),
  postcode: fc.constantFrom('ZB2 2BB', 'ZC3 3CC', 'ZD4 4DD'),
})
const stays = fc
  .uniqueArray(aStay, { minLength: 1, maxLength: 4, selector: ({ day }) => day })
  .map((all) => all.sort((a, b) => a.day - b.day).map((stay, index) => (index === 0 ? { ...stay, rne: 'S' } : stay)))

interface Correction {
  kind: 'moved' | 'left_out' | 'elsewhere' | 'added' | 'child_gone' | 'ended' | 'same'
  index: number
  days: number
  stay: Stay
}

/** What the return of the next year does to what the first one said: a stay moved, left out, elsewhere, or one more. */
const correction: fc.Arbitrary<Correction> = fc.record({
  kind: fc.constantFrom<Correction['kind'][]>('moved', 'left_out', 'elsewhere', 'added', 'child_gone', 'ended', 'same'),
  index: fc.nat({ max: 3 }),
  days: fc.integer({ min: -40, max: 40 }).filter((days) => days !== 0),
  stay: aStay,
})

function corrected(all: readonly Stay[], { kind, index, days, stay }: Correction): Stay[] {
  const at = index % all.length
  switch (kind) {
    case 'moved':
      return all.map((one, place) => (place === at ? { ...one, day: Math.min(360, Math.max(0, one.day + days)) } : one))
    case 'left_out':
      return all.filter((_, place) => place !== at)
    case 'elsewhere':
      return all.map((one, place) => (place === at ? { ...one, place: stay.place, postcode: stay.postcode } : one))
    case 'added':
      return all.some(({ day }) => day === stay.day) ? [...all] : [...all, stay]
    case 'child_gone':
      return []
    default:
      return [...all]
  }
}

/** The episodes of these stays, each up to the next; the last goes on, or ends on the day. */
const linesOf = (all: readonly Stay[], end: string | null): string[] =>
  all
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, rne, place, postcode }, index, sorted) => {
      const next = sorted[index + 1]
      const until = next ? ` ${dayOf(next.day)} X1` : end === null ? '' : ` ${end} E4A`
      return `A ${dayOf(day)} ${rne} C2 ${place}${until} @${postcode}`
    })

test('a return that corrects an earlier one takes no day of care, place or review from it without a finding', async () => {
  const given = fc.tuple(stays, correction, fc.uniqueArray(fc.integer({ min: 0, max: 360 }), { maxLength: 3 }))
  await fc.assert(
    fc.asyncProperty(given, async ([all, change, reviewed]) => {
      const reviews = reviewed.map((day) => `A ${dayOf(day)} PN1`)
      const first = { episodes: linesOf(all, null), reviews }
      const later = corrected(all, change)
      const end = change.kind === 'ended' ? '2023-03-20' : null
      const before = await returnCase({ years: { 2022: first } })
      const after = await returnCase({ years: { 2022: first, 2023: { episodes: [...linesOf(later, end), 'B 2023-05-09 S C2 U6'] } } })
      const gone = [...said(before)].filter((one) => !said(after).has(one))
      const isTold = after.told.some((one) => !before.told.includes(one))
      assert.ok(gone.length === 0 || isTold, `${gone.slice(0, 3).join('; ')}; ${after.told.join(', ')}`)
    }),
    { numRuns: 60 },
  )
}) // prettier-ignore

/** Each day of care of the year with where the child lived, and each review, as they are counted. */
function said({ world }: Awaited<ReturnType<typeof returnCase>>): Set<string> {
  const [history] = world(2022, date('2023-03-31')).histories.filter(({ record }) => record.child === 'A')
  if (!history) return new Set()
  const last = dayNumber(date('2023-03-31'))
  const days = history.periods.flatMap(({ episodes }) =>
    episodes.flatMap(({ from, until, placementPostcode }) => {
      const first = dayNumber(from)
      const end = until === null ? last : Math.min(last, dayNumber(until) - 1)
      return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => first + index).flatMap((day) => [
        `in care on ${day}`,
        `at ${placementPostcode} on ${day}`,
      ])
    }),
  )
  return new Set([...days, ...history.record.reviews.map(({ heldOn }) => `reviewed on ${dayNumber(heldOn)}`)])
}
