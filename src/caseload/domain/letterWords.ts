import type { ServiceToReach } from '../../messages/settings.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { type PlainDate, longDate, monthName } from '../../kernel/dates.ts'

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

/** What someone is called in a letter. */
export const firstName = ({ name }: { name: string }): string => name.split(' ')[0] ?? name

/** Up to this age someone reads the letter to the child: it says less, in shorter words. */
const READ_TO_UNTIL = 7

/** Whether the child is so young that someone reads the letter to them. */
export const isReadTo = ({ age }: Pick<LetterFacts, 'age'>): boolean => age !== null && age <= READ_TO_UNTIL

/** What an officer who leaves writes to a child to whom it is read. */
export function goodbyeWordsReadAloud({ handover, to, isAskedFor }: LetterFacts, from: OfficerFact): string[] {
  return [
    `This is ${firstName(from)}. I am writing to say goodbye.`,
    `From ${longDate(handover.on)}, ${to.name} will come to see you, and not me.`,
    isAskedFor ? 'You asked for someone new. It was good to tell us.' : 'You did nothing wrong.',
    'I am glad that I got to know you.',
  ]
}

/** What a new officer writes to a child to whom it is read. */
export function helloWordsReadAloud(facts: LetterFacts): string[] {
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

/** What an officer who leaves writes to a child. */
export function goodbyeWords(facts: LetterFacts, from: OfficerFact): string[] {
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

/** What a new officer writes to a child. */
export function helloWords(facts: LetterFacts): string[] {
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

/** What stands above the sheet that an officer wrote about themselves. */
export const aboutWords = ({ to, age }: Pick<LetterFacts, 'to' | 'age'>): string[] => [
  isReadTo({ age })
    ? `My name is ${to.name}. This letter is about me.`
    : `I am ${to.name}, your reviewing officer. This letter is about me, so that you know who I am.`,
]

/** What a child is told whose officer stays after all. */
export function stayingWords(facts: LetterFacts, from: OfficerFact): string[] {
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
