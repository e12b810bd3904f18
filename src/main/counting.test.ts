import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as z from 'zod'
import { BOROUGH } from '../../test/support/borough.ts'
import { type Files, filesOf } from '../../test/support/counting/care.ts'
import { countedInRegisters } from '../../test/support/counting/ofOtherRegisters.ts'
import { countedInReturn } from '../../test/support/counting/ofReturn.ts'
import { countedInReviews } from '../../test/support/counting/ofReviewRegister.ts'
import type { Counted } from '../../test/support/counting/files.ts'
import { ordinaryChildren, timelinessOf } from '../../test/support/counting/timeliness.ts'
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

const countedIn = (files: Files): Record<string, Counted> => ({
  ...countedInReturn(files),
  ...countedInReviews(files),
  ...countedInRegisters(files),
})

describe('figures counted a second time, from the files alone', () => {
  it('are those that are known of the made-up borough', () => {
    const registers = join(import.meta.dirname, '../../test/data/registers-example')
    const { figures } = z
      .object({
        figures: z.array(
          z.object({
            id: z.string(),
            value: z.number().nullable(),
            numerator: z.number().optional(),
            denominator: z.number().optional(),
          }),
        ),
      })
      .parse(JSON.parse(readFileSync(join(registers, 'expected-figures.json'), 'utf8')))
    const counted = countedIn(filesOf({ ofReturn: join(BOROUGH, 'data'), ofRegisters: registers }, 2022))
    const differing = figures.flatMap(({ id, value, numerator, denominator }) => {
      const one = counted[id]
      if (!one) return []
      const isSame = one.of === undefined ? one.value === value : one.value === numerator && one.of === denominator
      return isSame ? [] : [{ id, counted: one, known: { value, numerator, denominator } }]
    })
    assert.deepEqual(differing, [])
  })
  for (const { seed, children } of [
    { seed: 71, children: 60 },
    { seed: 73, children: 220 },
  ]) {
    it(`agree for a made-up service of about ${children} children`, async () => {
      const service = await madeUpService({ seed, children, firstYear: YEAR, lastYear: YEAR, history: 'carried' })
      try {
        const world = service.worldOf(YEAR)
        const folders = { ofReturn: join(service.folder, '2023-24'), ofRegisters: join(service.folder, 'registers') }
        const files = filesOf(folders, YEAR)
        const counted = countedIn(files)
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
        const ordinary = ordinaryChildren(files)
        const records = allFigures.ofId('reviews.on_time')?.records(world)
        assert.ok(records && typeof records !== 'string')
        assert.deepEqual(
          records
            .filter(({ child }) => ordinary.has(child))
            .map(({ child, date, counts }) => `${child} ${date.toString()} ${counts ? 'on time' : 'late'}`)
            .sort(),
          timelinessOf(files, ordinary),
        )
      } finally {
        service.remove()
      }
    })
  }
})
