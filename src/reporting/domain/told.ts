import { type ReportingYear, previousYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { type AimFact, reportAims } from '../registers/aims.ts'
import { type StoryFact, reportStories } from '../registers/stories.ts'

/** What people have entered for a report, beside words in its sections. */
export interface Told {
  /** The aims that last year's report set, with what became of them. */
  aimsBefore: readonly AimFact[]
  /** The priorities that this report sets. */
  aims: readonly AimFact[]
  /** Stories that someone else has read: no other is printed. */
  stories: readonly StoryFact[]
}

/** Nothing entered. */
export const nothingTold: Told = { aimsBefore: [], aims: [], stories: [] }

/** What a world's registers hold for the report of a year. */
export function toldIn(world: World, year: ReportingYear): Told {
  const aims = recordsOf(world, reportAims)
  const before = previousYear(year).name
  return {
    aimsBefore: aims.filter((one) => one.year === before),
    aims: aims.filter((one) => one.year === year.name),
    stories: recordsOf(world, reportStories).filter((one) => one.year === year.name && isRead(one)),
  }
}

/** Whether someone other than who wrote it has read a story for whether anybody can be recognised. */
export const isRead = ({ readBy, readOn, writtenBy }: StoryFact): boolean =>
  readBy !== null && readOn !== null && readBy !== writtenBy
