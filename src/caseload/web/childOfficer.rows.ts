import { officerName } from '../../officers/domain/names.ts'
import { messageKindWords } from '../../house/messageKind.ts'
import { type Message, messageStates } from '../../messages/domain/message.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { whereToWrite } from '../domain/letters.ts'
import { caseloadKinds } from '../messageKinds.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import { family } from '../../children/registers/family.ts'
import { officers } from '../../officers/registers/officers.ts'
import { officerRequests } from '../../officers/registers/officerRequests.ts'
import { recordsOf } from '../../world/world.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { compareDates, isSameDay, longDate } from '../../kernel/dates.ts'
import { counted, inSentence } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { currentOf } from '../domain/standing.ts'
import { kinships } from '../domain/family.ts'
import { askers, decisions } from '../domain/requests.ts'
import { relativesOf } from '../domain/ties.ts'
import { type Gap, gapsOf } from '../domain/gaps.ts'

/** The officers of the child so far, the latest first. */
export function historyRows(world: World, child: string) {
  return recordsOf(world, allocations)
    .filter((one) => one.child === child)
    .sort((a, b) => compareDates(b.from, a.from))
    .map(({ officerId, from, to }) => {
      const handover = recordsOf(world, handovers).find((one) => one.child === child && isSameDay(one.on, from))
      return {
        officer: officerName(recordsOf(world, officers), officerId),
        from: longDate(from),
        to: to === null ? '' : longDate(to),
        why: handover?.undoneOn ? `Undone on ${longDate(handover.undoneOn)}` : (handover?.reason ?? ''),
        note: handover?.note ?? '',
      }
    })
}

/** A gap in words: when, how long and why it counts or does not. */
export function gapWords(gap: Gap, world: World): string {
  const allOfficers = recordsOf(world, officers)
  const span = gap.until
    ? `${longDate(gap.from)} to ${longDate(gap.until)} (${counted(gap.days, 'day')})`
    : `since ${longDate(gap.from)} (${counted(gap.days, 'day')} so far)`
  const [before, after] = [gap.before, gap.after].map((id) => (id === null ? '' : officerName(allOfficers, id)))
  switch (gap.why) {
    case 'before_the_first':
      return `${span}: before the first IRO${gap.isWithinLimit ? ', within the days there are for that' : ''}.`
    case 'between':
      return `${span}: between ${before ?? ''} and ${after ?? ''}.`
    case 'after_the_last':
      return `${span}: after ${before ?? ''}, with nobody following.`
  }
}

/** The days on which the child had no officer, each with its why. */
export function gapRows(world: World, child: string): string[] {
  const history = historyOf(world, child)
  return history === null ? [] : gapsOf(world, history).map((gap) => gapWords(gap, world))
}

/** The family, with the officer of each. */
export function familyRows(world: World, child: string, code: string) {
  const allFamily = recordsOf(world, family)
  const allOfficers = recordsOf(world, officers)
  return relativesOf(child, allFamily).map(({ child: relative, is, tie }) => {
    const theirs = currentOf({ allocations: recordsOf(world, allocations) }, relative, world.asAt)
    return {
      relative,
      href: authorityPath(code, 'children', relative, 'officer'),
      is: kinships[is],
      officer: theirs ? officerName(allOfficers, theirs.officerId) : 'Nobody',
      apartReason: tie.apartReason ?? '',
    }
  })
}

/** The wishes for another officer, the latest first. */
export function requestRows(world: World, child: string, mayManage: boolean, path: (...parts: string[]) => string) {
  return recordsOf(world, officerRequests)
    .filter((one) => one.child === child)
    .sort((a, b) => compareDates(b.on, a.on))
    .map(({ on, askedBy, reason, decision, decidedOn, decisionReason }) => ({
      on: longDate(on),
      askedBy: askers[askedBy],
      reason: reason ?? '',
      decision:
        decision === null
          ? 'Not decided yet'
          : `${decisions[decision]}${decidedOn ? ` on ${longDate(decidedOn)}` : ''}`,
      why: decisionReason ?? '',
      decideHref: decision === null && mayManage ? path('requests', on.toString()) : null,
    }))
}

const letterKinds = Object.values(caseloadKinds)

/** What is known of letters to the child about officers. `messages`: those about the child; null where none are set up. */
export function letterLines(world: World, child: string, messages: readonly Message[] | null): readonly string[] {
  if (messages === null) return []
  const found = messages
    .filter(({ kind }) => letterKinds.some(({ id }) => id === kind))
    .map(({ kind, state }) => `${messageKindWords(letterKinds, kind)}: ${inSentence(messageStates[state])}.`)
  if (found.length > 0) return found
  const where = whereToWrite(recordsOf(world, contacts), child, world.asAt)
  if (where === 'nobody_entered') {
    return ['The child can’t be written to: the child is not entered among those to be asked to reviews.']
  }
  if (where === 'no_address') {
    return ['The child can’t be written to: neither a postal address nor an email address is entered.']
  }
  return ['No letter has been drafted.']
}

/** Whether letters can be sent to the child as things are entered. */
export const canBeWrittenTo = (world: World, child: string): boolean =>
  typeof whereToWrite(recordsOf(world, contacts), child, world.asAt) !== 'string'
