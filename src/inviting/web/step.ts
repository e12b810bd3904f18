import { bookings } from '../../booking/domain/bookings.ts'
import { reviewsPath } from '../../booking/web/words.ts'
import type { Looking } from '../../house/server.ts'
import type { ReviewStep } from '../../house/step.ts'
import { counted } from '../../kernel/words.ts'
import type { World } from '../../children/domain/world.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { messagesPermissions } from '../../messages/permissions.ts'
import { invitingKinds } from '../messageKinds.ts'

/** Inviting people to a review that is open, with how many are invited. */
export const invitingStep =
  (outbox: Pick<Outbox, 'ofReview'>) =>
  async ({ world, code, may }: Looking<World>, reviewRef: string): Promise<ReviewStep[]> => {
    const booking = bookings(world).get(reviewRef)
    if (booking?.review.status !== 'PLANNED' || !may(messagesPermissions.read)) return []
    const messages = await outbox.ofReview(code, reviewRef)
    const asked = messages.filter(({ kind }) => kind === invitingKinds.invitation.id)
    const invited = new Set(asked.map(({ contactRef }) => contactRef)).size
    return [
      {
        place: 20,
        text: 'Invite people',
        href: reviewsPath(code, reviewRef, 'invitations'),
        status: invited === 0 ? 'Nobody is invited yet' : `${counted(invited, 'person is', 'people are')} invited`,
      },
    ]
  }
