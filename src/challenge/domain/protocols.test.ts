import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holidays } from '../../../test/support/holidays.ts'
import { worldOfFiles } from '../../../test/support/judged.ts'
import { proposedSteps } from '../../workflows/deadlines.ts'
import { protocols } from '../presets.ts'
import { protocolSetting } from '../settings.ts'
import { openStages } from './entries.ts'
import { chosenProtocol } from './protocol.ts'
import { challengeOf, isOpen, stageNow } from './standing.ts'

const names = ['cheshireEast', 'westminster', 'leicester', 'blackpool', 'blackpoolFostering', 'lancashire'] as const
const CHALLENGES = 'challenge_ref,child,raised_date,route,resolved_date,withdrawn_date'
const STAGES = 'challenge_ref,stage,step,started_date,skipped_why'

/** The challenge on a day, after these stages. */
async function standing(name: (typeof names)[number], challenge: string, stages: readonly string[], asAt: string) {
  const settings = protocolSetting.as(protocols[name])
  const world = await worldOfFiles({ challenges: [CHALLENGES, challenge], challenge_stages: [STAGES, ...stages] }, { asAt, settings }) // prettier-ignore
  const found = challengeOf(world, 'Q')
  assert.ok(found)
  return found
}

describe('each protocol, from raised to closed,', () => {
  for (const name of names) {
    const chosen = chosenProtocol(protocols[name])
    assert.ok(chosen)
    const keys = chosen.stages.map(({ key }) => key)
    const days = keys.map((_, index) => `2023-08-2${index + 1}`)

    it(`${name}: goes through each stage and ends`, async () => {
      const first = keys[0] === 'alert' ? 'ALERT' : 'INFORMAL'
      for (const [index, key] of keys.entries()) {
        const stages = keys.slice(0, index + 1).map((one, at) => `Q,${at + 1},${one},${days[at]},`)
        const now = await standing(name, `Q,A,2023-08-21,${first},,`, stages, days[index] ?? '')
        assert.equal(stageNow(now)?.of?.key, key)
        assert.equal(now.course?.state, key)
        const open = openStages(now)
        assert.deepEqual(open.map((one) => one.key), keys.slice(index + 1)) // prettier-ignore
        // The next needs no reason, those after it do, Cafcass never.
        for (const [at, { key: to, needsWhy }] of open.entries()) {
          assert.equal(needsWhy, at > 0 && to !== 'cafcass', `${key} to ${to}`)
        }
      }
      const all = keys.map((one, at) => `Q,${at + 1},${one},${days[at]},`)
      for (const [ending, state] of [
        ['2023-08-30,', 'resolved'],
        [',2023-08-30', 'withdrawn'],
      ] as const) {
        const ended = await standing(name, `Q,A,2023-08-21,${first},${ending}`, all, '2023-08-30')
        assert.deepEqual([ended.course?.state, isOpen(ended), openStages(ended)], [state, false, []])
      }
    })

    it(`${name}: a limit that passes proposes the next stage, and moves nothing`, async () => {
      for (const [index, stage] of chosen.stages.entries()) {
        const stages = keys.slice(0, index + 1).map((one, at) => `Q,${at + 1},${one},${days[at]},`)
        const first = keys[0] === 'alert' ? 'ALERT' : 'INFORMAL'
        const late = await standing(name, `Q,A,2023-08-21,${first},,`, stages, '2023-12-01')
        assert.ok(late.course)
        assert.equal(late.course.state, stage.key)
        const proposed = proposedSteps(late.course, holidays)
        assert.deepEqual(proposed, stage.workingDays === null ? [] : [`next_to_${keys[index + 1] ?? ''}`])
      }
    })

    it(`${name}: a formal challenge begins at the first formal stage`, async () => {
      const formal = chosen.stages.find(({ isFormal }) => isFormal)
      const begun = await standing(name, 'Q,A,2023-08-21,FORMAL,,', ['Q,1,,2023-08-21,'], '2023-08-21')
      assert.equal(stageNow(begun)?.of?.key, formal?.key)
    })
  }
})
