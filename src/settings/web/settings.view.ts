import * as z from 'zod'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import type { Field as FormField, ShownField } from '../../platform/web/forms/field.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { type TextReading, linesField } from '../../platform/web/forms/texts.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { CurrentSettings, SettingsVersion } from '../app/ports.ts'
import { differences } from '../form/differences.ts'
import { type Complete, completeOf, withPreset } from '../all.ts'
import { type Field, fieldId } from '../field.ts'
import type { FieldGroup, PageOfSettings } from '../form/pages.ts'
import { type SettingsProblem, problemText } from '../form/problems.ts'
import { type Typed, fieldsOf, typedOf, wordsOf } from '../form/values.ts'
import type { AllSettings, Preset } from '../setting.ts'
import { type Settings, isSame } from '../settings.ts'

const path = (code: string, ...parts: readonly string[]) => authorityPath(code, 'settings', ...parts)
const backToSettings = (code: string) => ({ href: path(code), text: 'Settings' })

/** What is sent from a page of settings: the version it was made of, and each field as typed. */
export const settingsForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((form): Typed =>
    Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat().at(-1) ?? ''])),
  )
  .catch({})

/** What a page of settings is made of besides its fields. */
export interface PageShown {
  code: string
  csrfToken: string
  /** The version that a change of this page replaces. */
  replaces: string
  /** Whether the page has just been saved. */
  isSaved: boolean
  /** What holds where an authority has set nothing. */
  defaults: Complete
}

/** All that rules.njk shows. */
export function rulesPage(
  page: PageOfSettings,
  settings: Complete,
  typed: Typed,
  problems: readonly SettingsProblem[],
  { code, csrfToken, replaces, isSaved, defaults }: PageShown,
) {
  const form = pageForm(page)
  const { fields, errors } = form.shown(
    { ...form.first(), ...typed },
    problems.map((problem) => ({
      field: problem.field && fieldId(problem.field),
      text: problemText(problem),
    })),
  )
  return {
    title: page.title,
    summary: page.summary,
    back: backToSettings(code),
    action: path(code, 'rules', page.name),
    backAction: path(code, 'rules', page.name, 'default'),
    historyHref: path(code, 'history'),
    csrfToken,
    replaces,
    isSaved,
    errors,
    groups: page.groups.map((group) => groupShown(group, settings, defaults, fields)),
  }
}

/** A page of settings as a form: what is typed is read by its description in `form/`. */
const pageForm = (page: PageOfSettings) =>
  formOf(Object.fromEntries(fieldsOf(page).map((field) => [fieldId(field), formField(field)])))

function formField(field: Field): FormField<TextReading<string>> {
  switch (field.kind) {
    case 'choice':
      return choiceField(itemsOf(field.choices))
    case 'yes_no':
      return choiceField(itemsOf({ yes: 'Yes', no: 'No' }))
    case 'lines':
    case 'text':
    case 'number':
    case 'time':
      return linesField()
  }
}

function groupShown(
  { key, heading, fields }: FieldGroup,
  settings: Complete,
  defaults: Complete,
  shown: Readonly<Record<string, ShownField>>,
) {
  const isOwn = !isSame(settings[key], defaults[key])
  return {
    key,
    heading,
    isOwn,
    backText: `Back to the default: ${heading.toLowerCase()}`,
    fields: fields.map((field) => {
      const id = fieldId(field)
      return {
        ...shown[id],
        kind: controlOf(field),
        label: field.label,
        hint: [field.hint, ...defaultWords(field, settings, defaults)].filter((text) => text !== undefined).join(' '),
        unit: field.kind === 'number' ? field.unit : undefined,
      }
    }),
  }
}

function controlOf(field: Field): 'input' | 'number' | 'textarea' | 'lines' | 'radios' {
  switch (field.kind) {
    case 'text':
      return field.isLong ? 'textarea' : 'input'
    case 'lines':
      return 'lines'
    case 'number':
    case 'time':
      return 'number'
    case 'choice':
    case 'yes_no':
      return 'radios'
  }
}

/** The default beside the field, or what its setting says in place of it, and whether the authority has another. */
function defaultWords(field: Field, settings: Complete, defaults: Complete): string[] {
  if (field.insteadOfDefault === '') return []
  const own = typedOf(field, settings) === typedOf(field, defaults) ? [] : ['Yours differs.']
  if (field.insteadOfDefault !== undefined) return [field.insteadOfDefault, ...own]
  const words = wordsOf(field, defaults, 'blank')
  return [`The default: ${words}${/[.?!]$/.test(words) ? '' : '.'}`, ...own]
}

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
