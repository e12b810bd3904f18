import { nextMeeting } from '../../booking/domain/bookings.ts'
import { clashOf } from '../../booking/domain/clashes.ts'
import { clashNotice } from '../../booking/web/clashes.view.ts'
import { planOf } from '../../booking/domain/plan.ts'
import { officerName, reviewsPath, whenWords } from '../../booking/web/words.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isSameDay, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { recordsOf } from '../../world/world.ts'

/**
 * All that handedOver.njk shows: whom an officer handed over on a day, where their booked reviews stand, and what is left
 * to do. `drafts`: how many letters to these children wait for approval.
 */
export function handedOverPage(
  world: World,
  officer: OfficerFact,
  on: PlainDate,
  { drafts, isDone, code }: { drafts: number; isDone: boolean; code: string },
) {
  const { officerId, name } = officer
  const allOfficers = recordsOf(world, officers)
  const handed = handedOverOn(world, officerId, on)
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
    title: `${summary} handed over from ${name}`,
    back: { href: authorityPath(code, 'caseload', 'officers', officerId), text: name },
    done: isDone
      ? `${summary} of ${name} ${rows.length === 1 ? 'has' : 'have'} a new IRO from ${longDateWithWeekday(on)}.`
      : null,
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

/** Whom an officer handed over on a day. */
export const handedOverOn = (world: World, officerId: string, on: PlainDate) =>
  recordsOf(world, handovers)
    .filter((one) => one.fromOfficer === officerId && isSameDay(one.on, on))
    .sort((a, b) => a.child.localeCompare(b.child))
