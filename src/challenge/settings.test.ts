import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { date } from '../kernel/dates.ts'
import { completeOf } from '../settings/all.ts'
import { settingsPages } from '../settings/form/pages.ts'
import { typedOfPage } from '../settings/form/values.ts'
import { readPage } from '../settings/form/readPage.ts'
import type { Settings } from '../settings/settings.ts'
import { chosenProtocol, inPlaceOf, protocolFor, ruleFor } from './domain/protocol.ts'
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

describe('a protocol that takes the place of another', () => {
  const first = protocols.leicester
  const since = (from: string, of: (typeof protocols)[keyof typeof protocols] = protocols.cheshireEast) => ({ ...of, rule: { ...of.rule, from } }) // prettier-ignore
  const second = inPlaceOf(first, since('2026-04-01'))
  const third = inPlaceOf(second, since('2026-10-01', protocols.westminster))
  for (const { what, set, raisedOn, is } of [
    { what: 'the one alone', set: first, raisedOn: '2020-01-01', is: first },
    { what: 'raised before the new one', set: second, raisedOn: '2026-03-31', is: first },
    { what: 'raised on its first day', set: second, raisedOn: '2026-04-01', is: protocols.cheshireEast },
    { what: 'raised under the second of three', set: third, raisedOn: '2026-09-30', is: protocols.cheshireEast },
    { what: 'raised under the first of three', set: third, raisedOn: '2026-03-31', is: first },
    { what: 'raised under the third', set: third, raisedOn: '2026-10-01', is: protocols.westminster },
    { what: 'raised before any', set: since('2026-04-01'), raisedOn: '2026-03-31', is: null },
    { what: 'a new one for all', set: inPlaceOf(second, protocols.blackpool), raisedOn: '2020-01-01', is: protocols.blackpool }, // prettier-ignore
    { what: 'corrected in place', set: inPlaceOf(second, since('2026-04-01', protocols.lancashire)), raisedOn: '2026-05-01', is: protocols.lancashire }, // prettier-ignore
    { what: 'corrected in place, and raised before', set: inPlaceOf(second, since('2026-04-01', protocols.lancashire)), raisedOn: '2026-03-31', is: first }, // prettier-ignore
    { what: 'begun earlier than was said', set: inPlaceOf(second, since('2026-02-01')), raisedOn: '2026-02-01', is: protocols.cheshireEast }, // prettier-ignore
  ]) {
    it(`${what}: holds for challenges raised from its day on`, () => {
      const keys = protocolFor(set, date(raisedOn))?.stages.map(({ key }) => key)
      assert.deepEqual(keys, is === null ? undefined : chosenProtocol(is)?.stages.map(({ key }) => key))
      assert.equal(ruleFor(set, date(raisedOn)).startsAt, is?.rule.startsAt ?? 'formal_raised')
      assert.deepEqual(saved(protocolSetting.as(set), {}), protocolSetting.as(set))
    })
  }
  it('is kept by the page when the day from which it holds is entered', () => {
    const own = protocolSetting.as(first)
    const changed = saved(own, {
      'challengeProtocol-rule-from': '2026-04-01',
      'challengeProtocol-stage2-label': 'Letter',
    })
    assert.ok(!Array.isArray(changed))
    const kept = protocolSetting.of(protocolSetting.replacingIn(own, changed))
    assert.deepEqual(kept.earlier, [first])
    assert.equal(protocolFor(kept, date('2026-03-31'))?.stages[1]?.label, 'Formal escalation (electronic form)')
    assert.equal(protocolFor(kept, date('2026-04-01'))?.stages[1]?.label, 'Letter')
  })
})
