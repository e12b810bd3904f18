/** How a field is typed, and what it may hold beyond what the setting's schema says. */
export type FieldKind =
  | { kind: 'text'; isOptional: boolean; isLong?: boolean; address?: 'email' | 'telephone' }
  /** Lines, one an entry. */
  | { kind: 'lines'; isOptional?: boolean }
  | { kind: 'number'; isWhole: boolean; isOptional?: boolean; unit?: string }
  /** `20:00`. */
  | { kind: 'time' }
  /** One of these values, each with its words. */
  | { kind: 'choice'; choices: Readonly<Record<string, string>> }
  | { kind: 'yes_no' }

/** What a page says of a field. */
interface FieldWords {
  label: string
  hint?: string
  /** Whether the setting has no such part while the field is blank. Otherwise a blank text is an empty one. */
  isAbsentWhenBlank?: boolean
  /** Why the field may not be blank where another beside it is filled in: `a population needs its number`. */
  missing?: string
  /** Whether it is a name that files use, of which no reader of a report is told. */
  isForFiles?: boolean
  /** What to say in place of the default; an empty text says nothing. */
  insteadOfDefault?: string
}

/** One field as its setting describes it: `at` is where it stands in the setting, nothing for the whole of it. */
export type FieldOfSetting = FieldKind & FieldWords & { at?: readonly string[] }

/** One field of a page: a part of the settings that people type. */
export type Field = FieldKind & FieldWords & { /** Where it stands in the settings. */ path: readonly string[] }

/** How a field is named in a form. */
export const fieldId = ({ path }: Pick<Field, 'path'>): string => path.join('-')

/** A whole number of days or minutes. */
export const wholeNumber = (label: string, unit: string, more: { at?: readonly string[]; hint?: string } = {}) =>
  ({ kind: 'number', isWhole: true, unit, label, ...more }) as const satisfies FieldOfSetting

/** A line of text that must be there. */
export const line = (label: string, more: { at?: readonly string[]; hint?: string } = {}) =>
  ({ kind: 'text', isOptional: false, label, ...more }) as const satisfies FieldOfSetting
