import type { ServiceToReach } from '../../messages/settings.ts'
import type { ContactRole, MessageChannel } from '../../participation/registers/contacts.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
/**
 * The words of messages about meetings. A subject, a text message and an email can be read by the person who holds the
 * telephone: they say nothing of a child, no name, no reason and no place; what is not here stands behind the link. Only
 * a social worker reads the child's reference, in the text. A letter has an envelope: it greets by name and says where.
 */
import { type PlainDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { spokenTime } from '../../kernel/localTimes.ts'
import { listed } from '../../kernel/words.ts'
import type { MeetingKind } from './invitees.ts'
import type { TimeTold } from '../../messages/domain/message.ts'

/** What a message is made of. */
export interface Telling {
  kind: MeetingKind
  channel: MessageChannel
  to: { role: ContactRole; name: string }
  meeting: TimeTold & { endsAt: string | null; place: string | null; format: MeetingFact['format'] }
  /** Who chairs, by name; null where that is not known. */
  chair: string | null
  /** What they were told before; null where nothing. */
  before: TimeTold | null
  link: string
  service: ServiceToReach
  /** The council’s name, as it signs. */
  council: string
  /**
   * The service’s own reference of the child: told only to the child’s social worker, who has many, and never in a subject.
   * It is no name, and means nothing to anyone else.
   */
  child: string
}

/** The words of a message about a meeting. */
export function wordsOf(telling: Telling): { subject: string; body: string } {
  const words = telling.to.role === 'CHILD' ? toChild : toAdult
  const body = telling.channel === 'TEXT' ? words.text(telling) : onPaper(words, telling)
  return { subject: subjects[telling.kind], body }
}

const subjects = {
  invitation: 'You are invited to a meeting',
  new_date: 'A meeting has a new date',
  cancellation: 'A meeting will not take place',
} as const satisfies Record<MeetingKind, string>

/** How people meet, as a sentence goes on. */
const howPeopleMeet = {
  IN_PERSON: 'in person',
  VIRTUAL: 'by video or phone',
  HYBRID: 'in person, or by video or phone',
} as const

/** `Wednesday 15 July 2026 at 2:30pm`. */
export const dayAndTime = ({ on, startsAt }: TimeTold): string =>
  `${longDateWithWeekday(on)}${startsAt === null ? '' : ` at ${spokenTime(startsAt)}`}`

/** `Wednesday 15 July 2026, 2:30pm to 3:30pm`. */
export const fromTo = (day: PlainDate, startsAt: string | null, endsAt: string | null): string =>
  startsAt === null || endsAt === null
    ? dayAndTime({ on: day, startsAt })
    : `${longDateWithWeekday(day)}, ${spokenTime(startsAt)} to ${spokenTime(endsAt)}`

/** How to reach the service: `call 01632 960 000 or write to reviews@example.gov.uk`; null where nobody has said. */
export function reachService({ phone, email }: ServiceToReach): string | null {
  const ways = [phone && `call ${phone}`, email && `write to ${email}`].filter(Boolean)
  return ways.length === 0 ? null : listed(ways, 'or')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

interface Words {
  greeting: (telling: Telling) => string
  opening: (telling: Telling) => string
  labels: { when: string; chair: string; how: string; where: string }
  link: (telling: Telling) => string
  closing: (telling: Telling) => string
  signature: (telling: Telling) => string
  text: (telling: Telling) => string
}

/** An email or a letter. */
function onPaper(words: Words, telling: Telling): string {
  const details = telling.kind === 'cancellation' ? '' : detailsOf(words.labels, telling)
  return [
    words.greeting(telling),
    words.opening(telling),
    referenceFor(telling),
    details,
    words.link(telling),
    words.closing(telling),
    words.signature(telling),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** Which child it is about, for a social worker: nobody else is told by a message. */
const referenceFor = ({ to, child }: Telling): string =>
  to.role === 'SOCIAL_WORKER' ? `It is about the child with our reference ${child}.` : ''

function detailsOf(labels: Words['labels'], { channel, meeting, chair }: Telling): string {
  const { on, startsAt, endsAt, place, format } = meeting
  return [
    `${labels.when}: ${fromTo(on, startsAt, endsAt)}`,
    ...(channel === 'LETTER' && place !== null ? [`${labels.where}: ${place}`] : []),
    ...(format === null ? [] : [`${labels.how}: ${howPeopleMeet[format]}`]),
    ...(chair === null ? [] : [`${labels.chair}: ${chair}`]),
  ].join('\n')
}

/** What they knew, where it differs from what holds now. */
const until = ({ before }: Telling): string => (before === null ? '' : ` Before, it was ${dayAndTime(before)}.`)
/** The time that a cancellation is about: that which they know of. */
const known = ({ before, meeting }: Telling): string => dayAndTime(before ?? meeting)
const reach = ({ service }: Telling, lead: string): string => {
  const ways = reachService(service)
  return ways === null ? '' : `${lead}${ways}.`
}
/** One way is enough where every character costs. */
const reachByText = ({ service, ...telling }: Telling, lead: string): string =>
  reach({ ...telling, service: { ...service, email: service.phone === '' ? service.email : '' } }, lead)
/** Who writes, at the end of a text message. */
const signedInShort = ({ service, council }: Telling): string => `${service.name}, ${council}`
const inShort = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

const toAdult: Words = {
  greeting: ({ channel, to }) => (channel === 'LETTER' ? `Dear ${to.name},` : 'Hello,'),
  opening: (telling) => {
    switch (telling.kind) {
      case 'invitation':
        return 'You are invited to a meeting.'
      case 'new_date':
        return `The date of a meeting that you are invited to has changed.${until(telling)}`
      case 'cancellation':
        return `The meeting on ${known(telling)} will not take place.`
    }
  },
  labels: { when: 'When', chair: 'Who chairs it', how: 'How people meet', where: 'Where' },
  link: ({ kind, channel, link }) => {
    if (kind === 'cancellation') return 'Please take it out of your calendar. We will tell you if there is a new date.'
    return channel === 'LETTER'
      ? `You can see at any time whether anything has changed, on this page: ${link}`
      : `Open this page to see where it is, and to add it to your calendar. It always shows what holds now. It is for you alone, so please do not pass it on.\n${link}`
  },
  closing: (telling) => {
    const ways = reach(telling, '')
    if (ways === '') {
      return telling.kind === 'cancellation' || telling.to.role === 'SOCIAL_WORKER'
        ? ''
        : 'If you can’t come, or have a question, please tell the child’s social worker.'
    }
    return telling.kind === 'cancellation'
      ? `If you have a question, ${ways}`
      : `If you can’t come, or have a question, ${ways}`
  },
  signature: ({ service, council }) =>
    [service.name, council, ...service.address.split('\n')].filter(Boolean).join('\n'),
  text: (telling) => {
    const { kind, meeting, chair, link } = telling
    if (kind === 'cancellation') {
      return inShort(
        `The meeting on ${known(telling)} will not take place. We will tell you if there is a new date.`,
        referenceFor(telling),
        reachByText(telling, 'Questions: '),
        signedInShort(telling),
      )
    }
    const how = meeting.format === null ? '' : `, ${howPeopleMeet[meeting.format]}`
    const what =
      kind === 'invitation'
        ? `You are invited to a meeting on ${dayAndTime(meeting)}${how}.`
        : `The date of a meeting has changed. It is now ${dayAndTime(meeting)}${how}.${until(telling)}`
    return inShort(
      what,
      referenceFor(telling),
      chair === null ? '' : `${chair} chairs it.`,
      `See where, and if anything changes: ${link}`,
      reachByText(telling, 'Questions: '),
      signedInShort(telling),
    )
  },
}

const toChild: Words = {
  greeting: ({ channel, to }) => (channel === 'LETTER' ? `Dear ${to.name.split(' ')[0] ?? to.name},` : 'Hello,'),
  opening: (telling) => {
    switch (telling.kind) {
      case 'invitation':
        return 'You are invited to a meeting. We would like you to be there. What you think matters.'
      case 'new_date':
        return `The day or time of the meeting has changed.${until(telling)} We are sorry if this is hard for you.`
      case 'cancellation':
        return `The meeting on ${known(telling)} will not happen. We are sorry. You have done nothing wrong.`
    }
  },
  labels: { when: 'When', chair: 'Who leads it', how: 'How we meet', where: 'Where' },
  link: ({ kind, channel, link }) => {
    if (kind === 'cancellation') return 'If there is a new day, we will tell you.'
    return channel === 'LETTER'
      ? `You can also look here. This page shows it if anything changes: ${link}`
      : `Look here to see where it is. This page is just for you:\n${link}`
  },
  closing: (telling) => {
    const ways = reach(telling, '')
    if (telling.kind === 'cancellation') return ways === '' ? '' : `Do you want to know why? You can ${ways}`
    const choice = 'You can choose if you come. If you stay away, you can still tell us what you think.'
    return ways === ''
      ? `${choice} Tell your social worker, and they will pass it on.`
      : `${choice}\n\nIs the day or time not good for you? Tell us. You can ${ways}`
  },
  signature: ({ service, council }) => `From all of us,\n${service.name}\n${council}`,
  text: (telling) => {
    const { kind, meeting, chair, link } = telling
    if (kind === 'cancellation') {
      return inShort(
        `Hello. The meeting on ${known(telling)} will not happen. We are sorry. If there is a new day, we will tell you.`,
        reachByText(telling, 'You can ask us why: '),
        signedInShort(telling),
      )
    }
    const what =
      kind === 'invitation'
        ? `Hello. You are invited to a meeting on ${dayAndTime(meeting)}.`
        : `Hello. The meeting has changed. It is now on ${dayAndTime(meeting)}.${until(telling)}`
    return inShort(
      what,
      chair === null ? '' : `${chair} will lead it.`,
      kind === 'invitation' ? 'We would like you to be there.' : 'We are sorry if this is hard for you.',
      `See more: ${link}`,
      reachByText(telling, 'To talk to us, '),
      signedInShort(telling),
    )
  },
}

/** How people meet, for a page. */
export const howInWords = (format: NonNullable<MeetingFact['format']>): string => capital(howPeopleMeet[format])
