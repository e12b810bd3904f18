import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { isInYear } from '../../calendar/reportingYear.ts'
import { addWorkingDays } from '../../calendar/workingDays.ts'
import { type World } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { type PlainDate, daysBetween, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { cafcassSteps, challenges, routes } from '../registers/challenges.ts'
import { protocolSetting } from '../settings.ts'
import { OVERALL_WORKING_DAYS } from './protocol.ts'
import { type Standing, challengesIn, stageNow } from './standing.ts'

const AREA = 'Challenge'
const REGISTER = 'Register of challenges'
/** A figure that this room’s register can’t give where it is not kept. */
const NO_REGISTER = 'No register of challenges is kept here.'

type Described = Pick<Figure<World>, 'id' | 'label' | 'definition'> & Partial<Pick<Figure<World>, 'breakdown' | 'betterWhen' | 'wording'>> // prettier-ignore

/** A figure of challenges; `records`: those of the ones that are known by the day of the world. */
const figureOf = (
  unit: 'count' | 'percent',
  described: Described,
  records: (standings: readonly Standing[], world: World) => readonly FigureRecord[],
): Figure<World> => ({
  area: AREA,
  unit,
  source: REGISTER,
  betterWhen: null,
  ...described,
  records: (world) => (recordsOf(world, challenges).length === 0 ? NO_REGISTER : records(upTo(world), world)),
})

/** The challenges as they stood at the end of the day of the count. Worked out once for all figures. */
const upTo = rememberedFor((world: World): readonly Standing[] =>
  challengesIn(isAfter(world.asAt, world.snapshotOn) ? { ...world, asAt: world.snapshotOn } : world),
)

const raisedIn = (standings: readonly Standing[], { year }: World): Standing[] =>
  standings.filter(({ challenge }) => isInYear(challenge.raisedOn, year))

function recordOf(standing: Standing, more: Partial<FigureRecord> = {}): FigureRecord {
  const { challenge, end } = standing
  return {
    child: challenge.child ?? '',
    kind: 'challenge',
    date: challenge.raisedOn,
    due: null,
    counts: true,
    key: null,
    detail: () => ({
      Challenge: challenge.challengeRef,
      Route: routes[challenge.route],
      Themes: challenge.themes.join('; '),
      'Highest stage reached': stageNow(standing)?.of?.label ?? stageNow(standing)?.stage ?? null,
      End: end ? `${end.how} on ${end.on.toString()}` : 'open',
    }),
    ...more,
  }
}

/** The day on which Cafcass came into it; where that is not recorded, the day on which it was raised. */
const cafcassOn = ({ challenge, cafcass }: Standing): PlainDate => cafcass?.on ?? challenge.raisedOn

const cafcassFigure = (id: string, label: string, how: keyof typeof cafcassSteps): Figure<World> =>
  figureOf(
    'count',
    {
      id,
      label,
      definition: `Challenges recorded in the year as “${cafcassSteps[how]}”; where its day is not recorded, by the day on which they were raised.`,
    },
    (standings, { year }) =>
      standings
        .filter((one) => one.cafcass?.how === how && isInYear(cafcassOn(one), year))
        .map((one) => recordOf(one, { date: cafcassOn(one) })),
  )

const routeOrder = Object.keys(routes).map((route) => route.toLowerCase())
const routeWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(routes).map(([route, words]) => [route.toLowerCase(), words]),
)

const startsWords = {
  formal_raised:
    'Counted from the day on which it was raised, or for one that began informally from its second stage; one that never came to a second stage has no limit.',
  informal_raised: 'Counted from the day on which it was raised, the informal stage included.',
}

const resolvedDefinition =
  'Of the challenges raised in the year, good practice aside, that are closed or past 20 working days: those resolved within 20 working days.'

/** Whether a challenge was resolved within 20 working days of its start; null while that is open, or where it has no limit. */
function resolvedInTime(standing: Standing, world: World): FigureRecord | null {
  const { overallFrom, end } = standing
  if (!overallFrom) return null
  const due = unlessCalendarTooShort(() => addWorkingDays(overallFrom.on, OVERALL_WORKING_DAYS, world.holidays))
  if (due === null || (end === null && !isAfter(world.snapshotOn, due))) return null
  const counts = end?.how === 'resolved' && isOnOrBefore(end.on, due)
  return recordOf(standing, { due, counts })
}

