import type { World } from '../../children/domain/world.ts'
import { lookedAfterOn } from '../../children/domain/world.ts'
import {
  type PlainDate,
  daysBetween,
  earlierOf,
  isAfter,
  isBefore,
  isOnOrBefore,
  isWithin,
} from '../../kernel/dates.ts'
import { type Route, routes } from '../registers/challenges.ts'
import { type Rate, rateOf } from './rate.ts'
import { type Standing, challengesIn, isOpen } from './standing.ts'
import { type Quarter, quarterBefore } from './quarters.ts'

/** From how many children with one ground in a quarter on a challenge of the theme is suggested. */
const CLUSTER_CHILDREN = 3

/** One ground of challenges in a quarter. */
export interface GroundCount {
  ground: string
  count: number
  before: number
  /** Per 100 children looked after; null where there are none. */
  rate: Rate | null
  children: number
}

/** What a quarter's challenges were about, and what came of them. */
export interface ThemeReport {
  quarter: Quarter
  /** The last day of it that is known: its own last, or today. */
  upTo: PlainDate
  /** Whether it goes on after that day. */
  goesOn: boolean
  lookedAfter: number
  /** Challenges raised, good practice among them. */
  raised: number
  raisedBefore: number
  /** Those among them that are good practice told. */
  goodPractice: number
  rate: Rate | null
  byRoute: readonly { route: string; count: number; before: number }[]
  byGround: readonly GroundCount[]
  byAgency: readonly { agency: string; count: number; open: number }[]
  resolved: {
    count: number
    withdrawn: number
    withChange: number
    /** Calendar days from raising to resolving; null where none was resolved. */
    medianDays: number | null
    leastDays: number | null
    mostDays: number | null
  }
  /** Open at the end of the last day that is known. */
  open: number
  cafcass: { discussed: number; referred: number }
  legalAdvice: number
  /** Grounds that several children share, and no challenge of a theme that is open on the day of the world takes up. */
  clusters: readonly { ground: string; children: number }[]
}

/** What challenges were about in a quarter that has begun, by what the user may see. The world is of today. */
export function themeReportOf(world: World, quarter: Quarter): ThemeReport {
  const upTo = earlierOf(quarter.lastDay, world.asAt)
  const standings = challengesIn(world)
  const inQuarter = (day: PlainDate | null | undefined, of = quarter) =>
    day !== null && day !== undefined && isWithin(day, of.firstDay, of.lastDay)
  const before = quarterBefore(quarter)
  const raised = standings.filter(({ challenge }) => inQuarter(challenge.raisedOn))
  const raisedBefore = standings.filter(({ challenge }) => inQuarter(challenge.raisedOn, before))
  const lookedAfter = lookedAfterOn(world, upTo).length
  const wasOpen = isOpenAtEndOf(upTo)
  const resolved = standings.filter(({ end }) => end?.how === 'resolved' && inQuarter(end.on))
  const days = resolved
    .flatMap(({ challenge, end }) => (end ? [daysBetween(challenge.raisedOn, end.on)] : []))
    .sort((a, b) => a - b)
  const challenging = raised.filter(isChallenge)
  const byGround = grounds(challenging, raisedBefore.filter(isChallenge), lookedAfter)
  const themed = standings.filter((one) => isOpen(one) && one.challenge.route === 'THEMED')
  const isTakenUp = (ground: string) => themed.some(({ challenge }) => challenge.themes.includes(ground))
  return {
    quarter,
    upTo,
    goesOn: isBefore(upTo, quarter.lastDay),
    lookedAfter,
    raised: raised.length,
    raisedBefore: raisedBefore.length,
    goodPractice: raised.length - challenging.length,
    rate: rateOf(challenging.length, lookedAfter, 100),
    byRoute: routeNames.map((route) => ({
      route: routes[route],
      count: countOf(raised, ({ challenge }) => challenge.route === route),
      before: countOf(raisedBefore, ({ challenge }) => challenge.route === route),
    })),
    byGround,
    byAgency: agencies(raised, wasOpen),
    resolved: {
      count: resolved.length,
      withdrawn: countOf(standings, ({ end }) => end?.how === 'withdrawn' && inQuarter(end.on)),
      withChange: countOf(resolved, ({ challenge }) => (challenge.changedForChild ?? '').trim() !== ''),
      medianDays: medianOf(days),
      leastDays: days.at(0) ?? null,
      mostDays: days.at(-1) ?? null,
    },
    open: countOf(standings, wasOpen),
    cafcass: {
      discussed: countOf(standings, ({ cafcass }) => cafcass?.how === 'DISCUSSED' && inQuarter(cafcass.on)),
      referred: countOf(standings, ({ cafcass }) => cafcass?.how === 'REFERRED' && inQuarter(cafcass.on)),
    },
    legalAdvice: countOf(standings, ({ challenge }) => inQuarter(challenge.legalAdviceOn)),
    clusters: byGround
      .filter(({ ground, children }) => children >= CLUSTER_CHILDREN && !isTakenUp(ground))
      .map(({ ground, children }) => ({ ground, children })),
  }
}

const isRoute = (text: string): text is Route => Object.hasOwn(routes, text)
const routeNames = Object.keys(routes).filter(isRoute)

/** Good practice reported is no challenge. */
const isChallenge = ({ challenge }: Standing): boolean => challenge.route !== 'GOOD_PRACTICE'

/** Whether a challenge asked for something still at the end of a day: what came of it later is not counted there. */
const isOpenAtEndOf =
  (day: PlainDate) =>
  (standing: Standing): boolean =>
    isChallenge(standing) &&
    isOnOrBefore(standing.challenge.raisedOn, day) &&
    (standing.end === null || isAfter(standing.end.on, day))

const countOf = (standings: readonly Standing[], isCounted: (standing: Standing) => boolean): number =>
  standings.filter(isCounted).length

function grounds(now: readonly Standing[], before: readonly Standing[], lookedAfter: number): GroundCount[] {
  const names = [...new Set([...now, ...before].flatMap(({ challenge }) => challenge.themes))]
  return names
    .map((ground) => {
      const sharing = now.filter(({ challenge }) => challenge.themes.includes(ground))
      return {
        ground,
        count: sharing.length,
        before: countOf(before, ({ challenge }) => challenge.themes.includes(ground)),
        rate: rateOf(sharing.length, lookedAfter, 100),
        children: new Set(sharing.flatMap(({ children }) => children)).size,
      }
    })
    .sort((a, b) => b.count - a.count || b.before - a.before || a.ground.localeCompare(b.ground))
}

function agencies(raised: readonly Standing[], wasOpen: (standing: Standing) => boolean) {
  const partner = raised.filter(({ challenge }) => challenge.route === 'PARTNER')
  return [...Map.groupBy(partner, ({ challenge }) => challenge.agency ?? 'Agency not recorded')]
    .map(([agency, of]) => ({ agency, count: of.length, open: countOf(of, wasOpen) }))
    .sort((a, b) => b.count - a.count || a.agency.localeCompare(b.agency))
}

function medianOf(sorted: readonly number[]): number | null {
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2
}
