import type { ServiceToReach } from '../../messages/settings.ts'
import { caseloadKinds } from '../messageKinds.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { type PlainDate, isAfter, longDate, monthName } from '../../kernel/dates.ts'
import { type MessageToSend, messageToContact } from '../../messages/domain/message.ts'

/** Where a letter to a child can go. A letter is too long, and says too much, for a text message. */
export interface WhereToWrite {
  contact: ContactFact
  channel: 'LETTER' | 'EMAIL'
  address: string
}

/** Why the child can't be written to: nobody is entered, or neither a postal nor an email address. */
export type NoLetter = 'nobody_entered' | 'no_address'

/** Where letters to the child go: the way the child wants, as far as there is an address for it. */
export function whereToWrite(
  contacts: readonly ContactFact[],
  child: string,
  today: PlainDate,
): WhereToWrite | NoLetter {
  const contact = contacts.find(
    (one) => one.child === child && one.role === 'CHILD' && (one.until === null || isAfter(one.until, today)),
  )
  if (!contact) return 'nobody_entered'
  const { email, address, channel } = contact
  if (email && (channel === 'EMAIL' || !address)) return { contact, channel: 'EMAIL', address: email }
  return address ? { contact, channel: 'LETTER', address } : 'no_address'
}

/** What letters say besides who writes to whom. */
export interface LetterFacts {
  handover: Pick<HandoverFact, 'child' | 'on' | 'note'>
  /** Who goes; null where the child has never had an officer. */
  from: OfficerFact | null
  to: OfficerFact
  /** The first name that the child goes by, where it is written down. */
  knownAs: string | null
  /** The child's age in whole years on the day of the change; null where it is not known. */
  age: number | null
  /** Since when the one who goes has been the child's officer. */
  since: PlainDate | null
  /** Whether the change is what the child asked for. */
  isAskedFor: boolean
  service: ServiceToReach
  /** The council’s name, as it signs. */
  council: string
}

/**
 * The drafts of the letters to the child: goodbye from the officer who goes, hello from the one who comes. They never say
 * why the officer goes. Someone reads and approves them before they go.
 */
export function letters(facts: LetterFacts, where: WhereToWrite): MessageToSend[] {
  const goodbye =
    facts.from === null
      ? []
      : [
          message(
            'goodbye_letter',
            (isReadTo(facts) ? goodbyeWordsReadAloud : goodbyeWords)(facts, facts.from),
            facts,
            where,
          ),
        ]
  return [
    ...goodbye,
    message('hello_letter', (isReadTo(facts) ? helloWordsReadAloud : helloWords)(facts), facts, where),
  ]
}

/**
 * The draft of the letter to a child who was told of a change that is undone: the officer of whom goodbye was said stays.
 * `to`: the one whom the child does not get.
 */
export const stayingLetter = (facts: LetterFacts & { from: OfficerFact }, where: WhereToWrite): MessageToSend =>
  message('staying_letter', stayingWords(facts, facts.from), facts, where)

type LetterKind = keyof typeof caseloadKinds

/** The key of a letter: put twice, it is one. */
export const letterKey = (
  kind: LetterKind,
  { child, on }: Pick<HandoverFact, 'child' | 'on'>,
  fromOfficer: string,
  toOfficer: string,
): string => [kind, child, on.toString(), fromOfficer, toOfficer].join(' ')

/** Whether a message under this key is a letter about a change of officer, also where it was drafted once more. */
export const isLetterAbout = (key: string, handover: HandoverFact): boolean =>
  Object.values(caseloadKinds).some(({ id }) => {
    const first = letterKey(id, handover, handover.fromOfficer, handover.toOfficer)
    return key === first || key.startsWith(`${first}, `)
  })

function message(
  kind: LetterKind,
  paragraphs: readonly string[],
  facts: LetterFacts,
  { contact, channel, address }: WhereToWrite,
): MessageToSend {
  // An email shows its first lines before it is opened, and to the person who holds the telephone: they say nothing of anyone.
  const opening =
    channel === 'LETTER'
      ? [`Dear ${facts.knownAs ?? firstName(contact)},`]
      : ['Hello,', `This is a letter from the ${facts.service.name}, ${facts.council}.`]
  const writer = kind === 'hello_letter' ? facts.to : facts.from
  return messageToContact(
    { ...contact, channel, address },
    {
      key: letterKey(kind, facts.handover, facts.from?.officerId ?? '', facts.to.officerId),
      kind: caseloadKinds[kind],
      child: facts.handover.child,
      reviewRef: null,
      subject: `A letter from the ${facts.service.name}`,
      body: [
        ...opening,
        ...paragraphs,
        `Best wishes,\n${writer?.name ?? ''}\n${facts.service.name}\n${facts.council}`,
      ].join('\n\n'),
    },
  )
}

