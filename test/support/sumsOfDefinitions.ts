/** Numbers that are each the sum of the others: `parts` make up `whole`, or are a part of it. */
interface Sum {
  whole: readonly string[]
  parts: readonly string[]
  isAtMost: boolean
}

/**
 * How the figures of a year hang together, as anyone can read it in their definitions (`docs/kpi-definitions.md`): written for
 * the attack on the public edition, apart from what the edition itself is made with.
 */
const written = `
cla.count = cla.by_gender
cla.count = cla.by_age
cla.count = cla.by_ethnicity
cla.count = cla.by_need
cla.count = cla.by_legal_status
cla.count = cla.by_placement
cla.count = cla.by_placement_group
cla.count = cla.by_provider
cla.count = cla.rate_per_10k#numerator
cla.count = reviews.per_child#denominator
cla.count = cla.foster_share#denominator
cla.count = cla.own_provision_share#denominator
cla.count = cla.three_plus_placements#denominator
cla.started = cla.started_rate#numerator
cla.ceased = cla.ceased_rate#numerator
cla.started_periods = cla.started_by_age
cla.started_periods = cla.started_by_placement
cla.ceased_periods = cla.ceased_by_reason
cla.count_at_start + cla.started_periods = cla.count + cla.ceased_periods
cla.started < cla.started_periods
cla.ceased < cla.ceased_periods
cla.count < cla.any_in_year
cla.started < cla.any_in_year
cla.ceased < cla.any_in_year
cla.count_at_start < cla.any_in_year
cla.any_in_year < cla.count_at_start + cla.started
cla.uasc < cla.count
cla.adoptions = cla.ceased_by_reason/E11 + cla.ceased_by_reason/E12
cla.sgos = cla.ceased_by_reason/E43 + cla.ceased_by_reason/E44 + cla.ceased_by_reason/E45 + cla.ceased_by_reason/E46 + cla.ceased_by_reason/E47 + cla.ceased_by_reason/E48
cla.foster_share#numerator = cla.by_placement/U1 + cla.by_placement/U2 + cla.by_placement/U3 + cla.by_placement/U4 + cla.by_placement/U5 + cla.by_placement/U6 + cla.by_placement/Q1 + cla.by_placement/Q2
cla.by_placement_group/kinship = cla.by_placement/U1 + cla.by_placement/U2 + cla.by_placement/U3 + cla.by_placement/Q1
cla.by_placement_group/residential = cla.by_placement/K1 + cla.by_placement/K2 + cla.by_placement/R1 + cla.by_placement/R2 + cla.by_placement/R3 + cla.by_placement/S1
cla.by_placement_group/adoption = cla.by_placement/A3 + cla.by_placement/A4 + cla.by_placement/A5 + cla.by_placement/A6
cla.by_placement_group/supported_lodgings = cla.by_placement/H5 + cla.by_placement/K3
cla.by_placement_group/la_foster + cla.by_placement_group/independent_foster = cla.by_placement/U4 + cla.by_placement/U5 + cla.by_placement/U6 + cla.by_placement/Q2
cla.own_provision_share#numerator = cla.by_provider/PR1
reviews.held = reviews.by_month
reviews.held = reviews.by_participation
reviews.held = reviews.per_child#numerator
reviews.held = reviews.rearranged#denominator
reviews.late = reviews.on_time#rest
reviews.late = reviews.late_by_reason
reviews.on_time#numerator = reviews.first_on_time#numerator + reviews.second_on_time#numerator + reviews.later_on_time#numerator
reviews.on_time#denominator = reviews.first_on_time#denominator + reviews.second_on_time#denominator + reviews.later_on_time#denominator
reviews.participated#denominator = reviews.attended#denominator
reviews.participated#rest = reviews.by_participation/PN7
reviews.attended#numerator = reviews.by_participation/PN1 + reviews.by_participation/PN2 + reviews.by_participation/PN3 + reviews.by_participation/PN4
reviews.attended#numerator < reviews.participated#numerator
reviews.participated#denominator = reviews.by_participation/PN1 + reviews.by_participation/PN2 + reviews.by_participation/PN3 + reviews.by_participation/PN4 + reviews.by_participation/PN5 + reviews.by_participation/PN6 + reviews.by_participation/PN7
health.sdq_bands = health.sdq_healthy#denominator
health.sdq_bands = health.sdq_current#numerator
health.sdq_bands/normal = health.sdq_healthy#numerator
audits.by_grade = audits.good_share#denominator
audits.by_grade/good = audits.good_share#numerator
audits.count = audits.share_by_iros#denominator
challenges.raised/partner = challenges.by_agency
challenges.raised/good_practice = challenges.good_practice
education.eet#denominator = education.neet#denominator
education.eet#rest = education.neet#numerator
missing.children < missing.episodes
missing.stage1 < missing.children
missing.stage2 < missing.stage1
`

const namesIn = (side: string): string[] => side.split('+').map((name) => name.trim())

/** The sums, read. */
export const sumsOfDefinitions: readonly Sum[] = written
  .trim()
  .split('\n')
  .map((line): Sum => {
    const [left = '', right = ''] = line.split(/[=<]/)
    return { parts: namesIn(left), whole: namesIn(right), isAtMost: line.includes('<') }
  })
