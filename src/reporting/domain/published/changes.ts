import type { World } from '../../../children/domain/world.ts'
import { isPlainDate, longDate } from '../../../kernel/dates.ts'
import type { Content } from '../../../registers/register.ts'

/** Something that is recorded otherwise of someone than it was. */
export interface RecordChange {
  /** The register or the part of the return: `reviews`, `episodes`. */
  where: string
  /** In words; null where there was nothing. */
  then: string | null
  now: string | null
}

/** What is recorded otherwise of a child between two worlds of one authority: in the return, and in each register. */
export const changesOf = (child: string, then: World, now: World): RecordChange[] =>
  child === '' ? [] : [...changesInReturn(child, then, now), ...changesInRegisters(child, then, now)]

function changesInReturn(child: string, then: World, now: World): RecordChange[] {
  const partsIn = ({ histories }: World): ReadonlyMap<string, readonly string[]> => {
    const record: object | undefined = histories.find((one) => one.record.child === child)?.record
    return new Map(Object.entries(record ?? {}).map(([part, value]) => [part, textsOf(value)]))
  }
  const [before, after] = [partsIn(then), partsIn(now)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((part) =>
    paired(`return: ${inWords(part)}`, before.get(part) ?? [], after.get(part) ?? []),
  )
}

/** What is in one list and not in the other, in pairs. */
function paired(where: string, then: readonly string[], now: readonly string[]): RecordChange[] {
  const gone = then.filter((text) => !now.includes(text))
  const come = now.filter((text) => !then.includes(text))
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    where,
    then: gone[index] ?? null,
    now: come[index] ?? null,
  }))
}

/** A part of the return as texts: a list has one an item. */
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(textOf) : [textOf(value)]).filter(Boolean)

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (isPlainDate(value)) return longDate(value)
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value)
  return (
    Object.entries(value)
      // Which row of which file said it is no part of what is said.
      .filter(([name]) => name !== 'source')
      .map(([name, one]) => [inWords(name), textOf(one)])
      .filter(([, text]) => text !== '')
      .map(([name, text]) => `${name} ${text}`)
      .join(', ')
  )
}

/** `heldOn`, `held_on`: `held on`. */
const inWords = (name: string): string =>
  name
    .replaceAll('_', ' ')
    .replaceAll(/[a-z](?=[A-Z])/g, '$& ')
    .toLowerCase()

function changesInRegisters(child: string, then: World, now: World): RecordChange[] {
  const names = [...new Set([...then.registers.keys(), ...now.registers.keys()])]
  return names.flatMap((name) => {
    const [before, after] = [rowsOf(child, then, name), rowsOf(child, now, name)]
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
      const [was, is] = [before.get(key) ?? null, after.get(key) ?? null]
      if (was && is) return cellsChanged(name, was, is)
      return [{ where: inWords(name), then: was && contentText(was), now: is && contentText(is) }]
    })
  })
}

/** The rows that name someone, by key. */
const rowsOf = (child: string, { registers }: World, name: string): ReadonlyMap<string, Content> =>
  new Map([...(registers.get(name) ?? [])].filter(([, content]) => Object.values(content).includes(child)))

const contentText = (content: Content): string =>
  Object.entries(content)
    .map(([name, value]) => `${inWords(name)} ${String(value)}`)
    .join(', ')

const cellsChanged = (register: string, was: Content, is: Content): RecordChange[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => was[name] !== is[name])
    .map((name) => ({
      where: `${inWords(register)}: ${inWords(name)}`,
      then: was[name] === undefined ? null : String(was[name]),
      now: is[name] === undefined ? null : String(is[name]),
    }))
