import { type AskingFrom, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, changeRecords } from '../../access/app/changeRecords.ts'
import { canAskByLink } from '../../inviting/app/readByLink.ts'
import { type Replies, type ReplyKind, replyMessage } from '../../inviting/app/replies.ts'
import { REPLY_DAYS } from '../../inviting/domain/replyWording.ts'
import { type PlainDate, addDays } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { quietHoursSetting } from '../../messages/settings.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { type OpenDecision, openDecisionsIn } from '../domain/tracking.ts'
import { recordingMessageKinds } from '../messageKinds.ts'
import { recordingPermissions } from '../permissions.ts'
import { type Decision, decisionName, recommendations } from '../registers/recommendations.ts'

/** What the owner of a decision reports. */
export interface ReportEntry {
  reported: NonNullable<Decision['reported']>
  /** The day on which it was done; null where it is not. */
  doneOn: PlainDate | null
  evidence: string
  /** Who reports, as they name themselves. */
  name: string
}

/** What the owner of a decision reports of it by link. A review judges it later: a report that it is done closes it meanwhile. */
export const decisionReport: ReplyKind<OpenDecision, ReportEntry> = {
  purpose: 'decision_report',
  what: 'reported by link what became of a decision',
  read: 'read a decision by link',
  registers: [reviews, recommendations],
  shown: (world, { contactRef }) =>
    openDecisionsIn(world).find(({ decision }) => decisionName(decision) === contactRef) ?? null,
  children: ({ child }) => [child],
  rows: (rows, { contactRef }, { reported, doneOn, evidence, name }, today) => {
    const decision = rows(recommendations).find((one) => decisionName(one) === contactRef)
    if (!decision || decision.completedOn !== null || decision.outcome !== null) return null
    const completedOn = reported === 'DONE' ? doneOn : null
    return [
      keeping(recommendations, { ...decision, reported, reportedOn: today, reportedBy: name, evidence, completedOn }),
    ]
  },
}

/** What is wrong with asking what became of a decision. */
export type ReportAskingProblem = { code: 'decision_over' | 'no_birthday' } | NotKept

/** Makes a link by which its owner reports a decision, and sends it where an address is given. Null where it is not there for the user. */
export type AskForReport = (
  input: AskingFrom & { child: string; reviewRef: string; number: number; name: string | null; email: string | null },
) => Promise<{ address: string; isSent: boolean } | { problems: readonly ReportAskingProblem[] } | null>

export const makeAskForReport =
  (
    deps: Changing & Seeing & { replies: Replies<OpenDecision, ReportEntry>; outbox: Pick<Outbox, 'put'> },
  ): AskForReport =>
  async ({ child, reviewRef, number, name, email, ...asking }) => {
    const { authority, by, origin } = asking
    const seen = await seenChild(deps, asking, recordingPermissions.write, child)
    if (!seen) return null
    const contactRef = decisionName({ reviewRef, number })
    const open = openDecisionsIn(seen.world).find(({ decision }) => decisionName(decision) === contactRef)
    const wrong: ReportAskingProblem[] = [
      ...(open?.child === child ? [] : [{ code: 'decision_over' as const }]),
      ...(canAskByLink(seen.world, child) ? [] : [{ code: 'no_birthday' as const }]),
    ]
    const what = 'asked by link what became of a decision'
    const outcome = await changeRecords<ReportAskingProblem, { rows: [] }, { address: string; isSent: boolean }>(
      deps,
      asking,
      {
        what,
        registers: [reviews],
        decide: () => (wrong.length > 0 ? { problems: wrong } : { rows: [] }),
        tell: async (unit) => {
          const target = { child, reviewRef, contactRef }
          const token = await deps.replies.give(unit, { ...target, detail: null }, addDays(deps.today(), REPLY_DAYS))
          const address = `${origin}/report-decision/${token}`
          if (email === null) return { address, isSent: false }
          const { settings } = seen.world
          const about = { ...target, asks: ASKS, link: address }
          const message = replyMessage(recordingMessageKinds.decision_report, seen.world, authority, { name, email }, about) // prettier-ignore
          await deps.outbox.put(unit, [message], { by: by.personId, quietHours: quietHoursSetting.of(settings) })
          return { address, isSent: true }
        },
        logged: () => ({ what, children: [child] }),
      },
    )
    return 'problems' in outcome ? outcome : outcome.result
  }

const ASKS = 'A review made a decision that is yours to carry out. Please tell us what became of it.'
