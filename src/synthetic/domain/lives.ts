import { birthday } from '../../calendar/age.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type PlainDate, addDays, isAfter, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { absencesOf } from './absences.ts'
import { episodesOf } from './episodes.ts'
import type { Life, PeriodOfCare } from './life.ts'
import { type ChildOutline, type FamilyOutline, MOST_CHILDREN_A_FAMILY, type Stay } from './outline.ts'
import { HOME_AREAS, postcodeOf } from './places.ts'
import { type Random, randomOf } from './random.ts'
import { ethnicityOf, personOf } from './person.ts'
import { reviewsOf } from './reviews.ts'
import { socialWorkersOf } from './socialWorkers.ts'
import { shortBreaksOf } from './shortBreaks.ts'

/** What lives are made up within. */
export interface Setting {
  seed: number
  /** Children of whom nothing is said from this day on are left out. */
  firstDay: PlainDate
  /** No review and no absence is made up for after this day. */
  horizon: PlainDate
  /** How many social workers the authority has. */
  socialWorkers: number
  holidays: BankHolidays
}

/** Every child has a place of its own for what is made up of it, so that more of one thing changes no other. */
const SUBJECTS = { person: 1, care: 2, reviews: 3, absences: 4, socialWorkers: 5 }

/** How far ahead of the last known day reviews are made up, to be planned. */
const DAYS_AHEAD = 240

/** What brothers and sisters have in common. */
interface Family {
  number: number
  postcode: string
  ethnicity: string
}

/** The children of a family of whom anything is said from `firstDay` on. */
export function livesOf(family: FamilyOutline, setting: Setting): Life[] {
  const random = randomOf(setting.seed, family.number, 0)
  const shared = { number: family.number, postcode: postcodeOf(HOME_AREAS, random), ethnicity: ethnicityOf(random) }
  return family.children.flatMap((outline, index) =>
    isSpokenOf(outline, setting.firstDay) ? [lifeOf(shared, index, outline, setting)] : [],
  )
}

/** Whether a return from this day on may name the child: in care since, or a care leaver until 21. */
function isSpokenOf(outline: ChildOutline, firstDay: PlainDate): boolean {
  const lastStay = outline.stays.at(-1)
  if (!lastStay) return false
  const isCareLeaver = isOnOrAfter(lastStay.to, birthday(outline.bornOn, 16))
  return isOnOrAfter(isCareLeaver ? birthday(outline.bornOn, 21) : lastStay.to, firstDay)
}

function lifeOf(family: Family, index: number, outline: ChildOutline, setting: Setting): Life {
  const seeds = [setting.seed, family.number, index + 1]
  const choices = (subject: keyof typeof SUBJECTS): Random => randomOf(...seeds, SUBJECTS[subject])
  const { bornOn, stays } = outline
  const person = personOf(outline, family.ethnicity, choices('person'))
  const care = choices('care')
  const reviews = choices('reviews')
  const absences = choices('absences')
  const socialWorkers = choices('socialWorkers')
  const home = person.unaccompanied ? '' : family.postcode
  const periods = stays
    .filter((stay) => stay.pathway !== 'short_breaks')
    .map((stay, at, all): PeriodOfCare => ({
      from: stay.from,
      to: stay.to,
      adoption: stay.adoption,
      episodes: episodesOf(stay, bornOn, home, care),
      ...reviewsKnownAndToCome(stay, bornOn, setting, reviews),
      socialWorkers: socialWorkersOf(stay, all[at + 1]?.from ?? null, setting.socialWorkers, socialWorkers),
    }))
  return {
    child: String(100_000 + family.number * MOST_CHILDREN_A_FAMILY + index),
    bornOn,
    ...person,
    periods,
    shortBreaks: stays.filter((stay) => stay.pathway === 'short_breaks').flatMap((stay) => shortBreaksOf(stay, care)),
    absences: periods.flatMap((period) => absencesOf(period, bornOn, setting.horizon, absences)),
    seeds,
  }
}

/**
 * The reviews of a stay up to the last known day, and those after it as though the child stayed: nobody knows yet who
 * will leave. The same chances decide both, so that what is planned today is what will have been held.
 */
function reviewsKnownAndToCome(
  stay: Stay,
  bornOn: PlainDate,
  { horizon, holidays }: Setting,
  random: Random,
): Pick<PeriodOfCare, 'reviews' | 'reviewsToCome'> {
  const isOpen = isOnOrBefore(stay.from, horizon) && isAfter(stay.to, horizon)
  if (!isOpen) return { reviews: reviewsOf(stay, bornOn, horizon, holidays, random), reviewsToCome: [] }
  const ahead = addDays(horizon, DAYS_AHEAD)
  const all = reviewsOf({ ...stay, to: addDays(ahead, 1) }, bornOn, ahead, holidays, random)
  return {
    reviews: all.filter(({ heldOn }) => isOnOrBefore(heldOn, horizon)),
    reviewsToCome: all.filter(({ heldOn }) => isAfter(heldOn, horizon)),
  }
}
