import type { Clock } from '../../clocks/clock.ts'
import { fosteringKinds } from './deadlineKinds.ts'

const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010'

/** Placements before an assessment, and moves on which the IRO is consulted. CLK-REV-21, -22. */
export const earlyPlacementClocks = {
  parent: {
    id: 'CLK-REV-21',
    kind: fosteringKinds.earlyPlacement,
    title: 'Assessment of a parent with whom a child was placed',
    limit: { amount: 10, unit: 'working_days' },
    rule: 'within 10 working days of the placement, assessed and decided',
    source: `${CARE_PLANNING}, regulation 19`,
    confidence: 'likely',
  },
  connectedPerson: {
    id: 'CLK-REV-21',
    kind: fosteringKinds.earlyPlacement,
    title: 'End of the temporary approval of a connected person',
    limit: { amount: 112, unit: 'calendar_days' },
    rule: 'not more than 16 weeks after the temporary approval',
    source: `${CARE_PLANNING}, regulation 24`,
    confidence: 'likely',
  },
  extended: {
    id: 'CLK-REV-21',
    kind: fosteringKinds.earlyPlacement,
    title: 'End of the extended approval of a connected person',
    limit: { amount: 168, unit: 'calendar_days' },
    rule: '16 weeks after the temporary approval, extended once by 8 weeks',
    source: `${CARE_PLANNING}, regulation 25`,
    confidence: 'likely',
  },
  consultation: {
    id: 'CLK-REV-22',
    kind: fosteringKinds.earlyPlacement,
    title: 'Consulting the IRO before a move',
    limit: { amount: 0, unit: 'calendar_days', isBefore: true },
    rule: 'before the child moves',
    source: `${CARE_PLANNING}, regulations 10 and 11`,
    confidence: 'likely',
  },
  emergency: {
    id: 'CLK-REV-22',
    kind: fosteringKinds.earlyPlacement,
    title: 'Consulting the IRO after an emergency move',
    limit: { amount: 5, unit: 'working_days' },
    rule: 'within 5 working days of the approval of an emergency move',
    source: `${CARE_PLANNING}, regulations 10 and 11`,
    confidence: 'likely',
  },
} as const satisfies Record<string, Clock>
