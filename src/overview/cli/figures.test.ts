import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { aChild, aWorld } from '../../../test/support/children.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import { date, instant } from '../../kernel/dates.ts'
import { allFigures } from '../../main/rooms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type OverviewDeps, figuresAsked } from './asked.ts'
import { figures } from './figures.ts'

const TODAY = date('2026-11-29')
const output = z.object({
  asAt: z.string(),
  figures: z.array(
    z.object({ id: z.string(), label: z.string(), value: z.number().nullable(), reason: z.string().optional() }),
  ),
})

/** Looked after since before the year, last reviewed on 1 October 2026: due again on 1 April 2027. */
const child = aChild({ episodes: ['2025-06-02 S C2 U6'], reviews: ['2025-06-20', '2025-09-19', '2026-03-18', '2026-10-01'] }) // prettier-ignore

function depsWith(
  coverage: readonly ReturnCoverage[],
  notes: string[],
): OverviewDeps & { note: (text: string) => void } {
  const unused = () => Promise.reject(new Error('not asked'))
  return {
    worlds: {
      ofYear: (_, year, asAt) => Promise.resolve(aWorld([child], { year: year.name, asAt: asAt.toString(), coverage })),
      onDay: unused,
      onDaySince: unused,
      ofChild: unused,
      ofAll: unused,
    },
    figures: allFigures,
    authorityOf: (code) => Promise.resolve(code),
    today: () => TODAY,
    now: () => instant('2026-11-29T10:00:00Z'),
    note: (text) => notes.push(text),
  }
}

async function asked(
  more: Record<string, unknown>,
  coverage: readonly ReturnCoverage[] = [
    { year: 2025, carriesEarlierReviews: true },
    { year: 2026, carriesEarlierReviews: true },
  ],
) {
  const notes: string[] = []
  const request = figuresAsked.parse({ authority: 'X99000001', format: 'json', ...more })
  const answer = output.parse(JSON.parse(await figures(request, depsWith(coverage, notes))))
  const [first] = answer.figures
  assert.ok(first)
  return { ...answer, first, notes }
}

describe('the figures of a year that is not over', () => {
  test('are of today, in number and in words', async () => {
    const { asAt, first, notes } = await asked({ year: '2026-27', id: ['cla.count'] })
    assert.equal(asAt, '2026-11-29')
    assert.equal(first.label, 'Children looked after on 29 November 2026')
    assert.deepEqual(notes, [])
  })
  test('call nothing overdue that falls due later in the year', async () => {
    const { first } = await asked({ year: '2026-27', id: ['reviews.overdue'] })
    assert.deepEqual([first.value, first.label], [0, 'Reviews due but not held on 29 November 2026'])
  })
  test('are of another day where one is asked for', async () => {
    assert.equal((await asked({ year: '2026-27', asAt: '2026-06-30' })).asAt, '2026-06-30')
  })
  test('are of the last day once the year is over', async () => {
    const { asAt, first } = await asked({ year: '2025-26', id: ['cla.count'] })
    assert.deepEqual([asAt, first.label], ['2026-03-31', 'Children looked after at the year end'])
  })
})

describe('the figures of a year without its return', () => {
  const years = [
    { why: 'with a later one', year: '2024-25', says: /^No return for 2024-25 is known, and a later one/ },
    { why: 'with an earlier one alone', year: '2027-28', says: /^No return for 2027-28 is known\.$/ },
  ]
  for (const { why, year, says } of years) {
    test(`${why}: nothing is known, with the reason and a warning`, async () => {
      const { figures: all, notes } = await asked({ year })
      for (const { id, value } of all) assert.equal(value, null, id)
      assert.match(all.find(({ id }) => id === 'cla.count')?.reason ?? '', says)
      assert.equal(notes.length, 1)
    })
  }
  test('a person is refused a table of reasons alone, and told which years there are', async () => {
    await assert.rejects(asked({ year: '2024-25', format: 'table' }), (error) => {
      assert.ok(error instanceof Refusal)
      assert.match(error.message, /no return of X99000001 for 2024-25 is imported.*imported: 2025-26 and 2026-27/)
      return true
    })
  })
  test('without any return there is nothing to answer', async () => {
    await assert.rejects(asked({ year: '2025-26' }, []), Refusal)
  })
})
