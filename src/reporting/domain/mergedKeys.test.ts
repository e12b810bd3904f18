import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { valueOf } from '../../figures/compute.ts'
import { aWorld } from '../../../test/support/children.ts'
import { allFigures } from '../../main/rooms.ts'
import type { Measure } from './measure.ts'
import { mergedKeys } from './mergedKeys.ts'

describe('keys of two years in one order', () => {
  const [figure] = allFigures.all
  assert.ok(figure)
  const shell = valueOf(figure, aWorld([]))
  const dividedBy = (labels: readonly string[]): Measure => ({
    ...shell,
    breakdown: labels.map((label) => ({ key: label, label, value: 1 })),
  })
  const cases: { why: string; now: string[]; before: string[]; merged: string[] }[] = [
    {
      why: 'bands of which each year has others stand in order of number',
      now: ['10 to 14 years', '25+ years'],
      before: ['15 to 19 years', '20 to 24 years', '25+ years'],
      merged: ['10 to 14 years', '15 to 19 years', '20 to 24 years', '25+ years'],
    },
    {
      why: 'a band below the first number comes first',
      now: ['1 to 4', '5 to 9'],
      before: ['Under 1', '5 to 9'],
      merged: ['Under 1', '1 to 4', '5 to 9'],
    },
    {
      why: 'a key that only last year has stands between its neighbours',
      now: ['White', 'Other ethnic group'],
      before: ['White', 'Mixed', 'Other ethnic group', 'Not known'],
      merged: ['White', 'Mixed', 'Other ethnic group', 'Not known'],
    },
    {
      why: 'a code that nobody knows stays last',
      now: ['Full care order', 'Code Q9, not in the return’s list'],
      before: ['Full care order', 'Emergency protection order'],
      merged: ['Full care order', 'Emergency protection order', 'Code Q9, not in the return’s list'],
    },
    {
      why: 'years that have the same keys in different orders give each once',
      now: ['Health', 'Police'],
      before: ['Police', 'Health'],
      merged: ['Health', 'Police'],
    },
    { why: 'one year alone keeps its order', now: ['Red', 'Amber'], before: [], merged: ['Red', 'Amber'] },
  ]
  for (const { why, now, before, merged } of cases) {
    it(why, () => {
      const labels = mergedKeys(dividedBy(now), dividedBy(before)).map(({ label }) => label)
      assert.deepEqual(labels.toSorted(), merged.toSorted())
      assert.deepEqual(labels.slice(0, merged.length), merged)
    })
  }
})
