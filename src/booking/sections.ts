import type { Section } from '../platform/web/sections.ts'
import { reviewsPermissions } from '../reviews/permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const reviewsSection: Section = {
  id: 'reviews',
  text: 'Reviews',
  order: 40,
  permission: reviewsPermissions.read,
}
