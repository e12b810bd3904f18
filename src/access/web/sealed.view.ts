import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { ticksField } from '../../platform/web/forms/choices.ts'
import { formOf, type FaultIn, type TypedIn } from '../../platform/web/forms/form.ts'
import { hiddenField, lineField, linesField } from '../../platform/web/forms/texts.ts'
import type { OpeningProblem } from '../app/sealedRecords.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Person } from '../domain/person.ts'
import { roleName } from '../domain/roles.ts'
import { OPENING_HOURS, type Seal, type SealProblem } from '../domain/seal.ts'

const path = (code: string, ...parts: readonly string[]) => authorityPath(code, 'sealed', ...parts)

/** The form of a seal, to these people. */
export const sealForm = (people: readonly Person[], settings: Settings) =>
  formOf({
    replaces: hiddenField(),
    child: lineField(),
    people: ticksField(
      people
        .filter(({ isActive }) => isActive)
        .map((person) => ({
          value: person.personId,
          text: person.name,
          hint: { text: person.roles.map((role) => roleName(role, settings)).join(', ') },
        })),
    ),
    reason: linesField(),
  })
export type SealForm = ReturnType<typeof sealForm>

/** All that seal.njk shows. `seal` null: a record to be sealed. */
export function sealPage(
  seal: Seal | null,
  typed: TypedIn<SealForm>,
  faults: readonly FaultIn<SealForm>[],
  people: readonly Person[],
  settings: Settings,
  code: string,
  csrfToken: string,
) {
  const form = sealForm(people, settings)
  return {
    title: seal === null ? 'Seal a record' : `Sealed record of child ${seal.child}`,
    back: { href: path(code), text: 'Sealed records' },
    action: seal === null ? path(code, 'new') : path(code, 'records', seal.child),
    unsealAction: seal === null ? null : path(code, 'records', seal.child, 'unseal'),
    csrfToken,
    ...form.shown(typed, faults),
    isNew: seal === null,
    hasPeople: people.some(({ isActive }) => isActive),
  }
}

/** What is wrong with a seal, where it is put right. */
export function sealFault({ code }: SealProblem): FaultIn<SealForm> {
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
      return { field: null, text: CHANGED_MEANWHILE }
  }
}

/** What someone types who must open a sealed record. */
export const openingForm = formOf({ child: lineField(), reason: linesField() })
type OpeningForm = typeof openingForm

/** Why a record can’t be opened, where it is put right. */
export const openingFault = ({ code }: OpeningProblem): FaultIn<OpeningForm> =>
  code === 'reason_missing'
    ? { field: 'reason', text: 'Say why you need to open the record' }
    : { field: 'child', text: 'There is no sealed record with this id that you could open' }

/** All that openSealed.njk shows. */
export function openSealedPage(
  typed: TypedIn<OpeningForm>,
  faults: readonly FaultIn<OpeningForm>[],
  code: string,
  csrfToken: string,
) {
  return {
    title: 'Open a sealed record',
    back: { href: authorityPath(code, 'children'), text: 'Children' },
    action: path(code, 'open'),
    csrfToken,
    hours: OPENING_HOURS,
    ...openingForm.shown(typed, faults),
  }
}
