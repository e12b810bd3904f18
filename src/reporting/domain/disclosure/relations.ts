/** A published number: `cla.count`, `cla.by_age/5-9`, `reviews.on_time#numerator`, `…#rest`, `…#denominator`. */
export type CellName = string

/** Numbers that add up: the parts are the whole. Anyone with the others can work out the one that is hidden. */
export interface Relation {
  whole: CellName
  parts: readonly CellName[]
  /** Whether the parts may be less than the whole: who knows the whole knows the most that a part can be. */
  isAtMost?: boolean
}

const same = (...names: CellName[]): Relation[] => {
  const [first = '', ...others] = names
  return others.map((other) => ({ whole: first, parts: [other] }))
}

const sum = (whole: CellName, ...parts: CellName[]): Relation => ({ whole, parts })

/** Each of these is a part of the whole, or all of it. */
const within = (whole: CellName, ...parts: CellName[]): Relation[] =>
  parts.map((part) => ({ whole, parts: [part], isAtMost: true }))

const keys = (figure: string, ...names: string[]): CellName[] => names.map((key) => `${figure}/${key}`)

const groups = ['kinship', 'la_foster', 'independent_foster', 'residential', 'supported_lodgings', 'adoption', 'other']
const placements = (...types: string[]) => keys('cla.by_placement', ...types)
const group = (name: string) => `cla.by_placement_group/${name}`
const codes = (...names: string[]) => keys('reviews.by_participation', ...names)
const numerator = (figure: string) => `${figure}#numerator`
const denominator = (figure: string) => `${figure}#denominator`
const placesInOrder = ['first', 'second', 'later'].map((place) => `reviews.${place}_on_time`)

/** Shares of reviews held in the year, of those of them where something is known. */
const OF_REVIEWS = [
  'reviews.on_time',
  'reviews.participated',
  'reviews.child_consulted',
  'reviews.child_chaired',
  'reviews.sw_attended',
  'reviews.sw_report_available',
  'reviews.sw_report_on_time',
  'reviews.mother_attended',
  'reviews.father_attended',
  'reviews.parent_views_given',
  'reviews.parent_met_before',
  'reviews.decisions_in_5wd',
  'reviews.record_in_15wd',
  'reviews.distributed_in_20wd',
  'reviews.care_plan_current',
  'reviews.pep_current',
  'reviews.health_current',
  'reviews.pathway_plan_current',
  'reviews.plan_ratified',
  'reviews.leisure_met',
  'reviews.culture_met',
  'reviews.substance_misuse',
  'reviews.exploitation',
  'reviews.mental_health',
  'reviews.going_missing',
]

/**
 * How the figures of one year hang together beyond each figure's own keys and parts, from their definitions. A new
 * figure that counts again what another counts belongs here, or hiding one of the two protects nothing.
 */
