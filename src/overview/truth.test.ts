import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { returnWorld } from '../../test/support/returnWorld.ts'
import { valueOf } from '../figures/compute.ts'
import { date } from '../kernel/dates.ts'
import { settingsSchema } from '../settings/settings.ts'
import { figureOfId } from './figures.ts'

const cases = join(import.meta.dirname, '../../test/data/truth')

const about = z.object({
  about: z.string(),
  settings: settingsSchema.nullable().transform((own) => own ?? settingsSchema.parse({})),
  expected: z.array(
    z.object({
      k: z.literal('fig'),
      year: z.string(),
      id: z.string(),
      val: z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable(),
      asat: z.string().transform(date).nullable(),
    }),
  ),
})

describe('small returns with known answers', async () => {
  for (const entry of readdirSync(cases, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const folder = join(cases, entry.name)
    const {
      about: subject,
      settings,
      expected,
    } = about.parse(JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')))
    for (const { year, id, val, asat } of expected) {
      const world = await returnWorld(join(folder, `return-${year}`), Number(year.slice(0, 4)), {
        settings,
        ...(asat && { asAt: asat }),
      })
      test(`${subject}: ${id}`, () => {
        const figure = figureOfId(id)
        assert.ok(figure)
        const { value, numerator, denominator } = valueOf(figure, world)
        assert.deepEqual(Array.isArray(val) ? [numerator, denominator] : value, val)
      })
    }
  }
})
