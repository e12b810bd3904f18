import type { ReplyPages } from '../../inviting/web/replies.routes.ts'
import { longDate } from '../../kernel/dates.ts'
import { type FaultIn, formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField } from '../../platform/web/forms/texts.ts'
import type { ReplyEntry } from '../app/replying.ts'
import type { Standing } from '../domain/standing.ts'
import { stageWords } from './words.ts'

const form = formOf({ answer: linesField({ most: 4000 }), name: lineField({ most: 120 }) })

/** What was sent as an answer, or what is wrong with it. */
function readReply(sent: unknown): { entry: ReplyEntry | null; faults: readonly FaultIn<typeof form>[] } {
  const { values, faults } = form.read(sent)
  if (values === null) return { entry: null, faults }
  const { answer, name } = values
  if (answer !== null && name !== null) return { entry: { answer, name }, faults: [] }
  return {
    entry: null,
    faults: [
      ...(answer === null ? [{ field: 'answer' as const, text: 'Enter your answer' }] : []),
      ...(name === null ? [{ field: 'name' as const, text: 'Enter your name and role' }] : []),
    ],
  }
}

/** The pages by which someone who does not sign in answers a challenge. They name no child. */
export const challengeReplyPages: ReplyPages<Standing, ReplyEntry> = {
  path: 'answer-challenge',
  closedTitle: 'We ask you for an answer',
  template: 'challenge/web/reply.njk',
  entryOf: (sent) => readReply(sent).entry,
  page: (standing, sent, problems) => {
    const { challenge } = standing
    const { faults } = sent === null ? { faults: [] } : readReply(sent)
    const whole = problems.map((text) => ({ field: null, text }))
    return {
      title: 'Answer a challenge',
      caption: `Challenge ${challenge.challengeRef}`,
      facts: [
        { key: 'Raised', value: longDate(challenge.raisedOn) },
        { key: 'Stage', value: stageWords(standing) },
        ...(challenge.themes.length > 0 ? [{ key: 'What it is about', value: challenge.themes.join('; ') }] : []),
        ...(challenge.concern === null ? [] : [{ key: 'What the IRO says', value: challenge.concern }]),
      ],
      ...form.shown(sent === null ? form.first() : form.read(sent).typed, [...faults, ...whole]),
    }
  },
  thanks: () => ({
    title: 'Your answer is saved',
    paragraphs: ['The Independent Reviewing Officer sees it, and closes the challenge or takes it further.'],
  }),
}
