import { officers } from '../../officers/registers/officers.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { family } from '../../children/registers/family.ts'
import { recordsOf } from '../../world/world.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import * as z from 'zod'
import { allocationsOf } from '../../officers/domain/allocations.ts'
import type { World } from '../../children/domain/world.ts'
import { isAfter, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { type Message, messageKinds, messageStates } from '../../messages/domain/message.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { withDays } from '../../platform/web/days.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { currentOf, nameOfOfficer } from '../domain/allocation.ts'
import { versionOf } from '../../registers/version.ts'
import { type AllocationProblem, allocationProblemText } from '../domain/allocationProblems.ts'
import { type FamilyProblem, familyProblemText, kinships } from '../domain/family.ts'
import { whereToWrite } from '../domain/letters.ts'
import { type Suggestion, suggestedOfficers } from '../domain/suggestions.ts'
import { siblingsOf } from '../domain/ties.ts'
import { waitingChildren } from '../domain/waiting.ts'
import { workKinds, workOf } from '../domain/work.ts'
import { familyRows, gapRows, historyRows, requestRows } from './childOfficer.rows.ts'
import { dayWords } from './days.ts'
import { errorsOf } from './words.ts'

/** What is typed to give a child an officer. */
export const giveForm = withDays(
  ['day'],
  z.object({
    officerId: textFilter,
    day: textFilter,
    reason: textFilter,
    note: textFilter,
    apartReason: textFilter,
    replaces: textFilter,
  }),
)
export type GiveForm = z.infer<typeof giveForm>

/** What is typed of a member of the family. */
export const tieForm = z.object({ relative: textFilter, is: textFilter, tieApartReason: textFilter })
export type TieForm = z.infer<typeof tieForm>

/** What is typed to end an allocation. */
export const endForm = withDays(['endDay'], z.object({ endDay: textFilter, replaces: textFilter }))

/** What was typed into one of the page's forms, and what is wrong with it. */
export interface Typed {
  give?: { form: GiveForm; problems: readonly AllocationProblem[] }
  tie?: { form: TieForm; problems: readonly FamilyProblem[] }
  end?: { day: string; problems: readonly AllocationProblem[] }
}

/** What childOfficer.njk is made from. */
export interface ChildOfficer {
  child: string
  /** The caseload of today, for the suggestions. */
  caseload: World
  /** The child's own world, with all that is known of the child. */
  own: World
  /** Whether who asks may change whose child it is. */
  mayManage: boolean
  mayAsk: boolean
  /** The messages about the child; null where messages are not set up. */
  messages: readonly Message[] | null
}

/** All that childOfficer.njk shows. */
export function childOfficerPage(asked: ChildOfficer, typed: Typed, code: string, csrfToken: string) {
  const { child, own, caseload, mayManage, mayAsk, messages } = asked
  const today = own.asAt
  const current = currentOf({ allocations: recordsOf(own, allocations) }, child, today)
  const path = (...parts: string[]) => authorityPath(code, 'children', child, 'officer', ...parts)
  const suggestions = mayManage ? suggestedOfficers(caseload, child, today) : []
  const form = typed.give?.form ?? emptyGiveForm(current, suggestions)
  const giveErrors = errorsOf(typed.give?.problems ?? [], giveFieldOf, allocationProblemText)
  const tieErrors = errorsOf(typed.tie?.problems ?? [], tieFieldOf, familyProblemText)
  const endErrors = errorsOf(typed.end?.problems ?? [], () => 'endDay', allocationProblemText)
  const work = workOf(own, child, today)
  return {
    title: `Officer of child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    csrfToken,
    mayManage,
    errors: [...giveErrors.errors, ...tieErrors.errors, ...endErrors.errors],
    errorOf: { ...giveErrors.errorOf, ...tieErrors.errorOf, ...endErrors.errorOf },
    now: nowWords(asked, current),
    giveAction: path(),
    isHandover: current !== null,
    giveHeading: current === null ? 'Give the child an officer' : 'Hand over to another officer',
    form,
    officerItems: suggestions.map((suggestion) => officerItem(suggestion, form.officerId)),
    asksApart: siblingsOf(child, recordsOf(own, family)).length > 0,
    history: historyRows(own, child),
    gaps: gapRows(own, child),
    family: familyRows(own, child, code),
    tieAction: path('family'),
    tieForm: typed.tie?.form ?? tieForm.parse({}),
    kinshipItems: Object.entries(kinships).map(([value, text]) => ({
      value,
      text,
      checked: typed.tie?.form.is === value,
    })),
    requests: requestRows(own, child, mayManage, path),
    askHref: mayAsk ? path('ask') : null,
    letters: lettersOf(own, child, messages),
    lettersAction: mayManage && messages !== null && current !== null ? path('letters') : null,
    endAction: mayManage && current !== null && work === null ? path('end') : null,
    endForm: { day: typed.end?.day ?? '', replaces: versionOf(current) },
  }
}

function emptyGiveForm(current: AllocationFact | null, [first]: readonly Suggestion[]): GiveForm {
  // Whose child it becomes is proposed where nobody has it yet; who hands over chooses.
  const officerId = current === null ? (first?.officer.officerId ?? '') : ''
  return giveForm.parse({ officerId, replaces: versionOf(current) })
}

function nowWords({ child, own, caseload }: ChildOfficer, current: AllocationFact | null): readonly string[] {
  const allOfficers = recordsOf(own, officers)
  const lines: string[] = []
  const work = workOf(own, child, own.asAt)
  if (current) {
    lines.push(`${nameOfOfficer(allOfficers, current.officerId)}, since ${longDate(current.from)}.`)
    if (work === null) lines.push('Care has ended, and the allocation is still open.')
  } else {
    const waiting = waitingChildren(caseload).find((one) => one.child === child)
    if (waiting) {
      lines.push(`Nobody, since ${longDate(waiting.since)}.`)
      if (waiting.due) {
        lines.push(`There must be one by ${longDateWithWeekday(waiting.due)}, ${dayWords(waiting.due, own.asAt)}.`)
      }
    } else lines.push(work === null ? 'Nobody. Care has ended.' : `Nobody. ${workKinds[work]}.`)
  }
  const next = allocationsOf(own, child).find(({ from }) => isAfter(from, own.asAt))
  if (next) lines.push(`${nameOfOfficer(allOfficers, next.officerId)} from ${longDate(next.from)}.`)
  return lines
}

const officerItem = ({ officer, reasons, warnings }: Suggestion, chosen: string) => ({
  value: officer.officerId,
  text: officer.name,
  hint: { text: [...reasons, ...warnings].join(' ') },
  checked: officer.officerId === chosen,
})

/** What is known of letters to the child about officers. */
function lettersOf(world: World, child: string, messages: readonly Message[] | null): readonly string[] {
  if (messages === null) return []
  const found = messages
    .filter(({ kind }) => kind === 'goodbye_letter' || kind === 'hello_letter')
    .map(({ kind, state }) => `${messageKinds[kind]}: ${messageStates[state].toLowerCase()}.`)
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

function giveFieldOf({ code }: AllocationProblem): string {
  switch (code) {
    case 'day_missing':
    case 'day_too_far':
    case 'day_before_start':
    case 'not_in_post':
    case 'planned_already':
      return 'day'
    case 'reason_missing':
      return 'reason'
    case 'apart_reason_missing':
      return 'apartReason'
    case 'nobody_chosen':
    case 'officer_missing':
    case 'officer_unknown':
    case 'not_reviewing':
    case 'same_officer':
    case 'changed_meanwhile':
    case 'parent_and_child':
    case 'officer_not_free':
    case 'care_goes_on':
      return 'officerId'
  }
}

function tieFieldOf({ code }: FamilyProblem): string {
  switch (code) {
    case 'kinship_missing':
      return 'is'
    case 'apart_reason_missing':
      return 'tieApartReason'
    case 'relative_missing':
    case 'relative_unknown':
    case 'relative_is_the_child':
    case 'tied_already':
    case 'same_officer':
      return 'relative'
  }
}
