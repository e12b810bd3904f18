import { type CareHistory, type PeriodOfCare, periodOn } from './history.ts'
import { type World, isAdultOn } from './world.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'

/** What pages say in red of a child whose start of care is blank in the return. */
export const START_UNKNOWN = 'We do not know when care began'

/** The same above lists that people work from: what it means, and what to do. */
export const startUnknownWords = {
  heading: START_UNKNOWN,
  text: 'The start date is blank in the return, so no due date can be worked out. Ask the person who sends the return to fill it in.',
} as const

/**
 * Whether nobody can say when the child's care began: the latest return leaves a start blank, and by all else that is
 * known the child is not looked after on the day, today unless said otherwise.
 */
export const isStartUnknown = (history: CareHistory, day: PlainDate = history.asAt): boolean =>
  history.record.hasBlankStart && periodOn(history, day) === null && !isAdultOn(history.record, day)

/** The children of a world of whom nobody can say when care began. */
export const childrenWithoutStart = (world: World): string[] =>
  world.histories.filter((history) => isStartUnknown(history)).map(({ record }) => record.child)

/** Since when a child is looked after: `Since 16 July 2019 at the latest`, where the records have no start. */
export const sinceWords = ({ startedOn, isStartRecorded }: PeriodOfCare): string =>
  `Since ${longDate(startedOn)}${isStartRecorded ? '' : ' at the latest'}`
