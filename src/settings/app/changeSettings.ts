import type { PageOfSettings } from '../form/pages.ts'
import type { SettingsProblem } from '../form/problems.ts'
import type { Typed } from '../form/values.ts'
import { readPage } from '../form/readPage.ts'
import { ownOf, withPreset } from '../all.ts'
import type { AllSettings, Preset } from '../setting.ts'
import { type Settings, isSame } from '../settings.ts'
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
  savePage: (change: SettingsChange, page: PageOfSettings, typed: Typed) => Promise<readonly SettingsProblem[]>
  /** Has this setting follow the default again. */
  backToDefault: (change: SettingsChange, key: string) => Promise<readonly SettingsProblem[]>
  /** Merges a named set of local rules over what the authority has set itself. */
  takePreset: (change: SettingsChange, preset: Preset) => Promise<readonly SettingsProblem[]>
}

const changedMeanwhile: readonly SettingsProblem[] = [{ field: null, problem: { code: 'changed_meanwhile' } }]

export function makeChangeSettings(
  store: Pick<SettingsStore, 'current' | 'replace'>,
  all: AllSettings,
): ChangeSettings {
  async function change(
    { authority, by, replaces }: SettingsChange,
    decide: (own: Settings) => { own: Settings; problems: [] } | { own: null; problems: readonly SettingsProblem[] },
  ): Promise<readonly SettingsProblem[]> {
    const { own: before, version } = await store.current(authority.code)
    if (version !== replaces) return changedMeanwhile
    const decision = decide(before)
    if (decision.own === null) return decision.problems
    if (isSame(decision.own, before)) return []
    const own = all.settings.reduce((settings, one) => one.replacingIn(before, settings), decision.own)
    return (await store.replace(authority, own, { by, replaces })) ? [] : changedMeanwhile
  }

  return {
    savePage: (asked, page, typed) => change(asked, (own) => readPage(page, typed, own, all.settings)),
    backToDefault: (asked, key) =>
      change(asked, (own) => ({
        own: ownOf(all.settings, Object.fromEntries(Object.entries(own).filter(([name]) => name !== key))),
        problems: [],
      })),
    takePreset: (asked, preset) => change(asked, (own) => ({ own: withPreset(all, own, preset), problems: [] })),
  }
}
