import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { breakdownChart, measuresChart } from '../charts.ts'
import { keyValue, valued } from '../measure.ts'
import { sinceYearBefore, paragraph, present, snapshotDay, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { agreeing, countText, percentageText, smallNumberText } from '../sentences.ts'
import { breakdownTable, measuresTable } from '../tables.ts'

const FIGURES = ['reviews.participated', 'reviews.attended', 'children.participated']

export const participation: Section = {
  id: 'participation',
  title: 'Children’s part in their reviews',
  figures: [...FIGURES, 'reviews.by_participation'],
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
  ],
}

function byReview(year: ReportYear): Block[] {
  const [participated, attended] = [valued(year.now, 'reviews.participated'), valued(year.now, 'reviews.attended')]
  if (!participated || !attended) return []
  return [
    ...paragraph(
      `Children aged 4 or over took part in ${percentageText(participated, 'review')}, in the room or by other means.`,
      sinceYearBefore(year, participated),
      smallNumberText(participated, 'review'),
    ),
    ...paragraph(`They attended ${percentageText(attended, 'review')}.`, sinceYearBefore(year, attended)),
    ...leftOut(year),
  ]
}

function leftOut(year: ReportYear): Block[] {
  const codes = valued(year.now, 'reviews.by_participation')
  if (!codes) return []
  const [under4, blank] = [keyValue(codes, 'PN0'), keyValue(codes, 'not_recorded')]
  return paragraph(
    under4 === 0
      ? ''
      : `${countText(under4, 'review was of a child', 'reviews were of children')} under 4, left out of these shares.`,
    blank === 0
      ? ''
      : `For ${countText(blank, 'review')} the return does not say how the child took part; ${agreeing(blank, 'it is', 'they are')} left out too.`,
  )
}

function byChild(year: ReportYear): Block[] {
  const measure = valued(year.now, 'children.participated')
  if (!measure) return []
  return paragraph(
    `Counted by child, ${percentageText(measure, 'child', 'children')} looked after on ${snapshotDay(year.now)} gave their views to every one of their reviews in the year.`,
    sinceYearBefore(year, measure),
    'This asks more than the share of reviews: a child who gave no views to one review does not count, and attending without giving views is not enough.',
    smallNumberText(measure, 'child'),
  )
}
