import type { Settings } from '../settings/settings.ts'
import { type ConsultationForm, readForm } from './domain/form.ts'
import { type FormName, isFormName, standardForms } from './domain/standardForms.ts'
import { formAgesSetting, formsSetting } from './settings.ts'

/** The form of this name as it is under these settings; the standard form where a file has stored a text that is no form. */
export function consultationForm(settings: Settings, name: FormName): ConsultationForm {
  const own = formsSetting.of(settings)[name].trim()
  const read = own === '' ? null : readForm(own)
  return read && 'form' in read ? read.form : standardForm(name)
}

/** The text of the form of this name, as an administrator writes it. */
export const formText = (settings: Settings, name: FormName): string =>
  formsSetting.of(settings)[name].trim() || standardForms[name]

function standardForm(name: FormName): ConsultationForm {
  const read = readForm(standardForms[name])
  if ('form' in read) return read.form
  throw new Error(`the standard form ${name} is no form`)
}

/** The form for a child of this age; of the one in the middle where the age is not known. Unit: years. */
export function formForAge(settings: Settings, age: number | null): FormName {
  const { middle, oldest } = formAgesSetting.of(settings)
  if (age === null) return 'middle'
  if (age >= oldest) return 'oldest'
  return age >= middle ? 'middle' : 'youngest'
}

/** The form by its name as it is kept; null for one that there is not. */
export const formNamed = (name: string): FormName | null => (isFormName(name) ? name : null)
