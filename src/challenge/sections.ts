import type { Section } from '../platform/web/sections.ts'
import { challengePermissions } from './permissions.ts'

/** The part of the navigation that shows challenges. */
export const challengeSection: Section = {
  id: 'challenge',
  text: 'Challenge',
  order: 45,
  permission: challengePermissions.read,
}
