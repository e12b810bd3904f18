import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { filesOf } from '../../test/support/counting/care.ts'
import { countedInRegisters } from '../../test/support/counting/ofOtherRegisters.ts'
import { countedInReturn } from '../../test/support/counting/ofReturn.ts'
import { countedInReviews } from '../../test/support/counting/ofReviewRegister.ts'
import type { Counted } from '../../test/support/counting/files.ts'
import { madeUpService } from '../../test/support/madeUpService.ts'
import { valueOf } from '../figures/compute.ts'
import type { FigureValue } from '../figures/figure.ts'
import { allFigures } from './rooms.ts'

const YEAR = 2023

/** The same of what is given, of a share its parts, of a count the sizes of its groups. */
const partsOf = ({ unit, value, numerator, denominator, breakdown }: FigureValue, { sizes }: Counted): Counted => {
  if (unit === 'percent') return { value: numerator ?? 0, of: denominator ?? 0 }
  const own = breakdown.map((item) => item.value).filter((size) => size > 0)
  return { value: value ?? 0, ...(sizes ? { sizes: own.sort((a, b) => b - a) } : {}) }
}

describe('figures counted a second time, from the files alone', () => {
  for (const { seed, children } of [
    { seed: 71, children: 60 },
    { seed: 72, children: 150 },
    { seed: 73, children: 330 },
  ]) {
    it(`agree for a made-up service of about ${children} children`, async () => {
      const service = await madeUpService({ seed, children, firstYear: YEAR, lastYear: YEAR, history: 'carried' })
      try {
        const world = service.worldOf(YEAR)
        const files = filesOf(service.folder, YEAR)
        const counted = { ...countedInReturn(files), ...countedInReviews(files), ...countedInRegisters(files) }
        const differing = Object.entries(counted).flatMap(([id, expected]) => {
          const figure = allFigures.ofId(id)
          assert.ok(figure, id)
          const value = valueOf(figure, world)
          const { sizes, ...parts } = expected
          const wanted: Counted = { ...parts, ...(sizes ? { sizes: sizes.filter((size) => size > 0) } : {}) }
          const given = partsOf(value, expected)
          return JSON.stringify(given) === JSON.stringify(wanted) ? [] : [{ id, given, wanted }]
        })
        assert.deepEqual(differing, [])
        assert.ok(Object.keys(counted).length >= 80)
      } finally {
        service.remove()
      }
    })
  }
})
