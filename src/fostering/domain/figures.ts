import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'
import { fosterHouseholds } from '../registers/fosterHouseholds.ts'
import { fosterReviews } from '../registers/fosterReviews.ts'
import { fosterSurveys } from '../registers/fosterSurveys.ts'
import { carersCountedSetting } from '../settings.ts'
import { type HeldFosterReview, householdsOf, isApprovedOn } from './households.ts'
import { yearlyRuns } from './reviewRuns.ts'

const AREA = 'Foster carers'
const NO_CARERS = 'No register of foster carers is kept here.'
const NO_REVIEWS = 'No register of fostering reviews is kept here.'

/** A record that is about a household, and so about no one child. */
const record = (kind: string, carerRef: string, date: PlainDate, more: Partial<FigureRecord> = {}): FigureRecord => ({
  child: '',
  kind,
  date,
  due: null,
  counts: true,
  key: null,
  detail: () => ({ Household: carerRef }),
  ...more,
})

/** The reviews of households that were held in the year. */
const heldInYear = (world: World): { carerRef: string; review: HeldFosterReview }[] =>
  householdsOf(world).flatMap(({ carer: { carerRef }, held }) =>
    held.filter(({ heldOn }) => isInYear(heldOn, world.year)).map((review) => ({ carerRef, review })),
  )

const heldRecords = (world: World, isCounted: (review: HeldFosterReview) => boolean): FigureRecord[] | string =>
  recordsOf(world, fosterReviews).length === 0
    ? NO_REVIEWS
    : heldInYear(world)
        .filter(({ review }) => isCounted(review))
        .map(({ carerRef, review }) => record('fostering review', carerRef, review.heldOn))

/** Households, their reviews, and what carers say. `kpi-definitions` sections 8, 12 and 13. */
export const fosteringFigures: readonly Figure<World>[] = [
  {
    id: 'foster.carers',
    countedOver: 'day',
    area: AREA,
    label: 'Approved fostering households at the year end',
    unit: 'count',
    definition:
      'Households whose approval holds at the year end: approved by then, and not ended on or before that day.',
    wording: ({ settings }) =>
      carersCountedSetting.of(settings) === 'persons'
        ? {
            label: 'Approved foster carers at the year end',
            definition: 'Carers in households whose approval holds at the year end, as foster_households names them.',
          }
        : {},
    source: 'Register of foster carers',
    betterWhen: null,
    records: (world) => {
      if (recordsOf(world, fosterCarers).length === 0) return NO_CARERS
      const approved = recordsOf(world, fosterCarers).filter((carer) => isApprovedOn(carer, world.snapshotOn))
      if (carersCountedSetting.of(world.settings) === 'households') {
        return approved.map(({ carerRef }) => record('household', carerRef, world.snapshotOn))
      }
      const refs = new Set(approved.map(({ carerRef }) => carerRef))
      return recordsOf(world, fosterHouseholds)
        .filter(
          ({ party, carerRef, from, to }) =>
            party === 'CARER' &&
            refs.has(carerRef) &&
            isOnOrBefore(from, world.snapshotOn) &&
            (to === null || isAfter(to, world.snapshotOn)),
        )
        .map(({ carerRef }) => record('carer', carerRef, world.snapshotOn))
    },
  },
  {
    id: 'foster.reviews_held',
    area: AREA,
    label: 'Fostering reviews held in the year',
    unit: 'count',
    definition: 'Reviews of fostering households of any kind that were held in the year.',
    source: 'Register of fostering reviews',
    betterWhen: null,
    records: (world) => heldRecords(world, () => true),
  },
  {
    id: 'foster.reviews_on_time',
    area: AREA,
    label: 'Fostering reviews held on time',
    unit: 'percent',
    definition:
      'Reviews of households that fell due in the year, a year after the approval or the last review of any kind; those held by then count. One that was due and never held is not on time. Where the approval ended on or before the day, none was due.',
    source: 'Fostering Services (England) Regulations 2011, regulation 28; register of fostering reviews',
    betterWhen: 'higher',
    records: (world) => {
      if (recordsOf(world, fosterCarers).length === 0) return NO_CARERS
      if (recordsOf(world, fosterReviews).length === 0) return NO_REVIEWS
      return householdsOf(world).flatMap((household) =>
        yearlyRuns(household).flatMap((run) => {
          const deadline = deadlineOf(run, world.asAt, world.holidays)
          if (!deadline || !isInYear(deadline.due, world.year)) return []
          if (deadline.state === 'running' || deadline.state === 'lapsed') return []
          const { ceasedOn } = household.carer
          // A review held early leaves none to fall due where the approval ended before its day.
          if (ceasedOn && isOnOrBefore(ceasedOn, deadline.due)) return []
          const { due, state, satisfiedBy } = deadline
          return [
            record('fostering review', household.carer.carerRef, satisfiedBy?.on ?? due, {
              due,
              counts: state === 'met',
              detail: () => ({
                Household: household.carer.carerRef,
                Held: satisfiedBy?.on.toString() ?? 'Not held',
              }),
            }),
          ]
        }),
      )
    },
  },
  {
    id: 'foster.allegation_reviews',
    area: AREA,
    label: 'Fostering reviews held after an allegation',
    unit: 'count',
    definition: 'Reviews of the kind “after an allegation” that were held in the year.',
    source: 'Register of fostering reviews',
    betterWhen: null,
    records: (world) => heldRecords(world, ({ kind }) => kind === 'ALLEGATION'),
  },
  {
    id: 'foster.survey',
    area: AREA,
    label: 'Carers who would rather meet face to face',
    unit: 'percent',
    definition:
      'Of the carers’ answers to the survey that came back in the year and say how they would rather meet, those that say face to face.',
    source: 'Register of surveys of carers',
    betterWhen: null,
    records: (world) => {
      if (recordsOf(world, fosterSurveys).length === 0) return 'No register of surveys of carers is kept here.'
      return recordsOf(world, fosterSurveys).flatMap(({ carerRef, returnedOn, prefers }) =>
        returnedOn && prefers && isInYear(returnedOn, world.year) && isOnOrBefore(returnedOn, world.asAt)
          ? [record('survey', carerRef, returnedOn, { counts: prefers === 'IN_PERSON' })]
          : [],
      )
    },
  },
]
