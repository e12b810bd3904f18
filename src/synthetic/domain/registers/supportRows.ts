import { ageOn } from '../../../calendar/age.ts'
import { addDays, addMonths, dateOf, isAfter, isBefore, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { support } from '../../../support/registers/support.ts'
import type { volunteers } from '../../../support/registers/volunteers.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { numberIn } from './learning.ts'

const SUPPORT = 334
const VOLUNTEER = 335
const WAITING = 371
/** From which age a child has an advocate or an independent visitor here. Unit: years. */
const YOUNGEST = 6

/** Volunteers, and the children who have an advocate or an independent visitor. */
export function supportRows(seed: number, children: number, lives: readonly Life[], span: Span) {
  const visitors: RowOf<typeof volunteers>[] = Array.from({ length: Math.max(2, Math.ceil(children / 25)) }, (_, index) => {
    const random = randomOf(seed, VOLUNTEER, index)
    const recruitedOn = addDays(dateOf(2017, 4, 3), random.between(0, 400))
    return {
      volunteerRef: `V${index + 1}`,
      recruitedOn,
      checkedOn: addDays(recruitedOn, random.between(20, 60)),
      trainedOn: addDays(recruitedOn, random.between(30, 90)),
      endedOn: null,
    }
  }) // prettier-ignore
  // One who was recruited the month before, and whose checks are not complete.
  const { year, month } = addMonths(span.today, -1)
  visitors.push({ volunteerRef: `V${visitors.length + 1}`, recruitedOn: dateOf(year, month, 1), checkedOn: null, trainedOn: null, endedOn: null }) // prettier-ignore
  const made: RowOf<typeof support>[] = []
  for (const life of lives) {
    const random = randomOf(seed, SUPPORT, numberIn(life.child))
    const kind = random.weighted({ none: 82, ADVOCACY: 12, INDEPENDENT_VISITOR: 6 })
    const period = life.periods.at(-1)
    const referredOn = period && addDays(period.from, random.between(5, 400))
    const from = referredOn && addDays(referredOn, random.between(5, 70))
    const volunteer = random.oneOf(visitors.slice(0, -1))
    if (kind === 'none') made.push(...waitingRows(seed, life, span))
    if (kind === 'none' || !period || !from || isAfter(from, period.to) || isAfter(from, span.today)) continue
    // Who can't speak yet has neither.
    if (ageOn(life.bornOn, from) < YOUNGEST) continue
    if (volunteer.checkedOn && isAfter(volunteer.checkedOn, from)) continue
    const to = isOnOrBefore(period.to, span.today) ? period.to : null
    const volunteerRef = kind === 'INDEPENDENT_VISITOR' ? volunteer.volunteerRef : null
    made.push({ child: life.child, kind, referredOn, from, to, volunteerRef, outcome: null })
  }
  return { visitors, support: made }
}

/** Some who are about to leave care wait for an advocate whom they never get. */
function waitingRows(seed: number, life: Life, { today }: Span): RowOf<typeof support>[] {
  const period = life.periods.at(-1)
  const random = randomOf(seed, WAITING, numberIn(life.child))
  const referredOn = period && addDays(period.to, -random.between(30, 240))
  if (!random.isTrue(0.25) || !period || !referredOn) return []
  if (isBefore(referredOn, period.from) || isAfter(referredOn, today) || ageOn(life.bornOn, referredOn) < YOUNGEST) return [] // prettier-ignore
  const outcome = isOnOrBefore(period.to, today) ? 'Left care before it began' : null
  return [{ child: life.child, kind: 'ADVOCACY', referredOn, from: null, to: null, volunteerRef: null, outcome }]
}
