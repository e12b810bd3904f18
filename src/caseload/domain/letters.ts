import { caseloadKinds } from '../messageKinds.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import { type MessageToSend, messageToContact } from '../../messages/domain/message.ts'
import {
  type LetterFacts,
  firstName,
  isReadTo,
  goodbyeWordsReadAloud,
  helloWordsReadAloud,
  goodbyeWords,
  helloWords,
  stayingWords,
} from './letterWords.ts'

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
