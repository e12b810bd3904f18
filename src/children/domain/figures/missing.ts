import { isInYear } from '../../../calendar/reportingYear.ts'
import type { Figure, FigureRecord, RecordDetail } from '../../../figures/figure.ts'
import { addDays, compareDates, isAfter, isBefore, isWithin, laterOf } from '../../../kernel/dates.ts'
import type { CareHistory } from '../history.ts'
import type { MissingFact } from '../record.ts'
import { type World, wasLookedAfterOn } from '../world.ts'
import { oncePerChild } from './records.ts'

const AREA = 'Missing'
const RETURN = 'SSDA903 return, Missing'
const BLACKPOOL = 'Blackpool IRO annual report 2013-14, 3.11 (pan-Lancashire protocol)'
/** A window is its last day and the 89 days before it. */
const DAYS_BEFORE_IN_WINDOW = 89

/** The missing episodes (M) of a child that began while looked after, in order: at other times, going missing is not from care. */
export const missingFrom = (history: CareHistory): MissingFact[] =>
  history.record.missing
    .filter(({ kind, from }) => kind === 'M' && wasLookedAfterOn(history, from))
    .sort((a, b) => compareDates(a.from, b.from))

const missingRecord = (history: CareHistory, fact: MissingFact, detail: RecordDetail = {}): FigureRecord => ({
  child: history.record.child,
  kind: 'missing episode',
  date: fact.from,
  due: null,
  counts: true,
  key: null,
  detail: () => ({ 'Missing until': fact.to?.toString() ?? 'still missing', ...detail }),
})

const episodesInYear = (world: World): FigureRecord[] =>
  world.histories.flatMap((history) =>
    missingFrom(history)
      .filter((fact) => isInYear(fact.from, world.year))
      .map((fact) => missingRecord(history, fact)),
  )

/** Children with at least `threshold` missing episodes that start in some 90 days ending on a day of the year. */
function reachedStage(world: World, threshold: number): FigureRecord[] {
  return world.histories.flatMap((history) => {
    const facts = missingFrom(history).filter(({ from }) => !isAfter(from, world.snapshotOn))
    for (const fact of facts) {
      // A count grows only on a day an episode starts, or stands from before on the year's first day.
      const on = laterOf(fact.from, world.year.firstDay)
      const inWindow = facts.filter(({ from }) => isWithin(from, addDays(on, -DAYS_BEFORE_IN_WINDOW), on))
      if (inWindow.length >= threshold && !isBefore(on, world.year.firstDay)) {
        return [
          { ...missingRecord(history, fact, { 'Episodes in 90 days': inWindow.length }), kind: 'child', date: on },
        ]
      }
    }
    return []
  })
}

type Described = Pick<Figure<World>, 'id' | 'label' | 'definition' | 'source'>

const counted = (figure: Described, records: (world: World) => readonly FigureRecord[]): Figure<World> => ({
  ...figure,
  area: AREA,
  unit: 'count',
  records,
  betterWhen: 'lower',
})

/** Figures of children missing from care. `kpi-definitions` section 9; CLK-MIS-1 and 2. */
export const missingFigures: readonly Figure<World>[] = [
  counted(
    {
      id: 'missing.episodes',
      label: 'Missing episodes in the year',
      definition:
        'Episodes of being missing (M) that started in the year while the child was looked after. Away without authorisation (A) is left out.',
      source: RETURN,
    },
    episodesInYear,
  ),
  counted(
    {
      id: 'missing.children',
      label: 'Children who went missing in the year',
      definition:
        'Children with at least one missing episode (M) that started in the year while they were looked after.',
      source: RETURN,
    },
    (world) => oncePerChild(episodesInYear(world)),
  ),
  counted(
    {
      id: 'missing.stage1',
      label: 'Children with five or more missing episodes in 90 days',
      definition:
        'Children with five or more missing episodes that start in some 90 days ending on a day of the year. Where an authority follows a protocol like Blackpool’s, a first-stage meeting is held then.',
      source: BLACKPOOL,
    },
    (world) => reachedStage(world, 5),
  ),
  counted(
    {
      id: 'missing.stage2',
      label: 'Children with nine or more missing episodes in 90 days',
      definition:
        'Children with nine or more missing episodes that start in some 90 days ending on a day of the year; they are among those with five or more too. Where an authority follows a protocol like Blackpool’s, a second-stage meeting is held then.',
      source: BLACKPOOL,
    },
    (world) => reachedStage(world, 9),
  ),
]
