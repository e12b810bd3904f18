import { officerName } from '../../officers/domain/names.ts'
import { bookedReviewRows } from '../../booking/web/clashes.view.ts'
import type { TakenTime } from '../../booking/domain/diary.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { family } from '../../children/registers/family.ts'
import { type PlainDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { TypedIn } from '../../platform/web/forms/form.ts'
import { recordsOf } from '../../world/world.ts'
import { giveChildren } from '../domain/allocation.ts'
import type { NewAllocation } from '../domain/allocationStep.ts'
import type { AllocationProblem } from '../domain/allocationProblems.ts'
import { whereToWrite } from '../domain/letters.ts'
import { type HandOverForm, handOverForm } from './handOver.form.ts'

/** What would be wrong with handing these children over as the form says, as far as the user may see. */
export function handOverProblems(
  world: World,
  newAllocations: readonly NewAllocation[],
  day: PlainDate | null,
  { reason, note, apartReason }: Pick<TypedIn<HandOverForm>, 'reason' | 'note' | 'apartReason'>,
): readonly AllocationProblem[] {
  const standing = {
    officers: recordsOf(world, officers),
    allocations: recordsOf(world, allocations),
    ties: recordsOf(world, family),
  }
  const maySee = (child: string) => isKnown(world, child)
  const given = giveChildren(standing, newAllocations, { day, reason, note, apartReason, today: world.asAt, maySee })
  return 'problems' in given ? given.problems : []
}

/** All that handOverCheck.njk shows: who gets whom, and which reviews are booked. */
export function handOverCheckPage(
  world: World,
  officer: OfficerFact,
  typed: TypedIn<HandOverForm>,
  {
    newAllocations,
    day,
    hidden,
  }: { newAllocations: readonly NewAllocation[]; day: PlainDate; hidden: readonly TakenTime[] },
  code: string,
  csrfToken: string,
) {
  const { officerId, name } = officer
  const allOfficers = recordsOf(world, officers)
  const newOfficers = new Map(newAllocations.map(({ child, officerId }) => [child, officerId]))
  const booked = bookedReviewRows(world, officerId, day, newOfficers, hidden, code)
  const stay = typed.child.length - newAllocations.length
  const toWrite = newAllocations.filter(
    ({ child }) => typeof whereToWrite(recordsOf(world, contacts), child, world.asAt) !== 'string',
  )
  return {
    title: `Check before you hand over ${counted(newAllocations.length, 'child', 'children')} of ${name}`,
    back: { href: authorityPath(code, 'caseload', 'officers', officerId, 'hand-over'), text: 'Hand over children' },
    action: authorityPath(code, 'caseload', 'officers', officerId, 'hand-over'),
    csrfToken,
    typed,
    fields: handOverForm([]).shown(typed).fields,
    summary: [
      { key: 'First day of the new IROs', value: longDateWithWeekday(day) },
      { key: 'Why', value: typed.reason },
      { key: 'What the new IROs must know', value: typed.note },
      { key: `Staying with ${name}`, value: stay === 0 ? '' : counted(stay, 'child', 'children') },
      {
        key: 'Letters',
        value: `Letters of goodbye and hello, and what the new IRO wrote about themselves, are drafted for ${counted(toWrite.length, 'child', 'children')} who can be written to. Nothing is sent until someone approves them.`,
      },
    ].filter(({ value }) => value !== ''),
    groups: [...Map.groupBy(newAllocations, ({ officerId }) => officerId)]
      .map(([to, group]) => ({
        name: officerName(allOfficers, to),
        count: counted(group.length, 'child', 'children'),
        children: group.map(({ child }) => ({
          child,
          href: authorityPath(code, 'children', child),
          booked: booked.filter((row) => row.child === child),
        })),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    booked:
      booked.length === 0
        ? ''
        : `${counted(booked.length, 'review is', 'reviews are')} booked with ${name} on or after that day.`,
    notFree: booked.filter(({ note }) => note !== '').length,
  }
}
