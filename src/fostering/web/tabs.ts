import { fosteringPath } from './paths.ts'

/** The ways between the pages of fostering that are of no one household. */
export const fosteringTabs = (code: string, current: 'households' | 'surveys') => [
  { text: 'Households', href: fosteringPath(code), isCurrent: current === 'households' },
  { text: 'Survey of carers', href: fosteringPath(code, 'households', 'surveys'), isCurrent: current === 'surveys' },
]
