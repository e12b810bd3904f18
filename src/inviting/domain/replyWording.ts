import type { ServiceToReach } from '../../messages/settings.ts'
import { reachService } from './wording.ts'

/** How long a link by which someone is to answer stays open. Unit: calendar days. */
export const REPLY_DAYS = 28

/** What a message that asks for an answer by link is made of. It names no child. */
export interface ReplyWords {
  /** To whom it goes; empty where no name was given. */
  name: string
  /** What is asked, in a sentence that says nothing of a child. */
  asks: string
  /** Whether the page asks for a child’s birthday before it shows anything. */
  asksBirthday: boolean
  link: string
  service: ServiceToReach
  /** The council’s name, as it signs. */
  council: string
}

/** The words of an email that asks for an answer by link. Nothing of a child stands in it. */
export function replyWords({ name, asks, asksBirthday, link, service, council }: ReplyWords): {
  subject: string
  body: string
} {
  const ways = reachService(service)
  const opening = asksBirthday
    ? `Please answer on this page. It asks for the day and month of the child’s birthday, so that nobody else can read it. It is open for ${REPLY_DAYS} days, and for you alone.`
    : `Please answer on this page. It is open for ${REPLY_DAYS} days, and for you alone.`
  return {
    subject: 'We ask you for an answer',
    body: [
      name === '' ? 'Hello,' : `Dear ${name},`,
      asks,
      `${opening}\n${link}`,
      ways === null ? '' : `If you have a question, or would rather talk, ${ways}`,
      [service.name, council, ...service.address.split('\n')].filter(Boolean).join('\n'),
    ]
      .filter((one) => one !== '')
      .join('\n\n'),
  }
}
