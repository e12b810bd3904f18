import { protocols } from '../../challenge/presets.ts'
import { protocolSetting } from '../../challenge/settings.ts'
import type { SettingsStore } from '../../settings/app/ports.ts'

/** Has the demonstration’s authority choose a protocol for challenges, unless it has chosen one or none itself. */
export async function chooseDemoProtocol(
  store: Pick<SettingsStore, 'current' | 'replace'>,
  authority: { code: string; name: string },
  by: string,
): Promise<void> {
  const { own, version } = await store.current(authority.code)
  if (protocolSetting.key in own || version !== '') return
  await store.replace(authority, { ...own, ...protocolSetting.as(protocols.cheshireEast) }, { by, replaces: version })
}
