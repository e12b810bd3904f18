import { otherTimesPort } from '../booking/services.ts'
import type { Provision } from '../house/house.ts'
import { otherSubjectsPort } from '../inviting/services.ts'
import {
  childrenAsked,
  meetingsOfHouseholds,
  subjectRegisters,
  withHousehold,
  withReviewOf,
} from './domain/asSubject.ts'
import { takenForHouseholds } from './domain/times.ts'
import { fosterReviews } from './registers/fosterReviews.ts'

/** What this room gives rooms below it. */
export const fosteringProvides: readonly Provision[] = [
  otherTimesPort.by(() => ({
    registers: [fosterReviews],
    takenIn: (rows, usualMinutes) => takenForHouseholds(rows(fosterReviews), usualMinutes),
  })),
  otherSubjectsPort.by(() => ({
    registers: subjectRegisters,
    withSubject: withHousehold,
    withReview: withReviewOf,
    meetingsIn: meetingsOfHouseholds,
    childrenOf: childrenAsked,
  })),
]
