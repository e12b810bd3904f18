import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addDays, isAfter, isBefore } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { NewAllocation } from '../domain/allocationStep.ts'
import { versionOf } from '../../registers/version.ts'
import { choiceField, chosenField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf, type FaultIn, type TypedIn } from '../../platform/web/forms/form.ts'
import { linesField, textsField } from '../../platform/web/forms/texts.ts'
import { type AllocationProblem, allocationProblemText } from '../domain/allocationProblems.ts'
import { openByChild } from '../domain/load.ts'
import { spread } from '../domain/spread.ts'
import { workKinds, workOf } from '../domain/work.ts'
import { officerItems } from './words.ts'

/** The form in which an officer's children are handed over to others. The lists stand side by side: one place for each child. */
export const handOverForm = (takers: readonly OfficerFact[]) =>
  formOf({
    day: dayField('The first day of the new IROs'),
    reason: linesField(),
    note: linesField(),
    how: chosenField(
      [
        {
          value: 'spread',
          text: 'As in the list below',
          hint: {
            text: 'Proposed so that brothers and sisters stay together, and everyone has their share by full-time equivalent.',
          },
        },
        { value: 'one', text: 'All to one IRO', hint: { text: 'Choose the IRO below.' } },
      ],
      'spread',
    ),
    everyoneTo: choiceField(officerItems(takers), { first: 'Choose an IRO' }),
    child: textsField(),
    replaces: textsField(),
    to: textsField(),
    apartReason: linesField(),
    reviews: chosenField(
      [
        { value: 'own', text: 'Give each to the child’s new IRO, at the same day and time' },
        {
          value: 'later',
          text: 'Leave them for now',
          hint: { text: 'They stand on My work until they are given to others.' },
        },
      ],
      'own',
    ),
    /** What was asked for: to look at the answers, to change them, or to hand over. */
    step: chosenField(itemsOf({ check: 'Continue', change: 'Change', confirm: 'Hand over' }), 'check'),
  })
export type HandOverForm = ReturnType<typeof handOverForm>

/** The children that a form hands over, and to whom. Those without a new officer stay. */
export function newAllocationsIn({ how, everyoneTo, child, replaces, to }: TypedIn<HandOverForm>): NewAllocation[] {
  return child.flatMap((id, index) => {
    const officerId = how === 'one' ? everyoneTo : (to[index] ?? '')
    return officerId === '' && how !== 'one' ? [] : [{ child: id, officerId, replaces: replaces[index] ?? '' }]
  })
}

/** The day from which an officer's children are handed over unless said otherwise: after the last, or today. */
const handOverDay = ({ endedOn }: OfficerFact, today: PlainDate): PlainDate =>
  endedOn !== null && !isBefore(endedOn, today) ? addDays(endedOn, 1) : today

/** Those to whom an officer's children may be given on a day. */
const takersOf = (world: World, { officerId }: OfficerFact, day: PlainDate): OfficerFact[] =>
  recordsOf(world, officers)
    .filter((one) => one.officerId !== officerId && isReviewingOfficer(one) && isInPost(one, day))
    .sort((a, b) => a.name.localeCompare(b.name))

/** All that handOver.njk shows. `typed` null: nothing was typed yet. */
export function handOverPage(
  world: World,
  officer: OfficerFact,
  typed: TypedIn<HandOverForm> | null,
  faults: readonly FaultIn<HandOverForm>[],
  code: string,
  csrfToken: string,
) {
  const { officerId, name } = officer
  const day = handOverDay(officer, world.asAt)
  const open = openByChild(recordsOf(world, allocations), world.asAt)
  // With those who are given to the officer later: they need another as well.
  const later = recordsOf(world, allocations).filter(
    (one) => one.officerId === officerId && isAfter(one.from, world.asAt),
  )
  const own = [...open.values()].filter(
    (one) => one.officerId === officerId && (one.to === null || isAfter(one.to, day)),
  )
  const children = own.map(({ child }) => child).sort()
  const proposed = spread(world, children, officerId, day)
  const takers = takersOf(world, officer, day)
  const chosen = new Map(typed?.child.map((child, index) => [child, typed.to[index] ?? '']))
  const form = handOverForm(takers)
  return {
    title: `Hand over children of ${name}`,
    back: { href: authorityPath(code, 'caseload', 'officers', officerId), text: name },
    action: authorityPath(code, 'caseload', 'officers', officerId, 'hand-over'),
    csrfToken,
    ...form.shown(typed ?? form.first({ day }), faults),
    summary: counted(children.length, 'child', 'children'),
    later:
      later.length === 0
        ? ''
        : `${counted(later.length, 'child', 'children')} will be given to ${name} later: change that on the page of each child’s IRO.`,
    rows: children.map((child) => {
      const allocation = open.get(child) ?? null
      const work = workOf(world, child, world.asAt)
      return {
        child,
        href: authorityPath(code, 'children', child, 'officer'),
        work: work === null ? 'Care has ended' : workKinds[work],
        replaces: versionOf(allocation),
        to: choiceField(officerItems(takers), { first: `Stays with ${name} for now` }).shown(
          chosen.get(child) ?? proposed.get(child)?.officerId ?? '',
          {
            name: 'to',
            id: `to-${child}`,
            fault: faults.find(({ field, part }) => field === 'to' && part === child) ?? null,
          },
        ),
      }
    }),
  }
}

/** What is wrong with handing children over, where it is put right: of one child, beside it. */
export const handOverFaults = (problems: readonly AllocationProblem[]): FaultIn<HandOverForm>[] =>
  problems.map((problem) => ({ ...placeOf(problem), text: allocationProblemText(problem) }))

function placeOf(problem: AllocationProblem): Pick<FaultIn<HandOverForm>, 'field' | 'part'> {
  switch (problem.code) {
    case 'nobody_chosen':
      return { field: 'how' }
    case 'day_missing':
    case 'day_too_far':
      return { field: 'day' }
    case 'reason_missing':
      return { field: 'reason' }
    case 'apart_reason_missing':
      return { field: 'apartReason' }
    case 'not_kept':
      return { field: null }
    case 'day_before_start':
    case 'officer_missing':
    case 'officer_unknown':
    case 'not_reviewing':
    case 'not_in_post':
    case 'same_officer':
    case 'changed_meanwhile':
    case 'planned_already':
    case 'parent_and_child':
    case 'officer_not_free':
    case 'care_goes_on':
      return { field: 'to', part: problem.child }
  }
}
