import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { worldOfFiles } from '../../../test/support/judged.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Settings } from '../../settings/settings.ts'
import { protocols } from '../presets.ts'
import { protocolSetting } from '../settings.ts'
import { challengeFigures } from './figures.ts'

const CHALLENGES =
  'challenge_ref,child,raised_date,route,themes,agency,resolved_date,withdrawn_date,cafcass,cafcass_date,changed_for_child,legal_advice_date'
const challenges = [
  CHALLENGES,
  // Resolved on the twentieth working day, and one later.
  'Q1,A,2022-09-05,FORMAL,permanence; visits late,,2022-10-04,,,,Moved to his aunt,2022-09-12',
  'Q2,A,2022-12-12,FORMAL,PEP overdue,,2023-01-13,,DISCUSSED,2023-01-05,,',
  // Informal, passed on and not.
  'Q3,B,2022-06-20,INFORMAL,visits late,,2022-07-18,,,,,',
  'Q4,B,2022-05-16,INFORMAL,,,2022-05-20,,,,,',
  'Q5,,2022-10-24,THEMED,late notification,,,,,,,',
  'Q6,C,2022-11-14,ALERT,,,,2022-11-15,,,,',
  'Q7,C,2022-08-08,PARTNER,,Health,2022-08-30,,,,,',
  'Q8,C,2023-03-13,PARTNER,,,2023-04-05,,,,,',
  'Q9,C,2023-01-23,GOOD_PRACTICE,life story work,,,,,,,',
  'Q10,A,2022-03-28,FORMAL,,,2022-04-07,,REFERRED,2022-04-05,,',
  'Q11,A,2023-04-03,FORMAL,,,,,,,,',
  'Q12,A,2022-07-04,FORMAL,,,,2022-07-05,,,,',
]
const stages = [
  'challenge_ref,stage,step,started_date,ended_date',
  'Q3,1,,2022-06-20,2022-06-29',
  'Q3,2,,2022-06-29,2022-07-18',
  'Q1,1,,2022-09-05,',
  'Q8,1,,2023-03-13,',
  'Q8,2,,2023-04-03,',
]

async function figure(id: string, settings: Settings = {}) {
  const world = await worldOfFiles({ challenges, challenge_stages: stages }, { settings })
  const found = challengeFigures.find((one) => one.id === id)
  assert.ok(found)
  const { value, numerator, denominator, breakdown } = valueOf(found, world)
  const keys = Object.fromEntries(breakdown.map(({ key, value: of }) => [key, of]))
  return { parts: numerator === null ? value : `${numerator} of ${denominator ?? ''}`, keys }
}

describe('figures of challenges', () => {
  for (const { id, settings = {}, parts, keys = {} } of [
    {
      id: 'challenges.raised',
      parts: 10,
      keys: { alert: 1, informal: 2, formal: 3, themed: 1, partner: 2, good_practice: 1 },
    },
    { id: 'challenges.by_highest_stage', parts: 3, keys: { 1: 2, 2: 1 } },
    {
      id: 'challenges.by_ground',
      parts: 5,
      keys: { permanence: 1, 'visits late': 2, 'PEP overdue': 1, 'late notification': 1 },
    },
    { id: 'challenges.by_agency', parts: 2, keys: { Health: 1, not_recorded: 1 } },
    { id: 'challenges.good_practice', parts: 1 },
    // Q1, Q2, Q3 (from stage 2), Q5 (past), Q7 and Q12 (withdrawn); Q8 is open inside its time.
    { id: 'challenges.resolved_in_20wd', parts: '3 of 6' },
    // The informal ones too, from the raising: Q3, Q4, Q6.
    { id: 'challenges.resolved_in_20wd', settings: protocolSetting.as(protocols.cheshireEast), parts: '4 of 8' },
    { id: 'challenges.with_change', parts: '1 of 6' },
    { id: 'challenges.legal_advice', parts: 1 },
    { id: 'challenges.cafcass_referred', parts: 1 },
    { id: 'challenges.cafcass_discussed', parts: 1 },
  ]) {
    it(`${id}${'challengeProtocol' in settings ? ', the informal stage included' : ''}`, async () => {
      assert.deepEqual(await figure(id, settings), { parts, keys })
    })
  }

  it('say that no register is kept where none is', async () => {
    const world = await worldOfFiles({ officers: ['officer_id,name,role,fte,start_date'] }, {})
    for (const one of challengeFigures) assert.match(valueOf(one, world).reason ?? '', /No register of challenges/)
  })
})
