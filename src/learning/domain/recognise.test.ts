import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date } from '../../kernel/dates.ts'
import { recognisable } from './recognise.ts'

const known = {
  identifiers: new Set(['620249', 'FC12']),
  names: ['Ivy Marlow', 'Ivy', 'Tom Fairley'],
  birthdays: [date('2012-02-03')],
}

const cases: { text: string; certain: readonly RegExp[]; perhaps: readonly RegExp[] }[] = [
  { text: 'A boy of ten waited three months for a plan.', certain: [], perhaps: [] },
  { text: 'We looked at the record of Ivy Marlow.', certain: [/Ivy/], perhaps: [] },
  { text: 'The record 620249 has no plan; household fc12 moved.', certain: [/620249/, /fc12/], perhaps: [] },
  { text: 'She was born on 3 February 2012.', certain: [/date of birth/], perhaps: [] },
  { text: 'He moved on 4 March 2024 to SW1A 1AA.', certain: [/postcode/], perhaps: [/exact day/] },
  { text: 'Ring 01253 477000 or write to a.b@example.org.', certain: [/email/, /telephone/], perhaps: [] },
  { text: 'The school said that Deshawn was happy.', certain: [], perhaps: [/Deshawn/] },
]

describe('by what someone could be recognised', () => {
  for (const { text, certain, perhaps } of cases) {
    test(text, () => {
      const found = recognisable(text, known)
      assert.equal(found.certain.length, certain.length, found.certain.join('; '))
      assert.equal(found.perhaps.length, perhaps.length, found.perhaps.join('; '))
      for (const one of certain) assert.ok(found.certain.some((said) => one.test(said)), String(one)) // prettier-ignore
      for (const one of perhaps) assert.ok(found.perhaps.some((said) => one.test(said)), String(one)) // prettier-ignore
    })
  }
})
