import type { Row } from '../../engine/rows.ts'

/** The columns of AD1 that are filled in together once a child is adopted. */
export const adoptionDetails = [
  'DATE_INT',
  'DATE_MATCH',
  'FOSTER_CARE',
  'NB_ADOPTR',
  'SEX_ADOPTR',
  'LS_ADOPTR',
] as const

/** Whether anything is written about the adoption. */
export const hasSomeDetails = (adoption: Row<'AD1'>): boolean => adoptionDetails.some((detail) => adoption.has(detail))

/** Whether something is written in every column about the adoption. */
export const hasAllDetails = (adoption: Row<'AD1'>): boolean => adoptionDetails.every((detail) => adoption.has(detail))
