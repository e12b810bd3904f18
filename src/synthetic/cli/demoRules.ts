import { protocols } from '../../challenge/presets.ts'
import { protocolSetting } from '../../challenge/settings.ts'
import { missingProtocolSetting } from '../../missingChildren/settings.ts'
import {
  emergencyEntrySetting,
  footprintSetting,
  ratingSetting,
  supervisionOrdersSetting,
  unregisteredSetting,
} from '../../oversight/settings.ts'
import type { SettingsStore } from '../../settings/app/ports.ts'
import { defaultSettings } from '../../settings/settings.ts'

const source = 'Hartsmere’s own rule (made up)'
const chosen = { isOn: true, source }

/** What the made-up authority does its own way, so that there is something to see of each rule that is off unless chosen. */
const rules = {
  ...protocolSetting.as(protocols.cheshireEast),
  ...footprintSetting.as({ ...footprintSetting.of(defaultSettings), ...chosen }),
  ...ratingSetting.as({ ...ratingSetting.of(defaultSettings), ...chosen }),
  ...unregisteredSetting.as({ ...unregisteredSetting.of(defaultSettings), ...chosen }),
  ...supervisionOrdersSetting.as({ ...supervisionOrdersSetting.of(defaultSettings), ...chosen }),
  ...emergencyEntrySetting.as({ ...emergencyEntrySetting.of(defaultSettings), ...chosen }),
  ...missingProtocolSetting.as({ ...missingProtocolSetting.of(defaultSettings), ...chosen }),
}

/** Has the demonstration’s authority choose a protocol for challenges and rules of its own, unless it has set anything itself. */
export async function chooseDemoRules(
  store: Pick<SettingsStore, 'current' | 'replace'>,
  authority: { code: string; name: string },
  by: string,
): Promise<void> {
  const { own, version } = await store.current(authority.code)
  if (protocolSetting.key in own || version !== '') return
  await store.replace(authority, { ...own, ...rules }, { by, replaces: version })
}