/** Figures of challenges, in reading order. `kpi-definitions` sections 7, 12 and 13. */
export const challengeFigures: readonly Figure<World>[] = [
  figureOf(
    'count',
    {
      id: 'challenges.raised',
      label: 'Challenges raised in the year',
      definition: 'Challenges raised in the year, by how they were made.',
      breakdown: { order: routeOrder, label: (key) => routeWords[key] ?? key },
    },
    (standings, world) =>
      raisedIn(standings, world).map((one) => recordOf(one, { key: one.challenge.route.toLowerCase() })),
  ),
  figureOf(
    'count',
    {
      id: 'challenges.by_highest_stage',
      label: 'Challenges by the highest stage that they reached',
      definition:
        'Challenges raised in the year for which stages are recorded, by the number of the last stage that they came to by the end of the year.',
      breakdown: { order: ['1', '2', '3', '4', '5', '6', '7', '8'], label: (key) => `Stage ${key}` },
    },
    (standings, world) =>
      raisedIn(standings, world).flatMap((one) => {
        const reached = stageNow(one)
        return reached ? [recordOf(one, { key: String(reached.stage) })] : []
      }),
  ),
  figureOf(
    'count',
    {
      id: 'challenges.by_ground',
      label: 'Grounds of challenges',
      definition:
        'Grounds of the challenges raised in the year, good practice aside; a challenge with several counts under each.',
      breakdown: { order: [], label: (key) => key },
    },
    (standings, world) =>
      raisedIn(standings, world)
        .filter(({ challenge }) => challenge.route !== 'GOOD_PRACTICE')
        .flatMap((one) => one.challenge.themes.map((key) => recordOf(one, { key }))),
  ),
  figureOf(
    'count',
    {
      id: 'challenges.by_agency',
      label: 'Escalations to partner agencies',
      definition: 'Challenges of the route PARTNER raised in the year, by agency.',
      breakdown: { order: [], label: (key) => (key === 'not_recorded' ? 'Agency not recorded' : key) },
    },
    (standings, world) =>
      raisedIn(standings, world)
        .filter(({ challenge }) => challenge.route === 'PARTNER')
        .map((one) => recordOf(one, { key: one.challenge.agency ?? 'not_recorded' })),
  ),
  figureOf(
    'count',
    {
      id: 'challenges.good_practice',
      label: 'Good practice reported',
      definition: 'Good practice that IROs reported in the year.',
    },
    (standings, world) =>
      raisedIn(standings, world)
        .filter(({ challenge }) => challenge.route === 'GOOD_PRACTICE')
        .map((one) => recordOf(one)),
  ),
  figureOf(
    'percent',
    {
      id: 'challenges.resolved_in_20wd',
      label: 'Challenges resolved within 20 working days',
      definition: resolvedDefinition,
      betterWhen: 'higher',
      wording: ({ settings }) => ({
        definition: `${resolvedDefinition} ${startsWords[protocolSetting.of(settings).rule.startsAt]}`,
      }),
    },
    (standings, world) => raisedIn(standings, world).flatMap((one) => resolvedInTime(one, world) ?? []),
  ),
  figureOf(
    'percent',
    {
      id: 'challenges.with_change',
      label: 'Challenges closed with what changed for the child',
      definition: 'Of the challenges resolved in the year, those for which it is recorded what changed for the child.',
      betterWhen: 'higher',
    },
    (standings, { year }) =>
      standings.flatMap((one) => {
        const { challenge, end } = one
        if (end?.how !== 'resolved' || !isInYear(end.on, year)) return []
        const days = daysBetween(challenge.raisedOn, end.on)
        return [
          recordOf(one, {
            date: end.on,
            counts: (challenge.changedForChild ?? '').trim() !== '',
            detail: () => ({ Challenge: challenge.challengeRef, 'Days to resolve': days }),
          }),
        ]
      }),
  ),
  figureOf(
    'count',
    {
      id: 'challenges.legal_advice',
      label: 'Challenges with independent legal advice sought',
      definition: 'Challenges for which independent legal advice was sought on a day of the year.',
    },
    (standings, { year, snapshotOn }) =>
      standings.flatMap((one) => {
        const on = one.challenge.legalAdviceOn
        return on && isInYear(on, year) && isOnOrBefore(on, snapshotOn) ? [recordOf(one, { date: on })] : []
      }),
  ),
  cafcassFigure('challenges.cafcass_referred', 'Challenges referred to Cafcass', 'REFERRED'),
  cafcassFigure('challenges.cafcass_discussed', 'Challenges discussed with Cafcass', 'DISCUSSED'),
]
