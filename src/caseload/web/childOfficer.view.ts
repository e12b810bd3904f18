import { officerName } from '../../officers/domain/names.ts'
import { officers } from '../../officers/registers/officers.ts'
import { family } from '../../children/registers/family.ts'
import { recordsOf } from '../../world/world.ts'
import { allocationsOf } from '../../officers/domain/allocations.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import type { World } from '../../children/domain/world.ts'
import { isAfter, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import type { Message } from '../../messages/domain/message.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { ownOfficerOf } from '../../booking/domain/clashes.ts'
import { planOfChild } from '../../booking/domain/plan.ts'
import { reviewsPath, whenWords } from '../../booking/web/words.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { currentOf } from '../domain/standing.ts'
import { versionOf } from '../../registers/version.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { suggestedOfficers } from '../domain/suggestions.ts'
import { siblingsOf } from '../domain/ties.ts'
import { waitingChildren } from '../domain/waiting.ts'
import { workOf, workWords } from '../domain/work.ts'
import { familyRows, gapRows, historyRows, canBeWrittenTo, letterLines, requestRows } from './childOfficer.rows.ts'
import { dayWords } from './days.ts'
import { giveForm, type GiveForm, endForm, tieForm, firstAllocation } from './childOfficer.form.ts'

/** What was typed into one of the page's forms, and what is wrong with it. */
export interface TypedOfChild {
  give?: { typed: TypedIn<GiveForm>; faults: readonly FaultIn<GiveForm>[] }
  tie?: { typed: TypedIn<typeof tieForm>; faults: readonly FaultIn<typeof tieForm>[] }
  end?: { typed: TypedIn<typeof endForm>; faults: readonly FaultIn<typeof endForm>[] }
}

/** What childOfficer.njk is made from. */
export interface ChildOfficer {
  child: string
  /** The caseload of today, for the suggestions. */
  caseload: World
  /** The child's own world, with all that is known of the child. */
  own: World
  /** Whether the user may change whose child it is. */
  mayManage: boolean
  mayAsk: boolean
  /** The messages about the child; null where messages are not set up. */
  messages: readonly Message[] | null
  /** What has just been done, in words; null for nothing. */
  done: string | null
}

/** All that childOfficer.njk shows. */
export function childOfficerPage(asked: ChildOfficer, sent: TypedOfChild, code: string, csrfToken: string) {
  const { child, own, caseload, mayManage, mayAsk, messages } = asked
  const today = own.asAt
  const current = currentOf({ allocations: recordsOf(own, allocations) }, child, today)
  const path = (...parts: string[]) => authorityPath(code, 'children', child, 'officer', ...parts)
  const suggestions = mayManage ? suggestedOfficers(caseload, child, today) : []
  const form = giveForm(
    suggestions.map(({ officer, reasons, warnings }) => ({
      value: officer.officerId,
      text: officer.name,
      hint: { text: [...reasons, ...warnings].join(' ') },
    })),
  )
  const give = form.shown(sent.give?.typed ?? firstAllocation(form, current, suggestions), sent.give?.faults)
  const end = endForm.shown({ ...(sent.end?.typed ?? endForm.first()), replaces: versionOf(current) }, sent.end?.faults)
  const tie = tieForm.shown(sent.tie?.typed ?? tieForm.first(), sent.tie?.faults)
  const work = workOf(own, child, today)
  const canWrite = canBeWrittenTo(own, child)
  return {
    title: `IRO of child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    csrfToken,
    done: asked.done,
    otherChair: otherChairOf(own, child, current, code),
    mayManage,
    errors: [...give.errors, ...end.errors, ...tie.errors],
    give: give.fields,
    end: end.fields,
    tie: tie.fields,
    isTieOpen: tie.errors.length > 0,
    now: nowWords(asked, current),
    giveAction: path(),
    isHandover: current !== null,
    giveHeading: current === null ? 'Give the child an IRO' : 'Hand over to another IRO',
    hasOfficers: suggestions.length > 0,
    asksApart: siblingsOf(child, recordsOf(own, family)).length > 0,
    history: historyRows(own, child),
    gaps: gapRows(own, child),
    family: familyRows(own, child, code),
    tieAction: path('family'),
    requests: requestRows(own, child, mayManage, path),
    askHref: mayAsk ? path('ask') : null,
    letters: letterLines(own, child, messages),
    // Where the child can’t be written to, what is missing is entered first.
    lettersAction: mayManage && messages !== null && current !== null && canWrite ? path('letters') : null,
    contactsHref:
      mayManage && messages !== null && !canWrite ? authorityPath(code, 'children', child, 'contacts') : null,
    endAction: mayManage && current !== null && work === null ? path('end') : null,
  }
}

/** The booked review of a child that someone else than the child's IRO is to chair; null where there is none. */
function otherChairOf(world: World, child: string, current: AllocationFact | null, code: string) {
  const allOfficers = recordsOf(world, officers)
  const other = planOfChild(world, child, null).find(({ meeting }) => {
    const own = (meeting && ownOfficerOf(world, meeting)) ?? current?.officerId ?? null
    return meeting?.officerId != null && own !== null && own !== meeting.officerId
  })
  if (!other?.meeting) return null
  return {
    text: `A review is booked for ${whenWords(other.meeting)} with ${officerName(allOfficers, other.meeting.officerId)}, who is not this child’s IRO then.`,
    href: withQuery(reviewsPath(code, 'several'), { review: other.meeting.reviewRef }),
  }
}

function nowWords({ child, own, caseload }: ChildOfficer, current: AllocationFact | null): readonly string[] {
  const allOfficers = recordsOf(own, officers)
  const lines: string[] = []
  const work = workOf(own, child, own.asAt)
  if (current) {
    lines.push(`${officerName(allOfficers, current.officerId)}, since ${longDate(current.from)}.`)
    if (work === null) lines.push('Care has ended, and the allocation is still open.')
  } else {
    const waiting = waitingChildren(caseload).find((one) => one.child === child)
    if (waiting) {
      lines.push(`Nobody, since ${longDate(waiting.since)}.`)
      if (waiting.due) {
        lines.push(`There must be one by ${longDateWithWeekday(waiting.due)}, ${dayWords(waiting.due, own.asAt)}.`)
      }
    } else lines.push(`Nobody. ${workWords(own, child, own.asAt)}.`)
  }
  const next = allocationsOf(own, child).find(({ from }) => isAfter(from, own.asAt))
  if (next) lines.push(`${officerName(allOfficers, next.officerId)} from ${longDate(next.from)}.`)
  return lines
}
