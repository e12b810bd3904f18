import { minimumDaysSetting } from '../settings.ts'
import { ageOn } from '../../calendar/age.ts'
import { isInYear } from '../../calendar/reportingYear.ts'
import { childRecord } from '../../children/domain/figures/records.ts'
import type { ChildRecord } from '../../children/domain/record.ts'
import { type LookedAfterChild, type World, atSnapshot, lookedAfter } from '../../children/domain/world.ts'
import type { Figure } from '../../figures/figure.ts'
import { type PlainDate, daysBetween, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { cycleOf } from './world.ts'

const AREA = 'Reviews'

const isLongEnoughLookedAfter = ({ period }: LookedAfterChild, world: World) =>
  daysBetween(period.startedOn, world.snapshotOn) >= minimumDaysSetting.of(world.settings)

/** Reviews of the child, in any period of care, that fell due in the year and were held late or not at all. */
function missedReviews({ history }: LookedAfterChild, world: World): number {
  const cycle = cycleOf(world, history)
  const late = cycle.held.filter(
    (review) => review.isOnTime === false && review.judgedBy && isInYear(review.judgedBy.due, world.year),
  )
  const neverHeld = cycle.awaited.filter(({ dutyEndedOn, obligations }) => {
    const due = obligations.find((asked) => asked.countsForTimeliness)?.due
    if (!due) return false
    if (dutyEndedOn === null) return isOnOrBefore(due, world.snapshotOn)
    return isInYear(due, world.year) && isBefore(due, dutyEndedOn)
  })
  return late.length + neverHeld.length
}

/** Whether nobody can say of a review of the child in the year whether it was on time. */
const hasUnjudgedReview = ({ history }: LookedAfterChild, world: World): boolean =>
  cycleOf(world, history).held.some((review) => review.isOnTime === null && isInYear(review.heldOn, world.year))

const viewsGiven = ['PN1', 'PN2', 'PN3', 'PN5', 'PN6']

/** The codes of the child's reviews in the year at which the child was 4 or over. */
const codesAged4OrOver = ({ history }: LookedAfterChild, world: World): string[] =>
  cycleOf(world, history)
    .held.filter(({ heldOn }) => isInYear(heldOn, world.year))
    .filter(({ heldOn, participation }) => isCode(participation) || isAged4OrOver(history.record, heldOn))
    .map((review) => review.participation)

const isCode = (participation: string) => /^PN[1-7]$/.test(participation)
const isAged4OrOver = ({ bornOn }: ChildRecord, day: PlainDate) => bornOn !== null && ageOn(bornOn, day) >= 4

/** Whether the child gave views to each of these reviews; null where one is not recorded and no other says that it was not so. */
function haveViewsAtEach(codes: readonly string[]): boolean | null {
  const recorded = codes.filter(isCode)
  if (!recorded.every((code) => viewsGiven.includes(code))) return false
  return recorded.length === codes.length ? true : null
}

const whoHadReviews = (world: World) =>
  lookedAfter(world)
    .filter((child) => isLongEnoughLookedAfter(child, world))
    .map((child) => ({ child, codes: codesAged4OrOver(child, world) }))
    .filter(({ codes }) => codes.length > 0)

/** The child-level measures of reviews. `kpi-definitions` sections 1 and 10. */
export const childrenFigures: readonly Figure<World>[] = [
  {
    id: 'children.reviews_on_time',
    standsFirst: 500,
    area: AREA,
    label: 'Children whose reviews were all on time',
    unit: 'percent',
    definition:
      'Of the children looked after at the year end for at least 28 days (or the authority’s own minimum), those of whom every review that fell due in the year was held on time and none is overdue. A child with no review due counts as on time; one with a review that can’t be judged is left out.',
    source: 'National indicator 66: looked-after children cases reviewed within timescales',
    records: (seenLater) => {
      const world = atSnapshot(seenLater)
      return lookedAfter(world)
        .filter((child) => isLongEnoughLookedAfter(child, world) && !hasUnjudgedReview(child, world))
        .map((child) => {
          const missed = missedReviews(child, world)
          return childRecord(child, world, missed === 0, null, { 'Reviews late or not held': missed })
        })
    },
    leftOut: (world) =>
      lookedAfter(world).filter((child) => isLongEnoughLookedAfter(child, world) && hasUnjudgedReview(child, world))
        .length,
    betterWhen: 'higher',
  },
  {
    id: 'children.participated',
    area: AREA,
    label: 'Children who gave their views to every review',
    unit: 'percent',
    definition:
      'Of the children looked after at the year end for at least 28 days (or the authority’s own minimum) with a review in the year at age 4 or over, those who gave their views to each (PN1, PN2, PN3, PN5, PN6). A child is left out where a review’s code is not recorded and the others do not settle it.',
    source: 'National indicator PAF C63: participation in reviews',
    records: (world) =>
      whoHadReviews(world).flatMap(({ child, codes }) => {
        const gaveAtEach = haveViewsAtEach(codes)
        if (gaveAtEach === null) return []
        return [childRecord(child, world, gaveAtEach, null, { 'Codes of the reviews': codes.join(', ') })]
      }),
    leftOut: (world) => whoHadReviews(world).filter(({ codes }) => haveViewsAtEach(codes) === null).length,
    betterWhen: 'higher',
  },
]
