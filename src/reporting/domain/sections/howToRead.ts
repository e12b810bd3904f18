import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { listed } from '../../../kernel/words.ts'
import { snapshotDay } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { numberText } from '../sentences.ts'

export const howToRead: Section = {
  id: 'how_to_read',
  place: 110,
  title: 'How to read this report',
  figures: [],
  prompt: null,
  write: (year) => [
    {
      kind: 'paragraph',
      text: `The figures are made from the authority’s SSDA903 return, the yearly statutory return on children looked after, and from ${year.hasRegisters ? 'the service’s own registers' : 'nothing else'}. The section “About the data” says what is missing. How each figure is counted stands at the end of this report.`,
    },
    { kind: 'terms', heading: null, terms: terms(year) },
    ...ownRules(year),
    ...(year.isWholeYear ? [] : [unfinished(year)]),
  ],
}

function terms(year: ReportYear): { term: string; text: string }[] {
  return [
    {
      term: 'Looked after',
      text: `In the care of the authority, under a court order or by agreement. A child counts on a day if an episode of care began on or before that day and had not ended by its close. Short breaks are left out throughout. A number “on ${snapshotDay(year.now)}” counts children on that day only; a number “in the year” counts all that happened from the first day to the last.`,
    },
    {
      term: 'Children and periods of care',
      text: 'A child who left care and came back in the same year is one child with two periods of care. Each table says which of the two it counts.',
    },
    {
      term: 'Review and due date',
      text: 'The first review is due within 20 working days of the child becoming looked after, the second within 3 months of the first, and each later one within 6 months of the one before. A review held on its due date or before is on time.',
    },
    {
      term: 'Shares',
      text: 'Every percentage stands with the numbers it is made of, as in “9 of 10 (90.0%)”. It is worked out from the exact numbers and rounded once, halves up. Where a fact was not recorded, the record is left out of the share and is never counted as a no.',
    },
    {
      term: 'Last year',
      text: year.before
        ? `Figures of ${year.before.span} are worked out by this year’s definitions from what is known now, later returns and corrections included, so they may differ from those once published. A difference between two numbers is given as a number; a difference between two percentages in percentage points. Differences are worked out before rounding, so that the last digit may be 1 off the difference of the rounded figures.`
        : 'Last year’s return has not been imported, so nothing is compared with last year.',
    },
    {
      term: 'Small numbers',
      text: `Where a share rests on few children or reviews, one more or fewer changes it a lot, and a difference from last year may be no more than chance. Where a sentence says that chance alone could give a difference, a year in which nothing but chance was at work would differ as much in more than 5 of 100 cases. Nothing here says what caused it.${fewBehind(year)} A share of fewer than 10 is given without decimals and not set beside last year’s.`,
    },
    ...(year.areSmallNumbersHidden
      ? [
          {
            term: 'The mark c',
            text: 'A number hidden so that no child can be known by it: a number from 1 to 5, another number by which such a number could be worked out, or a share of fewer than 10. Where a share is given as “or more” or “or less”, 5 or fewer stand on its other side. Rows of a table that are hidden in each of its years are added up in one row, and a group of fewer than 10, or one that is all alike, is not divided.',
          },
        ]
      : []),
  ]
}

/** What is done here beside the law, or otherwise than its guidance suggests. */
const ownRules = (year: ReportYear): Block[] =>
  year.ownRules.length === 0
    ? []
    : [
        {
          kind: 'terms',
          heading: `Rules that ${year.authority.name} has set for itself`,
          terms: year.ownRules.map(({ heading, says }) => ({ term: heading, text: says })),
        },
      ]

/** A share of fewer than this is named as resting on few. */
const FEW = 30

/** So many are named; a longer list nobody reads. */
const MOST_NAMED = 5

function fewBehind(year: ReportYear): string {
  const few = [...year.now.measures.values()].flatMap(({ unit, value, denominator, label }) =>
    unit === 'percent' && typeof value === 'number' && typeof denominator === 'number' && denominator < FEW
      ? [`“${label}” (${numberText(denominator)})`]
      : [],
  )
  if (few.length === 0) return ''
  return few.length <= MOST_NAMED
    ? ` In this report these rest on fewer than ${FEW}: ${listed(few)}.`
    : ` In this report ${numberText(few.length)} shares rest on fewer than ${FEW}; the numbers beside each say on how many.`
}

const unfinished = (year: ReportYear): Block => ({
  kind: 'paragraph',
  text: `This year is not over. The figures count what had happened by ${snapshotDay(year.now)}${year.before ? `, and last year’s figures are of the same days, ${year.before.span}` : ''}.`,
})
