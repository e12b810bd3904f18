import type { RowOf } from '../../../registers/register.ts'
import type { absences } from '../../../officers/registers/absences.ts'
import type { officers } from '../../../officers/registers/officers.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  dateOf,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  isWithin,
} from '../../../kernel/dates.ts'
import { randomOf } from '../random.ts'
import { addressOf, fullName } from './names.ts'

export type OfficerRow = RowOf<typeof officers>
export type AbsenceRow = RowOf<typeof absences>

/** A post of the service: the officer who holds it has its share of the families. */
export interface Post {
  fte: number
  /** One after the other, without a gap; the last one still holds it. */
  holders: readonly OfficerRow[]
}

/** The made-up service: who works there, and since when. The same on every day, told up to a day. */
export interface Service {
  posts: readonly Post[]
  /** The manager and the fostering IRO, who review no child looked after. */
  others: readonly OfficerRow[]
}

const CHILDREN_AN_OFFICER = 60
/** Agency officers stay for a year, from September. */
const FIRST_AGENCY_YEAR = 2018
const HOLDER = 302

const officer = (
  officerId: string,
  name: string,
  startedOn: PlainDate,
  more: Partial<OfficerRow> = {},
): OfficerRow => ({
  officerId,
  name,
  role: 'IRO',
  fte: 1,
  startedOn,
  endedOn: null,
  employment: 'PERMANENT',
  qualifiedOn: addMonths(startedOn, -12 * (4 + (name.length % 17))),
  email: addressOf(name),
  ...more,
})

/** The service of an authority of this size as it is on a day: about 60 children for each full-time officer. */
export function serviceOf(seed: number, children: number, day: PlainDate): Service {
  const posts: Post[] = []
  const permanent = (name: string, start: PlainDate, more: Partial<OfficerRow> = {}): Post => ({
    fte: more.fte ?? 1,
    holders: [officer(`O${posts.length + 1}`, name, start, more)],
  })
  const needed = children / CHILDREN_AN_OFFICER
  const fteSoFar = () => posts.reduce((sum, { fte }) => sum + fte, 0)
  posts.push(permanent('Ifeanyi Price', dateOf(2014, 4, 14)))
  posts.push(permanent('Sunita Marsh', dateOf(2016, 9, 5), { role: 'IRO_AND_CP_CHAIR' }))
  posts.push(permanent(fullName(randomOf(seed, HOLDER, 3)), dateOf(2017, 1, 9), { fte: 0.6 }))
  const howMany = Math.max(4, 4 + Math.ceil(needed - fteSoFar() - 1))
  posts.push(agencyPost(seed, howMany, day))
  while (posts.length < howMany) {
    posts.push(permanent(fullName(randomOf(seed, HOLDER, posts.length + 1)), dateOf(2012 + (posts.length % 6), 6, 1)))
  }
  return {
    posts,
    others: [
      officer('M1', 'Marian Okafor', dateOf(2013, 10, 7), { role: 'MANAGER' }),
      officer('F1', 'Tom Fairley', dateOf(2018, 3, 5), { role: 'FIRO', fte: 0.8 }),
    ],
  }
}

/** Held by someone else each year: O4, and then on from the last number of the other posts. */
function agencyPost(seed: number, posts: number, day: PlainDate): Post {
  const holders: OfficerRow[] = []
  for (let year = FIRST_AGENCY_YEAR; isOnOrBefore(dateOf(year, 9, 1), day) || year === FIRST_AGENCY_YEAR; year++) {
    const nth = year - FIRST_AGENCY_YEAR
    const name = fullName(randomOf(seed, HOLDER, 100 + year))
    const lastDay = dateOf(year + 1, 8, 31)
    holders.push(
      officer(nth === 0 ? 'O4' : `O${posts + nth}`, name, dateOf(year, 9, 1), {
        employment: 'AGENCY',
        endedOn: isBefore(lastDay, day) ? lastDay : null,
      }),
    )
  }
  return { fte: 1, holders }
}

/** Who holds a post on a day; before anyone, the first. */
export function holderOn({ holders }: Post, day: PlainDate): OfficerRow {
  const holder = holders.findLast(({ startedOn }) => isOnOrBefore(startedOn, day)) ?? holders[0]
  if (!holder) throw new RangeError('nobody holds the post')
  return holder
}

/** Everyone who has ever been an officer: a register of officers keeps those who have left. */
export const everyOfficer = ({ posts, others }: Service): OfficerRow[] => [
  ...posts.flatMap(({ holders }) => holders),
  ...others,
]

/** The officers of whom anything is to be said from a day on. */
export const officersSince = ({ posts, others }: Service, since: PlainDate): OfficerRow[] => [
  ...posts.flatMap(({ holders }) => holders).filter(({ endedOn }) => endedOn === null || isOnOrAfter(endedOn, since)),
  ...others,
]

const ABSENCE = 303
const weeksOff = [
  { month: 2, days: 5 },
  { month: 5, days: 5 },
  { month: 8, days: 12 },
  { month: 10, days: 5 },
] as const

/** When officers are away, from a day to another: some weeks of leave a year each, and now and then something else. */
export function absencesOf(service: Service, seed: number, from: PlainDate, to: PlainDate): AbsenceRow[] {
  return officersSince(service, from).flatMap((person) => {
    const rows: AbsenceRow[] = []
    for (let year = from.year; year <= to.year; year++) {
      const random = randomOf(seed, ABSENCE, year, Number(person.officerId.slice(1)), person.officerId.charCodeAt(0))
      for (const { month, days } of weeksOff) {
        const first = mondayFrom(dateOf(year, month, random.between(1, 14)))
        rows.push({ officerId: person.officerId, from: first, to: addDays(first, days - 1), kind: 'LEAVE' })
      }
      const first = dateOf(year, random.between(3, 4), random.between(1, 28))
      if (random.isTrue(0.4)) {
        rows.push({ officerId: person.officerId, from: first, to: addDays(first, random.between(0, 6)), kind: 'OTHER' })
      }
    }
    const { startedOn, endedOn } = person
    return rows.filter(
      (row) =>
        isWithin(row.from, from, to) &&
        !isBefore(row.from, startedOn) &&
        (endedOn === null || !isAfter(row.to, endedOn)),
    )
  })
}

const mondayFrom = (day: PlainDate): PlainDate => addDays(day, (8 - day.dayOfWeek) % 7)
