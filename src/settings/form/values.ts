import { emailAddressIn, telephoneIn } from '../../kernel/addresses.ts'
import { type OwnSettings, type Settings, ownOf, settingsSchema } from '../settings.ts'
import { type Field, type SettingsPage, fieldId } from './pages.ts'
import { type FieldProblem, type SettingsProblem, problemOf } from './problems.ts'

/** What was typed, by the id of the field. */
export type Typed = Readonly<Record<string, string>>

const MOST_CHARACTERS = 500
const MOST_CHARACTERS_OF_A_LIST = 5_000

type Value = string | number | boolean | readonly string[]

/** What stands at the path; undefined where nothing does. */
function valueAt(settings: Settings, path: readonly string[]): unknown {
  let value: unknown = settings
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([key]) => key === name)?.[1]
  }
  return value
}

/** A field as it stands in settings, as it is typed: empty where nothing does. */
export function typedOf(field: Field, settings: Settings): string {
  const value = valueAt(settings, field.path)
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The fields of a page as they stand in settings. */
export const typedOfPage = (page: SettingsPage, settings: Settings): Typed =>
  Object.fromEntries(fieldsOf(page).map((field) => [fieldId(field), typedOf(field, settings)]))

/** Every field of a page. */
export const fieldsOf = (page: SettingsPage): readonly Field[] => page.groups.flatMap(({ fields }) => fields)

/** A field as it stands in settings, in words; `none` where it is blank. */
export function wordsOf(field: Field, settings: Settings, none = 'none'): string {
  const typed = typedOf(field, settings)
  if (typed === '') return none
  switch (field.kind) {
    case 'choice':
      return field.choices[typed] ?? typed
    case 'yes_no':
      return typed === 'yes' ? 'Yes' : 'No'
    case 'lines':
    case 'text':
      return typed.split(/\r?\n/).join('; ')
    case 'time':
      return typed
    case 'number':
      return field.unit === undefined ? Number(typed).toLocaleString('en-GB') : `${typed} ${field.unit}`
  }
}

/** What becomes of a page as typed: what the authority then sets itself, or what is wrong. */
export type Read = { own: OwnSettings; problems: [] } | { own: null; problems: readonly SettingsProblem[] }

/** Reads a page as typed over the settings that hold. Only what differs from the defaults becomes the authority's own. */
export function readPage(page: SettingsPage, typed: Typed, settings: Settings): Read {
  const problems: SettingsProblem[] = []
  let candidate: Tree = { ...settings }
  for (const field of fieldsOf(page)) {
    const read = readField(field, (typed[fieldId(field)] ?? '').trim())
    if ('problem' in read) problems.push({ field, problem: read.problem })
    else candidate = withValue(candidate, field.path, read.value)
  }
  problems.push(...populationProblems(page, candidate))
  candidate = { ...candidate, population: withoutBlankYears(candidate['population']) }
  if (problems.length > 0) return { own: null, problems }
  const parsed = settingsSchema.safeParse(candidate)
  if (!parsed.success) {
    return { own: null, problems: parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, page)) }
  }
  const { guide } = parsed.data.caseload
  const upper = fieldsOf(page).find((field) => fieldId(field) === 'caseload-guide-to')
  if (upper && guide.from > guide.to)
    return { own: null, problems: [{ field: upper, problem: { code: 'guide_reversed' } }] }
  return { own: ownOf(parsed.data), problems: [] }
}

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The settings with this at the path; with nothing there where it is null. */
function withValue(tree: Tree, [name = '', ...rest]: readonly string[], value: Value | null): Tree {
  if (rest.length > 0) {
    const inner = tree[name]
    return { ...tree, [name]: withValue(isTree(inner) ? inner : {}, rest, value) }
  }
  return Object.fromEntries([
    ...Object.entries(tree).filter(([other]) => other !== name),
    ...(value === null ? [] : [[name, value] as const]),
  ])
}

function readField(field: Field, typed: string): { value: Value | null } | { problem: FieldProblem } {
  const most = field.kind === 'lines' ? MOST_CHARACTERS_OF_A_LIST : MOST_CHARACTERS
  if (typed.length > most) return { problem: { code: 'too_long', most } }
  switch (field.kind) {
    case 'text':
      if (typed === '' && !field.isOptional) return { problem: { code: 'blank' } }
      if (field.address && typed !== '') return readAddress(field.address, typed)
      // Of what may be blank, some must be there as a text, and some must not be there at all.
      return { value: typed === '' && (field.path[0] === 'roleNames' || field.path[0] === 'population') ? null : typed }
    case 'lines':
      return readLines(typed)
    case 'number':
      if (typed === '') return field.isOptional ? { value: null } : { problem: { code: 'blank' } }
      if (!/^\d+(?:\.\d+)?$/.test(typed.replaceAll(',', ''))) return { problem: { code: 'not_a_number' } }
      return { value: Number(typed.replaceAll(',', '')) }
    case 'time':
      return typed === '' ? { problem: { code: 'blank' } } : { value: typed.padStart(5, '0') }
    case 'choice':
      return Object.hasOwn(field.choices, typed) ? { value: typed } : { problem: { code: 'not_offered' } }
    case 'yes_no':
      return typed === 'yes' || typed === 'no' ? { value: typed === 'yes' } : { problem: { code: 'not_offered' } }
  }
}

function readAddress(kind: 'email' | 'telephone', typed: string): { value: string } | { problem: FieldProblem } {
  const value = kind === 'email' ? emailAddressIn(typed) : telephoneIn(typed)
  return value === null ? { problem: { code: kind === 'email' ? 'not_an_email' : 'not_a_telephone' } } : { value }
}

function readLines(typed: string): { value: string[] } | { problem: FieldProblem } {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return { problem: { code: 'blank' } }
  const again = lines.find((line, index) => lines.indexOf(line) < index)
  return again === undefined ? { value: lines } : { problem: { code: 'twice', line: again } }
}

const populationYears = (population: unknown): [string, Tree][] =>
  isTree(population) ? Object.entries(population).map(([year, told]) => [year, isTree(told) ? told : {}]) : []

function populationProblems(page: SettingsPage, candidate: Tree): SettingsProblem[] {
  return populationYears(candidate['population']).flatMap(([year, told]) => {
    const names = Object.keys(told)
    if (names.length !== 1) return []
    const missing = names[0] === 'value' ? 'source' : 'value'
    const field = fieldsOf(page).find((some) => fieldId(some) === `population-${year}-${missing}`)
    return field ? [{ field, problem: { code: 'population_half' as const } }] : []
  })
}

const withoutBlankYears = (population: unknown): Tree =>
  Object.fromEntries(populationYears(population).filter(([, told]) => Object.keys(told).length > 0))

/** The field that the schema complains of. What is wrong beyond this page stays for whoever brought it in. */
function problemsOfIssue(issue: Parameters<typeof problemOf>[0], page: SettingsPage): SettingsProblem[] {
  const path = issue.path.map(String).join('-')
  const field =
    fieldsOf(page).find((some) => fieldId(some) === path) ??
    fieldsOf(page).find((some) => path.startsWith(`${fieldId(some)}-`)) ??
    page.groups[0]?.fields[0]
  return field ? [{ field, problem: problemOf(issue, field) }] : []
}
