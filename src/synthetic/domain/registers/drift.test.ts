import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidays } from '../../../../test/support/holidays.ts'
import { reportingYearOf } from '../../../calendar/reportingYear.ts'
import type { ChildRecord } from '../../../children/domain/record.ts'
import { nothingReturned } from '../../../children/domain/watchedHistory.ts'
import { worldOf } from '../../../children/domain/world.ts'
import { date, earlierOf } from '../../../kernel/dates.ts'
import { allClocks } from '../../../main/rooms.ts'
import { signsIn } from '../../../signs/domain/signs.ts'
import { asStored } from '../../write/registersWriter.ts'
import { madeUpChildren } from '../authority.ts'
import type { Life } from '../life.ts'
import { isInRegisters, madeUpRegisters } from './madeUpRegisters.ts'
import { isAdrift } from './oversightRows.ts'

const today = date('2025-12-18')
const source = { year: 2025, table: 'made up', row: 2 }

/** The record of a life, as returns would have it. */
const recordOf = ({ child, sex, bornOn, ethnicity, periods, absences }: Life): ChildRecord => ({
  ...nothingReturned,
  child,
  sex,
  bornOn,
  ethnicity,
  episodes: periods.flatMap(({ episodes }) => episodes.map((episode) => ({ ...episode, source }))),
  reviews: periods.flatMap(({ reviews }) => reviews.map((review) => ({ ...review, source }))),
  missing: absences.map((absence) => ({ ...absence, source })),
})

// Seeds that the rules were not tried on while they were written.
for (const seed of [7_001, 7_002, 7_003]) {
  test(`of an authority made up by seed ${seed}, those made to drift are shown to drift, and no others`, (context) => {
    const to = reportingYearOf(today)
    const options = {
      seed,
      children: 250,
      from: to,
      to,
      until: earlierOf(today, to.lastDay),
      history: 'year_only' as const,
    }
    const lives = [...madeUpChildren({ ...options, oddities: null }, holidays)]
      .map(({ life }) => life)
      .filter((life) => isInRegisters(life, today))
    const registers = asStored(madeUpRegisters(lives, { seed, children: 250, today, holidays }))
    const coverage = [{ year: to.startYear, carriesEarlierReviews: true }]
    const world = worldOf({ children: lives.map(recordOf), coverage, registers }, to, today, {}, holidays, allClocks)
    const shown = new Set(signsIn(world).flatMap(({ kind, child }) => (kind === 'visit_overdue' ? [child] : [])))
    const made = new Set(lives.filter((life) => isAdrift(life, today)).map(({ child }) => child))
    const both = [...shown].filter((child) => made.has(child)).length
    const [precision, recall] = [both / Math.max(1, shown.size), both / Math.max(1, made.size)]
    context.diagnostic(`seed ${seed}: ${made.size} made to drift, ${shown.size} shown; precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`) // prettier-ignore
    assert.ok(made.size > 0)
    assert.deepEqual([precision, recall], [1, 1])
  })
}
