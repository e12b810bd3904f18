import type { Row } from '../../engine/rows.ts'

/** The columns of OC3 that say how a care leaver is getting on. */
export const careLeaverDetails = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const

/** Whether anything is written about the care leaver. */
export const hasCareLeaverDetails = (oc3: Row<'OC3'>): boolean => careLeaverDetails.some((detail) => oc3.has(detail))
