import { type PlainDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { reachService } from '../../inviting/domain/wording.ts'
import type { ServiceToReach } from '../../messages/settings.ts'
import type { ContactRole, MessageChannel } from '../../participation/registers/contacts.ts'

/** What a message that asks for views is made of. It names no child to any reader. */
export interface AskingWords {
  to: { role: ContactRole; name: string }
  channel: MessageChannel
  isReminder: boolean
  /** The day of the review; null where none is booked. */
  on: PlainDate | null
  link: string
  service: ServiceToReach
  /** The council’s name, as it signs. */
  council: string
  /** The service’s own reference: of a child for a social worker alone, since others are told of no child; of a household. */
  about: { isChild: boolean; ref: string }
}

/** The words of a message that asks someone for their views. Nothing of a child stands in a subject or a text message. */
export function askingWords(asked: AskingWords): { subject: string; body: string } {
  const isChild = asked.to.role === 'CHILD'
  const subject = asked.isReminder ? 'You can still tell us what you think' : 'Tell us what you think'
  if (asked.channel === 'TEXT') return { subject, body: isChild ? textToChild(asked) : textToAdult(asked) }
  return { subject, body: (isChild ? toChild(asked) : toAdult(asked)).filter((one) => one !== '').join('\n\n') }
}

const before = (on: PlainDate | null): string => (on === null ? '' : ` before ${longDateWithWeekday(on)}`)

function reference({ to, about }: AskingWords): string {
  if (!about.isChild) return to.role === 'OTHER' ? `It is about the fostering household with our reference ${about.ref}.` : '' // prettier-ignore
  return to.role === 'SOCIAL_WORKER' ? `It is about the child with our reference ${about.ref}.` : ''
}

const reviewOf = ({ about }: Pick<AskingWords, 'about'>): string => (about.isChild ? 'a review' : 'a fostering review')

const signature = ({ service, council }: Pick<AskingWords, 'service' | 'council'>): string =>
  [service.name, council, ...service.address.split('\n')].filter(Boolean).join('\n')

function toChild(asked: AskingWords): string[] {
  const ways = reachService(asked.service)
  return [
    asked.channel === 'LETTER' ? `Dear ${asked.to.name},` : 'Hello,',
    asked.isReminder
      ? `We asked you what you think. You can still tell us${before(asked.on)}. You do not have to.`
      : `Soon there is a meeting ${asked.about.isChild ? 'about you' : 'about the people who look after you'}. We want to know what you think${before(asked.on)}.`,
    `Look here. You can skip questions, stop, and come back. You choose who reads it. This page is just for you:\n${asked.link}`,
    ways === null
      ? 'Do you want help? Ask someone you trust.'
      : `Do you want help, or to talk instead? You can ${ways}`,
    `From all of us,\n${signature(asked)}`,
  ]
}

function toAdult(asked: AskingWords): string[] {
  const ways = reachService(asked.service)
  return [
    asked.channel === 'LETTER' ? `Dear ${asked.to.name},` : 'Hello,',
    asked.isReminder
      ? `We asked for your views before ${reviewOf(asked)} and have not heard from you. You can still give them${before(asked.on)}.`
      : `We would like your views before ${reviewOf(asked)}. Please give them${before(asked.on)}.`,
    reference(asked),
    `Open this page to answer. It takes a few minutes, and you can stop and come back. It is for you alone, so please do not pass it on.\n${asked.link}`,
    ways === null ? '' : `If you have a question, or would rather talk, ${ways}`,
    signature(asked),
  ]
}

const textToChild = ({ link, service, council, isReminder, about }: AskingWords): string =>
  `Hello. ${isReminder ? 'You can still tell us what you think.' : `We want to know what you think, before ${about.isChild ? 'your' : 'a'} meeting.`} It is just for you: ${link} ${service.name}, ${council}`

const textToAdult = (asked: AskingWords): string =>
  [
    `${asked.isReminder ? 'You can still' : 'Please'} give your views before ${reviewOf(asked)}.`,
    reference(asked),
    `Answer here: ${asked.link}`,
    `${asked.service.name}, ${asked.council}`,
  ]
    .filter((one) => one !== '')
    .join(' ')

/** The words that bring a child the link to their own page. */
export function childPageWords(asked: Omit<AskingWords, 'isReminder' | 'on' | 'about'>): {
  subject: string
  body: string
} {
  const { service, council, link, channel, to } = asked
  const subject = 'A page just for you'
  if (channel === 'TEXT')
    return { subject, body: `Hello. This page is just for you: ${link} ${service.name}, ${council}` }
  return {
    subject,
    body: [
      channel === 'LETTER' ? `Dear ${to.name},` : 'Hello,',
      `We made a page just for you. It says who helps you, when we meet next, and what we did about what you said:\n${link}`,
      'It asks for the day and month of your birthday, so that nobody else can read it.',
      `From all of us,\n${[service.name, council].join('\n')}`,
    ].join('\n\n'),
  }
}

/** The words that ask someone how a review was. They name no child. */
export function feedbackWords(asked: Omit<AskingWords, 'isReminder' | 'on' | 'about'>): {
  subject: string
  body: string
} {
  const { service, council, link, channel, to } = asked
  const isChild = to.role === 'CHILD'
  const subject = 'How was it?'
  const text = isChild ? `Hello. How was your meeting? It takes one minute: ${link}` : `How was the review? It takes one minute: ${link}` // prettier-ignore
  if (channel === 'TEXT') return { subject, body: `${text} ${service.name}, ${council}` }
  return {
    subject,
    body: [
      channel === 'LETTER' ? `Dear ${to.name},` : 'Hello,',
      isChild
        ? `There was a meeting about you. How was it for you? You do not have to say. It takes one minute:\n${link}`
        : `You took part in a review, or were asked for your views. How was it? It takes one minute, and your name does not stand with what you say:\n${link}`,
      'The link works once. It is for you alone, so please do not pass it on.',
      signature(asked),
    ].join('\n\n'),
  }
}
