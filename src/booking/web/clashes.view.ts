import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { World } from '../../children/domain/world.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type BookingClash, clashesOfOfficer } from '../domain/clashes.ts'
import { officerName, reviewsPath } from './words.ts'

/** Why a booked review needs another IRO or another day, in words. */
export function clashWords(clash: BookingClash, officers: readonly OfficerFact[]): string {
  switch (clash.code) {
    case 'away':
      return `The IRO is away from ${longDate(clash.from)} to ${longDate(clash.to)}`
    case 'not_in_post':
      return 'The IRO is not in post on that day'
    case 'handed_over':
      return `The child’s IRO will be ${officerName(officers, clash.to)}`
  }
}

/** The page on which all clashing reviews of an officer are given to others. */
export const clashesHref = (code: string, officerId: string): string =>
  withQuery(reviewsPath(code, 'several'), { clash: officerId })

/** How many reviews are booked with an officer who cannot chair them, with where they are given to others; null for none. */
export function clashNotice(world: World, officerId: string, name: string, code: string) {
  const count = clashesOfOfficer(world, officerId).length
  if (count === 0) return null
  return {
    text: `${counted(count, 'review is', 'reviews are')} booked with ${name} while away, after leaving, or after the child was handed over.`,
    href: clashesHref(code, officerId),
    link: count === 1 ? 'Give it to another IRO' : 'Give them to other IROs',
  }
}
