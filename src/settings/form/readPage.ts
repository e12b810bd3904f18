import { emailAddressIn, telephoneIn } from '../../kernel/addresses.ts'
import { completeOf, declaredOf, ownOf, schemaOf } from '../all.ts'
import { type Field, fieldId } from '../field.ts'
import type { AnySetting } from '../setting.ts'
import type { Settings } from '../settings.ts'
import type { PageOfSettings } from './pages.ts'
import { type FieldProblem, type SettingsProblem, problemOf } from './problems.ts'
import { type Typed, type Value, valueAt, fieldsOf } from './values.ts'

const MOST_CHARACTERS = 500
const MOST_CHARACTERS_OF_A_LIST = 5_000
const MOST_CHARACTERS_OF_A_TEXT = 10_000

/** What becomes of a page as typed: what the authority then sets itself, or what is wrong. */
export type Read = { own: Settings; problems: [] } | { own: null; problems: readonly SettingsProblem[] }

/** Reads a page as typed over what the authority has set itself. Only what differs from the defaults becomes its own. */
export function readPage(page: PageOfSettings, typed: Typed, own: Settings, all: readonly AnySetting[]): Read {
  const problems: SettingsProblem[] = []
  let candidate: Tree = { ...own, ...completeOf(all, own) }
  for (const field of fieldsOf(page)) {
    const read = readField(field, (typed[fieldId(field)] ?? '').trim())
    if ('problem' in read) problems.push({ field, problem: read.problem })
    else candidate = withValue(candidate, field.path, read.value)
  }
  problems.push(...missingProblems(page, candidate))
  candidate = withoutEmptyParts(page, candidate)
  if (problems.length > 0) return { own: null, problems }
  const parsed = schemaOf(all).safeParse(declaredOf(all, candidate))
  if (!parsed.success) {
    return { own: null, problems: parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, page)) }
  }
  const refused = all.flatMap((one) => one.refusedOn(parsed.data) ?? []).flatMap((one) => refusedProblem(one, page))
  if (refused.length > 0) return { own: null, problems: refused }
  return { own: ownOf(all, { ...candidate, ...parsed.data }), problems: [] }
}

const refusedProblem = (
  { path, text }: { path: readonly string[]; text: string },
  page: PageOfSettings,
): SettingsProblem[] => {
  const field = fieldsOf(page).find((some) => fieldId(some) === path.join('-'))
  return field ? [{ field, problem: { code: 'refused', text } }] : []
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

const mostCharacters = (field: Field): number => {
  if (field.kind === 'lines') return MOST_CHARACTERS_OF_A_LIST
  return field.kind === 'text' && field.isLong ? MOST_CHARACTERS_OF_A_TEXT : MOST_CHARACTERS
}

function readField(field: Field, typed: string): { value: Value | null } | { problem: FieldProblem } {
  const most = mostCharacters(field)
  if (typed.length > most) return { problem: { code: 'too_long', most } }
  switch (field.kind) {
    case 'text':
      if (typed === '' && !field.isOptional) return { problem: { code: 'blank' } }
      if (field.address && typed !== '') return readAddress(field.address, typed)
      return { value: typed === '' && field.isAbsentWhenBlank ? null : typed }
    case 'lines':
      return typed === '' && field.isOptional ? { value: [] } : readLines(typed)
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

/** What is blank where something beside it is filled in. */
function missingProblems(page: PageOfSettings, candidate: Tree): SettingsProblem[] {
  return fieldsOf(page).flatMap((field) => {
    const beside = valueAt(candidate, field.path.slice(0, -1))
    const isMissing = valueAt(candidate, field.path) === undefined && isTree(beside) && Object.keys(beside).length > 0
    return field.missing !== undefined && isMissing ? [{ field, problem: { code: 'missing', why: field.missing } }] : []
  })
}

/** Without the parts that nothing stands in any more, of settings whose parts may be absent. */
function withoutEmptyParts(page: PageOfSettings, candidate: Tree): Tree {
  const keys = new Set(
    fieldsOf(page).flatMap(({ path, isAbsentWhenBlank }) => (isAbsentWhenBlank ? path.slice(0, 1) : [])),
  )
  return Object.fromEntries(
    Object.entries(candidate).map(([key, value]) => [
      key,
      keys.has(key) && isTree(value)
        ? Object.fromEntries(Object.entries(value).filter(([, part]) => !isTree(part) || Object.keys(part).length > 0))
        : value,
    ]),
  )
}

/** The field that the schema complains of. What is wrong beyond this page stays for the person who brought it in. */
function problemsOfIssue(issue: Parameters<typeof problemOf>[0], page: PageOfSettings): SettingsProblem[] {
  const path = issue.path.map(String).join('-')
  const field =
    fieldsOf(page).find((some) => fieldId(some) === path) ??
    fieldsOf(page).find((some) => path.startsWith(`${fieldId(some)}-`)) ??
    page.groups[0]?.fields[0]
  return field ? [{ field, problem: problemOf(issue, field) }] : []
}
