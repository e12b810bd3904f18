import { reachService } from '../../inviting/domain/wording.ts'
import { type PlainDate, longDateWithWeekday } from '../../kernel/dates.ts'
import type { ServiceToReach } from '../../messages/settings.ts'
import type { ContactRole, MessageChannel } from '../../participation/registers/contacts.ts'
import { type Distribution, sentDocuments } from '../registers/distributions.ts'
import { inSentence } from '../../kernel/words.ts'

/** What a message after a review is made of. It names no child to any reader. */
interface Words {
  name: string
  channel: MessageChannel
  link: string
  service: ServiceToReach
  /** The council’s name, as it signs. */
  council: string
}

/** A subject and a text, neither of which says anything of a child. */
export interface MessageWords {
  subject: string
  body: string
}

const signature = ({ service, council }: Pick<Words, 'service' | 'council'>): string =>
  [service.name, council].filter(Boolean).join('\n')

const joined = (channel: MessageChannel, paragraphs: readonly string[]): string => {
  const body = paragraphs.filter((one) => one !== '').join('\n\n')
  return channel === 'TEXT' ? body.replaceAll('\n\n', ' ').replaceAll('\n', ', ') : body
}

/** To the team manager: that decisions wait for an answer, until when, and what silence means. CLK-REC-2. */
export const answerWords = (words: Words, by: PlainDate): MessageWords => ({
  subject: 'Decisions of a review wait for your answer',
  body: joined(words.channel, [
    'Hello,',
    `The decisions of a review are ready. Please say by ${longDateWithWeekday(by)} whether you agree. Without an answer by then they count as agreed.`,
    `Open this page to read and answer them. It asks for the day and month of the child’s birthday. It is for you alone, so please do not pass it on.\n${words.link}`,
    signature(words),
  ]),
})

/** To the social worker: that decisions are issued. `child`: the service’s own reference, for a social worker alone. */
export const issuedWords = (words: Words, child: string): MessageWords => ({
  subject: 'The decisions of a review are ready',
  body: joined(words.channel, [
    'Hello,',
    `The decisions of the review of the child with our reference ${child} are ready. Each says who does what by when.`,
    `Read them here: ${words.link}`,
    signature(words),
  ]),
})

/** To someone who is given a copy of what was written after a review. */
export function copyWords(words: Words & { role: ContactRole }, document: Distribution['document']): MessageWords {
  const ways = reachService(words.service)
  if (words.role === 'CHILD') {
    return {
      subject: 'Something for you to read',
      body: joined(words.channel, [
        words.channel === 'LETTER' ? `Dear ${words.name},` : 'Hello,',
        `We wrote down what we will do after your review. You can read it here. It asks for the day and month of your birthday, so that nobody else can read it.\n${words.link}`,
        ways === null ? '' : `Do you want help, or to talk? You can ${ways}`,
        `From all of us,\n${signature(words)}`,
      ]),
    }
  }
  return {
    subject: 'Something from a review for you to read',
    body: joined(words.channel, [
      words.channel === 'LETTER' ? `Dear ${words.name},` : 'Hello,',
      `This is ready for you after a review: ${inSentence(sentDocuments[document])}. Open this page to read it. It asks for the day and month of the child’s birthday. It is for you alone, so please do not pass it on.\n${words.link}`,
      ways === null ? '' : `If you have a question, ${ways}`,
      signature(words),
    ]),
  }
}
