import type { Complete } from '../all.ts'
import { type Field, fieldId } from '../field.ts'
import type { PageOfSettings } from './pages.ts'

/** What was typed, by the id of the field. */
export type Typed = Readonly<Record<string, string>>

/** A value as a form sends it. */
export type Value = string | number | boolean | readonly string[]

/** What stands at the path; undefined where nothing does. */
export function valueAt(settings: Complete, path: readonly string[]): unknown {
  let value: unknown = settings
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([key]) => key === name)?.[1]
  }
  return value
}

/** A field as it stands in settings, as it is typed: empty where nothing does. */
export function typedOf(field: Field, settings: Complete): string {
  const value = valueAt(settings, field.path)
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The fields of a page as they stand in settings. */
export const typedOfPage = (page: PageOfSettings, settings: Complete): Typed =>
  Object.fromEntries(fieldsOf(page).map((field) => [fieldId(field), typedOf(field, settings)]))

/** Every field of a page. */
export const fieldsOf = (page: PageOfSettings): readonly Field[] => page.groups.flatMap(({ fields }) => fields)

/** A field as it stands in settings, in words; `none` where it is blank. */
export function wordsOf(field: Field, settings: Complete, none = 'none'): string {
  const typed = typedOf(field, settings)
  if (typed === '') return none
  switch (field.kind) {
    case 'choice':
      return field.choices[typed] ?? typed
    case 'yes_no':
      return typed === 'yes' ? 'Yes' : 'No'
    case 'lines':
    case 'text':
      return typed.split(/\r?\n/).join('; ')
    case 'time':
      return typed
    case 'number':
      return field.unit === undefined
        ? Number(typed).toLocaleString('en-GB')
        : `${typed} ${typed === '1' ? field.unit.replace(/s$/, '') : field.unit}`
  }
}
