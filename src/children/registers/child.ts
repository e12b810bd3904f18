import { reference } from '../../registers/columns.ts'

/** What registers call the people whom reviews are about. */
export const CHILD = 'child'

/** A column that names a child of the return, or someone in `people`. */
export const child = (meaning = 'The child’s identifier in the return (CHILD), or in people') =>
  reference(CHILD, meaning, true)
