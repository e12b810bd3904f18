import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import { dueDateIfKnown } from '../../clocks/deadlines.ts'
import type { ClockAnswer } from '../../clocks/source.ts'
import { type PlainDate, compareDates, isOnOrBefore, isWithin } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { preparationClocks } from '../../recording/domain/clocks.ts'
import { recordsOf } from '../../world/world.ts'
import { type OversightEntry, oversight } from '../registers/oversight.ts'
import { visits } from '../registers/visits.ts'
import { contactsKeptSince, entriesOf, socialWorkVisitsKeptSince } from './entries.ts'

/** An entry made earlier than so many working days before the review says nothing of its papers. CLK-PRE-3. */
const EARLIEST = { amount: 10, unit: 'working_days', isBefore: true } as const

/** A room that knows nothing of a run. */
const knowsNothing: ClockAnswer = (run) => run

/** Since when checks before meetings are written down here; null where none ever was. */
const keptSince = rememberedFor((rows: readonly OversightEntry[]): PlainDate | null => {
  const days = rows.filter(({ kind }) => kind === 'PRE_MEETING').map(({ on }) => on)
  return days.toSorted(compareDates)[0] ?? null
})

/** Since when what clocks ask for of every child is written down here. */
export const oversightKeptSince = (world: World): readonly (PlainDate | null)[] => [
  keptSince(recordsOf(world, oversight)),
  contactsKeptSince(recordsOf(world, oversight)),
  socialWorkVisitsKeptSince(recordsOf(world, visits)),
]

const answerFrom = rememberedFor(({ asAt }: CareHistory) =>
  rememberedWhileSame(
    (entries: readonly OversightEntry[], since: PlainDate | null, holidays: BankHolidays): ClockAnswer =>
      (run) => {
        if (run.clock.id !== preparationClocks.oversight.id || run.satisfiedBy) return run
        const reviewOn = run.startedBy.on
        const earliest = dueDateIfKnown(reviewOn, EARLIEST, holidays)
        const checked = entries.find(
          ({ kind, on }) =>
            kind === 'PRE_MEETING' && isOnOrBefore(on, asAt) && earliest !== null && isWithin(on, earliest, reviewOn),
        )
        const isKept = since !== null && isOnOrBefore(since, asAt)
        return {
          ...run,
          isSatisfactionRecorded: run.isSatisfactionRecorded || isKept,
          satisfiedBy: checked ? { what: 'the check before the meeting', on: checked.on } : null,
        }
      },
    4,
  ),
)

/** What entries of oversight say of clocks of rooms below: a check before a meeting meets CLK-PRE-3. */
export function answerOfOversight(world: World, child: string): ClockAnswer {
  const history = historyOf(world, child)
  if (!history) return knowsNothing
  return answerFrom(history)(entriesOf(world, child), keptSince(recordsOf(world, oversight)), world.holidays)
}
