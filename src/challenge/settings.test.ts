import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { date } from '../kernel/dates.ts'
import { completeOf } from '../settings/all.ts'
import { settingsPages } from '../settings/form/pages.ts'
import { readPage, typedOfPage } from '../settings/form/values.ts'
import type { Settings } from '../settings/settings.ts'
import { chosenProtocol } from './domain/protocol.ts'
import { protocols } from './presets.ts'
import { challengePage, challengeSettings, protocolSetting } from './settings.ts'

/** The page of challenges as it is typed with these settings, and what becomes of it with these changes. */
function saved(own: Settings, changes: Readonly<Record<string, string>>) {
  const pages = settingsPages(challengeSettings, { today: date('2026-11-30'), set: [own] })
  const page = pages.find(({ name }) => name === challengePage.name)
  assert.ok(page)
  const typed = { ...typedOfPage(page, completeOf(challengeSettings, own)), ...changes }
  const read = readPage(page, typed, own, challengeSettings)
  return (
    read.own ??
    read.problems.map(({ field, problem }) => `${(field?.path ?? []).join('-')}: ${JSON.stringify(problem)}`)
  )
}

describe('the settings of challenges', () => {
  for (const [name, protocol] of Object.entries(protocols)) {
    it(`${name}: the page saves what it shows`, () => {
      const own = protocolSetting.as(protocol)
      assert.deepEqual(saved(own, {}), own)
    })
  }

  it('none is chosen until a stage is entered', () => {
    assert.deepEqual(saved({}, {}), {})
    assert.equal(chosenProtocol(protocolSetting.of({})), null)
    const one = saved(
      {},
      {
        'challengeProtocol-stage1-label': 'Word',
        'challengeProtocol-stage1-key': 'word',
        'challengeProtocol-stage2-label': 'Letter',
        'challengeProtocol-stage2-key': 'letter',
        'challengeProtocol-stage2-workingDays': '7',
      },
    )
    assert.ok(!Array.isArray(one))
    assert.deepEqual(chosenProtocol(protocolSetting.of(one))?.stages.map(({ key }) => key), ['word', 'letter']) // prettier-ignore
  })

  for (const { what, changes, said } of [
    { what: 'stages that take longer than the whole', changes: { 'challengeProtocol-stage2-workingDays': '16' }, said: /overallWorkingDays: .*more than the overall limit/ }, // prettier-ignore
    { what: 'a stage without a key', changes: { 'challengeProtocol-stage2-key': '' }, said: /stage2-key: .*needs its name and its key/ }, // prettier-ignore
    { what: 'two stages with one key', changes: { 'challengeProtocol-stage2-key': 'informal' }, said: /stage2-key: .*two stages/ }, // prettier-ignore
    { what: 'a first formal stage that is not there', changes: { 'challengeProtocol-rule-firstFormal': '7' }, said: /firstFormal: .*more than the number of stages/ }, // prettier-ignore
  ]) {
    it(`refuse ${what}`, () => {
      const problems = saved(protocolSetting.as(protocols.cheshireEast), changes)
      assert.ok(Array.isArray(problems))
      assert.match(problems.join('\n'), said)
    })
  }
})
