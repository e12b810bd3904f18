import { officerName } from '../../officers/domain/names.ts'
import { nextMeeting } from '../../booking/domain/bookings.ts'
import { clashOf } from '../../booking/domain/clashes.ts'
import { clashNotice } from '../../booking/web/clashes.view.ts'
import { planOf } from '../../booking/domain/plan.ts'
import { reviewsPath, whenWords } from '../../booking/web/words.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isBefore, isSameDay, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { handovers, type HandoverFact } from '../../officers/registers/handovers.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { recordsOf } from '../../world/world.ts'
import { handoversOn } from '../domain/undoHandover.ts'

/**
 * All that handedOver.njk shows: whom an officer handed over on a day, where their booked reviews stand, and what is left
 * to do. `drafts`: how many letters to these children wait for approval.
 */
export function handedOverPage(
  world: World,
  officer: OfficerFact,
  on: PlainDate,
  { drafts, done, code }: { drafts: number; done: string; code: string },
) {
  const { officerId, name } = officer
  const allOfficers = recordsOf(world, officers)
  const handed = handoversOn(recordsOf(world, handovers), officerId, on)
  const undone = everyHandoverOn(world, officerId, on).filter(({ undoneOn }) => undoneOn !== null)
  const rows = handed.map(({ child, toOfficer }) => ({
    child,
    href: authorityPath(code, 'children', child, 'officer'),
    officer: officerName(allOfficers, toOfficer),
    booked: planOf(world).flatMap((review) => {
      const meeting = review.child === child && review.booking ? nextMeeting(review.booking) : null
      return meeting
        ? [
            {
              href: reviewsPath(code, meeting.reviewRef),
              when: whenWords(meeting),
              officer: officerName(allOfficers, meeting.officerId),
              isLeft: clashOf(world, meeting) !== null,
            },
          ]
        : []
    }),
  }))
  const summary = counted(rows.length, 'child', 'children')
  const left = clashNotice(world, officerId, name, code)
  return {
    title:
      rows.length === 0 && undone.length > 0 ? `Handover of ${name} undone` : `${summary} handed over from ${name}`,
    back: { href: authorityPath(code, 'caseload', 'officers', officerId), text: name },
    done: doneText(done, { summary, undone: undone.length, name, on }),
    undoHref:
      rows.length === 0
        ? null
        : withQuery(authorityPath(code, 'caseload', 'officers', officerId, 'handed-over', 'undo'), {
            on: on.toString(),
          }),
    undone: undone.map(({ child, undoneOn }) => ({
      child,
      href: authorityPath(code, 'children', child, 'officer'),
      on: undoneOn === null ? '' : longDate(undoneOn),
      left: planOf(world).flatMap((review) => {
        const meeting = review.child === child && review.booking ? nextMeeting(review.booking) : null
        if (!meeting || meeting.officerId === officerId || isBefore(meeting.on, world.asAt)) return []
        const text = `The review of ${whenWords(meeting)} is still booked with ${officerName(allOfficers, meeting.officerId)}`
        return [{ href: reviewsPath(code, meeting.reviewRef), text }]
      }),
    })),
    from: longDateWithWeekday(on),
    rows,
    left,
    letters:
      drafts === 0
        ? null
        : {
            text: `${counted(drafts, 'letter waits', 'letters wait')} for someone to read and approve.`,
            href: authorityPath(code, 'messages', 'letters'),
          },
    isFinished: left === null && drafts === 0,
  }
}

/** The handovers of an officer on a day, those that were undone included. */
export const everyHandoverOn = (world: World, officerId: string, on: PlainDate): HandoverFact[] =>
  recordsOf(world, handovers)
    .filter((one) => one.fromOfficer === officerId && isSameDay(one.on, on))
    .sort((a, b) => a.child.localeCompare(b.child))

function doneText(
  done: string,
  { summary, undone, name, on }: { summary: string; undone: number; name: string; on: PlainDate },
): string | null {
  const isOne = summary.startsWith('1 ')
  if (done === 'handed_over') {
    return `${summary} of ${name} ${isOne ? 'has' : 'have'} a new IRO from ${longDateWithWeekday(on)}.`
  }
  return done === 'undone' && undone > 0
    ? `The handover is undone: ${counted(undone, 'child stays', 'children stay')} with ${name}.`
    : null
}
