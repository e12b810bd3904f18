import { bookings } from '../../booking/domain/bookings.ts'
import type { World } from '../../children/domain/world.ts'
import type { Looking } from '../../house/server.ts'
import type { ReviewStep } from '../../house/step.ts'
import { counted } from '../../kernel/words.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { formsOfReview } from '../domain/asked.ts'
import { neededBefore, readiness } from '../domain/preparation.ts'
import { consultingKinds } from '../messageKinds.ts'
import { consultingPermissions } from '../permissions.ts'
import { consultationPath } from './consultation.view.ts'

/** What comes before a review that is open: people are asked for their views, and the IRO prepares; after it, they are asked how it was. */
export const consultingSteps =
  (outbox: Pick<Outbox, 'ofReview'>) =>
  async ({ world, code, may }: Looking<World>, reviewRef: string): Promise<ReviewStep[]> => {
    const review = bookings(world).get(reviewRef)?.review
    if (review?.status === 'HELD' && may(consultingPermissions.send)) {
      const messages = await outbox.ofReview(code, reviewRef)
      const questions = messages.filter(({ kind }) => kind === consultingKinds.review_feedback.id)
      const asked = new Set(questions.map(({ contactRef }) => contactRef)).size
      return [
        {
          place: 90,
          text: 'Ask how it was',
          href: authorityPath(code, 'reviews', reviewRef, 'feedback'),
          status: asked === 0 ? 'Nobody is asked yet' : `${counted(asked, 'person is', 'people are')} asked`,
        },
      ]
    }
    if (review?.status !== 'PLANNED') return []
    const forms = formsOfReview(world, reviewRef)
    const returned = forms.filter(({ returnedOn }) => returnedOn !== null).length
    const ask: ReviewStep = {
      place: 30,
      text: 'Ask for views',
      href: consultationPath(code, reviewRef),
      status: forms.length === 0 ? 'Nobody is asked yet' : `${returned} of ${forms.length} have answered`,
    }
    const { ready, of } = readiness(neededBefore(world, review))
    const prepare: ReviewStep = {
      place: 40,
      text: 'Prepare for the review',
      href: authorityPath(code, 'reviews', reviewRef, 'preparation'),
      status: `${ready} of ${of} ready`,
    }
    return [...(may(consultingPermissions.send) ? [ask] : []), ...(may(consultingPermissions.read) ? [prepare] : [])]
  }
