import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { code, day, identifier, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What a learning product is, in words. */
export const productKinds = {
  BRIEFING: 'Seven-minute briefing',
  GOOD_PRACTICE: 'Review of good practice',
  CASE_LAW: 'Note on case law',
} as const

/** What the service writes for others to learn from: one page each. */
export const learningProducts = register({
  name: 'learning_products',
  summary: 'Each briefing, review of good practice and note on case law. Its text is a document.',
  key: ['productRef'],
  columns: z.object({
    productRef: mandatory(identifier('learning product', 'The service’s own reference')),
    kind: mandatory(code('What it is', productKinds)),
    title: mandatory(text('Its title')),
    begunOn: mandatory(day('The day it was begun'), 'begun_date'),
    publishedOn: optional(day('The day it was published'), 'published_date'),
  }),
  checks: [notBefore('publishedOn', 'begunOn')],
})

/** A page from which others learn. */
export type LearningProductFact = RowOf<typeof learningProducts>
