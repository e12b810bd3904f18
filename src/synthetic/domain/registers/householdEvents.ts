import type { earlyPlacements } from '../../../fostering/registers/earlyPlacements.ts'
import type { fosterCarers } from '../../../fostering/registers/fosterCarers.ts'
import type { fosterEvents } from '../../../fostering/registers/fosterEvents.ts'
import type { fosterReviews } from '../../../fostering/registers/fosterReviews.ts'
import type { placementConsultations } from '../../../fostering/registers/placementConsultations.ts'
import { addDays, isAfter, isBefore, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'

const EVENT = 361
const EARLY = 363
const MOVE = 364

/** A whole number from the first to the last. */
export const numberIn = (id: string): number => Number(id.replaceAll(/\D/g, ''))

/** What led to each extra review, and an allegation now and then of which nobody has decided yet. */
export function eventRows(
  seed: number,
  carers: readonly RowOf<typeof fosterCarers>[],
  reviews: readonly RowOf<typeof fosterReviews>[],
  { today }: Span,
): RowOf<typeof fosterEvents>[] {
  const ofReviews = reviews.flatMap((review): RowOf<typeof fosterEvents>[] => {
    const day = review.heldOn ?? review.bookedFor
    if (!day || (review.kind !== 'ALLEGATION' && review.kind !== 'CHANGE')) return []
    const random = randomOf(seed, EVENT, numberIn(review.carerRef), numberIn(day.toString()))
    const isAllegation = review.kind === 'ALLEGATION'
    const endedOn = isAllegation ? review.investigationEndedOn : null
    const on = addDays(endedOn ?? day, -random.between(30, 80))
    const ladoOutcome = random.weighted({ UNSUBSTANTIATED: 50, UNFOUNDED: 30, SUBSTANTIATED: 20 })
    const kind = isAllegation ? ('ALLEGATION' as const) : random.oneOf(['HOUSEHOLD_CHANGE', 'HEALTH', 'TERMS'] as const)
    if (isAfter(addDays(on, 4), today)) return []
    return [
      {
        carerRef: review.carerRef,
        kind,
        on,
        ladoToldOn: isAllegation ? addDays(on, 1) : null,
        endedOn,
        ladoOutcome: endedOn ? ladoOutcome : null,
        decidedOn: addDays(on, 4),
        isReviewNeeded: true,
        note: null,
      },
    ]
  })
  const undecided = carers.flatMap(({ carerRef, approvedOn, ceasedOn }): RowOf<typeof fosterEvents>[] => {
    const random = randomOf(seed, EVENT, numberIn(carerRef))
    const on = addDays(today, -random.between(2, 12))
    if (!random.isTrue(0.02) || ceasedOn || isBefore(on, approvedOn)) return []
    return [
      {
        carerRef,
        kind: 'ALLEGATION',
        on,
        ladoToldOn: addDays(on, 1),
        endedOn: null,
        ladoOutcome: null,
        decidedOn: null,
        isReviewNeeded: null,
        note: null,
      },
    ]
  })
  return [...ofReviews, ...undecided]
}

/** Placements with parents and connected persons that began before the assessment, and moves on which the IRO was consulted. */
export function earlyRows(seed: number, life: Life, { today, since }: Span) {
  const placements: RowOf<typeof earlyPlacements>[] = []
  const moves: RowOf<typeof placementConsultations>[] = []
  for (const [index, period] of life.periods.entries()) {
    for (const [place, { from, to, placementType, reasonForNewEpisode }] of period.episodes.entries()) {
      if (isAfter(from, today) || isBefore(from, since) || reasonForNewEpisode === 'L') continue
      const random = randomOf(seed, EARLY, numberIn(life.child), index, place)
      const isEarly = random.isTrue(0.5)
      const decided = addDays(from, placementType === 'P1' ? random.between(6, 16) : random.between(60, 118))
      const ended = to && isOnOrBefore(to, today) ? to : null
      const isDecided = isOnOrBefore(decided, today) && (ended === null || isOnOrBefore(decided, ended))
      if (isEarly && ['P1', 'U1', 'U2', 'U3'].includes(placementType)) {
        placements.push({
          child: life.child,
          kind: placementType === 'P1' ? 'PARENT' : 'CONNECTED_PERSON',
          from,
          carer: null,
          extendedOn: null,
          iroToldOn: null,
          reviewSoughtOn: null,
          decidedOn: isDecided ? decided : null,
          to: ended,
        })
      }
      const move = randomOf(seed, MOVE, numberIn(life.child), index, place)
      const isConsulted = move.isTrue(0.9)
      const consultedOn = addDays(from, -move.between(1, 9))
      if (place > 0 && move.isTrue(0.12)) {
        moves.push({
          child: life.child,
          kind: 'OUT_OF_AREA',
          on: from,
          isEmergency: false,
          approvedOn: null,
          consultedOn: isConsulted ? consultedOn : null,
          view: null,
        })
      }
    }
  }
  return { placements, moves }
}
