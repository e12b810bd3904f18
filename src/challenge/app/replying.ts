import type { AskingFrom, Seeing } from '../../access/app/asking.ts'
import { type Changing, changeRecords } from '../../access/app/changeRecords.ts'
import { canAskByLink } from '../../inviting/app/readByLink.ts'
import { type Replies, type ReplyKind, replyMessage } from '../../inviting/app/replies.ts'
import { REPLY_DAYS } from '../../inviting/domain/replyWording.ts'
import { addDays } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { quietHoursSetting } from '../../messages/settings.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type Standing, challengeOf, stageNow } from '../domain/standing.ts'
import { challengeKinds } from '../messageKinds.ts'
import { challengePermissions } from '../permissions.ts'
import { challengeStages } from '../registers/challengeStages.ts'
import { challenges } from '../registers/challenges.ts'

/** What someone answers to a challenge. */
export interface ReplyEntry {
  answer: string
  /** Who answers, as they name themselves. */
  name: string
}

/** Whether the stage where a challenge stands waits for an answer. */
export const isToBeAnswered = (standing: Standing): boolean =>
  standing.end === null && standing.challenge.route !== 'GOOD_PRACTICE' && stageNow(standing)?.endedOn === null

/** The answer to a challenge by link: in the stage for which the link was given, and in no other. */
export const challengeReply: ReplyKind<Standing, ReplyEntry> = {
  purpose: 'challenge_reply',
  what: 'answered a challenge by link',
  read: 'read a challenge by link',
  registers: [challenges, challengeStages],
  shown: (world, { contactRef, detail }) => {
    const standing = challengeOf(world, contactRef)
    return standing && isToBeAnswered(standing) && String(stageNow(standing)?.stage) === detail ? standing : null
  },
  // A challenge about several names none of them: nobody learns of a child whom they may not see.
  children: (_, { child }) => (child === null ? [] : [child]),
  rows: (rows, { contactRef, detail }, { answer, name }, today) => {
    const challenge = rows(challenges).find(({ challengeRef }) => challengeRef === contactRef)
    const stages = rows(challengeStages).filter(({ challengeRef }) => challengeRef === contactRef)
    const last = stages.toSorted((a, b) => a.stage - b.stage).at(-1)
    const isOver = challenge === undefined || challenge.resolvedOn !== null || challenge.withdrawnOn !== null
    if (isOver || !last || String(last.stage) !== detail || last.endedOn !== null) return null
    return [keeping(challengeStages, { ...last, endedOn: today, answer, answeredBy: name })]
  },
}

/** What is wrong with asking for an answer by link. */
export type AskingProblem = { code: 'nothing_to_answer' | 'no_birthday' | 'email_about_several' } | NotKept

/** Makes a link by which someone answers a challenge, and sends it where an address is given. Null where it is not there for the user. */
export type AskForReply = (
  input: AskingFrom & { ref: string; name: string | null; email: string | null },
) => Promise<{ address: string; isSent: boolean } | { problems: readonly AskingProblem[] } | null>

export const makeAskForReply =
  (deps: Changing & Seeing & { replies: Replies<Standing, ReplyEntry>; outbox: Pick<Outbox, 'put'> }): AskForReply =>
  async ({ ref, name, email, ...asking }) => {
    const { authority, by, origin } = asking
    const world = await deps.seenWorlds(by, challengePermissions.write).onDay(authority.code, deps.today(), null)
    const standing = challengeOf(world, ref)
    if (standing === null) return null
    const { child } = standing.challenge
    const wrong: AskingProblem[] = [
      ...(isToBeAnswered(standing) ? [] : [{ code: 'nothing_to_answer' as const }]),
      ...(child !== null && !canAskByLink(world, child) ? [{ code: 'no_birthday' as const }] : []),
      ...(child === null && email !== null ? [{ code: 'email_about_several' as const }] : []),
    ]
    const what = 'asked for an answer to a challenge by link'
    const outcome = await changeRecords<AskingProblem, { rows: [] }, { address: string; isSent: boolean }>(
      deps,
      asking,
      {
        what,
        registers: [challenges],
        decide: () => (wrong.length > 0 ? { problems: wrong } : { rows: [] }),
        tell: async (unit) => {
          const target = { child, reviewRef: null, contactRef: ref, detail: String(stageNow(standing)?.stage) }
          const token = await deps.replies.give(unit, target, addDays(deps.today(), REPLY_DAYS))
          const address = `${origin}/answer-challenge/${token}`
          if (child === null || email === null) return { address, isSent: false }
          const about = { child, reviewRef: null, contactRef: ref, asks: ASKS, link: address }
          const message = replyMessage(challengeKinds.challenge_reply, world, authority, { name, email }, about)
          await deps.outbox.put(unit, [message], { by: by.personId, quietHours: quietHoursSetting.of(world.settings) })
          return { address, isSent: true }
        },
        logged: () => ({ what, children: standing.children }),
      },
    )
    return 'problems' in outcome ? outcome : outcome.result
  }

const ASKS = 'An Independent Reviewing Officer has made a challenge, and asks you for an answer.'
