import { versionOf } from '../../registers/version.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { absences, type AbsenceFact } from '../../officers/registers/absences.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import type { World } from '../../children/domain/world.ts'
import { addDays, addMonths, compareDates, isBefore, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { clashNotice, withOthersNotice } from '../../booking/web/clashes.view.ts'
import { absenceKinds } from '../domain/absenceEntry.ts'
import { leftWithout } from '../domain/waiting.ts'
import { handedOverHref } from './undoHandover.view.ts'
import { officerForm, firstOfficer, absenceForm, absenceEndForm } from './officer.form.ts'
import { path } from './officers.view.ts'

/** What was typed into one of the page's forms, and what is wrong with it. */
export interface TypedOfOfficer {
  officer?: { typed: TypedIn<typeof officerForm>; faults: readonly FaultIn<typeof officerForm>[] }
  absence?: { typed: TypedIn<typeof absenceForm>; faults: readonly FaultIn<typeof absenceForm>[] }
  absenceEnd?: {
    /** The first day of the absence. */
    from: string
    typed: TypedIn<typeof absenceEndForm>
    faults: readonly FaultIn<typeof absenceEndForm>[]
  }
}

/** All that officer.njk shows. `officer` null: someone new. */
export function officerPage(
  world: World,
  officer: OfficerFact | null,
  sent: TypedOfOfficer,
  code: string,
  csrfToken: string,
  done: string | null,
) {
  const form = officerForm.shown(sent.officer?.typed ?? firstOfficer(officer), sent.officer?.faults)
  const absence = absenceForm.shown(sent.absence?.typed ?? absenceForm.first({ kind: 'LEAVE' }), sent.absence?.faults, {
    before: 'absence-',
  })
  const own = recordsOf(world, absences)
    .filter((one) => one.officerId === officer?.officerId)
    .sort((a, b) => compareDates(b.from, a.from))
  const ends = own
    .filter(({ from, to }) => !isBefore(to, world.asAt) || sent.absenceEnd?.from === from.toString())
    .map((one) => absenceEnd(one, sent.absenceEnd, code))
  return {
    title: officer === null ? 'Add an officer' : officer.name,
    back: { href: path(code), text: 'Officers' },
    action: path(code, officer?.officerId ?? 'new'),
    csrfToken,
    done,
    clashes: officer === null ? null : clashNotice(world, officer.officerId, officer.name, code),
    lent: officer === null ? null : withOthersNotice(world, officer.officerId, officer.name, code),
    isNew: officer === null,
    fields: form.fields,
    absence: absence.fields,
    errors: [...form.errors, ...ends.flatMap(({ errors }) => errors), ...absence.errors],
    without: officer === null ? null : withoutWords(world, officer, code),
    handedOver: officer === null ? [] : handedOverRows(world, officer.officerId, code),
    absenceAction: officer === null ? '' : path(code, officer.officerId, 'absences'),
    absences: ends,
    pastAbsences: own.filter(({ to }) => isBefore(to, world.asAt)).map(absenceWords),
  }
}

/** An absence that is not over, with the form of its last day. */
function absenceEnd(absence: AbsenceFact, sent: TypedOfOfficer['absenceEnd'], code: string) {
  const { officerId, from, to } = absence
  const isSent = sent?.from === from.toString()
  const first = absenceEndForm.first({ until: to, replaces: versionOf(absence) })
  const { fields, errors } = absenceEndForm.shown(
    { ...first, ...(isSent && { until: sent.typed.until }) },
    isSent ? sent.faults : [],
    { before: `absence-${from.toString()}-` },
  )
  return {
    words: absenceWords(absence),
    action: path(code, officerId, 'absences', from.toString()),
    fields,
    errors,
  }
}

const absenceWords = ({ from, to, kind }: Pick<AbsenceFact, 'from' | 'to' | 'kind'>): string =>
  `${absenceKinds[kind]}, ${longDate(from)} to ${longDate(to)}`

/** The children who would be without an IRO when this one has gone; null where nobody would be. */
function withoutWords(world: World, { officerId, endedOn }: OfficerFact, code: string) {
  if (endedOn === null) return null
  const without = leftWithout(officerId, endedOn, recordsOf(world, allocations))
  if (without.length === 0) return null
  return {
    text: `${counted(without.length, 'child', 'children')} would be without an IRO from ${longDate(addDays(endedOn, 1))}`,
    handOverHref: path(code, officerId, 'hand-over'),
    children: without.map(({ child }) => ({ child, href: authorityPath(code, 'children', child, 'officer') })),
  }
}

/** For how long, in months, an officer's page leads to the handovers of the officer's children. */
const HANDOVERS_SHOWN = 3

/** The days on which children of an officer were handed over, the latest first, of the last months and to come. */
const handedOverRows = (world: World, officerId: string, code: string) =>
  [
    ...Map.groupBy(
      recordsOf(world, handovers).filter(
        (one) =>
          one.fromOfficer === officerId &&
          one.undoneOn === null &&
          !isBefore(one.on, addMonths(world.asAt, -HANDOVERS_SHOWN)),
      ),
      ({ on }) => on.toString(),
    ).values(),
  ]
    .flatMap(([first, ...others]) => (first ? [{ on: first.on, count: others.length + 1 }] : []))
    .sort((a, b) => compareDates(b.on, a.on))
    .map(({ on, count }) => ({
      text: `${counted(count, 'child', 'children')} from ${longDate(on)}`,
      href: handedOverHref(code, officerId, on),
    }))
