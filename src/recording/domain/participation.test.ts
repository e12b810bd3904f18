import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date } from '../../kernel/dates.ts'
import { participationSuggested, tookPartBy, whyNotParticipation } from './participation.ts'

const heldOn = date('2023-06-06')
const ten = date('2013-01-05')
const three = date('2020-01-05')

describe('how a child took part', () => {
  for (const [came, views, born, code] of [
    [true, 'SPOKE', ten, 'PN1'],
    [true, 'ADVOCATE', ten, 'PN2'],
    [true, 'OTHER_WAY', ten, 'PN3'],
    [true, 'NONE', ten, 'PN4'],
    [false, 'ADVOCATE', ten, 'PN5'],
    [false, 'OTHER_WAY', ten, 'PN6'],
    [false, 'NONE', ten, 'PN7'],
    [null, 'NONE', ten, null],
    [true, null, ten, null],
    [true, 'SPOKE', three, 'PN0'],
    [null, null, three, 'PN0'],
    [true, 'SPOKE', null, 'PN1'],
  ] as const) {
    test(`came ${String(came)}, views ${String(views)}: ${String(code)}`, () => {
      assert.equal(participationSuggested({ came, views }, born, heldOn), code)
      if (code && code !== 'PN0') assert.equal(participationSuggested(tookPartBy(code), ten, heldOn), code)
    })
  }

  test('a code against the age, or against what was recorded, is refused', () => {
    assert.match(whyNotParticipation('PN0', { came: null }, ten, heldOn) ?? '', /under 4/)
    assert.match(whyNotParticipation('PN1', { came: null }, three, heldOn) ?? '', /under 4/)
    assert.match(whyNotParticipation('PN1', { came: false }, ten, heldOn) ?? '', /PN1 says that the child came/)
    assert.match(whyNotParticipation('PN6', { came: true }, ten, heldOn) ?? '', /did not come/)
    assert.equal(whyNotParticipation('PN6', { came: false }, ten, heldOn), null)
    assert.equal(whyNotParticipation(null, { came: true }, ten, heldOn), null)
    // On the fourth birthday the child is four.
    assert.equal(whyNotParticipation('PN1', { came: true }, date('2019-06-06'), heldOn), null)
  })
})
