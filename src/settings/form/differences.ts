import type { Settings } from '../settings.ts'
import { type SettingsPage, fieldId } from './pages.ts'
import { fieldsOf, typedOf, wordsOf } from './values.ts'

/** One field that says something else in other settings. */
export interface Difference {
  id: string
  /** The page that it stands on. */
  page: string
  label: string
  before: string
  after: string
}

/** What differs between two settings, field by field, in the order of the pages. */
export const differences = (before: Settings, after: Settings, pages: readonly SettingsPage[]): Difference[] =>
  pages.flatMap((page) =>
    fieldsOf(page)
      .filter((field) => typedOf(field, before) !== typedOf(field, after))
      .map((field) => ({
        id: fieldId(field),
        page: page.title,
        label: field.label,
        before: wordsOf(field, before),
        after: wordsOf(field, after),
      })),
  )
