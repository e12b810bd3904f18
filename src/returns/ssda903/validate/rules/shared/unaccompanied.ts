import type { Child, ChildRows } from '../../engine/child.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'

/** The tables that say who is or was unaccompanied. Rules can do without any of them: nobody is known to be, then. */
export const unaccompaniedTables = ['Header', 'UASC', 'Header_last', 'UASC_last'] as const

/**
 * Whether the child is an unaccompanied asylum seeker in this year's return, or was in last year's: by Header.UASC, or,
 * where a year's Header is not there, by a day in UASC.DUC. DfE looks a further year back than returns at hand do.
 */
export function isOrWasUnaccompanied(child: Child, { hasTable }: IndexedReturn): boolean {
  return (
    (hasTable('Header') ? isMarked(child) : isListed(child)) ||
    (hasTable('Header_last') ? isMarked(child.last) : isListed(child.last))
  )
}

const isMarked = (year: ChildRows): boolean => year.Header.some((header) => header.UASC === '1')
const isListed = (year: ChildRows): boolean => year.UASC.some((uasc) => uasc.has('DUC'))