const firstName = ({ name }: { name: string }): string => name.split(' ')[0] ?? name

/** Up to this age someone reads the letter to the child: it says less, in shorter words. */
const READ_TO_UNTIL = 7

const isReadTo = ({ age }: LetterFacts): boolean => age !== null && age <= READ_TO_UNTIL

function goodbyeWordsReadAloud({ handover, to, isAskedFor }: LetterFacts, from: OfficerFact): string[] {
  return [
    `This is ${firstName(from)}. I am writing to say goodbye.`,
    `From ${longDate(handover.on)}, ${to.name} will come to see you, and not me.`,
    isAskedFor ? 'You asked for someone new. It was good to tell us.' : 'You did nothing wrong.',
    'I am glad that I got to know you.',
  ]
}

function helloWordsReadAloud(facts: LetterFacts): string[] {
  const { from, to } = facts
  return [
    `My name is ${to.name}. I am someone ${from === null ? '' : 'new '}who helps you.`,
    'I make sure that people take good care of you.',
    'I would like to come and see you. You can tell me what makes you happy. You can tell me what makes you sad, too.',
    ...reachWords(facts, to, 'If a grown-up wants to ask me something for you').map((text) =>
      text.replace('you can ', 'they can ').replace('tell your social worker', 'they can tell your social worker'),
    ),
  ]
}

function goodbyeWords(facts: LetterFacts, from: OfficerFact): string[] {
  const { handover, to, since, isAskedFor } = facts
  const next = firstName(to)
  const about =
    since === null ? [] : [`I have been your reviewing officer since ${monthName(since.month)} ${since.year}.`]
  return [
    `I am writing to say goodbye. From ${longDate(handover.on)} I will not be your reviewing officer any more.`,
    [
      ...about,
      'My job was to listen to you. It was also to check that people did what they said they would do.',
      'I was glad to do that for you.',
    ].join(' '),
    isAskedFor
      ? 'You asked for a change. It was good that you told us, and it was fine to ask.'
      : 'This is not because of anything you said or did.',
    `Your new reviewing officer is ${to.name}. ${next} will write to you too.${handover.note === null ? '' : ` I have told ${next} what I know, so you do not have to start from the beginning.`}`,
    ...reachWords(facts, from, 'If you want to talk about this'),
    'Thank you for letting me be a part of this time in your life. I wish you all the best.',
  ]
}

function helloWords(facts: LetterFacts): string[] {
  const { handover, from, to } = facts
  return [
    `My name is ${to.name}. I am your ${from === null ? '' : 'new '}reviewing officer from ${longDate(handover.on)}.${from === null ? '' : ` ${from.name} did this job before me.`}`,
    'My job is to listen to you. I check that the plan for you is right. I also check that people do what they said they would do.',
    'I would like to meet you before your next review. You can choose where we meet.',
    'You can tell me what is going well. You can also tell me if you are worried, or if you are not happy with something. You can ask someone else to speak for you too. That person is called an advocate. I can help you to find one.',
    ...reachWords(facts, to, 'If you want to tell me something'),
    'I look forward to meeting you.',
  ]
}

function stayingWords(facts: LetterFacts, from: OfficerFact): string[] {
  const { to } = facts
  if (isReadTo(facts)) {
    return [
      `This is ${firstName(from)}. We told you that ${to.name} would come to see you.`,
      'That has changed. I will still come to see you.',
      'You did nothing wrong.',
    ]
  }
  return [
    `We wrote to you that ${to.name} would be your new reviewing officer. That has changed. I am still your reviewing officer.`,
    'We are sorry if our letters were confusing. This is not because of anything you said or did.',
    ...reachWords({ ...facts, to: from }, from, 'If you want to talk about this'),
  ]
}

/** How the child reaches who writes, or the service; through someone who knows the child where no way is known. */
function reachWords({ service, to }: LetterFacts, writer: OfficerFact, when: string): string[] {
  // Who goes may not read emails any more.
  const email = writer === to ? (writer.email ?? service.email) : service.email
  const ways = [service.phone === '' ? [] : [`call ${service.phone}`], email === '' ? [] : [`write to ${email}`]].flat()
  return [
    `${when}, ${ways.length === 0 ? 'tell your social worker or your carer, and they will tell us' : `you can ${ways.join(' or ')}`}.`,
  ]
}
