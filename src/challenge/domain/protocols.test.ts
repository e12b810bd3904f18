import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holidays } from '../../../test/support/holidays.ts'
import { worldOfFiles } from '../../../test/support/judged.ts'
import { date } from '../../kernel/dates.ts'
import { proposedSteps } from '../../workflows/deadlines.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { protocols } from '../presets.ts'
import { protocolSetting } from '../settings.ts'
import type { StageFacts } from './course.ts'
import { impossibleStages } from './stageFaults.ts'
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

    it(`${name}: a stage is skipped for a reason only, Cafcass’s come to from anywhere, and nothing goes back`, () => {
      const row = (step: string, day: number, skippedWhy: string | null = null): StageFacts => ({ step, startedOn: date(`2023-08-2${day}`), skippedWhy }) // prettier-ignore
      const faults = (...rows: StageFacts[]) => impossibleStages(chosen, { route: keys[0] === 'alert' ? 'ALERT' : 'INFORMAL' }, rows).map(({ index, column }) => `${index} ${column}`) // prettier-ignore
      for (const [at, from] of keys.entries()) {
        for (const [to, key] of keys.entries()) {
          const begun = keys.slice(0, at).map((one, index) => row(one, index + 1))
          const reached = [...begun, row(from, at + 1)]
          const isSkip = to > at + 1 && key !== 'cafcass'
          const place = reached.length
          const without = to <= at ? [`${place} step`] : isSkip ? [`${place} skippedWhy`] : []
          assert.deepEqual(faults(...reached, row(key, at + 2)), without, `${from} to ${key}`)
          assert.deepEqual(faults(...reached, row(key, at + 2, 'Urgent')), to <= at ? [`${place} step`] : [], `${from} to ${key}, with a reason`) // prettier-ignore
        }
      }
    })

    it(`${name}: taken further early, the stage’s own days begin then, and the whole is as it was`, async () => {
      const formal = chosen.stages.find(({ isFormal }) => isFormal)
      assert.ok(formal)
      const first = keys[0] === 'alert' ? 'ALERT' : 'INFORMAL'
      const stages = [`Q,1,${keys[0] ?? ''},2023-08-21,`, `Q,2,${formal.key},2023-08-23,Urgent`]
      const settings = protocolSetting.as(protocols[name])
      const world = await worldOfFiles({ challenges: [CHALLENGES, `Q,A,2023-08-21,${first},,`], challenge_stages: [STAGES, ...stages] }, { asAt: '2023-08-23', settings }) // prettier-ignore
      const due = openDeadlines(world).flatMap(({ clock, due: on }) => clock.id.startsWith('CLK-DRP') ? [`${clock.id} ${on.toString()}`] : []) // prettier-ignore
      // Informal Mon 21 Aug 2023, formal from Wed 23 Aug: 10 working days from then; 20 from the start of the whole.
      const whole = chosen.startsAt === 'informal_raised' ? '2023-09-19' : '2023-09-21'
      assert.deepEqual(due.sort(), [
        ...(chosen.overallWorkingDays === null ? [] : [`CLK-DRP-1 ${whole}`]),
        ...(formal.workingDays === null ? [] : ['CLK-DRP-3 2023-09-07']),
      ])
    })

    it(`${name}: a formal challenge begins at the first formal stage`, async () => {
      const formal = chosen.stages.find(({ isFormal }) => isFormal)
      const begun = await standing(name, 'Q,A,2023-08-21,FORMAL,,', ['Q,1,,2023-08-21,'], '2023-08-21')
      assert.equal(stageNow(begun)?.of?.key, formal?.key)
    })
  }
})
