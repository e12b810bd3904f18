import { ageOn, birthday } from '../../calendar/age.ts'
import { birthdayOf, isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { heldDays } from './kept.ts'
import { cycleOf, registerReviewsOf } from './world.ts'

/** The 18th birthday of someone: by a date of birth, or else the first day as a care leaver; null where neither is known. */
export function adultFrom(world: World, child: string): PlainDate | null {
  const rows = watchedRowsOf(world, child)
  const bornOn = rows.find((person) => person.bornOn !== null)?.bornOn ?? historyOf(world, child)?.record.bornOn
  if (bornOn) return birthday(bornOn, 18)
  const leaver = rows.find(({ kind }) => kind === 'CARE_LEAVER')
  return leaver ? birthdayOf(leaver, 18) : null
}

/** Whether someone is 18 to 20 on a day. `kpi-definitions` 4: under 21. */
export function isAged18To20(world: World, child: string, day: PlainDate): boolean {
  const from = adultFrom(world, child)
  return from !== null && isOnOrBefore(from, day) && ageOn(from, day) < 3
}

/**
 * The days of the reviews that count for the pathway plan, held by a day, in order: those of the plan, and those of the
 * child's case before the 18th birthday, on which none counts any more (`kpi-definitions` 13).
 */
export function reviewsOfLeaver(world: World, child: string, day: PlainDate): PlainDate[] {
  const eighteen = adultFrom(world, child)
  const history = historyOf(world, child)
  const own = registerReviewsOf(world, child)
  const inCare = [
    ...(history ? cycleOf(world, history).held.map(({ heldOn }) => heldOn) : []),
    ...heldDays(own, ['CLA', 'ADOPTION'], day),
  ].filter((heldOn) => isOnOrBefore(heldOn, day) && (eighteen === null || isBefore(heldOn, eighteen)))
  return [...inCare, ...heldDays(own, ['PATHWAY_18_25'], day)].sort(compareDates)
}

/**
 * The day on which someone came back for support after a review, as the service watches over them on a day; null for who had
 * not left since, or never came back. CLK-REV-20: nobody was asked for a review while the service did not watch over them.
 */
export function cameBackSince(world: World, child: string, review: PlainDate, day: PlainDate): PlainDate | null {
  const rows = watchedRowsOf(world, child).filter(({ kind }) => kind === 'CARE_LEAVER')
  const from = rows.findLast((one) => isUnderWatch(one, day))?.from
  if (from === undefined || !isBefore(review, from)) return null
  const hadLeft = rows.some((one) => one.to !== null && isOnOrBefore(one.to, from) && isBefore(one.from, from))
  return hadLeft ? from : null
}
