import { birthday } from '../../../calendar/age.ts'
import { addDays, isAfter, isBefore, isOnOrBefore, laterOf } from '../../../kernel/dates.ts'
import type { flags } from '../../../oversight/registers/flags.ts'
import type { reviewRequests } from '../../../oversight/registers/reviewRequests.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { sinceOf, periodOn } from './oversightRows.ts'

const FLAG = 334
const REQUEST = 335

/** Reviews that were asked for before they were due: one that was not held in time is left to the next. */
export function reviewRequestRows(life: Life, span: Span): RowOf<typeof reviewRequests>[] {
  return life.periods.flatMap(({ from, to }) => {
    const random = randomOf(...life.seeds, REQUEST, from.year, from.month, from.day)
    if (!random.isTrue(0.06)) return []
    const askedOn = addDays(from, random.between(40, 500))
    const by = addDays(askedOn, 28)
    const trigger = random.weighted({ IRO: 3, ASKED: 2, PLACEMENT_ENDS: 2, PLAN_CHANGE: 2, FINAL_CARE_PLAN: 1 })
    if (!isBefore(askedOn, to) || isBefore(askedOn, sinceOf(span)) || isAfter(askedOn, span.today)) return []
    const isPast = isOnOrBefore(by, span.today)
    return [{ child: life.child, askedOn, trigger, by, withdrawnOn: isPast ? by : null, note: isPast ? 'Looked at in the next review' : null }] // prettier-ignore
  })
}

/** From which age these risks are made up. Unit: years. */
const OLD_ENOUGH = 11

/** Risks of older children: some over, some not. */
export function flagRows(life: Life, span: Span): RowOf<typeof flags>[] {
  const random = randomOf(...life.seeds, FLAG)
  const period = periodOn(life, span.today)
  if (!period || !random.isTrue(0.08)) return []
  const kind = random.weighted({ EXPLOITATION: 3, MISSING: 2, HARMFUL_BEHAVIOUR: 2, SUBSTANCE_MISUSE: 1 })
  const from = laterOf(addDays(period.from, random.between(10, 200)), birthday(life.bornOn, OLD_ENOUGH))
  const to = random.isTrue(0.4) ? addDays(from, random.between(60, 300)) : null
  if (isAfter(from, span.today)) return []
  return [{ child: life.child, kind, from, to: to && isOnOrBefore(to, span.today) ? to : null }]
}
