import { bookings } from '../../booking/domain/bookings.ts'
import type { World } from '../../children/domain/world.ts'
import type { Looking } from '../../house/server.ts'
import type { ReviewStep } from '../../house/step.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { formsOfReview } from '../domain/asked.ts'
import { consultingPermissions } from '../permissions.ts'
import { consultationPath } from './consultation.view.ts'

/** What comes before a review that is open: people are asked for their views, and the IRO prepares; after it, they are asked how it was. */
export function consultingSteps({ world, code, may }: Looking<World>, reviewRef: string): ReviewStep[] {
  const status = bookings(world).get(reviewRef)?.review.status
  if (status === 'HELD' && may(consultingPermissions.send)) {
    return [
      { place: 90, text: 'Ask how it was', href: authorityPath(code, 'reviews', reviewRef, 'feedback'), status: '' },
    ]
  }
  if (status !== 'PLANNED') return []
  const forms = formsOfReview(world, reviewRef)
  const returned = forms.filter(({ returnedOn }) => returnedOn !== null).length
  const ask: ReviewStep = {
    place: 30,
    text: 'Ask for views',
    href: consultationPath(code, reviewRef),
    status: forms.length === 0 ? 'Nobody is asked yet' : `${returned} of ${forms.length} have answered`,
  }
  const prepare: ReviewStep = {
    place: 40,
    text: 'Prepare for the review',
    href: authorityPath(code, 'reviews', reviewRef, 'preparation'),
    status: '',
  }
  return [...(may(consultingPermissions.send) ? [ask] : []), ...(may(consultingPermissions.read) ? [prepare] : [])]
}
