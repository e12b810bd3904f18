import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { handCounted } from '../../test/support/counting/byHand.ts'
import { returnCase } from '../../test/support/returnCase.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import { valueOf } from '../figures/compute.ts'
import type { FigureValue } from '../figures/figure.ts'
import { date } from '../kernel/dates.ts'
import { allFigures } from './rooms.ts'

/** `3: a 2, b 1`; `1 of 3`; `27.5`; `null`. */
function inWords({ unit, value, numerator, denominator, breakdown }: FigureValue): string {
  if (value === null) return 'null'
  if (unit === 'percent') return `${numerator ?? ''} of ${denominator ?? ''}`
  const keys = breakdown.filter((item) => item.value > 0).map((item) => `${item.key} ${item.value}`)
  return `${Number(value.toFixed(6))}${keys.length > 0 ? `: ${keys.join(', ')}` : ''}`
}

describe('figures counted by hand', () => {
  for (const { about, is, asAt, ...given } of handCounted) {
    test(about, async () => {
      const year = reportingYear(2022)
      const world = (await returnCase(given)).world(2022, asAt === undefined ? year.lastDay : date(asAt))
      // All at once, as the command and the report have them: each group is given only the registers that it reads.
      const values = new Map(allFigures.valuesIn(world).map((value) => [value.id, value]))
      const found = Object.keys(is).map((id) => {
        const value = values.get(id)
        const figure = allFigures.ofId(id)
        assert.ok(value && figure, id)
        assert.equal(inWords(valueOf(figure, world)), inWords(value), `${id}, by itself and among all`)
        return [id, inWords(value)]
      })
      assert.deepEqual(Object.fromEntries(found), is)
    })
  }
})
