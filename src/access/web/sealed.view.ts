import * as z from 'zod'
import { authorityPath } from '../../platform/web/authorities.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { OpeningProblem } from '../app/sealedRecords.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Person } from '../domain/person.ts'
import { roleName } from '../domain/roles.ts'
import { OPENING_HOURS, type Seal, type SealProblem } from '../domain/seal.ts'

const path = (code: string, ...parts: readonly string[]) => authorityPath(code, 'sealed', ...parts)

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .catch([])

/** A seal as typed into the form. */
export const sealForm = z.object({ child: textFilter, people: list, reason: textFilter, replaces: textFilter })
export type SealForm = z.infer<typeof sealForm>

/** All that seal.njk shows. `seal` null: a record to be sealed. */
export function sealPage(
  seal: Seal | null,
  form: SealForm,
  problems: readonly SealProblem[],
  people: readonly Person[],
  settings: Settings,
  code: string,
  csrfToken: string,
) {
  const errors = problems.map(sealError)
  return {
    title: seal === null ? 'Seal a record' : `Sealed record of child ${seal.child}`,
    back: { href: path(code), text: 'Sealed records' },
    action: seal === null ? path(code, 'new') : path(code, 'records', seal.child),
    unsealAction: seal === null ? null : path(code, 'records', seal.child, 'unseal'),
    csrfToken,
    form,
    errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })),
    errorOf: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
    isNew: seal === null,
    peopleItems: people
      .filter(({ isActive }) => isActive)
      .map((person) => ({
        value: person.personId,
        text: person.name,
        hint: { text: person.roles.map((role) => roleName(role, settings)).join(', ') },
        checked: form.people.includes(person.personId),
      })),
  }
}

function sealError({ code }: SealProblem): { field: string; text: string } {
  switch (code) {
    case 'child_unknown':
      return { field: 'child', text: 'Enter the id of a child in the records' }
    case 'already_sealed':
      return { field: 'child', text: 'This record is sealed already: change it in the list of sealed records' }
    case 'reason_missing':
      return { field: 'reason', text: 'Say why the record is sealed' }
    case 'nobody_to_unseal':
      return { field: 'people', text: 'Choose at least one IRO manager, so that someone can take the seal off' }
    case 'changed_meanwhile':
      return { field: 'people', text: 'Someone else changed this seal meanwhile. Open the page again' }
  }
}

/** What someone types who must open a sealed record. */
export const openingForm = z.object({ child: textFilter, reason: textFilter })

/** All that openSealed.njk shows. */
export function openSealedPage(
  form: z.infer<typeof openingForm>,
  problems: readonly OpeningProblem[],
  code: string,
  csrfToken: string,
) {
  const errors = problems.map(({ code: problem }) =>
    problem === 'reason_missing'
      ? { field: 'reason', text: 'Say why you need to open the record' }
      : { field: 'child', text: 'There is no sealed record with this id that you could open' },
  )
  return {
    title: 'Open a sealed record',
    back: { href: authorityPath(code, 'children'), text: 'Children' },
    action: path(code, 'open'),
    csrfToken,
    hours: OPENING_HOURS,
    form,
    errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })),
    errorOf: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
  }
}