export const relations: readonly Relation[] = [
  ...same(
    'cla.count',
    'cla.by_gender',
    'cla.by_age',
    'cla.by_ethnicity',
    'cla.by_need',
    'cla.by_legal_status',
    'cla.by_placement',
    'cla.by_placement_group',
    'cla.by_provider',
    numerator('cla.rate_per_10k'),
    denominator('reviews.per_child'),
    denominator('cla.foster_share'),
    denominator('cla.own_provision_share'),
    denominator('cla.three_plus_placements'),
  ),
  ...same('cla.started', numerator('cla.started_rate')),
  ...same('cla.ceased', numerator('cla.ceased_rate')),
  ...same('cla.started_periods', 'cla.started_by_age', 'cla.started_by_placement'),
  ...same('cla.ceased_periods', 'cla.ceased_by_reason'),
  // Start + started = end + ceased, written with a total of its own that nobody prints.
  sum('flow', 'cla.count_at_start', 'cla.started_periods'),
  sum('flow', 'cla.count', 'cla.ceased_periods'),
  sum('aged under 14', ...keys('cla.started_by_age', '0-5', '6-13')),
  sum('aged under 14', ...keys('cla.started_by_placement', ...groups.map((name) => `0-13/${name}`))),
  sum('aged 14 and over', ...keys('cla.started_by_age', '14+', '14+ UASC')),
  sum('aged 14 and over', ...keys('cla.started_by_placement', ...groups.map((name) => `14+/${name}`))),
  sum('cla.adoptions', ...keys('cla.ceased_by_reason', 'E11', 'E12')),
  sum('cla.sgos', ...keys('cla.ceased_by_reason', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48')),
  sum(group('kinship'), ...placements('U1', 'U2', 'U3', 'Q1')),
  sum('foster care with others', ...placements('U4', 'U5', 'U6', 'Q2')),
  sum('foster care with others', group('la_foster'), group('independent_foster')),
  sum(group('residential'), ...placements('K1', 'K2', 'R1', 'R2', 'R3', 'S1')),
  sum(group('supported_lodgings'), ...placements('H5', 'K3')),
  sum(group('adoption'), ...placements('A3', 'A4', 'A5', 'A6')),
  sum(numerator('cla.foster_share'), ...placements('U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'Q1', 'Q2')),
  ...same('cla.by_provider/PR1', numerator('cla.own_provision_share')),
  ...same('reviews.held', 'reviews.by_month', 'reviews.by_participation', numerator('reviews.per_child')),
  ...same('reviews.late', 'reviews.on_time#rest', 'reviews.late_by_reason'),
  ...same('reviews.held', denominator('reviews.rearranged')),
  sum(numerator('reviews.on_time'), ...placesInOrder.map(numerator)),
  sum(denominator('reviews.on_time'), ...placesInOrder.map(denominator)),
  sum(denominator('reviews.attended'), ...codes('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')),
  sum(numerator('reviews.attended'), ...codes('PN1', 'PN2', 'PN3', 'PN4')),
  ...same(denominator('reviews.attended'), denominator('reviews.participated')),
  ...same('reviews.by_participation/PN7', 'reviews.participated#rest'),
  ...same('health.sdq_bands', numerator('health.sdq_current'), denominator('health.sdq_healthy')),
  ...same('health.sdq_bands/normal', numerator('health.sdq_healthy')),
  ...same('audits.by_grade', denominator('audits.good_share')),
  ...same('audits.by_grade/good', numerator('audits.good_share')),
  ...same('audits.count', denominator('audits.share_by_iros')),
  ...same('challenges.raised/partner', 'challenges.by_agency'),
  ...same('challenges.raised/good_practice', 'challenges.good_practice'),
  ...same('education.eet#rest', numerator('education.neet')),
  ...same(denominator('education.eet'), denominator('education.neet')),
  ...within('cla.any_in_year', 'cla.count', 'cla.count_at_start', 'cla.started', 'cla.ceased'),
  { whole: 'looked after at the start or started', parts: ['cla.any_in_year'], isAtMost: true },
  sum('looked after at the start or started', 'cla.count_at_start', 'cla.started'),
  ...within('cla.started_periods', 'cla.started'),
  ...within('cla.ceased_periods', 'cla.ceased'),
  ...within(
    'cla.count',
    'cla.uasc',
    'oversight.unregistered',
    'iros.children_without',
    ...[
      'cla.same_placement_2y',
      'cla.over_20_miles',
      'cla.out_of_area',
      'children.reviews_on_time',
      'children.participated',
      'health.assessment_current',
      'health.dental_current',
      'health.immunisations',
      'health.sdq_current',
      'health.substance_misuse',
      'health.development_check_under_5',
      'education.pep_current',
      'missing.flagged_latest',
    ].map(denominator),
  ),
  ...within('missing.episodes', 'missing.children'),
  ...within('missing.children', 'missing.stage1'),
  ...within('missing.stage1', 'missing.stage2'),
  ...within('reviews.held', ...OF_REVIEWS.map(denominator)),
  ...within(numerator('reviews.participated'), numerator('reviews.attended')),
  ...within(numerator('reviews.sw_report_available'), numerator('reviews.sw_report_on_time')),
  ...within('pathway_reviews.held', denominator('pathway_reviews.on_time'), denominator('pathway_reviews.attended')),
  ...within('challenges.raised', denominator('challenges.resolved_in_20wd')),
]
