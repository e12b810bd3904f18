import { PERSON, reference } from '../../registers/columns.ts'

/** A column that names a child of the return, or someone in `people`. */
export const child = (meaning = 'The child’s identifier in the return (CHILD), or in people') =>
  reference(PERSON, meaning, true)
