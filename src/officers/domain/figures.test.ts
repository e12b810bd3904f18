import { registersOf } from '../../../test/support/registers.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { valueOf } from '../../figures/compute.ts'
import { date } from '../../kernel/dates.ts'
import type { AllocationFact } from '../registers/allocations.ts'
import { serviceFigures } from './figures.ts'

type Allocation = Pick<AllocationFact, 'child' | 'officerId' | 'from' | 'to'>

describe('a register of allocations that was begun late', () => {
  // Twenty children in care all year, and two who left in the summer of 2022.
  const stayed = Array.from({ length: 20 }, (_, index) => String(index + 1))
  const children = [
    ...stayed.map((child) => aChild({ child, episodes: ['2022-01-04 S C2 U6'] })),
    ...['L1', 'L2'].map((child) => aChild({ child, episodes: ['2022-01-04..2022-07-10 S C2 U6 E4A'] })),
  ]
  const officers = [{ officerId: 'O1', name: 'Ada', role: 'IRO', fte: 0.5, startedOn: date('2020-01-01'), endedOn: null, employment: null, qualifiedOn: null, email: null }] as const // prettier-ignore
  const begun = stayed.map((child) => ({ child, officerId: 'O1', from: date('2022-01-10'), to: null }))
  const caseload = (allocations: readonly Allocation[], year = '2022-23') => {
    const figure = serviceFigures.find(({ id }) => id === 'iros.caseload_per_fte')
    assert.ok(figure)
    const world = { ...aWorld(children, { year }), registers: registersOf({ allocations, officers }) }
    const { value, reason } = valueOf(figure, world)
    return value ?? reason
  }

  it('says at how many month ends it was not kept', () => {
    assert.equal(
      caseload(begun),
      'The register of allocations was not kept at 3 of the 12 month ends: it names few of the children who have left care since.',
    )
  })
  it('is taken at its word from its first end on', () => {
    const ended = { child: 'L1', officerId: 'O1', from: date('2022-01-10'), to: date('2022-04-12') }
    assert.equal(caseload([...begun, ended]), 40)
  })
  it('counts those who have waited for an IRO all the time as waiting', () => {
    assert.equal(caseload(begun.slice(0, 10), '2023-24'), 20)
  })
  it('is not judged by one child who was never given an IRO', () => {
    const one = { child: 'L1', officerId: 'O1', from: date('2022-01-10'), to: date('2022-07-10') }
    assert.equal(caseload([...begun, one]), (3 * 42 + 9 * 40) / 12)
  })
})

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
