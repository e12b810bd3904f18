import { wordsSetting } from '../../children/settings.ts'
import { minimumDaysSetting } from '../../reviews/settings.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Block } from '../../documents/block.ts'
import { type Measure, type Shown, type YearFigures, valued } from './measure.ts'
import type { ReportYear } from './reportYear.ts'
import { agreeing, comparedWith, countAtStart, countText, numberText, restShown } from './sentences.ts'

/** `31 March 2023`: the day the year's snapshot is of. */
export const snapshotDay = (figures: YearFigures): string => longDate(figures.asAt)

/** `31 March 2023, with 31 March 2022`: the cohort of a caption that sets two snapshots side by side. */
export const snapshotDays = (year: ReportYear): string =>
  year.before ? `${snapshotDay(year.now)}, with ${snapshotDay(year.before)}` : snapshotDay(year.now)

/** `2022-23, with 2021-22`; of a year that is not over, the same days of both. */
export const yearNames = (year: ReportYear): string =>
  year.before ? `${year.now.span}, with ${year.before.span}` : year.now.span

/** A sentence that sets a snapshot's figure beside last year's; empty where there is none. */
export const sinceDayBefore = (year: ReportYear, now: Measure): string =>
  year.before ? comparedWith(now, valued(year.before, now.id), `on ${snapshotDay(year.before)}`) : ''

/** A sentence that sets a figure of what happened in the year beside last year's; empty where there is none. */
export const sinceYearBefore = (year: ReportYear, now: Measure): string =>
  year.before
    ? comparedWith(now, valued(year.before, now.id), `${year.isWholeYear ? 'in' : 'from'} ${year.before.span}`)
    : ''

/** `in the year`, or `from 1 April 2022 to 22 November 2022` of a year that is not over. */
export const inTheYear = (year: ReportYear): string => (year.isWholeYear ? 'in the year' : `from ${year.now.span}`)

/** Whom `children.reviews_on_time` is about. */
export const allOnTimeCohort = (year: ReportYear): string =>
  `These are the children looked after on ${snapshotDay(year.now)} who had been so for at least ${minimumDaysSetting.of(year.settings)} days.`

/** `4 were late.` beside a share on time; empty where the number is hidden. */
export function lateText(onTime: Measure): string {
  const late = restShown(onTime)
  if (late === null) return ''
  return late === 0 ? 'None was late.' : `${numberText(late)} ${agreeing(late, 'was', 'were')} late.`
}

/** `There were 69 children looked after on 31 March 2023.`, in the authority's own words. */
export function lookedAfterText(count: Shown, year: ReportYear): string {
  const { child, children } = wordsSetting.of(year.settings)
  const day = `on ${snapshotDay(year.now)}`
  if (count === 'c') return `How many ${children} there were ${day} is not shown: the number is small.`
  return `There ${agreeing(count, 'was', 'were')} ${count === 0 ? `no ${children}` : countText(count, child, children)} ${day}.`
}

/** `3 children`, or `A few children` where the number is hidden. */
export const fewOrCount = (count: Shown, one: string, many: string): string =>
  count === 'c' ? `A few ${many}` : countAtStart(count, one, many)

export const heading = (text: string): Block => ({ kind: 'heading', text })

/** The blocks under a heading; no heading where there are none. */
export const headed = (text: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(text), ...blocks]

/** These sentences as one text, without those that are empty, or that say of a hidden number no more than that it is. */
export const sentencesOf = (...parts: string[]): string =>
  parts.filter((part) => part !== '' && !/(?:^|[ (])c(?= )/.test(part)).join(' ')

/** A paragraph of these sentences; none where all are empty. */
export function paragraph(...parts: string[]): Block[] {
  const text = sentencesOf(...parts)
  return text === '' ? [] : [{ kind: 'paragraph', text }]
}

/** The blocks that are there. */
export const present = (...blocks: (Block | null)[]): Block[] => blocks.flatMap((block) => block ?? [])
