import type * as z from 'zod'
import { CHANGED_MEANWHILE, counted } from '../../kernel/words.ts'
import type { Field } from '../field.ts'

/** What is wrong with a field as typed. */
export type FieldProblem =
  | { code: 'blank' }
  | { code: 'not_a_number' }
  | { code: 'not_whole' }
  | { code: 'too_low'; least: number; isExcluded: boolean }
  | { code: 'too_high'; most: number }
  | { code: 'not_a_time' }
  | { code: 'not_an_email' }
  | { code: 'not_a_telephone' }
  | { code: 'not_offered' }
  | { code: 'too_long'; most: number }
  | { code: 'twice'; line: string }
  /** Blank, where what stands beside it is filled in; `why` it may not be. */
  | { code: 'missing'; why: string }
  /** What the setting itself refuses, in words that follow the field's name. */
  | { code: 'refused'; text: string }

/** What is wrong with what was typed, and in which field. */
export type SettingsProblem =
  { field: Field; problem: FieldProblem } | { field: null; problem: { code: 'changed_meanwhile' } }

/** What to do about it, for the person who typed it. */
export function problemText({ field, problem }: SettingsProblem): string {
  if (field === null) {
    return CHANGED_MEANWHILE
  }
  const where = `“${field.label}”`
  switch (problem.code) {
    case 'blank':
      return `Fill in ${where}`
    case 'not_a_number':
      return `${where} must be a number`
    case 'not_whole':
      return `${where} must be a whole number`
    case 'too_low':
      return `${where} must be ${problem.isExcluded ? `more than ${problem.least}` : `${problem.least} or more`}`
    case 'too_high':
      return `${where} must be ${problem.most} or less`
    case 'not_a_time':
      return `${where} must be a time like 20:00`
    case 'not_an_email':
      return `${where} must be an email address, like name@example.gov.uk`
    case 'not_a_telephone':
      return `${where} must be a telephone number, like 01632 960 001`
    case 'not_offered':
      return `Choose one of the answers to ${where}`
    case 'too_long':
      return `${where} must be ${counted(problem.most, 'character')} or fewer`
    case 'twice':
      return `${where} has “${problem.line}” twice`
    case 'missing':
      return `${where} is missing: ${problem.why}`
    case 'refused':
      return `${where} ${problem.text}`
  }
}

/** What the settings' schema found, as what is wrong with a field. */
export function problemOf(issue: z.core.$ZodIssue, field: Field): FieldProblem {
  switch (issue.code) {
    case 'too_small':
      return field.kind === 'number'
        ? { code: 'too_low', least: Number(issue.minimum), isExcluded: issue.inclusive === false }
        : { code: 'blank' }
    case 'too_big':
      return { code: 'too_high', most: Number(issue.maximum) }
    case 'invalid_type':
      return field.kind === 'number' ? { code: 'not_whole' } : { code: 'not_offered' }
    case 'invalid_format':
      return { code: 'not_a_time' }
    case 'invalid_value':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return { code: 'not_offered' }
  }
}
