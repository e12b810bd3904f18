import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { valued } from '../measure.ts'
import { headed, heading, paragraph, present, sinceYearBefore, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { shareSentence } from '../sentences.ts'
import { changedSharesOf } from '../changedShares.ts'
import { breakdownTable } from '../tables.ts'
import { measuresTable } from '../measuresTable.ts'

const REPORTS = ['reviews.sw_attended', 'reviews.sw_report_available', 'reviews.sw_report_on_time']
const AFTER = ['reviews.decisions_in_5wd', 'reviews.record_in_15wd', 'reviews.distributed_in_20wd']
const PLANS = [
  'reviews.care_plan_current',
  'reviews.plan_agreed',
  'reviews.plan_ratified',
  'reviews.pep_current',
  'reviews.health_current',
  'reviews.pathway_plan_current',
  'reviews.leisure_met',
  'reviews.culture_met',
]
const CONCERNS = [
  'reviews.substance_misuse',
  'reviews.exploitation',
  'reviews.mental_health',
  'reviews.going_missing',
  'missing.flagged_latest',
]

/** What the service's registers say of the reviews: what came before them, what was found and what followed. */
export const aroundTheReview: Section = {
  id: 'around_the_review',
  place: 600,
  title: 'Before and after the review',
  figures: [...REPORTS, ...AFTER, 'reviews.by_rag', ...PLANS, ...CONCERNS],
  prompt:
    'What reports, plans and records were like: what helped or held up social workers’ reports, what was done where a plan was out of date, and why decisions or records were sent late.',
  write: (year) => {
    const blocks = [...reports(year), ...after(year), ...found(year)]
    return blocks.length > 0 ? blocks : paragraph('The service’s registers hold nothing on this for the year.')
  },
}

function reports(year: ReportYear): Block[] {
  const table = measuresTable(
    year,
    REPORTS,
    `The social worker’s part in reviews held in the year, where it is recorded, ${yearNames(year)}`,
  )
  return table
    ? [
        heading('Before the review'),
        ...paragraph(
          ...stated(
            year,
            'reviews.sw_report_available',
            (amount) => `The social worker’s report was there for ${amount}.`,
          ),
        ),
        ...changedSharesOf(year, REPORTS),
        table,
      ]
    : []
}

function after(year: ReportYear): Block[] {
  const table = measuresTable(year, AFTER, `Decisions and records of reviews held in the year, ${yearNames(year)}`)
  return table
    ? [
        heading('After the review'),
        ...paragraph(
          ...stated(
            year,
            'reviews.decisions_in_5wd',
            (amount) => `Decisions were issued within 5 working days after ${amount}.`,
          ),
        ),
        ...paragraph(
          ...stated(
            year,
            'reviews.record_in_15wd',
            (amount) => `The record was completed within 15 working days after ${amount}.`,
          ),
        ),
        table,
      ]
    : []
}

function found(year: ReportYear): Block[] {
  const rated = breakdownTable(year, 'reviews.by_rag', {
    caption: `Reviews held in the year that were rated, by rating, ${yearNames(year)}`,
    heading: 'Rating',
  })
  const shares = present(
    measuresTable(year, PLANS, `Plans at reviews held in the year, where it is recorded, ${yearNames(year)}`),
    measuresTable(year, CONCERNS, `Concerns at reviews held in the year, where it is recorded, ${yearNames(year)}`),
  )
  return headed('What reviews found', [
    ...present(rated),
    ...(shares.length > 0 ? changedSharesOf(year, [...PLANS, ...CONCERNS]) : []),
    ...shares,
  ])
}

function stated(year: ReportYear, id: string, sentence: (amount: string) => string): string[] {
  const measure = valued(year.now, id)
  return measure ? [shareSentence(measure, ['review', 'reviews'], sentence), sinceYearBefore(year, measure)] : []
}
