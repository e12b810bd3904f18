import { ageOn } from '../../calendar/age.ts'
import { addMonths, isAfter, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import type { Life } from './life.ts'
import { type Random, randomOf } from './random.ts'
import { type ReturnScope, cellOf } from './scope.ts'

const HEALTH = 101

/** OC2: asked at the year's end of a child who has been looked after for the twelve months before it. */
export function healthRow(life: Life, scope: ReturnScope): string[][] {
  const { firstDay, lastDay, startYear } = scope.year
  const isAskedYet = isSameDay(scope.knownOn, lastDay)
  const wasInCareAllYear = life.periods.some(
    (period) => isOnOrBefore(period.from, addMonths(lastDay, -12)) && isAfter(period.to, lastDay),
  )
  if (!isAskedYet || !wasInCareAllYear) return []
  const random = randomOf(...life.seeds, HEALTH, startYear)
  const yes = (share: number): string => (random.isTrue(share) ? '1' : '0')
  const age = ageOn(life.bornOn, lastDay)
  // Also of those who turned 4 or 17 in the year (rule 197B).
  const hasScore = age >= 4 && ageOn(life.bornOn, firstDay) < 17
  const [score, reason] = hasScore ? difficulties(life, random) : ['', '']
  const misuse = age >= 12 ? yes(0.06) : '0'
  const received = misuse === '1' ? yes(0.6) : ''
  return [
    [
      life.child,
      cellOf(life.bornOn),
      score,
      reason,
      age >= 10 ? yes(0.03) : '',
      age < 5 ? yes(0.88) : '',
      yes(0.87),
      yes(0.82),
      yes(0.92),
      misuse,
      received,
      received === '0' ? yes(0.7) : '',
    ],
  ]
}

/** SDQ score and reason for none: a child's score stays near the child's own from year to year. */
function difficulties(life: Life, random: Random): [score: string, reason: string] {
  if (random.isTrue(0.17)) return ['', random.weighted({ SDQ2: 40, SDQ3: 10, SDQ4: 30, SDQ5: 20 })]
  const usual = randomOf(...life.seeds, HEALTH).between(4, 24)
  return [String(Math.max(0, Math.min(40, usual + random.between(-4, 4)))), '']
}
