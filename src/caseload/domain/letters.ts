import { caseloadKinds } from '../messageKinds.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import { type Message, type MessageToSend, messageToContact } from '../../messages/domain/message.ts'
import {
  type LetterFacts,
  firstName,
  isReadTo,
  aboutWords,
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

/** What a letter with the sheet that an officer wrote about themselves says besides the sheet. */
export type SheetFacts = Pick<LetterFacts, 'knownAs' | 'age' | 'service' | 'council'> & {
  child: string
  officer: OfficerFact
}

/** The draft of a letter that brings a child the sheet of their officer: `sheet` has its paragraphs. */
export const sheetLetter = (
  key: string,
  sheet: readonly string[],
  { officer, ...facts }: SheetFacts,
  where: WhereToWrite,
): MessageToSend =>
  written('about_officer_letter', key, [...aboutWords({ ...facts, to: officer }), ...sheet], officer, facts, where)

/** The key of the letter with a sheet that was changed, as this issue of it has it. */
export const changedSheetKey = (child: string, officerId: string, issueId: string): string =>
  [caseloadKinds.about_officer_letter.id, child, issueId, officerId].join(' ')

/** Whether a message brings a child what this officer wrote about themselves. */
export const isSheetOf = ({ key, kind }: { key: string; kind: string }, officerId: string): boolean =>
  kind === caseloadKinds.about_officer_letter.id && key.replace(/, \d+$/, '').endsWith(` ${officerId}`)

type LetterKind = keyof typeof caseloadKinds

/** The key of a letter: put twice, it is one. */
export const letterKey = (
  kind: LetterKind,
  { child, on }: Pick<HandoverFact, 'child' | 'on'>,
  fromOfficer: string,
  toOfficer: string,
): string => [kind, child, on.toString(), fromOfficer, toOfficer].join(' ')

/**
 * Whether a message is a letter about a change of officer, also where it was drafted once more. A sheet of the one who
 * comes that was changed afterwards is one until it goes.
 */
export const isLetterAbout = (
  { key, kind, state }: Pick<Message, 'key' | 'kind' | 'state'>,
  handover: HandoverFact,
): boolean =>
  (state === 'draft' && isSheetOf({ key, kind }, handover.toOfficer)) ||
  Object.values(caseloadKinds).some(({ id }) => {
    const first = letterKey(id, handover, handover.fromOfficer, handover.toOfficer)
    return key === first || key.startsWith(`${first}, `)
  })

function message(
  kind: LetterKind,
  paragraphs: readonly string[],
  facts: LetterFacts,
  where: WhereToWrite,
): MessageToSend {
  const key = letterKey(kind, facts.handover, facts.from?.officerId ?? '', facts.to.officerId)
  const writer = kind === 'hello_letter' ? facts.to : facts.from
  return written(kind, key, paragraphs, writer, { ...facts, child: facts.handover.child }, where)
}

function written(
  kind: LetterKind,
  key: string,
  paragraphs: readonly string[],
  writer: OfficerFact | null,
  facts: Omit<SheetFacts, 'officer'>,
  { contact, channel, address }: WhereToWrite,
): MessageToSend {
  // An email shows its first lines before it is opened, and to the person who holds the telephone: they say nothing of anyone.
  const opening =
    channel === 'LETTER'
      ? [`Dear ${facts.knownAs ?? firstName(contact)},`]
      : ['Hello,', `This is a letter from the ${facts.service.name}, ${facts.council}.`]
  return messageToContact(
    { ...contact, channel, address },
    {
      key,
      kind: caseloadKinds[kind],
      child: facts.child,
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
