import { minimumDaysSetting } from '../../../reviews/settings.ts'
import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { breakdownChart, measuresChart } from '../charts.ts'
import { keyValue, valued } from '../measure.ts'
import { fewOrCount, sinceYearBefore, paragraph, present, snapshotDay, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { agreeing, countText, shareSentence } from '../sentences.ts'
import { changedSharesOf } from '../changedShares.ts'
import { breakdownTable } from '../tables.ts'
import { measuresTable } from '../measuresTable.ts'

const FROM_REGISTERS = [
  'reviews.child_consulted',
  'reviews.child_chaired',
  'reviews.parent_met_before',
  'reviews.parent_views_given',
  'reviews.mother_attended',
  'reviews.father_attended',
]
const REVIEWS = ['review', 'reviews'] as const
const FIGURES = ['reviews.participated', 'reviews.attended', 'children.participated']

export const participation: Section = {
  id: 'participation',
  place: 500,
  title: 'Children’s part in their reviews',
  figures: [...FIGURES, 'reviews.by_participation', ...FROM_REGISTERS],
  prompt:
    'What children say about their reviews and what was changed for them: how they prepare, who chairs, advocacy, children who do not speak or use English, and what is done where a child takes no part.',
  write: (year) => [
    ...byReview(year),
    ...byChild(year),
    ...present(
      measuresChart(year, FIGURES, `Taking part in reviews, ${yearNames(year)}`),
      measuresTable(year, FIGURES, `Taking part in reviews, children aged 4 or over, ${yearNames(year)}`),
      breakdownChart(
        year,
        'reviews.by_participation',
        `How children took part, ${yearNames(year)}`,
        'How the child took part',
      ),
      breakdownTable(year, 'reviews.by_participation', {
        caption: `Reviews held in the year, by how the child took part, ${yearNames(year)}`,
        heading: 'How the child took part',
      }),
    ),
    ...fromRegisters(year),
  ],
}

function fromRegisters(year: ReportYear): Block[] {
  const table = measuresTable(
    year,
    FROM_REGISTERS,
    `Children’s and parents’ part in reviews held in the year, where it is recorded, ${yearNames(year)}`,
  )
  return table ? [...changedSharesOf(year, FROM_REGISTERS), table] : []
}

function byReview(year: ReportYear): Block[] {
  const [participated, attended] = [valued(year.now, 'reviews.participated'), valued(year.now, 'reviews.attended')]
  if (!participated || !attended) return []
  return [
    ...paragraph(
      shareSentence(
        participated,
        REVIEWS,
        (amount) => `Children aged 4 or over took part in ${amount}, in the room or by other means.`,
      ),
      sinceYearBefore(year, participated),
    ),
    ...paragraph(
      shareSentence(attended, REVIEWS, (amount) => `Children aged 4 or over attended ${amount}.`),
      sinceYearBefore(year, attended),
    ),
    ...leftOut(year),
  ]
}

function leftOut(year: ReportYear): Block[] {
  const codes = valued(year.now, 'reviews.by_participation')
  // Of a figure that is not divided nobody may say which of its keys there are: it could be none.
  if (!codes || codes.breakdown.length === 0) return []
  const [under4, blank] = [keyValue(codes, 'PN0'), keyValue(codes, 'not_recorded')]
  return paragraph(
    under4 === 0
      ? ''
      : `${countText(under4, 'review was of a child', 'reviews were of children')} under 4, left out of these shares.`,
    blank === 0
      ? ''
      : `For ${blank === 'c' ? 'a few reviews' : countText(blank, 'review')} the return does not say how the child took part; ${agreeing(blank, 'it is', 'they are')} left out too.`,
  )
}

function byChild(year: ReportYear): Block[] {
  const measure = valued(year.now, 'children.participated')
  if (!measure) return []
  const text = shareSentence(
    measure,
    ['child', 'children'],
    (amount) =>
      `Counted by child, ${amount} gave their views to every one of their reviews in the year. These are children looked after on ${snapshotDay(year.now)} who had been so for at least ${minimumDaysSetting.of(year.settings)} days and had a review at the age of 4 or over.`,
  )
  return text === ''
    ? []
    : paragraph(
        text,
        sinceYearBefore(year, measure),
        measure.leftOut === null || measure.leftOut === 0
          ? ''
          : `${fewOrCount(measure.leftOut, 'child is', 'children are')} left out, since the code of a review of theirs is not recorded.`,
        'This asks more than the share of reviews: a child who gave no views to one review does not count, and attending without giving views is not enough.',
      )
}
