import addressparser from 'nodemailer/lib/addressparser'
import MailComposer from 'nodemailer/lib/mail-composer'
import { type CalendarParty, calendarFile } from '../../platform/ics.ts'
import type { StoredMessage } from '../app/ports.ts'

/** Who sends, by the configured sender: `Reviewing Service <irs@example.org>`. */
export function senderOf(from: string): CalendarParty {
  const [sender] = addressparser(from, { flatten: true })
  return { name: sender?.name ?? '', address: sender?.address ?? from }
}

/**
 * The email. Its Message-ID is the message's own: where one goes twice after all, mail programs show one.
 */
export function mailOf(message: StoredMessage, from: string): Promise<Buffer> {
  const { messageId, address, subject, body, event, putAt } = message
  const organizer = senderOf(from)
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'footprint.invalid'
  const method = event?.isCancelled ? 'CANCEL' : 'REQUEST'
  const calendar = event && {
    method,
    content: calendarFile(
      'Review meeting',
      [
        {
          uid: event.uid,
          sequence: event.sequence,
          when: { from: event.from, until: event.until },
          summary: 'Review meeting',
          description: '',
          url: null,
          isCancelled: event.isCancelled,
          changedAt: putAt,
        },
      ],
      { method, organizer, attendee: { name: '', address } },
    ),
  }
  return new MailComposer({
    from,
    to: { name: '', address },
    subject,
    text: body,
    messageId: `<${messageId}@${domain}>`,
    // No automatic replies to an automatic message (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(calendar && { icalEvent: calendar }),
  })
    .compile()
    .build()
}
