import { participationCountsSetting } from '../settings.ts'
import { byCode, childRecord } from '../../children/domain/figures/records.ts'
import { participationCodes } from '../../children/domain/codes.ts'
import { type World, atSnapshot, lookedAfter } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { isAfter, monthName } from '../../kernel/dates.ts'
import { childrenFigures } from './childrenFigures.ts'
import type { HeldReview } from './cycle.ts'
import { awaitedOf, reviewsHeldInYear } from './world.ts'

const AREA = 'Reviews'
const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33'

function reviewRecord(review: HeldReview, counts = true, key: string | null = null): FigureRecord {
  return {
    child: review.child,
    kind: 'review',
    date: review.heldOn,
    due: review.judgedBy?.due ?? null,
    counts,
    key,
    detail: () => ({
      'Place in the period of care': review.position,
      Participation: review.participation,
      Rule: review.judgedBy?.clock.id ?? null,
      'In time': review.isOnTime,
      ...(review.isUnderEasement && { 'Due under the 2020 easement': true }),
    }),
  }
}

type Described = Pick<Figure<World>, 'id' | 'label' | 'definition' | 'standsFirst'>

const isJudged = (review: HeldReview) => review.isOnTime !== null

function onTime(figure: Described, isAsked: (review: HeldReview) => boolean): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'percent',
    source: CARE_PLANNING,
    records: (world) =>
      reviewsHeldInYear(world)
        .filter((review) => isJudged(review) && isAsked(review))
        .map((review) => reviewRecord(review, review.isOnTime === true)),
    leftOut: (world) => reviewsHeldInYear(world).filter((review) => !isJudged(review) && isAsked(review)).length,
    betterWhen: 'higher',
  }
}

function ofThoseAged4OrOver(figure: Described, counts: (code: string, world: World) => boolean): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'percent',
    source: 'SSDA903 return, REVIEW_CODE',
    records: (world) =>
      reviewsHeldInYear(world)
        .filter((review) => /^PN[1-7]$/.test(review.participation))
        .map((review) => reviewRecord(review, counts(review.participation, world))),
    betterWhen: 'higher',
  }
}

const monthKey = (review: HeldReview) => `${review.heldOn.year}-${String(review.heldOn.month).padStart(2, '0')}`

/** Reviews of which it can be judged whether they were held in time. */
export const reviewsOnTime = onTime(
  {
    id: 'reviews.on_time',
    standsFirst: 400,
    label: 'Reviews held within timescale',
    definition:
      'Of the reviews held in the year whose due date can be worked out, those held on or before it: 20 working days for the first, 3 months for the second, 6 months for later ones, or the earlier limit of the adoption rules.',
  },
  () => true,
)

/** Figures of the reviews that the return gives. `kpi-definitions` sections 1, 2 and 10. */
export const reviewFigures: readonly Figure<World>[] = [
  {
    id: 'reviews.held',
    area: AREA,
    label: 'Reviews held in the year',
    unit: 'count',
    definition:
      'Reviews held in the year while the child was looked after. Short breaks are left out; a day is one review.',
    source: 'SSDA903 return, Reviews',
    records: (world) => reviewsHeldInYear(world).map((review) => reviewRecord(review)),
    betterWhen: null,
  },
  reviewsOnTime,
  {
    id: 'reviews.late',
    area: AREA,
    label: 'Reviews held late',
    unit: 'count',
    definition: 'Reviews held in the year after they were due.',
    source: CARE_PLANNING,
    records: (world) =>
      reviewsHeldInYear(world)
        .filter((review) => review.isOnTime === false)
        .map((review) => reviewRecord(review)),
    betterWhen: 'lower',
  },
  {
    id: 'reviews.overdue',
    countedOver: 'day',
    area: AREA,
    label: 'Reviews due but not held at the year end',
    unit: 'count',
    definition:
      'Children looked after on the day of the count whose next review was due by that day by the rules that timeliness goes by, and not held by its end.',
    source: CARE_PLANNING,
    records: (seenLater) => {
      const world = atSnapshot(seenLater)
      return lookedAfter(world).flatMap((child) => {
        const next = awaitedOf(world, child)?.obligations.find((asked) => asked.countsForTimeliness)
        if (!next || isAfter(next.due, world.snapshotOn)) return []
        return [{ ...childRecord(child, world), kind: 'review', due: next.due }]
      })
    },
    betterWhen: 'lower',
  },
  onTime(
    {
      id: 'reviews.first_on_time',
      label: 'First reviews held within timescale',
      definition: 'Of the first reviews of a period of care held in the year, those held when due.',
    },
    (review) => review.position === 'first',
  ),
  onTime(
    {
      id: 'reviews.second_on_time',
      label: 'Second reviews held within timescale',
      definition: 'Of the second reviews of a period of care held in the year, those held when due.',
    },
    (review) => review.position === 'second',
  ),
  onTime(
    {
      id: 'reviews.later_on_time',
      label: 'Third and later reviews held within timescale',
      definition: 'Of the third and later reviews of a period of care held in the year, those held when due.',
    },
    (review) => review.position === 'later',
  ),
  {
    id: 'reviews.per_child',
    area: AREA,
    label: 'Reviews held for each child looked after at the year end',
    unit: 'number',
    definition: 'Reviews held in the year divided by children looked after at the year end: a check on plausibility.',
    source: 'SSDA903 return, Reviews',
    records: (world) => reviewsHeldInYear(world).map((review) => reviewRecord(review)),
    denominator: (world) => ({ value: lookedAfter(world).length, label: 'number of children looked after' }),
    decimals: 2,
    betterWhen: null,
  },
  {
    id: 'reviews.by_month',
    area: AREA,
    label: 'Reviews held by month',
    unit: 'count',
    definition: 'Reviews held in the year by the month in which they were held.',
    source: 'SSDA903 return, Reviews',
    records: (world) => reviewsHeldInYear(world).map((review) => reviewRecord(review, true, monthKey(review))),
    breakdown: {
      order: [],
      label: (key) => `${monthName(Number(key.slice(5)))} ${key.slice(0, 4)}`,
    },
    betterWhen: null,
  },
  {
    id: 'reviews.by_participation',
    area: AREA,
    label: 'Reviews held by how the child took part',
    unit: 'count',
    definition: 'Reviews held in the year by the participation code recorded.',
    source: 'SSDA903 return, REVIEW_CODE',
    records: (world) => reviewsHeldInYear(world).map((review) => reviewRecord(review, true, review.participation)),
    breakdown: byCode(participationCodes),
    betterWhen: null,
  },
  ofThoseAged4OrOver(
    {
      id: 'reviews.participated',
      standsFirst: 600,
      label: 'Reviews of children aged 4 or over to which the child contributed',
      definition:
        'Of the reviews held in the year with a code PN1 to PN7, all but PN7; where the authority counts strictly, PN4 is left out too.',
    },
    (code, world) => code !== 'PN7' && (participationCountsSetting.of(world.settings) === 'not_pn7' || code !== 'PN4'),
  ),
  ofThoseAged4OrOver(
    {
      id: 'reviews.attended',
      label: 'Reviews of children aged 4 or over that the child attended',
      definition: 'Of the reviews held in the year with a code PN1 to PN7, those with PN1 to PN4.',
    },
    (code) => /^PN[1-4]$/.test(code),
  ),
  ...childrenFigures,
]
