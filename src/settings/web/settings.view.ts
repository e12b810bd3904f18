import * as z from 'zod'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import type { Field as FormField, ShownField } from '../../platform/web/forms/field.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { type TextReading, linesField } from '../../platform/web/forms/texts.ts'
import type { Complete } from '../all.ts'
import { type Field, fieldId } from '../field.ts'
import type { FieldGroup, PageOfSettings } from '../form/pages.ts'
import { type SettingsProblem, problemText } from '../form/problems.ts'
import { type Typed, fieldsOf, typedOf, wordsOf } from '../form/values.ts'
import { isSame } from '../settings.ts'
import { inSentence } from '../../kernel/words.ts'

/** The address of a page of settings. */
export const path = (code: string, ...parts: readonly string[]) => authorityPath(code, 'settings', ...parts)
/** The link back to all settings. */
export const backToSettings = (code: string) => ({ href: path(code), text: 'Settings' })

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
    backText: `Back to the default: ${inSentence(heading)}`,
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
