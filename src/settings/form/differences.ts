import type { Complete } from '../all.ts'
import { fieldId } from '../field.ts'
import type { PageOfSettings } from './pages.ts'
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

/** What differs between two settings that are complete, field by field, in the order of the pages. */
export const differences = (before: Complete, after: Complete, pages: readonly PageOfSettings[]): Difference[] =>
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
