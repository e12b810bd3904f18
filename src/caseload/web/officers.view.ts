import { absences, type AbsenceFact } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { versionOf } from '../../registers/version.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { addDays, compareDates, isAfter, isBefore, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { isInPost } from '../../officers/domain/service.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { typedDay, withDays } from '../../platform/web/days.ts'
import { readDay, textFilter } from '../../platform/web/filters.ts'
import { longAbsenceOn } from '../domain/absences.ts'
import { openByChild } from '../domain/load.ts'
import {
  type AbsenceProblem,
  type OfficerEntry,
  type OfficerProblem,
  absenceKinds,
  absenceProblemText,
  employments,
  officerProblemText,
  officerRoles,
} from '../domain/officers.ts'
import { leftWithout } from '../domain/waiting.ts'
import type { Tabs } from './tabs.ts'
import { errorsOf, plainNumber } from './words.ts'

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

/** What is typed of an officer. */
export const officerForm = withDays(
  ['startedOn', 'endedOn', 'qualifiedOn'],
  z.object({
    officerId: textFilter,
    name: textFilter,
    role: textFilter,
    fte: textFilter,
    startedOn: textFilter,
    endedOn: textFilter,
    employment: textFilter,
    qualifiedOn: textFilter,
    email: textFilter,
    replaces: textFilter,
  }),
)
export type OfficerForm = z.infer<typeof officerForm>

/** The form filled with what is known of an officer. */
export const officerFormOf = (officer: OfficerFact): OfficerForm => ({
  officerId: officer.officerId,
  name: officer.name,
  role: officer.role,
  fte: String(officer.fte),
  startedOn: typedDay(officer.startedOn),
  endedOn: typedDay(officer.endedOn),
  employment: officer.employment ?? '',
  qualifiedOn: typedDay(officer.qualifiedOn),
  email: officer.email ?? '',
  replaces: versionOf(officer),
})

const isRole = (text: string): text is OfficerFact['role'] => Object.hasOwn(officerRoles, text)
const isEmployment = (text: string): text is NonNullable<OfficerFact['employment']> => Object.hasOwn(employments, text)

/** What a form says of an officer. */
export function officerEntryOf(form: OfficerForm, officerId: string): OfficerEntry {
  const dates = ['startedOn', 'endedOn', 'qualifiedOn'] as const
  return {
    officerId,
    name: form.name,
    role: isRole(form.role) ? form.role : null,
    fte: /^\d*\.?\d+$/.test(form.fte) ? Number(form.fte) : null,
    startedOn: readDay(form.startedOn),
    endedOn: readDay(form.endedOn),
    qualifiedOn: readDay(form.qualifiedOn),
    employment: isEmployment(form.employment) ? form.employment : null,
    email: form.email,
    unreadable: dates.filter((field) => form[field] !== '' && readDay(form[field]) === null),
  }
}

/** What is typed of an absence. */
export const absenceForm = withDays(
  ['from', 'to'],
  z.object({ from: textFilter, to: textFilter, kind: z.enum(['LEAVE', 'OTHER']).catch('OTHER') }),
)
export type AbsenceForm = z.infer<typeof absenceForm>

/** What is typed of an absence's last day. */
export const absenceEndForm = withDays(['until'], z.object({ until: textFilter, replaces: textFilter }))

/** What was typed into one of the page's forms, and what is wrong with it. */
export interface TypedOfOfficer {
  officer?: { form: OfficerForm; problems: readonly OfficerProblem[] }
  absence?: { form: AbsenceForm; problems: readonly AbsenceProblem[] }
  absenceEnd?: { from: string; until: string; problems: readonly AbsenceProblem[] }
}

