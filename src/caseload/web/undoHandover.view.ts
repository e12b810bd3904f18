import { officerName } from '../../officers/domain/names.ts'
import { nextMeeting } from '../../booking/domain/bookings.ts'
import { planOf } from '../../booking/domain/plan.ts'
import { notFreeWords } from '../../booking/web/clashes.view.ts'
import { reviewsPath, whenWords } from '../../booking/web/words.ts'
import { type TakenTime, takenBy } from '../../booking/domain/diary.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isBefore, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { CHANGED_MEANWHILE, counted } from '../../kernel/words.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { type FaultIn, formOf } from '../../platform/web/forms/form.ts'
import { hiddenField } from '../../platform/web/forms/texts.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { bookingSetting } from '../../reviews/settings.ts'
import { recordsOf } from '../../world/world.ts'
import type { UndoProblem } from '../app/undoHandover.ts'
import type { Undone, WhyItStays } from '../domain/undoHandover.ts'

/** The form that undoes a handover. */
export const undoForm = formOf({ on: hiddenField(), replaces: hiddenField() })

/** The page that says whom an officer handed over on a day. */
export const handedOverHref = (code: string, officerId: string, on: PlainDate): string =>
  withQuery(authorityPath(code, 'caseload', 'officers', officerId, 'handed-over'), { on: on.toString() })

/** All that undoHandover.njk shows: who goes back, which reviews and letters go with them, and who stays, with why. */
export function undoPage(
  world: World,
  officer: OfficerFact,
  on: PlainDate,
  undone: Undone,
  { waiting, gone, hidden }: { waiting: number; gone: number; hidden: readonly TakenTime[] },
  faults: readonly FaultIn<typeof undoForm>[],
  code: string,
  csrfToken: string,
) {
  const { officerId, name } = officer
  const all = recordsOf(world, officers)
  const taken = [...takenBy(recordsOf(world, meetings), bookingSetting.of(world.settings).meetingMinutes), ...hidden]
  const row = (handover: HandoverFact) => ({
    child: handover.child,
    href: authorityPath(code, 'children', handover.child, 'officer'),
    from: officerName(all, handover.toOfficer),
    booked: planOf(world).flatMap((review) => {
      const meeting = review.child === handover.child && review.booking ? nextMeeting(review.booking) : null
      if (!meeting || isBefore(meeting.on, on)) return []
      const isTheirs = meeting.officerId === handover.toOfficer
      const notFree = isTheirs ? notFreeWords(world, meeting, officerId, taken) : ''
      const stays = `Stays with ${officerName(all, meeting.officerId)}`
      return [
        {
          href: reviewsPath(code, meeting.reviewRef),
          when: whenWords(meeting),
          note: isTheirs && notFree === '' ? `Goes back to ${name}` : [stays, notFree].filter(Boolean).join('. '),
          isLeft: !isTheirs || notFree !== '',
        },
      ]
    }),
  })
  const count = counted(undone.back.length, 'child', 'children')
  return {
    title: undone.back.length === 0 ? 'This handover can’t be undone' : `Undo the handover of ${count} of ${name}?`,
    back: { href: handedOverHref(code, officerId, on), text: 'Children who were handed over' },
    action: authorityPath(code, 'caseload', 'officers', officerId, 'handed-over', 'undo'),
    csrfToken,
    ...undoForm.shown(undoForm.first({ on: on.toString(), replaces: undone.version }), faults),
    from: longDateWithWeekday(on),
    follows: [
      `${count} ${undone.back.length === 1 ? 'goes' : 'go'} back to ${name} from ${longDate(on)}, as if the handover had not been.`,
      waiting === 0
        ? 'No letter about it waits.'
        : `${counted(waiting, 'letter', 'letters')} about it that ${waiting === 1 ? 'has' : 'have'} not been sent ${waiting === 1 ? 'is' : 'are'} withdrawn.`,
      ...(gone === 0
        ? []
        : [
            `${counted(gone, 'child has', 'children have')} been written to already. A letter that ${name} stays is drafted for each, for someone to read and approve.`,
          ]),
    ],
    rows: undone.back.map(row),
    stays: undone.stays.map(({ handover, why }) => ({
      child: handover.child,
      href: authorityPath(code, 'children', handover.child, 'officer'),
      why: whyItStaysWords(why, name, officerName(all, handover.toOfficer)),
    })),
  }
}

function whyItStaysWords(why: WhyItStays, before: string, now: string): string {
  switch (why) {
    case 'changed_since':
      return `The child has another IRO by now, or the time with ${now} was changed since`
    case 'recorded_since':
      return `${now} has recorded something of the child since`
    case 'officer_left':
      return `${before} has left`
    case 'family':
      return `${before} is the IRO of a parent or a child of this child. A parent and their child must have different IROs`
  }
}

/** Why a handover was not undone, in words. */
export const undoFaults = (problems: readonly UndoProblem[]): FaultIn<typeof undoForm>[] =>
  problems.map((problem) => ({ field: null, text: undoProblemText(problem) }))

function undoProblemText(problem: UndoProblem): string {
  switch (problem.code) {
    case 'nothing_to_undo':
      return 'No child can go back. The reasons are below'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
