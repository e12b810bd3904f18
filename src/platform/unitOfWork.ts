/** What use cases know of a unit of work: that there is one, and what to do in it. */
import type { Authority } from './authorities.ts'
import type { Unit } from './database/unit.ts'

export type { Unit }

/**
 * Does the work in one transaction of one authority. Everything that stores are asked for with the unit is stored
 * together, or nothing is: nothing where the work throws, and nothing where its result has a list of `problems` that is
 * not empty. What the work needs and does not change is to be read before: others wait until it is done. Units that wait
 * for each other share a transaction, and where one of them fails the others are done again: the work changes nothing but
 * what it asks stores for.
 */
export type InOneTransaction = <Result extends object>(
  authority: Authority,
  work: (unit: Unit) => Promise<Result>,
) => Promise<Result>
