import { birthday } from '../../calendar/age.ts'
import { type PlainDate, addMonths, isAfter, isBefore, isOnOrAfter } from '../../kernel/dates.ts'
import type { RetentionTimes } from '../settings.ts'

/** Someone of whom records are kept. */
export interface KeptPerson {
  child: string
  /** Null where it is not recorded. */
  bornOn: PlainDate | null
  /** The day on which care ended since the child died; null where it did not. */
  diedOn: PlainDate | null
  /** The latest day of which the records of care tell; null where they tell of none. */
  toldUpTo: PlainDate | null
}

/** Whose time is over, and since when. */
export interface PastTime {
  child: string
  /** The first day on which the record may be deleted. */
  since: PlainDate
  why: 'birth' | 'death'
}

/** What becomes of the records of people on a day. */
export interface Judged {
  past: readonly PastTime[]
  /** Those of whom no date of birth is recorded: nobody knows when their time is over. */
  unknown: readonly string[]
  /** Those whose date of birth cannot be right, since the records tell of them as older than anyone in care or leaving it. */
  doubtful: readonly string[]
}

/** Support of care leavers ends on the 25th birthday: whoever has entries of later days was not born on that day. */
const OLDEST_AGE_TOLD_OF = 26

/**
 * Whose records have been kept for their time by this day: until the 75th anniversary of birth, or for 15 years from the
 * death of a child who died before 18; longer where the authority says so. SI 2010/959, regulation 50.
 */
export function judgeTimes(people: readonly KeptPerson[], times: RetentionTimes, day: PlainDate): Judged {
  const past: PastTime[] = []
  const unknown: string[] = []
  const doubtful: string[] = []
  for (const { child, bornOn, diedOn, toldUpTo } of people) {
    if (bornOn === null) {
      unknown.push(child)
      continue
    }
    const isChildsDeath = diedOn !== null && isBefore(diedOn, birthday(bornOn, 18))
    const since = isChildsDeath ? addMonths(diedOn, 12 * times.yearsFromDeath) : birthday(bornOn, times.yearsFromBirth)
    if (!isOnOrAfter(day, since)) continue
    if (toldUpTo !== null && isAfter(toldUpTo, birthday(bornOn, OLDEST_AGE_TOLD_OF))) doubtful.push(child)
    else past.push({ child, since, why: isChildsDeath ? 'death' : 'birth' })
  }
  return { past, unknown, doubtful }
}
