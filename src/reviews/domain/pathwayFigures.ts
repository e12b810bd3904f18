import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { dueDate } from '../../clocks/deadlines.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { type PlainDate, addDays, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { reviews, type RegisterReviewFact } from '../registers/reviews.ts'
import { cameBackSince, isAged18To20, reviewsOfLeaver } from './leavers.ts'

const AREA = 'Pathway plan reviews'
const SOURCE = 'Care Leavers (England) Regulations 2010, regulation 7'
const LIMIT = { amount: 6, unit: 'months' } as const

/** A pathway plan review held in the year for someone aged 18 to 20. */
interface PathwayReview {
  fact: RegisterReviewFact
  heldOn: PlainDate
  /** Six months after the last review of either kind, or after coming back for support since; null where none is known. CLK-REV-20. */
  due: PlainDate | null
}

const pathwayReviews = rememberedFor((world: World): PathwayReview[] =>
  recordsOf(world, reviews).flatMap((fact) => {
    const { heldOn, kind, status } = fact
    if (kind !== 'PATHWAY_18_25' || status !== 'HELD' || !heldOn || isAfter(heldOn, world.asAt)) return []
    if (!isInYear(heldOn, world.year) || !isAged18To20(world, fact.child, heldOn)) return []
    const before = startBefore(world, fact.child, heldOn)
    return [{ fact, heldOn, due: before && dueDate(before, LIMIT, world.holidays) }]
  }),
)

/** The last review of either kind before a day, or the day of coming back for support since; null where none is known. */
function startBefore(world: World, child: string, day: PlainDate): PlainDate | null {
  const last = reviewsOfLeaver(world, child, addDays(day, -1)).at(-1)
  return last ? (cameBackSince(world, child, last, day) ?? last) : null
}

const recordOf = ({ fact, heldOn, due }: PathwayReview, counts: boolean): FigureRecord => ({
  child: fact.child,
  kind: 'pathway plan review',
  date: heldOn,
  due,
  counts,
  key: null,
  detail: () => ({ Reference: fact.reviewRef, Participation: fact.participation }),
})

type Test = (review: PathwayReview) => boolean

/** None held is 0; where the service keeps no register of reviews at all, nothing is known of how many were held. */
const heldRecords = (world: World, isAsked: Test, counts: Test): FigureRecord[] | string =>
  recordsOf(world, reviews).length === 0
    ? 'No register of reviews is kept here.'
    : pathwayReviews(world)
        .filter(isAsked)
        .map((review) => recordOf(review, counts(review)))

type Described = Pick<Figure<World>, 'id' | 'label' | 'definition'>

const share = (figure: Described, isAsked: Test, counts: Test): Figure<World> => ({
  ...figure,
  area: AREA,
  unit: 'percent',
  source: SOURCE,
  betterWhen: 'higher',
  records: (world) => heldRecords(world, isAsked, counts),
})

/** Figures of pathway plan reviews from 18 to 20. `kpi-definitions` section 4. */
export const pathwayFigures: readonly Figure<World>[] = [
  {
    id: 'pathway_reviews.held',
    area: AREA,
    label: 'Pathway plan reviews held in the year',
    unit: 'count',
    definition: 'Pathway plan reviews held in the year for people aged 18 to 20 on the day.',
    source: SOURCE,
    betterWhen: null,
    records: (world) =>
      heldRecords(
        world,
        () => true,
        () => true,
      ),
  },
  share(
    {
      id: 'pathway_reviews.on_time',
      label: 'Pathway plan reviews held within timescale',
      definition:
        'Of the pathway plan reviews held in the year for people aged 18 to 20, those within 6 months of the last review of either kind, or of the day on which they came back for support after it. Where none is known before, the review is left out.',
    },
    ({ due }) => due !== null,
    ({ due, heldOn }) => due !== null && isOnOrBefore(heldOn, due),
  ),
  share(
    {
      id: 'pathway_reviews.attended',
      label: 'Pathway plan reviews that the young person attended',
      definition:
        'Of the pathway plan reviews held in the year for people aged 18 to 20 with a participation code, those with PN1 to PN4.',
    },
    ({ fact }) => fact.participation !== null,
    ({ fact }) => /^PN[1-4]$/.test(fact.participation ?? ''),
  ),
]
