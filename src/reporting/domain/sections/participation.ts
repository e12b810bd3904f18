import type { Block, Section } from '../block.ts'
import { breakdownChart, percentagesChart } from '../charts.ts'
import { keyValue, valued } from '../measure.ts'
import { inYearBefore, paragraph, present, snapshotDay, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { agreeing, comparedWith, countText, measureText, smallNumberText } from '../sentences.ts'
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
      percentagesChart(year, FIGURES, `Taking part in reviews, ${yearNames(year)}`),
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
  const codes = valued(year.now, 'reviews.by_participation')
  const [under4, blank] = codes ? [keyValue(codes, 'PN0'), keyValue(codes, 'not_recorded')] : [0, 0]
  return paragraph(
    participated
      ? `Children aged 4 or over took part in ${measureText(participated)} of their reviews, in the room or by other means${comparedWith(participated, valued(year.before, participated.id), inYearBefore(year))}.`
      : '',
    attended
      ? `They attended ${measureText(attended)}${comparedWith(attended, valued(year.before, attended.id), inYearBefore(year))}.`
      : '',
    under4 === 0
      ? ''
      : `${countText(under4, 'review was', 'reviews were')} of children under 4, who are left out of these shares.`,
    blank === 0
      ? ''
      : `For ${countText(blank, 'review')} the return does not say how the child took part; ${agreeing(blank, 'it is', 'they are')} left out of the shares too.`,
    participated ? smallNumberText(participated, 'review') : '',
  )
}

function byChild(year: ReportYear): Block[] {
  const measure = valued(year.now, 'children.participated')
  if (!measure) return []
  return paragraph(
    `Counted by child, ${measureText(measure)} children looked after on ${snapshotDay(year.now)} gave their views to every one of their reviews in the year${comparedWith(measure, valued(year.before, measure.id), inYearBefore(year))}.`,
    'This asks more than the share of reviews: a child who gave no views to one review does not count, and attending without giving views is not enough.',
    smallNumberText(measure, 'child'),
  )
}
