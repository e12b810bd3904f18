import type { Row } from '../../engine/rows.ts'

/** The columns of OC2 that are filled in for every child looked after for the whole year. */
export const detailsOfAll = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const
/** Those filled in for some of these children, by age or by what is said in the others. */
export const detailsOfSome = ['CONVICTED', 'HEALTH_CHECK', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] as const

/** The columns of OC2 on health and convictions. */
export const healthDetails = [
  'CONVICTED',
  'HEALTH_CHECK',
  ...detailsOfAll,
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const

/** Whether something is written in every column that each child looked after for the whole year needs. */
export const hasDetailsOfAll = (oc2: Row<'OC2'>): boolean => detailsOfAll.every((detail) => oc2.has(detail))

/** Whether anything is written on the child's health or convictions. */
export const hasHealthDetails = (oc2: Row<'OC2'>): boolean => healthDetails.some((detail) => oc2.has(detail))
