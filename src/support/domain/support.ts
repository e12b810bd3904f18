import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type SupportFact, support } from '../registers/support.ts'

/** Whether a child has the support on a day: from its first day up to, not including, its end. */
export const isActiveOn = ({ from, to }: Pick<SupportFact, 'from' | 'to'>, day: PlainDate): boolean =>
  from !== null && isOnOrBefore(from, day) && (to === null || isAfter(to, day))

/** Whether a referral waits: the support has not begun, and nothing is recorded that came of it. */
export const isWaiting = ({ from, outcome }: Pick<SupportFact, 'from' | 'outcome'>): boolean =>
  from === null && outcome === null

const isReferral = (one: SupportFact, { child, kind, referredOn }: SupportFact): boolean =>
  one.child === child &&
  one.kind === kind &&
  one.referredOn !== null &&
  referredOn !== null &&
  isSameDay(one.referredOn, referredOn)

/** Each referral once: its row stays when the support has begun, under the day it began. */
export const referralsIn = rememberedFor((all: readonly SupportFact[]): readonly SupportFact[] => {
  const begun = all.filter(({ from }) => from !== null)
  return [...begun, ...all.filter((one) => one.from === null && !begun.some((other) => isReferral(other, one)))]
})

/** The referrals that are known. */
export const referralsOf = (world: World): readonly SupportFact[] => referralsIn(recordsOf(world, support))
