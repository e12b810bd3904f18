import { wordsSetting } from '../../children/settings.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Block } from '../../documents/block.ts'
import { type Measure, type Shown, type YearFigures, valued } from './measure.ts'
import type { ReportYear } from './reportYear.ts'
import { comparedWith, countText } from './sentences.ts'

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

/** `69 children looked after`, in the authority's own words. */
export const childrenLookedAfter = (count: Shown, year: ReportYear): string =>
  countText(count, wordsSetting.of(year.settings).child, wordsSetting.of(year.settings).children)

export const heading = (text: string): Block => ({ kind: 'heading', text })

/** A paragraph of these sentences; none where all are empty. */
export function paragraph(...parts: string[]): Block[] {
  const text = parts.filter((part) => part !== '').join(' ')
  return text === '' ? [] : [{ kind: 'paragraph', text }]
}

/** The blocks that are there. */
export const present = (...blocks: (Block | null)[]): Block[] => blocks.flatMap((block) => block ?? [])
