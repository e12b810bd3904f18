import { dateOf, isAfter, isBefore } from '../../../kernel/dates.ts'
import type { LearningProductFact } from '../../../learning/registers/learningProducts.ts'
import type { Span } from './allocations.ts'

/** A made-up page from which others learn, with what stands under its headings. */
interface MadeUpProduct {
  kind: LearningProductFact['kind']
  title: string
  /** By the field of the document. */
  written: Readonly<Record<string, string>>
}

const PRODUCTS: readonly MadeUpProduct[] = [
  {
    kind: 'BRIEFING',
    title: 'Plans that wait for a court date',
    written: {
      background_text: 'Audits of the last year looked at plans for permanence while proceedings went on.',
      why_text: 'A child who waits should know what for, and who does what meanwhile.',
      found_text:
        'Most plans named the next hearing. Fewer said what was to be done before it, or what would happen if it was put off.',
      practice_text: 'A plan names the work that does not need the court, with who does it and by when.',
      do_text: 'Read the plan before the review and ask what can go on now.',
      questions_text: 'Which of the plans that you review wait for something? Does the child know?',
    },
  },
  {
    kind: 'GOOD_PRACTICE',
    title: 'Reviews that begin with what the child wants to talk about',
    written: {
      background_text: 'Officers watched each other chair reviews and wrote down what went well.',
      why_text: 'Children say that reviews are about them and not with them.',
      found_text: 'Where the agenda began with the child’s own point, children spoke more and stayed longer.',
      practice_text: 'Ask before the review what comes first, and keep to it when adults are in a hurry.',
      do_text: 'Send the child’s points with the invitation, in the child’s own words.',
      questions_text: 'Who chose what your last review began with?',
    },
  },
  {
    kind: 'CASE_LAW',
    title: 'When a move is planned between reviews',
    written: {
      background_text: 'The regulations ask for a review before a move, unless the move can’t wait.',
      why_text: 'A move that nobody looked at with the child is hard to put right later.',
      found_text: 'Planned moves were told to the officer in most cases, at times only on the day.',
      practice_text: 'A planned move waits for the review. An emergency is reviewed soon after it.',
      do_text: 'Ask for the reasons in writing, and for the date on which the child was told.',
      questions_text: 'How do you hear of moves, and how early?',
    },
  },
]

const productOf = (year: number): MadeUpProduct | undefined => PRODUCTS[year % PRODUCTS.length]
const refOf = (year: number): string => `LP${year}-1`

/** One page from which others learn, begun each June. It has no text: what people write is a document. */
export const productRows = ({ since, today }: Pick<Span, 'since' | 'today'>): LearningProductFact[] =>
  yearsIn({ since, today }).flatMap((year) => {
    const product = productOf(year)
    const begunOn = dateOf(year, 6, 10)
    if (!product || isAfter(begunOn, today) || isBefore(begunOn, since)) return []
    const { kind, title } = product
    return [{ productRef: refOf(year), kind, title, begunOn, publishedOn: null }]
  })

/** What stands under the headings of a made-up page, by its reference; null for one that people have begun. */
export function productText(productRef: string): Readonly<Record<string, string>> | null {
  const year = /^LP(\d{4})-1$/.exec(productRef)?.[1]
  return year === undefined ? null : (productOf(Number(year))?.written ?? null)
}

const yearsIn = ({ since, today }: Pick<Span, 'since' | 'today'>): number[] =>
  Array.from({ length: today.year - since.year + 1 }, (_, index) => since.year + index)
