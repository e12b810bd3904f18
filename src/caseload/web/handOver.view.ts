import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addDays, isAfter, isBefore } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { versionOf } from '../../registers/version.ts'
import { choiceField } from '../../platform/web/forms/choices.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { openByChild } from '../domain/load.ts'
import { spread } from '../domain/spread.ts'
import { workWords } from '../domain/work.ts'
import { officerItems } from './words.ts'
import { handOverForm, type HandOverForm } from './handOver.form.ts'

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
      return {
        child,
        href: authorityPath(code, 'children', child, 'officer'),
        work: workWords(world, child, world.asAt),
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
