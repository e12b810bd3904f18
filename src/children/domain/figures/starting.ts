import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import { addDays, earlierOf, isAfter, isBefore, laterOf } from '../../../kernel/dates.ts'
import { categoriesOfNeed, labelIn, placementGroup, placementGroups } from '../codes.ts'
import { isUnaccompaniedOn } from '../unaccompanied.ts'
import { type PeriodInHistory, type World, lookedAfterOn, periodsOfChildren, startedInYear } from '../world.ts'
import { counted, rate } from './flowShape.ts'
import { ageIfKnown, byCode, oncePerChild, startRecord } from './records.ts'
import { inSentence } from '../../../kernel/words.ts'

const starts = (world: World) => startedInYear(world).map((start) => startRecord(start))

const ageOnStarting = ({ history, period }: PeriodInHistory) => ageIfKnown(history.record, period.startedOn)

function ageGroup(start: PeriodInHistory): string {
  const age = ageOnStarting(start)
  if (age === null) return 'not_known'
  if (age < 6) return '0-5'
  if (age < 14) return '6-13'
  return isUnaccompaniedOn(start.history.record, start.period.startedOn) ? '14+ UASC' : '14+'
}

function ageAndPlacement(start: PeriodInHistory): string {
  const age = ageOnStarting(start)
  const [first] = start.period.episodes
  const group = placementGroup(first?.placementType ?? '', first?.provider ?? '')
  return `${age === null ? 'not_known' : age < 14 ? '0-13' : '14+'}/${group}`
}

const ageLabels: Readonly<Record<string, string>> = {
  '0-5': 'Aged 0 to 5',
  '6-13': 'Aged 6 to 13',
  '14+': 'Aged 14 and over, not unaccompanied',
  '14+ UASC': 'Aged 14 and over, unaccompanied',
  not_known: 'Age not known',
}

const placementAgeLabels: Readonly<Record<string, string>> = {
  '0-13': 'Aged 0 to 13',
  '14+': 'Aged 14 and over',
  not_known: 'Age not known',
}

const ageAndPlacementOrder = Object.keys(placementAgeLabels).flatMap((age) =>
  Object.keys(placementGroups).map((group) => `${age}/${group}`),
)

const isAged14To17 = (start: PeriodInHistory) => {
  const age = ageOnStarting(start)
  return age !== null && age >= 14 && age <= 17
}

/** Children looked after at any time in the year: at its start, or from a start within it. */
function anyInYear(world: World): FigureRecord[] {
  const { firstDay } = world.year
  return oncePerChild(
    periodsOfChildren(world)
      .filter(({ period: { startedOn, endedOn } }) => {
        return !isAfter(startedOn, world.snapshotOn) && (endedOn === null || !isBefore(endedOn, firstDay))
      })
      .map((one) => {
        const since = laterOf(one.period.startedOn, firstDay)
        return { ...startRecord(one), date: earlierOf(since, world.snapshotOn), kind: 'child' }
      }),
  )
}

const atStart = (world: World): FigureRecord[] =>
  lookedAfterOn(world, addDays(world.year.firstDay, -1)).map((child) => ({
    ...startRecord(child),
    kind: 'child',
    date: addDays(world.year.firstDay, -1),
  }))

/** Figures of children starting to be looked after, and of those who were in the year. `kpi-definitions` section 9. */
export const startingFigures: readonly Figure<World>[] = [
  counted(
    {
      id: 'cla.count_at_start',
      label: 'Children looked after at the start of the year',
      definition:
        'Children looked after on 31 March before the year. With starts added and ends taken away it gives the year end.',
    },
    atStart,
  ),
  counted(
    {
      id: 'cla.any_in_year',
      label: 'Children looked after at any time in the year',
      definition:
        'Children looked after at the start of the year, or who started in it: one whose care ended on 1 April is among them. Short breaks are left out.',
    },
    anyInYear,
  ),
  counted(
    {
      id: 'cla.started',
      standsFirst: 200,
      label: 'Children who started to be looked after in the year',
      definition: 'Children with at least one period of care that started in the year, each counted once.',
    },
    (world) => oncePerChild(starts(world)),
  ),
  counted(
    {
      id: 'cla.started_periods',
      label: 'Periods of care that started in the year',
      definition: 'Every start counts: a child who starts, leaves and starts again is two.',
    },
    starts,
  ),
  rate(
    {
      id: 'cla.started_rate',
      label: 'Children who started to be looked after, for every 10,000 residents aged under 18',
      definition:
        'Children who started to be looked after in the year, divided by residents aged 0 to 17, times 10,000.',
    },
    (world) => oncePerChild(starts(world)),
  ),
  counted(
    {
      id: 'cla.started_by_age',
      label: 'Periods of care that started, by age',
      definition: 'By age, and by whether the child was unaccompanied, on the day of starting.',
    },
    (world) => startedInYear(world).map((start) => startRecord(start, ageGroup(start))),
    byCode(ageLabels),
  ),
  counted(
    {
      id: 'cla.started_by_need',
      label: 'Periods of care that started at age 14 to 17, by category of need',
      definition: 'By the category of need of the first episode.',
    },
    (world) =>
      startedInYear(world)
        .filter(isAged14To17)
        .map((start) => startRecord(start, start.period.episodes[0]?.categoryOfNeed || 'not_recorded')),
    byCode({ ...categoriesOfNeed, not_recorded: 'Not recorded' }),
  ),
  counted(
    {
      id: 'cla.started_by_placement',
      label: 'Periods of care that started, by age and first placement',
      definition: 'By age on the day of starting and by the group of the first placement.',
    },
    (world) => startedInYear(world).map((start) => startRecord(start, ageAndPlacement(start))),
    {
      order: ageAndPlacementOrder,
      label: (key) => {
        const [age = '', group = ''] = key.split('/')
        return `${labelIn(placementAgeLabels, age)}: ${inSentence(labelIn(placementGroups, group))}`
      },
    },
  ),
]