/** All that officer.njk shows. `officer` null: someone new. */
export function officerPage(
  world: World,
  officer: OfficerFact | null,
  typed: TypedOfOfficer,
  code: string,
  csrfToken: string,
) {
  const form = typed.officer?.form ?? (officer ? officerFormOf(officer) : officerForm.parse({}))
  const found = errorsOf(typed.officer?.problems ?? [], officerField, officerProblemText)
  const away = errorsOf(typed.absence?.problems ?? [], absenceField, absenceProblemText)
  const ends = errorsOf(
    typed.absenceEnd?.problems ?? [],
    () => `until-${typed.absenceEnd?.from ?? ''}`,
    absenceProblemText,
  )
  const own = recordsOf(world, absences)
    .filter((one) => one.officerId === officer?.officerId)
    .sort((a, b) => compareDates(b.from, a.from))
  return {
    title: officer === null ? 'Add an officer' : officer.name,
    back: { href: path(code), text: 'Officers' },
    action: path(code, officer?.officerId ?? 'new'),
    csrfToken,
    isNew: officer === null,
    form,
    errors: [...found.errors, ...away.errors, ...ends.errors],
    errorOf: { ...found.errorOf, ...away.errorOf },
    roleItems: Object.entries(officerRoles).map(([value, text]) => ({ value, text, checked: form.role === value })),
    employmentItems: Object.entries(employments).map(([value, text]) => ({
      value,
      text,
      checked: form.employment === value,
    })),
    without: officer === null ? null : withoutWords(world, officer, code),
    absenceAction: officer === null ? '' : path(code, officer.officerId, 'absences'),
    absenceForm: typed.absence?.form ?? { from: '', to: '' },
    kindItems: Object.entries(absenceKinds).map(([value, text]) => ({
      value,
      text,
      checked: (typed.absence?.form.kind ?? 'LEAVE') === value,
    })),
    absences: own
      .filter(({ from, to }) => !isBefore(to, world.asAt) || typed.absenceEnd?.from === from.toString())
      .map((absence) => {
        const { from, to } = absence
        const isTyped = typed.absenceEnd?.from === from.toString()
        return {
          id: `until-${from.toString()}`,
          words: absenceWords(absence),
          action: path(code, officer?.officerId ?? '', 'absences', from.toString()),
          replaces: versionOf(absence),
          until: isTyped ? (typed.absenceEnd?.until ?? '') : typedDay(to),
          error: isTyped ? ends.errors[0]?.text : undefined,
        }
      }),
    pastAbsences: own.filter(({ to }) => isBefore(to, world.asAt)).map(absenceWords),
  }
}

const absenceWords = ({ from, to, kind }: Pick<AbsenceFact, 'from' | 'to' | 'kind'>): string =>
  `${absenceKinds[kind]}, ${longDate(from)} to ${longDate(to)}`

/** The children who would be without an officer when this one has gone; null where nobody would be. */
function withoutWords(world: World, { officerId, endedOn }: OfficerFact, code: string) {
  if (endedOn === null) return null
  const without = leftWithout(officerId, endedOn, recordsOf(world, allocations))
  if (without.length === 0) return null
  return {
    text: `${counted(without.length, 'child', 'children')} would be without an officer from ${longDate(addDays(endedOn, 1))}`,
    handOverHref: path(code, officerId, 'hand-over'),
    children: without.map(({ child }) => ({ child, href: authorityPath(code, 'children', child, 'officer') })),
  }
}

function officerField(problem: OfficerProblem): string {
  switch (problem.code) {
    case 'id_missing':
    case 'id_too_long':
    case 'id_taken':
      return 'officerId'
    case 'name_missing':
    case 'changed_meanwhile':
      return 'name'
    case 'role_missing':
      return 'role'
    case 'fte_out_of_range':
      return 'fte'
    case 'start_missing':
      return 'startedOn'
    case 'date_unreadable':
      return problem.field
    case 'ends_before_start':
      return 'endedOn'
    case 'email_not_an_address':
      return 'email'
  }
}

function absenceField({ code }: AbsenceProblem): string {
  switch (code) {
    case 'from_missing':
    case 'overlaps':
    case 'officer_unknown':
      return 'absenceFrom'
    case 'to_missing':
    case 'to_before_from':
    case 'changed_meanwhile':
      return 'absenceTo'
  }
}
