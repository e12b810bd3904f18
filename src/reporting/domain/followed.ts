/** The figures that are followed over several years. */
export const FOLLOWED = [
  'cla.count',
  'cla.rate_per_10k',
  'cla.started',
  'cla.ceased',
  'reviews.held',
  'reviews.on_time',
  'children.reviews_on_time',
  'reviews.participated',
  'reviews.attended',
  'cla.three_plus_placements',
  'cla.same_placement_2y',
  'iros.caseload_per_fte',
] as const
