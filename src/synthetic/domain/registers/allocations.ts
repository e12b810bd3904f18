import type { RowOf } from '../../../registers/register.ts'
import type { BankHolidays } from '../../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../../calendar/workingDays.ts'
import type { notifications } from '../../../children/registers/notifications.ts'
import {
  type PlainDate,
  addDays,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
  isWithin,
} from '../../../kernel/dates.ts'
import type { allocations } from '../../../officers/registers/allocations.ts'
import type { handovers } from '../../../officers/registers/handovers.ts'
import type { Life, PeriodOfCare } from '../life.ts'
import { randomOf } from '../random.ts'
import { type Post, type Service, holderOn } from './service.ts'

export type AllocationRow = RowOf<typeof allocations>
export type HandoverRow = RowOf<typeof handovers>

/** The days that registers tell of: from the first up to today. */
export interface Span {
  since: PlainDate
  today: PlainDate
  holidays: BankHolidays
}

const POST = 304
const APPOINTMENT = 305
const NOTIFICATION = 306

/** The seed and the family of a life: brothers and sisters have these in common. */
const familySeeds = (life: Life): readonly number[] => life.seeds.slice(0, 2)

/** The post whose children a family's are: brothers and sisters have the same officer. */
function postOf(life: Life, { posts }: Service): Post {
  const shares = Object.fromEntries(posts.map(({ fte }, index) => [String(index), fte]))
  const post = posts[Number(randomOf(...familySeeds(life), POST).weighted(shares))]
  if (!post) throw new RangeError('a service has posts')
  return post
}

const isKnown = (day: PlainDate, holidays: BankHolidays): boolean => isAfter(day, addDays(holidays.firstKnownDay, 60))

/** The day from which a child has an officer: nearly always within 5 working days, as brothers and sisters do. */
function appointedOn(life: Life, { from }: PeriodOfCare, post: Post, holidays: BankHolidays): PlainDate {
  const random = randomOf(...familySeeds(life), APPOINTMENT, from.year, from.month, from.day)
  const days = Number(random.weighted({ 1: 20, 2: 25, 3: 20, 4: 15, 5: 12, 8: 5, 11: 3 }))
  const on = isKnown(from, holidays) ? addWorkingDays(from, days, holidays) : addDays(from, days)
  const first = post.holders[0]?.startedOn ?? on
  return isBefore(on, first) ? first : on
}

/** Whose child it was when, and who handed it over to whom, as far as anything of it is within the span. */
export function allocationsOf(
  life: Life,
  service: Service,
  { since, today, holidays }: Span,
): { allocations: AllocationRow[]; handovers: HandoverRow[] } {
  const post = postOf(life, service)
  const rows: AllocationRow[] = []
  const handed: HandoverRow[] = []
  for (const period of life.periods) {
    if (isAfter(period.from, today)) continue
    const from = appointedOn(life, period, post, holidays)
    const ended = isOnOrBefore(period.to, today) ? period.to : null
    if (isAfter(from, today) || (ended && isOnOrBefore(ended, from))) continue
    for (const { officerId, startedOn, endedOn } of post.holders) {
      const first = isAfter(startedOn, from) ? startedOn : from
      const left = endedOn === null ? null : addDays(endedOn, 1)
      const to = ended !== null && (left === null || isBefore(ended, left)) ? ended : left
      if (isAfter(first, today) || (to !== null && (isOnOrBefore(to, first) || isBefore(to, since)))) continue
      rows.push({ child: life.child, officerId, from: first, to })
      const before = post.holders.find((one) => one.endedOn && isSameDay(addDays(one.endedOn, 1), first))
      if (before && isOnOrAfter(first, since) && isAfter(first, from)) {
        handed.push({
          child: life.child,
          on: first,
          fromOfficer: before.officerId,
          toOfficer: officerId,
          reason: 'The officer’s contract ended',
          note: 'Introduced by letter, with a photograph. First visit before the next review.',
          undoneOn: null,
        })
      }
    }
  }
  return { allocations: rows, handovers: handed }
}

/** When the service was told of those who became looked after within the span: some late, a few in good time before. */
export function notificationsOf(life: Life, { since, today, holidays }: Span): RowOf<typeof notifications>[] {
  return life.periods.flatMap(({ from }) => {
    if (!isWithin(from, since, today)) return []
    const random = randomOf(...life.seeds, NOTIFICATION, from.year, from.month)
    const days = Number(random.weighted({ 0: 20, 1: 34, 2: 20, 3: 11, 5: 6, 7: 5, 10: 4 }))
    const notifiedOn = addWorkingDays(from, days, holidays)
    return isAfter(notifiedOn, today) ? [] : [{ child: life.child, startedOn: from, notifiedOn }]
  })
}

/** The officer who is the child's on a day, whether or not the register tells of it yet. */
export const officerOf = (life: Life, service: Service, day: PlainDate): string =>
  holderOn(postOf(life, service), day).officerId
