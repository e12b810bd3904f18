import { reviewKinds } from '../../reviews/domain/deadlineKinds.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { recordsOf } from '../../world/world.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isOnOrBefore, isWithin } from '../../kernel/dates.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { type WhatIf, isAway, nothingTried } from './ahead.ts'
import { isStillKnown, knownChildren } from './knownChildren.ts'

/** What an officer would have, before and after what is tried. */
export interface ShareOfOfficer {
  /** Null for the post that is tried. */
  officer: OfficerFact | null
  fte: number
  isAway: boolean
  before: { children: number; perFte: number | null }
  /** With the share of those whose officer is away. Not whole children: a share. */
  after: { children: number; perFte: number | null }
}

/**
 * The reviewing officers' children on a day, before and after what is tried: those of who would be away are spread over the
 * others evenly by full-time equivalent.
 */
export function sharesOn(world: World, day: PlainDate, tried: WhatIf): ShareOfOfficer[] {
  const allOfficers = recordsOf(world, officers)
  const allAbsences = recordsOf(world, absences)
  const counts = new Map<string, number>()
  for (const child of knownChildren(world)) {
    const officerId = isStillKnown(child, day) ? officerIdOf(world, child.child, day) : null
    if (officerId !== null) counts.set(officerId, (counts.get(officerId) ?? 0) + 1)
  }
  const there = allOfficers.filter((officer) => isReviewingOfficer(officer) && isInPost(officer, day))
  const isOut = ({ officerId }: OfficerFact): boolean =>
    tried.absence?.officerId === officerId && isWithin(day, tried.absence.from, tried.absence.to)
  const wasAway = ({ officerId }: OfficerFact): boolean => isAway(officerId, day, allAbsences, nothingTried)
  const post = tried.post && isOnOrBefore(tried.post.from, day) ? tried.post.fte : 0
  const toShare = there.filter(isOut).reduce((total, { officerId }) => total + (counts.get(officerId) ?? 0), 0)
  const takers = there.filter((officer) => !isOut(officer) && !wasAway(officer))
  const takersFte = takers.reduce((total, { fte }) => total + fte, post)
  const shareOf = (fte: number): number => (takersFte === 0 ? 0 : (toShare * fte) / takersFte)
  const part = (children: number, fte: number) => ({ children, perFte: fte === 0 ? null : children / fte })
  const shares = there.map((officer): ShareOfOfficer => {
    const own = counts.get(officer.officerId) ?? 0
    const isShared = isOut(officer) && takersFte > 0
    const more = takers.includes(officer) ? shareOf(officer.fte) : 0
    return {
      officer,
      fte: officer.fte,
      isAway: isOut(officer) || wasAway(officer),
      before: part(own, officer.fte),
      after: part(isShared ? 0 : own + more, isShared ? 0 : officer.fte),
    }
  })
  shares.sort((a, b) => (a.officer?.name ?? '').localeCompare(b.officer?.name ?? ''))
  if (post === 0) return shares
  return [...shares, { officer: null, fte: post, isAway: false, before: part(0, 0), after: part(shareOf(post), post) }]
}

/** A review that falls into an absence. */
export interface ReviewInAbsence {
  child: string
  on: PlainDate
  what: 'due' | 'booked'
}

/** The reviews of an officer's children that fall due, or are booked with the officer, while the officer would be away. */
export function reviewsIn(world: World, { officerId, from, to }: NonNullable<WhatIf['absence']>): ReviewInAbsence[] {
  const isIn = (on: PlainDate) => isWithin(on, from, to)
  const due = openDeadlines(world)
    .filter(({ clock, due: on }) => clock.kind === reviewKinds.review && isIn(on))
    .flatMap(({ child, due: on }): ReviewInAbsence[] =>
      child !== null && officerIdOf(world, child, on) === officerId ? [{ child, on, what: 'due' }] : [],
    )
  const booked = recordsOf(world, meetings)
    .filter((one) => one.status === 'BOOKED' && one.officerId === officerId && isIn(one.on))
    .map(({ child, on }): ReviewInAbsence => ({ child, on, what: 'booked' }))
  const planned = recordsOf(world, reviews).flatMap((one): ReviewInAbsence[] =>
    one.status === 'PLANNED' && one.officerId === officerId && one.bookedFor && isIn(one.bookedFor)
      ? [{ child: one.child, on: one.bookedFor, what: 'booked' }]
      : [],
  )
  const keyOf = ({ child, on, what }: ReviewInAbsence) => `${on.toString()} ${child} ${what}`
  const once = new Map([...due, ...planned, ...booked].map((review) => [keyOf(review), review]))
  return [...once.values()].sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
}
