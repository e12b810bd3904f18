import type { SettingsPage } from '../form/pages.ts'
import type { SettingsProblem } from '../form/problems.ts'
import { type Typed, readPage } from '../form/values.ts'
import { type OwnSettings, type Settings, isSame, ownOf, presets, settingsSchema } from '../settings.ts'
import type { SettingsStore } from './ports.ts'

/** Who changes the settings of which authority, and which version they have seen. */
export interface SettingsChange {
  authority: { code: string; name: string }
  /** The person's id. */
  by: string
  replaces: string
}

/** What people change in the pages of settings. Each stores nothing unless the list of problems it gives is empty. */
export interface ChangeSettings {
  /** Takes over a page as typed. */
  savePage: (change: SettingsChange, page: SettingsPage, typed: Typed) => Promise<readonly SettingsProblem[]>
  /** Has this setting follow the default again. */
  backToDefault: (change: SettingsChange, key: keyof Settings) => Promise<readonly SettingsProblem[]>
  /** Merges a named set of local rules over what the authority has set itself. Throws where there is no such set. */
  takePreset: (change: SettingsChange, preset: string) => Promise<readonly SettingsProblem[]>
}

const changedMeanwhile: readonly SettingsProblem[] = [{ field: null, problem: { code: 'changed_meanwhile' } }]

export function makeChangeSettings(store: Pick<SettingsStore, 'current' | 'replace'>): ChangeSettings {
  async function change(
    { authority, by, replaces }: SettingsChange,
    decide: (
      own: OwnSettings,
    ) => { own: OwnSettings; problems: [] } | { own: null; problems: readonly SettingsProblem[] },
  ): Promise<readonly SettingsProblem[]> {
    const { own: before, version } = await store.current(authority.code)
    if (version !== replaces) return changedMeanwhile
    const decision = decide(before)
    if (decision.own === null) return decision.problems
    if (isSame(decision.own, before)) return []
    return (await store.replace(authority, decision.own, { by, replaces })) ? [] : changedMeanwhile
  }

  return {
    savePage: (asked, page, typed) => change(asked, (own) => readPage(page, typed, settingsSchema.parse(own))),
    backToDefault: (asked, key) =>
      change(asked, (own) => ({
        own: ownOf(settingsSchema.parse(Object.fromEntries(Object.entries(own).filter(([name]) => name !== key)))),
        problems: [],
      })),
    takePreset: (asked, name) =>
      change(asked, (own) => ({ own: ownOf(settingsSchema.parse(withPreset(own, name))), problems: [] })),
  }
}

/** What an authority sets itself with a named set of local rules over it. Throws where there is no such set. */
export function withPreset(own: OwnSettings, name: string): OwnSettings {
  const preset = presets[name]
  if (!preset) throw new RangeError(`there is no set of local rules ${name}`)
  return { ...own, ...preset.settings }
}
