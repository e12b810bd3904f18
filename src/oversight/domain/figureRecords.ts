import { isAdultOn, type LookedAfterChild, type World } from '../../children/domain/world.ts'
import type { FigureRecord } from '../../figures/figure.ts'
import {
  type PlainDate,
  addMonths,
  daysBetween,
  isAfter,
  isBefore,
  isOnOrBefore,
  isWithin,
} from '../../kernel/dates.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { type FlagFact, flagKinds, flags } from '../registers/flags.ts'
import { type OversightEntry, oversightKinds } from '../registers/oversight.ts'
import { countedEntriesSetting, footprintSetting } from '../settings.ts'
import { entriesOf, isOfKind } from './entries.ts'
import type { Quarter } from './quarters.ts'

/** What an IRO did for a child, as a record behind a figure. */
export const entryRecord = ({ child, on, kind, officerId }: OversightEntry): FigureRecord => ({
  child,
  kind: 'oversight',
  date: on,
  due: null,
  counts: true,
  key: null,
  detail: () => ({ 'What was done': oversightKinds[kind], Officer: officerId }),
})

/** The intervals between two reviews of one period of care of which the later was held in the twelve months to the day of the count. */
export function intervals(world: World): FigureRecord[] {
  const since = addMonths(world.snapshotOn, -12)
  const isCounted = countedEntriesSetting.of(world.settings) === 'any' ? () => true : isOfKind('MIDPOINT')
  return world.histories.flatMap((history) => {
    // A review on the 18th birthday or later is of no child looked after.
    const held = cycleOf(world, history).held.filter(({ heldOn }) => !isAdultOn(history.record, heldOn))
    const entries = entriesOf(world, history.record.child).filter(isCounted)
    return held.flatMap((review, index) => {
      const before = held[index - 1]
      if (!before || before.period !== review.period) return []
      if (!isAfter(review.heldOn, since) || isAfter(review.heldOn, world.snapshotOn)) return []
      const between = entries.filter(({ on }) => isAfter(on, before.heldOn) && isBefore(on, review.heldOn))
      return [
        {
          child: history.record.child,
          kind: 'interval between reviews',
          date: review.heldOn,
          due: null,
          counts: between.length > 0,
          key: null,
          detail: () => ({ 'Review before': before.heldOn.toString(), Entries: between.length }),
        },
      ]
    })
  })
}

/** A child in the cohort of a quarter, and whether its record has an entry in it. */
export function footprintRecord(world: World, { history, period }: LookedAfterChild, quarter: Quarter): FigureRecord[] {
  const { minimumDays, doesReviewCount } = footprintSetting.of(world.settings)
  if (daysBetween(period.startedOn, quarter.lastDay) < minimumDays) return []
  const { child } = history.record
  const isInQuarter = (day: PlainDate) => isWithin(day, quarter.firstDay, quarter.lastDay)
  const entries = entriesOf(world, child).filter(({ on }) => isInQuarter(on))
  const reviews = doesReviewCount ? cycleOf(world, history).held.filter(({ heldOn }) => isInQuarter(heldOn)) : []
  return [
    {
      child,
      kind: 'child in a quarter',
      date: quarter.lastDay,
      due: quarter.lastDay,
      counts: entries.length + reviews.length > 0,
      key: null,
      detail: () => ({ Quarter: quarter.words, Entries: entries.length, Reviews: reviews.length }),
    },
  ]
}

/** A risk, as a record behind a figure. */
const flagRecord = ({ child, kind, from, to }: FlagFact): FigureRecord => ({
  child,
  kind: 'risk',
  date: from,
  due: null,
  counts: true,
  key: kind,
  detail: () => ({ Risk: flagKinds[kind], To: to?.toString() ?? 'Open' }),
})

/** The risks that were open at any time from one day to another, both included; the reason where none is kept. */
export const flagsBetween = (world: World, first: PlainDate, last: PlainDate): FigureRecord[] | string =>
  recordsOf(world, flags).length === 0
    ? 'No register of risks is kept here.'
    : recordsOf(world, flags)
        .filter(({ from, to }) => isOnOrBefore(from, last) && (to === null || isAfter(to, first)))
        .map(flagRecord)
