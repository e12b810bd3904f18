import { type ConsultationDeps, consultationPages } from '../../consulting/web/consultation.routes.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { householdSubject } from '../app/householdSubject.ts'
import { fosteringPermissions } from '../permissions.ts'
import { fosteringSection } from '../sections.ts'
import { fosteringPath } from './paths.ts'
import { type OfReview, type ReviewAskedDeps, reviewAsked } from './reviewAsked.ts'

/** What the pages of views before a household's review need. */
export interface HouseholdConsultationDeps extends Omit<ConsultationDeps, 'worldsFor' | 'today'>, ReviewAskedDeps {}

/** Whom a review of a household asks, who has answered and what: the page of children's reviews, for a household. */
export const householdConsultationRoutes = ({
  worldsFor,
  today,
  giveReference,
  ...deps
}: HouseholdConsultationDeps): Routes =>
  consultationPages<OfReview['Params']>(deps, {
    pattern: '/fostering/:household/reviews/:day/consultation',
    config: { permission: fosteringPermissions.manage, section: fosteringSection },
    readBy: fosteringPermissions.readViews,
    find: async (request) => {
      const { carerRef, booking, world, children } = await reviewAsked(request, { worldsFor, today, giveReference })
      const path = (...parts: readonly string[]) => fosteringPath(request.authority.code, carerRef, ...parts)
      return {
        world,
        booking,
        subject: householdSubject(world, children),
        place: {
          about: `Household ${carerRef}`,
          back: { href: path(), text: `Household ${carerRef}` },
          path: (...parts) => path('reviews', request.params.day, 'consultation', ...parts),
          people: {
            href: path('people'),
            text: 'Who is in the household',
            empty: 'Nobody is recorded who is asked before this review.',
          },
          preparationHref: null,
        },
      }
    },
  })
