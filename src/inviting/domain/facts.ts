import type { RegisterFacts } from '../../children/domain/registers.ts'

/** How often the review was moved: what rises with it tells calendars which entry is the later. */
export const timesMoved = ({ rearrangements }: Pick<RegisterFacts, 'rearrangements'>, reviewRef: string): number =>
  rearrangements.filter((one) => one.reviewRef === reviewRef).length

/** The name of whom the register of officers knows by this id; null where it knows none. */
export const officerName = ({ officers }: Pick<RegisterFacts, 'officers'>, officerId: string | null): string | null =>
  officers.find((officer) => officer.officerId === officerId)?.name ?? null
