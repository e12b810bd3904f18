import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addDays, isAfter, isBefore } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { typedDay, withDays } from '../../platform/web/days.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { Giving } from '../domain/allocation.ts'
import { versionOf } from '../../registers/version.ts'
import { type AllocationProblem, allocationProblemText } from '../domain/allocationProblems.ts'
import { openByChild } from '../domain/load.ts'
import { spread } from '../domain/spread.ts'
import { workKinds, workOf } from '../domain/work.ts'
import { errorsOf, officerItems } from './words.ts'

const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .catch([])

/** What is typed to hand children of an officer over. The lists stand side by side: one place for each child. */
export const handOverForm = withDays(
  ['day'],
  z.object({
    day: textFilter,
    how: textFilter,
    everyoneTo: textFilter,
    child: texts,
    replaces: texts,
    to: texts,
    reason: textFilter,
    note: textFilter,
    apartReason: textFilter,
  }),
)
export type HandOverForm = z.infer<typeof handOverForm>

/** The children that a form hands over, and to whom. Those without a new officer stay. */
export function givingsIn({ how, everyoneTo, child, replaces, to }: HandOverForm): Giving[] {
  return child.flatMap((id, index) => {
    const officerId = how === 'one' ? everyoneTo : (to[index] ?? '')
    return officerId === '' && how !== 'one' ? [] : [{ child: id, officerId, replaces: replaces[index] ?? '' }]
  })
}

/** The day from which an officer's children are handed over unless said otherwise: after the last, or today. */
export const handOverDay = ({ endedOn }: OfficerFact, today: PlainDate): PlainDate =>
  endedOn !== null && !isBefore(endedOn, today) ? addDays(endedOn, 1) : today

/** All that handOver.njk shows. `form` null: nothing was typed yet. */
export function handOverPage(
  world: World,
  officer: OfficerFact,
  form: HandOverForm | null,
  problems: readonly AllocationProblem[],
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
  const takers = recordsOf(world, officers)
    .filter((one) => one.officerId !== officerId && isReviewingOfficer(one) && isInPost(one, day))
    .sort((a, b) => a.name.localeCompare(b.name))
  const chosen = new Map(form?.child.map((child, index) => [child, form.to[index] ?? '']))
  return {
    title: `Hand over children of ${name}`,
    back: { href: authorityPath(code, 'caseload', 'officers', officerId), text: name },
    action: authorityPath(code, 'caseload', 'officers', officerId, 'hand-over'),
    csrfToken,
    ...errorsOf(problems, fieldOf, allocationProblemText),
    form: form ?? { ...handOverForm.parse({}), day: typedDay(day), how: 'spread' },
    summary: counted(children.length, 'child', 'children'),
    later:
      later.length === 0
        ? ''
        : `${counted(later.length, 'child', 'children')} will be given to ${name} later: change that on the page of each child’s officer.`,
    everyoneItems: officerItems('Choose an officer', takers, form?.everyoneTo ?? ''),
    rows: children.map((child) => {
      const allocation = open.get(child) ?? null
      const work = workOf(world, child, world.asAt)
      return {
        child,
        href: authorityPath(code, 'children', child, 'officer'),
        work: work === null ? 'Care has ended' : workKinds[work],
        replaces: versionOf(allocation),
        items: officerItems(
          `Stays with ${name} for now`,
          takers,
          chosen.get(child) ?? proposed.get(child)?.officerId ?? '',
        ),
      }
    }),
  }
}

function fieldOf(problem: AllocationProblem): string {
  switch (problem.code) {
    case 'nobody_chosen':
      return 'how'
    case 'day_missing':
    case 'day_too_far':
      return 'day'
    case 'reason_missing':
      return 'reason'
    case 'apart_reason_missing':
      return 'apartReason'
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
      return `to-${problem.child}`
  }
}
