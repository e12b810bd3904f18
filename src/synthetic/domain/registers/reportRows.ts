import { type ReportingYear, nextYear, previousYear, reportingYearOf } from '../../../calendar/reportingYear.ts'
import type { context } from '../../../children/registers/context.ts'
import { isAfter } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { reportAims } from '../../../reporting/registers/aims.ts'
import type { reportStories } from '../../../reporting/registers/stories.ts'
import type { Span } from './allocations.ts'

const MADE_UP = 'Made up for the demonstration'

/** The reporting years of a span, the first first. */
function yearsOf({ since, today }: Span): ReportingYear[] {
  const years: ReportingYear[] = []
  for (let one = reportingYearOf(since); !isAfter(one.firstDay, today); one = nextYear(one)) years.push(one)
  return years
}

const TARGETS = [
  { measure: 'reviews.on_time', value: 98 },
  { measure: 'reviews.participated', value: 95 },
  { measure: 'reviews.decisions_in_5wd', value: 90 },
  { measure: 'reviews.record_in_15wd', value: 90 },
  { measure: 'health.assessment_current', value: 95 },
]

const OTHERS = [
  { measure: 'cla.three_plus_placements', group: 'ENGLAND', value: 10 },
  { measure: 'cla.three_plus_placements', group: 'STATISTICAL_NEIGHBOURS', value: 9 },
  { measure: 'cla.same_placement_2y', group: 'ENGLAND', value: 69 },
  { measure: 'health.assessment_current', group: 'ENGLAND', value: 89 },
] as const

/** Of 10,000 residents aged 0 to 17 so many are looked after, as in many an authority. */
const LOOKED_AFTER_PER_10_000 = 72
/** How many more of that age live there each year, of a thousand. */
const MORE_EACH_YEAR = 4
const SINCE = 2020

/** Residents aged 0 to 17, in hundreds as estimates of a year are; a year says the same whenever it is made up. */
const populationIn = (children: number, { startYear }: ReportingYear): number => {
  const residents = (children / LOOKED_AFTER_PER_10_000) * 10_000
  return Math.round((residents * (1 + ((startYear - SINCE) * MORE_EACH_YEAR) / 1_000)) / 100) * 100
}

/**
 * What the service is compared with: its own population, targets, and numbers of other authorities that nobody has
 * published.
 */
export const contextRows = (children: number, span: Span): RowOf<typeof context>[] =>
  yearsOf(span).flatMap((one) => {
    const { name: year } = one
    const population = populationIn(children, one)
    return [
      { year, measure: 'population_0_17', group: 'AUTHORITY' as const, value: population, source: MADE_UP },
      ...TARGETS.map(({ measure, value }) => ({ year, measure, group: 'TARGET' as const, value, source: MADE_UP })),
      ...OTHERS.map((other) => ({ ...other, year, source: MADE_UP })),
    ]
  })

const AIMS = [
  {
    aim: 'Every child gets a letter from their IRO within ten working days of a review',
    difference: 'Children know what was decided, in their own words.',
    figure: 'reviews.record_in_15wd',
    lead: 'IRO manager',
    outcome: 'PARTLY',
    cameOf: 'Most letters went in time; those after reviews in the summer holidays went late.',
  },
  {
    aim: 'More children chair their review, or a part of it',
    difference: 'Children decide what is talked about, and who is there.',
    figure: 'reviews.child_chaired',
    lead: 'Participation lead',
    outcome: 'MET',
    cameOf: 'A guide for children was written with the children in care council.',
  },
  {
    aim: 'Challenges say what changed for the child',
    difference: 'The service learns which challenges help.',
    figure: 'challenges.with_change',
    lead: 'IRO manager',
    outcome: 'CARRIED',
    cameOf: 'It is recorded for formal challenges, and not yet for all informal ones.',
  },
] as const

/** The aims of each report, with what became of those of reports before last year's. */
export const aimRows = (span: Span): RowOf<typeof reportAims>[] => {
  const last = previousYear(reportingYearOf(span.today)).startYear
  return yearsOf(span)
    .filter(({ startYear }) => startYear <= last)
    .flatMap(({ name: year, startYear }) =>
      AIMS.map(({ outcome, cameOf, ...rest }, index) => ({
        ...rest,
        aimRef: `AIM-${year}-${index + 1}`,
        year,
        dueOn: nextYear(reportingYearAt(startYear, span)).lastDay,
        outcome: startYear < last ? outcome : null,
        cameOf: startYear < last ? cameOf : null,
      })),
    )
}

const reportingYearAt = (startYear: number, span: Span): ReportingYear =>
  yearsOf(span).find((one) => one.startYear === startYear) ?? reportingYearOf(span.today)

/** A story of each year that is over, about no child of the records: it is made up as a whole. */
export const storyRows = (span: Span): RowOf<typeof reportStories>[] =>
  yearsOf(span)
    .filter(({ lastDay }) => isAfter(span.today, lastDay))
    .map(({ name: year, lastDay }) => ({
      storyRef: `STORY-${year}`,
      year,
      child: null,
      title: 'A young person is heard about where to live',
      story:
        'A young person told the IRO before a review that nobody had asked them about a planned move. The IRO raised it with the team the same day. The move was put off, the young person saw two homes and chose one of them.\n\nAt the next review they said that being asked was what had mattered most.',
      writtenBy: 'An IRO of the service',
      readBy: 'The IRO manager',
      readOn: lastDay,
    }))
