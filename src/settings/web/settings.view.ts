import * as z from 'zod'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import type { Field as FormField, ShownField } from '../../platform/web/forms/field.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { type TextReading, linesField } from '../../platform/web/forms/texts.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { CurrentSettings, SettingsVersion } from '../app/ports.ts'
import { withPreset } from '../app/changeSettings.ts'
import { differences } from '../form/differences.ts'
import { type Field, type FieldGroup, type SettingsPage, fieldId } from '../form/pages.ts'
import { type SettingsProblem, problemText } from '../form/problems.ts'
import { type Typed, fieldsOf, typedOf, wordsOf } from '../form/values.ts'
import { type Settings, defaultSettings, isSame, presets, settingsSchema } from '../settings.ts'

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
}

/** All that rules.njk shows. */
export function rulesPage(
  page: SettingsPage,
  settings: Settings,
  typed: Typed,
  problems: readonly SettingsProblem[],
  { code, csrfToken, replaces, isSaved }: PageShown,
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
    groups: page.groups.map((group) => groupShown(group, settings, fields)),
  }
}

/** A page of settings as a form: what is typed is read by its description in `form/`. */
const pageForm = (page: SettingsPage) =>
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
  settings: Settings,
  shown: Readonly<Record<string, ShownField>>,
) {
  const isOwn = !isSame(settings[key], defaultSettings[key])
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
        hint: [field.hint, ...defaultWords(field, settings)].filter((text) => text !== undefined).join(' '),
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

/** The default beside the field, and whether the authority has another. Of a role its own label is the default. */
function defaultWords(field: Field, settings: Settings): string[] {
  const isOwn = typedOf(field, settings) !== typedOf(field, defaultSettings)
  const own = isOwn ? ['Yours differs.'] : []
  if (field.path[0] === 'population') return []
  if (field.path[0] === 'roleNames') return ['Leave it blank to keep this name.', ...own]
  const words = wordsOf(field, defaultSettings, 'blank')
  return [`The default: ${words}${/[.?!]$/.test(words) ? '' : '.'}`, ...own]
}

/** All that presets.njk shows: the named sets of local rules. */
export const presetsPage = ({ own }: CurrentSettings, code: string, pages: readonly SettingsPage[]) => ({
  title: 'Local rules from published reports',
  back: backToSettings(code),
  presets: Object.entries(presets).map(([name, { label }]) => ({
    text: label,
    href: path(code, 'presets', name),
    isHeld: differences(settingsSchema.parse(own), settingsSchema.parse(withPreset(own, name)), pages).length === 0,
  })),
})

/** All that preset.njk shows: what a named set of local rules would change. Null where there is no such set. */
export function presetPage(
  name: string,
  { own, version }: CurrentSettings,
  problems: readonly SettingsProblem[],
  code: string,
  pages: readonly SettingsPage[],
  csrfToken: string,
) {
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
  if (!preset) return null
  const changes = differences(settingsSchema.parse(own), settingsSchema.parse(withPreset(own, name)), pages)
  return {
    title: 'Use these local rules?',
    label: preset.label,
    back: { href: path(code, 'presets'), text: 'Local rules from published reports' },
    action: path(code, 'presets', name),
    csrfToken,
    replaces: version,
    errors: problems.map((problem) => ({ text: problemText(problem), href: '#take' })),
    table: {
      caption: 'What it would change',
      columns: ['Setting', 'Now', 'Then'],
      rows: changes.map(({ label, before, after }) => [label, before, after]),
    },
  }
}

/** All that history.njk shows: who changed which setting when, latest first. */
export function historyPage(
  versions: readonly SettingsVersion[],
  nameOf: (personId: string) => string,
  pages: readonly SettingsPage[],
  code: string,
) {
  return {
    title: 'Who has changed the settings',
    back: backToSettings(code),
    changes: versions.map(({ own, knownFrom, by }, index) => {
      const before = settingsSchema.parse(versions[index + 1]?.own ?? {})
      return {
        when: momentInWords(knownFrom),
        who: by === null ? 'Not recorded' : nameOf(by),
        what: differences(before, settingsSchema.parse(own), pages).map(({ page, label, before: was, after }) => ({
          label: `${page}: ${label}`,
          was,
          now: after,
        })),
      }
    }),
  }
}
