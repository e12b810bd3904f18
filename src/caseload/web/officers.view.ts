import { officerRoles } from '../../officers/registers/officers.ts'
import { versionOf } from '../../registers/version.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { absences, type AbsenceFact } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import type { World } from '../../children/domain/world.ts'
import { addDays, addMonths, compareDates, isAfter, isBefore, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { isInPost } from '../../officers/domain/service.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, chosenField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, type ValuesIn, formOf } from '../../platform/web/forms/form.ts'
import { emailField, hiddenField, lineField, numberField } from '../../platform/web/forms/texts.ts'
import { clashNotice, withOthersNotice } from '../../booking/web/clashes.view.ts'
import { longAbsenceOn } from '../domain/absences.ts'
import { openByChild } from '../domain/load.ts'
import { type OfficerEntry, type OfficerProblem, employments, officerProblemText } from '../domain/officers.ts'
import { type AbsenceProblem, absenceKinds, absenceProblemText } from '../domain/absenceEntry.ts'
import { leftWithout } from '../domain/waiting.ts'
import type { Tabs } from './tabs.ts'
import { handedOverHref } from './undoHandover.view.ts'
import { plainNumber } from './words.ts'

const path = (code: string, ...parts: string[]) => authorityPath(code, 'caseload', 'officers', ...parts)

/** All that officers.njk shows. */
export function officersPage(world: World, code: string, tabs: Tabs) {
  const today = world.asAt
  const counts = new Map<string, number>()
  for (const { officerId } of openByChild(recordsOf(world, allocations), today).values()) {
    counts.set(officerId, (counts.get(officerId) ?? 0) + 1)
  }
  const isOver = ({ endedOn }: OfficerFact) => endedOn !== null && isBefore(endedOn, today)
  return {
    title: 'Officers',
    tabs,
    addHref: path(code, 'new'),
    rows: [...recordsOf(world, officers)]
      .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || a.name.localeCompare(b.name))
      .map((officer) => {
        const without = officer.endedOn
          ? leftWithout(officer.officerId, officer.endedOn, recordsOf(world, allocations))
          : []
        return {
          name: officer.name,
          href: path(code, officer.officerId),
          role: officerRoles[officer.role],
          fte: plainNumber(officer.fte),
          inPost: inPostWords(officer, world),
          children: String(counts.get(officer.officerId) ?? 0),
          toHandOver: without.length === 0 ? '' : `Hand over ${counted(without.length, 'child', 'children')}`,
          handOverHref: path(code, officer.officerId, 'hand-over'),
        }
      }),
  }
}

function inPostWords(officer: OfficerFact, world: World): string {
  const { startedOn, endedOn, officerId } = officer
  const away = longAbsenceOn(recordsOf(world, absences), officerId, world.asAt)
  const isHere = isInPost(officer, world.asAt)
  if (!isHere && isAfter(startedOn, world.asAt)) return `Starts on ${longDate(startedOn)}`
  if (!isHere) return endedOn ? `Left on ${longDate(endedOn)}` : ''
  const until = endedOn ? `In post, leaves on ${longDate(endedOn)}` : `In post since ${longDate(startedOn)}`
  return away ? `${until}. Away until ${longDate(away.to)}` : until
}

const FTE = 'Enter the share of full time as a number above 0 and up to 1, like 0.8'

/** The form of an officer. */
export const officerForm = formOf({
  replaces: hiddenField(),
  officerId: lineField(),
  name: lineField(),
  role: choiceField(itemsOf(officerRoles)),
  fte: numberField(FTE),
  startedOn: dayField('The first day in post'),
  endedOn: dayField('The last day in post'),
  employment: choiceField(itemsOf(employments)),
  qualifiedOn: dayField('The day of registration'),
  email: emailField(),
})

/** The form filled with what is known of an officer; blank for someone new. */
const firstOfficer = (officer: OfficerFact | null): TypedIn<typeof officerForm> =>
  officer === null ? officerForm.first() : officerForm.first({ ...officer, replaces: versionOf(officer) })

/** What a form says of an officer. */
export function officerEntryOf(values: ValuesIn<typeof officerForm>, officerId: string): OfficerEntry {
  const { name, role, fte, startedOn, endedOn, employment, qualifiedOn, email } = values
  return { officerId, name: name ?? '', role, fte, startedOn, endedOn, employment, qualifiedOn, email }
}

/** The form of an absence. */
export const absenceForm = formOf({
  from: dayField('The first day away'),
  to: dayField('The last day away'),
  kind: chosenField(itemsOf(absenceKinds), 'OTHER'),
})

/** The form of an absence's last day. */
export const absenceEndForm = formOf({ replaces: hiddenField(), until: dayField('The last day away') })

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

/** What is wrong with an officer as entered, where it is put right. */
export const officerFaults = (problems: readonly OfficerProblem[]): FaultIn<typeof officerForm>[] =>
  faultsOf(
    problems,
    {
      id_missing: 'officerId',
      id_too_long: 'officerId',
      id_taken: 'officerId',
      name_missing: 'name',
      role_missing: 'role',
      fte_out_of_range: 'fte',
      start_missing: 'startedOn',
      ends_before_start: 'endedOn',
      changed_meanwhile: null,
      not_kept: null,
    },
    officerProblemText,
  )

/** What is wrong with an absence as entered, where it is put right. */
export const absenceFaults = (problems: readonly AbsenceProblem[]): FaultIn<typeof absenceForm>[] =>
  faultsOf(
    problems,
    {
      from_missing: 'from',
      overlaps: 'from',
      officer_unknown: 'from',
      to_missing: 'to',
      to_before_from: 'to',
      changed_meanwhile: null,
      not_kept: null,
    },
    absenceProblemText,
  )

/** What is wrong with another last day: all of it at that day. */
export const absenceEndFaults = (problems: readonly AbsenceProblem[]): FaultIn<typeof absenceEndForm>[] =>
  problems.map((problem) => ({ field: 'until', text: absenceProblemText(problem) }))
