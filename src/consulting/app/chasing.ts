import { type AskingFrom, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, changeRecords } from '../../access/app/changeRecords.ts'
import { bookings, meetingOf } from '../../booking/domain/bookings.ts'
import { longDateWithWeekday } from '../../kernel/dates.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { messageToContact } from '../../messages/domain/message.ts'
import { councilName, quietHoursSetting, serviceSetting } from '../../messages/settings.ts'
import { currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { consultingKinds } from '../messageKinds.ts'
import { consultingPermissions } from '../permissions.ts'

/** Asks the social worker for what is missing before a review. Null where the review is not there for the user. */
export type ChaseReport = (
  input: AskingFrom & {
    child: string
    reviewRef: string
    missing: readonly string[]
    /** Where the social worker finds the review. */
    link: string
  },
) => Promise<'asked' | 'no_address' | null>

export const makeChaseReport =
  (deps: Changing & Seeing & { outbox: Pick<Outbox, 'put'> }): ChaseReport =>
  async (input) => {
    const { child, reviewRef, authority, by, missing, link } = input
    const seen = await seenChild(deps, input, consultingPermissions.send, child)
    const booking = seen && bookings(seen.world).get(reviewRef)
    if (!seen || booking?.review.child !== child) return null
    const today = deps.today()
    const worker = currentContacts(seen.world, child, today).find(({ role }) => role === 'SOCIAL_WORKER')
    const reach = worker && reachOf(worker)
    if (!worker || !reach?.isKnown || reach.channel === 'LETTER') return 'no_address'
    const on = meetingOf(booking, today)?.on
    const { settings } = seen.world
    const what = 'asked for a report that is missing before a review'
    // Only the social worker reads the child's reference, and only in the text: no name, and nothing in the subject.
    const body = [
      'Hello,',
      `These are missing for the review of the child with our reference ${child}${on ? `, on ${longDateWithWeekday(on)}` : ''}: ${missing.join(', ')}.`,
      `Please send them, or say when they come: ${link}`,
      [serviceSetting.of(settings).name, councilName(settings, authority)].join('\n'),
    ].join('\n\n')
    await changeRecords<never, { rows: [] }, null>(deps, input, {
      what,
      registers: [reviews],
      decide: () => ({ rows: [] }),
      tell: async (unit) => {
        const message = messageToContact(
          { ...worker, ...reach },
          {
            key: `report_chased ${reviewRef} ${today.toString()}`,
            kind: consultingKinds.report_chased,
            child,
            reviewRef,
            subject: 'Something is missing before a review',
            body: reach.channel === 'TEXT' ? body.replaceAll('\n\n', ' ').replaceAll('\n', ', ') : body,
          },
        )
        await deps.outbox.put(unit, [message], { by: by.personId, quietHours: quietHoursSetting.of(settings) })
        return null
      },
      logged: () => ({ what, children: [child] }),
    })
    return 'asked'
  }
