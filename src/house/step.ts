/** A step of a review, from its booking to its letters, as the review's page lists it. */
export interface ReviewStep {
  /** Steps stand in this order: booking at 10, the meeting itself at 50, what follows it after that. */
  place: number
  text: string
  /** Where it is done; null where the user can do nothing about it now. */
  href: string | null
  /** How far it is: `Nobody is invited yet`. Every step says it: a blank reads as nothing to do. */
  status: string
}
