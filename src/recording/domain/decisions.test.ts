import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import { recommendations } from '../registers/recommendations.ts'
import { carriedInto, isVague, timesCarried } from './decisions.ts'
import { isOfSameWindow } from './drafts.ts'

describe('decisions', () => {
  const all = recommendations.rowsIn(
    rowsOfFiles({
      recommendations: [
        'review_ref,number,text,responsible,carried_from',
        'R1,1,Dentist,SW,',
        'R2,1,Dentist,SW,R1/1',
        'R3,4,Dentist,SW,R2/1',
        'R3,5,Other,SW,',
      ],
    }),
  )
  test('are counted as often as they were carried forward', () => {
    assert.deepEqual(
      all.map((one) => timesCarried(one, all)),
      [0, 1, 2, 0],
    )
    const [first] = all
    assert.ok(first)
    assert.equal(carriedInto(first, 'R2', all)?.number, 1)
    assert.equal(carriedInto(first, 'R3', all), null)
  })

  for (const [text, expected] of [
    ['Dental appointment to be considered', true],
    ['Contact to be monitored as appropriate', true],
    ['Passport as soon as possible', true],
    ['Ms Hale sends the passport form', false],
    ['School to pay for the trip by 3 May', false],
  ] as const) {
    test(`“${text}” is ${expected ? '' : 'not '}vague`, () => {
      assert.equal(isVague({ text }), expected)
    })
  }
})

describe('drafts', () => {
  test('a later saving of the same window puts its own earlier one right, and nobody else’s', () => {
    const draft = (window: string, saves: string) => ({ window, saves })
    assert.equal(isOfSameWindow(draft('a', '3'), draft('a', '4')), true)
    assert.equal(isOfSameWindow(draft('a', '4'), draft('a', '3')), false, 'an older one that comes late')
    assert.equal(isOfSameWindow(draft('a', '4'), draft('b', '9')), false)
    assert.equal(isOfSameWindow({}, draft('', '1')), false)
  })
})
