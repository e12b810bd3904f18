import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { date, instant } from '../../../kernel/dates.ts'
import { type ReportStep, type StepTaken, courseAfter, stateToGoOnFrom } from './course.ts'

const at = instant('2023-05-01T09:00:00Z')
const signed = { asAt: date('2023-03-31'), knownAt: at }
const taken = (step: ReportStep): StepTaken => ({ step, at, by: 'Ann', note: null, signed: step === 'sign_off' ? signed : null }) // prettier-ignore

describe('the course of a report', () => {
  const cases: { steps: ReportStep[]; state: string; edition: number; isSigned: boolean }[] = [
    { steps: [], state: 'draft', edition: 1, isSigned: false },
    { steps: ['submit'], state: 'in_review', edition: 1, isSigned: false },
    { steps: ['submit', 'send_back'], state: 'draft', edition: 1, isSigned: false },
    { steps: ['submit', 'sign_off'], state: 'signed_off', edition: 1, isSigned: true },
    { steps: ['submit', 'sign_off', 'send_back'], state: 'draft', edition: 1, isSigned: false },
    { steps: ['submit', 'sign_off', 'publish'], state: 'published', edition: 1, isSigned: false },
    { steps: ['submit', 'sign_off', 'publish', 'submit'], state: 'in_review', edition: 2, isSigned: false },
  ]
  for (const { steps, state, edition, isSigned } of cases) {
    it(steps.join(', ') || 'nothing yet', () => {
      const course = courseAfter(steps.map(taken))
      assert.deepEqual([course.state, course.edition, course.signed !== null], [state, edition, isSigned])
    })
  }
  it('goes on after a publication with the draft of the next edition', () => {
    assert.equal(stateToGoOnFrom(courseAfter(['submit', 'sign_off', 'publish'].map((step) => taken(step === 'submit' || step === 'sign_off' ? step : 'publish')))), 'draft') // prettier-ignore
  })
})
