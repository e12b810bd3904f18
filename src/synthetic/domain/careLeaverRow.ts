import { ageOn, birthday } from '../../calendar/age.ts'
import { type PlainDate, daysBetween, isAfter, isBefore, laterOf } from '../../kernel/dates.ts'
import type { Life } from './life.ts'
import { type Random, randomOf } from './random.ts'
import { type ReturnScope, cellOf } from './scope.ts'

const CARE_LEAVER = 102
const ENDINGS_WITHOUT_AFTERCARE = new Set(['E2', 'E3', 'E11', 'E12', 'E15', 'E16'])

/** OC3: asked of a former relevant young person in the year of the 17th to 21st birthday; null of anyone else. */
export function careLeaverRow(life: Life, scope: ReturnScope): string[] | null {
  const age = ageOn(life.bornOn, scope.knownOn)
  if (age < 17 || age > 21) return null
  const leftOn = dayOfLeaving(life)
  const on = birthday(life.bornOn, age)
  if (!leftOn || isBefore(on, scope.year.firstDay) || !isAfter(on, leftOn)) return null
  const random = randomOf(...life.seeds, CARE_LEAVER, scope.year.startYear)
  return [life.child, cellOf(life.bornOn), ...circumstances(age, random)]
}

/** The day a young person left care for good at 16 or over, with 13 weeks of it since 14; null for the others. */
function dayOfLeaving(life: Life): PlainDate | null {
  const last = life.periods.at(-1)
  if (!last || isBefore(last.to, birthday(life.bornOn, 16))) return null
  if (ENDINGS_WITHOUT_AFTERCARE.has(last.episodes.at(-1)?.reasonCeased ?? '')) return null
  const fourteenth = birthday(life.bornOn, 14)
  const days = life.periods.map((period) => Math.max(0, daysBetween(laterOf(period.from, fourteenth), period.to)))
  return days.reduce((sum, some) => sum + some, 0) >= 91 ? last.to : null
}

function circumstances(age: number, random: Random): [inTouch: string, activity: string, accommodation: string] {
  const inTouch = random.weighted({ YES: 91, NO: 5, REFU: 2, NREQ: 1, RHOM: 1 })
  if (inTouch !== 'YES') return [inTouch, '0', '0']
  const activity = random.weighted({ F1: 6, P1: 1, F2: 30, P2: 3, F4: 5, P4: 2, F5: 17, P5: 5, G4: 7, G5: 20, G6: 4 })
  const withFormerCarer = age >= 18 ? 9 : 0
  const accommodation = random.weighted({
    B1: 12, D1: 24, E1: 4, K1: 8, U1: 38, C1: 2, X2: 2, S2: 1, B2: 2, Z1: withFormerCarer,
  }) // prettier-ignore
  return [inTouch, activity, accommodation]
}
