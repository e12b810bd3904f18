/** The kinds of signs, in words, as the contract names them. */
export const signWords = {
  emergency_move: 'Emergency move',
  unregistered_placement: 'Placement not registered, or to be watched',
  missing_stage_1: 'Missing: first-stage meeting to be held',
  missing_stage_2: 'Missing: second-stage meeting to be held',
  plan_changed_outside_review: 'Plan changed outside a review',
  returned_home: 'Returned home',
  short_break_limit: 'Short breaks beyond their limit',
  no_oversight: 'No oversight this quarter',
  decision_overdue: 'Decision overdue',
  repeated_decision: 'Decision repeated through reviews',
  no_permanence_plan: 'No plan for permanence',
  long_accommodation: 'Accommodated for over a year',
  report_missing: 'No social work report at the review',
  pep_overdue: 'Personal education plan overdue',
  health_overdue: 'Health assessment overdue',
  pathway_plan_overdue: 'Pathway plan overdue',
  visit_overdue: 'Social worker’s visit overdue',
  no_views: 'No views at two reviews running',
} as const

/** A kind of sign. */
export type SignKind = keyof typeof signWords

/** Every kind. */
export const signKinds: readonly SignKind[] = [
  'emergency_move',
  'unregistered_placement',
  'missing_stage_1',
  'missing_stage_2',
  'plan_changed_outside_review',
  'returned_home',
  'short_break_limit',
  'no_oversight',
  'decision_overdue',
  'repeated_decision',
  'no_permanence_plan',
  'long_accommodation',
  'report_missing',
  'pep_overdue',
  'health_overdue',
  'pathway_plan_overdue',
  'visit_overdue',
  'no_views',
]

/** The kind as registers have it: in capitals, as every code. */
export const signCode = (kind: SignKind | HouseholdSignKind): string => kind.toUpperCase()

/** The kinds as codes of a register, each with its words. */
export const signCodes: Readonly<Record<string, string>> = Object.fromEntries(
  signKinds.map((kind) => [signCode(kind), signWords[kind]]),
)

/** The kinds of signs about fostering households, in words: additions to the contract's, with no child. */
export const householdSignWords = {
  foster_review_overdue: 'Fostering review overdue',
  foster_allegation_unreviewed: 'Allegation or change not reviewed in time',
  unannounced_visit_overdue: 'Unannounced visit overdue',
} as const

/** A kind of sign about a household. */
export type HouseholdSignKind = keyof typeof householdSignWords

/** Every kind about households. */
export const householdSignKinds: readonly HouseholdSignKind[] = [
  'foster_review_overdue',
  'foster_allegation_unreviewed',
  'unannounced_visit_overdue',
]

/** Those kinds as codes of a register, each with its words. */
export const householdSignCodes: Readonly<Record<string, string>> = Object.fromEntries(
  householdSignKinds.map((kind) => [signCode(kind), householdSignWords[kind]]),
)

/** A sign of any kind, in words. */
export const wordsOfSign = (kind: SignKind | HouseholdSignKind): string =>
  ({ ...signWords, ...householdSignWords })[kind]
