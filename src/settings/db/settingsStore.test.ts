import { presetNamed } from '../all.ts'
import { reviewAfterMoveSetting } from '../../reviews/settings.ts'
import { rooms } from '../../main/rooms.ts'
import { settingsIn } from '../../house/joined.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aDatabase } from '../../../test/support/database.ts'
import { makeChangeSettings } from '../app/changeSettings.ts'
import { defaultSettings } from '../settings.ts'
import { makeSettingsStore } from './settingsStore.ts'

describe('settings in PostgreSQL', async () => {
  const { database } = await aDatabase()
  const store = makeSettingsStore(database)
  let authorities = 0
  const anAuthority = () => ({ code: `X${String(++authorities).padStart(8, '0')}`, name: `Authority ${authorities}` })

  test('of an authority that has set none are the defaults', async () => {
    const { code } = anAuthority()
    assert.deepEqual(await store.read(code, null), defaultSettings)
    assert.deepEqual(await store.current(code), { own: {}, version: '' })
    assert.deepEqual(await store.versions(code), [])
  })

  test('are read as they are now, as they were, and by whom they were set', async () => {
    const authority = anAuthority()
    assert.ok(await store.replace(authority, { inviteDaysBefore: 28 }, { by: 'ada', replaces: '' }))
    assert.equal((await store.read(authority.code, null))['inviteDaysBefore'], 28)
    const { version } = await store.current(authority.code)
    assert.ok(await store.replace(authority, { inviteDaysBefore: 14 }, { by: 'ben', replaces: version }))
    assert.equal((await store.read(authority.code, null))['inviteDaysBefore'], 14)
    const versions = await store.versions(authority.code)
    assert.deepEqual(
      versions.map(({ own, by }) => [own, by]),
      [
        [{ inviteDaysBefore: 14 }, 'ben'],
        [{ inviteDaysBefore: 28 }, 'ada'],
      ],
    )
    const earlier = versions[1]?.knownFrom
    assert.ok(earlier)
    assert.equal((await store.read(authority.code, earlier))['inviteDaysBefore'], 28)
  })

  test('are remembered while they stay, also where another process changes them', async () => {
    const authority = anAuthority()
    const other = makeSettingsStore(database)
    await store.replace(authority, { inviteDaysBefore: 28 }, { by: 'ada', replaces: '' })
    const first = await store.read(authority.code, null)
    assert.equal(await store.read(authority.code, null), first, 'the same object')
    const { version } = await other.current(authority.code)
    await other.replace(authority, { inviteDaysBefore: 7 }, { by: 'ben', replaces: version })
    assert.equal((await store.read(authority.code, null))['inviteDaysBefore'], 7)
  })

  test('changed by two people who saw the same: the second is refused, however close they come', async () => {
    const authority = anAuthority()
    const [{ version }] = [await store.current(authority.code)]
    const done = await Promise.all(
      [28, 14, 7].map((inviteDaysBefore) =>
        store.replace(authority, { inviteDaysBefore }, { by: 'ada', replaces: version }),
      ),
    )
    assert.equal(done.filter(Boolean).length, 1)
    assert.equal((await store.versions(authority.code)).length, 1)
  })

  test('a change that changes nothing makes no version', async () => {
    const authority = anAuthority()
    const presetOf = (name: string) => {
      const preset = presetNamed(settingsIn(rooms), name)
      assert.ok(preset)
      return preset
    }
    const change = makeChangeSettings(store, settingsIn(rooms))
    const asked = { authority, by: 'ada', replaces: '' }
    assert.deepEqual(await change.backToDefault(asked, 'booking'), [])
    assert.deepEqual(await store.versions(authority.code), [])
    assert.deepEqual(await change.takePreset(asked, presetOf('leicester')), [])
    assert.equal(reviewAfterMoveSetting.of((await store.current(authority.code)).own).moves, 'emergency')
    assert.deepEqual(await change.takePreset(asked, presetOf('blackpool')), [
      { field: null, problem: { code: 'changed_meanwhile' } },
    ])
  })
})
