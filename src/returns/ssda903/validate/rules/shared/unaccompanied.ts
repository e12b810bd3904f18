import type { Child, ChildRows } from '../../engine/rows.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'

/** The tables that say who is or was unaccompanied. Rules can do without any of them: nobody is known to be, then. */
export const unaccompaniedTables = ['Header', 'UASC', 'Header_last', 'UASC_last'] as const

/**
 * Whether the child is an unaccompanied asylum seeker in this year's return: by Header.UASC, or, where there is no Header,
 * by a day in UASC.DUC.
 */
export const isUnaccompanied = (child: Child, { hasTable }: IndexedReturn): boolean =>
  hasTable('Header') ? isMarked(child) : isListed(child)

/** As `isUnaccompanied`, of last year's return. */
export const wasUnaccompanied = (child: Child, { hasTable }: IndexedReturn): boolean =>
  hasTable('Header_last') ? isMarked(child.last) : isListed(child.last)

/** In this year's return or in last year's. DfE looks a further year back than returns at hand do. */
export const isOrWasUnaccompanied = (child: Child, data: IndexedReturn): boolean =>
  isUnaccompanied(child, data) || wasUnaccompanied(child, data)

const isMarked = (year: ChildRows): boolean => year.Header.some((header) => header.UASC === '1')
const isListed = (year: ChildRows): boolean => year.UASC.some((uasc) => uasc.has('DUC'))
