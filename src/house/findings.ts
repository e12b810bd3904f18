import { type Placed, inPlace } from '../kernel/inPlace.ts'
import type { Finding } from './finding.ts'

/** Finds what is odd of one person at a time. Its place orders what it finds of a person among what others find. */
export interface FindingSource<World> extends Placed {
  /** What is odd of the child, as counted in this world. It names nobody else: the person who may see the child reads it. */
  findingsOf: (world: World, child: string) => readonly Finding[]
  /** Which of it only the service's registers bring to light: what returns alone show is found while they are read. */
  isOfRegisters?: (finding: Finding) => boolean
}

/** What is odd in what is known, as all rooms find it together. */
export interface Findings<World> {
  /** Of one child. What reading the files found is not among it. */
  ofChild: (world: World, child: string) => readonly Finding[]
  /** Of one child, what only the service's registers bring to light. */
  ofRegisters: (world: World, child: string) => readonly Finding[]
}

/** Puts together what rooms find. */
export function joinFindings<World>(given: readonly FindingSource<World>[]): Findings<World> {
  const sources = inPlace(given)
  return {
    ofChild: (world, child) => sources.flatMap(({ findingsOf }) => findingsOf(world, child)),
    ofRegisters: (world, child) =>
      sources.flatMap(({ findingsOf, isOfRegisters }) =>
        isOfRegisters ? findingsOf(world, child).filter(isOfRegisters) : [],
      ),
  }
}
