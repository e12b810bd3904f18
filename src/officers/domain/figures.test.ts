import { registersOf } from '../../../test/support/registers.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { valueOf } from '../../figures/compute.ts'
import { date } from '../../kernel/dates.ts'
import { serviceFigures } from './figures.ts'

describe('children still without an IRO', () => {
  const figure = serviceFigures.find(({ id }) => id === 'iros.children_without')
  const child = aChild({ episodes: ['2022-11-01 S C2 U6'] })
  const allocations = [{ child: 'another', officerId: 'O1', from: date('2022-01-04'), to: null }]
  const of = (asAt: string, iroAppointmentWorkingDays?: number) => {
    assert.ok(figure)
    const settings = iroAppointmentWorkingDays === undefined ? {} : { iroAppointmentWorkingDays }
    const { value, label } = valueOf(figure, {
      ...aWorld([child], { asAt, settings }),
      registers: registersOf({ allocations }),
    })
    return [value, label]
  }
  const five = 'Children still without an IRO after 5 working days'
  const eight = 'Children still without an IRO after 8 working days'
  for (const { why, asAt, days, is } of [
    { why: 'on the 5th working day', asAt: '2022-11-08', days: undefined, is: [0, five] },
    { why: 'after it', asAt: '2022-11-09', days: undefined, is: [1, five] },
    { why: 'by the authority’s own limit, on its last day', asAt: '2022-11-11', days: 8, is: [0, eight] },
    { why: 'by the authority’s own limit, after it', asAt: '2022-11-12', days: 8, is: [1, eight] },
  ]) {
    it(`${why}: ${String(is[0])}`, () => {
      assert.deepEqual(of(asAt, days), is)
    })
  }
})
