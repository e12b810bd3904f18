import { momentInWords } from '../../platform/web/moments.ts'
import type { CurrentSettings, SettingsVersion } from '../app/ports.ts'
import { differences } from '../form/differences.ts'
import { completeOf, withPreset } from '../all.ts'
import type { PageOfSettings } from '../form/pages.ts'
import { type SettingsProblem, problemText } from '../form/problems.ts'
import type { AllSettings, Preset } from '../setting.ts'
import type { Settings } from '../settings.ts'
import { path, backToSettings } from './settings.view.ts'

/** What pages on changes are made of besides the changes. */
export interface ChangesShown {
  all: AllSettings
  code: string
  pages: readonly PageOfSettings[]
}

const changes = ({ all, pages }: ChangesShown, before: Settings, after: Settings) =>
  differences(completeOf(all.settings, before), completeOf(all.settings, after), pages)

/** All that presets.njk shows: the named sets of local rules. */
export const presetsPage = ({ own }: CurrentSettings, shown: ChangesShown) => ({
  title: 'Local rules from published reports',
  back: backToSettings(shown.code),
  presets: [...shown.all.presets]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((preset) => ({
      text: preset.label,
      href: path(shown.code, 'presets', preset.name),
      isHeld: changes(shown, own, withPreset(shown.all, own, preset)).length === 0,
    })),
})

/** All that preset.njk shows: what a named set of local rules would change. */
export function presetPage(
  preset: Preset,
  { own, version }: CurrentSettings,
  problems: readonly SettingsProblem[],
  shown: ChangesShown,
  csrfToken: string,
) {
  const { code } = shown
  return {
    title: 'Use these local rules?',
    label: preset.label,
    back: { href: path(code, 'presets'), text: 'Local rules from published reports' },
    action: path(code, 'presets', preset.name),
    csrfToken,
    replaces: version,
    errors: problems.map((problem) => ({ text: problemText(problem), href: '#take' })),
    table: {
      caption: 'What it would change',
      columns: ['Setting', 'Now', 'Then'],
      rows: changes(shown, own, withPreset(shown.all, own, preset)).map(({ label, before, after }) => [
        label,
        before,
        after,
      ]),
    },
  }
}

/** All that history.njk shows: who changed which setting when, latest first. */
export function historyPage(
  versions: readonly SettingsVersion[],
  nameOf: (personId: string) => string,
  shown: ChangesShown,
) {
  return {
    title: 'Who has changed the settings',
    back: backToSettings(shown.code),
    changes: versions.map(({ own, knownFrom, by }, index) => {
      const before = versions[index + 1]?.own ?? {}
      return {
        when: momentInWords(knownFrom),
        who: by === null ? 'Not recorded' : nameOf(by),
        what: changes(shown, before, own).map(({ page, label, before: was, after }) => ({
          label: `${page}: ${label}`,
          was,
          now: after,
        })),
      }
    }),
  }
}
