import { ageOn } from '../../calendar/age.ts'
import { type World, lookedAfterOn } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'

/** Ages of which each child has one: where one ends, the next begins. */
export const auditBands = ['0 to 4', '5 to 9', '10 to 15', '16 and 17'] as const

/** The band of an age in whole years. */
export function bandOf(age: number): (typeof auditBands)[number] {
  if (age < 5) return '0 to 4'
  if (age < 10) return '5 to 9'
  return age < 16 ? '10 to 15' : '16 and 17'
}

/** A child drawn for an audit. */
export interface Drawn {
  child: string
  /** Null where the date of birth is not known. */
  band: (typeof auditBands)[number] | null
}

/**
 * So many of the children looked after on a day, drawn at random by this seed. A person who draws again with the same seed, day
 * and size, and may see the same children, draws the same: each child's place is a hash of the seed and its identifier.
 */
export function drawSample(world: World, day: PlainDate, size: number, seed: string): Drawn[] {
  return lookedAfterOn(world, day)
    .map(({ history: { record } }) => ({
      child: record.child,
      band: record.bornOn && bandOf(ageOn(record.bornOn, day)),
      place: hashOf(`${seed} ${record.child}`),
    }))
    .sort((a, b) => a.place - b.place || a.child.localeCompare(b.child))
    .slice(0, size)
    .map(({ child, band }) => ({ child, band }))
}

/** A whole number that any change of the text scatters (32-bit FNV-1a, finished as in MurmurHash3; both public domain). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
