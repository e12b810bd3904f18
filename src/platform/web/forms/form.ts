import * as z from 'zod'
import type { Field, Inputs, Reading, ShownField } from './field.ts'

/** Something wrong with a form. `field`: its name; null where it is wrong with the form as a whole. */
export interface Fault<Name extends string = string> {
  field: Name | null
  text: string
  /** Which input of the field, where it has several. */
  part?: string
}

type Readings = Readonly<Record<string, Reading>>
type NameOf<Reads> = Extract<keyof Reads, string>

/** What was typed into a form, by field. */
export type Typed<Reads extends Readings> = { [Name in keyof Reads]: Reads[Name]['typed'] }
/** What a form says, by field. */
export type Values<Reads extends Readings> = { [Name in keyof Reads]: Reads[Name]['value'] }

/** What a form says: nothing while any of it can’t be read, so that nobody takes what is unreadable for left out. */
export type Sent<Reads extends Readings> = { typed: Typed<Reads> } & (
  { values: Values<Reads>; faults: readonly [] } | { values: null; faults: readonly Fault<NameOf<Reads>>[] }
)

/** A form as its page shows it: its fields, and all that is wrong with it for the summary at the top. */
export interface ShownForm<Name extends string = string> {
  fields: Readonly<Record<Name, ShownField>>
  errors: readonly { text: string; href: string }[]
}

/** Where a form stands on its page. */
export interface FormPlace {
  /** What the ids of its fields begin with, on a page with several forms. */
  before?: string
  /** The id to which leads what is wrong with the form as a whole; its first field unless said otherwise. */
  whole?: string
}

/** Fields that are read and shown by the same description, in the order in which people read them. */
export interface Form<Reads extends Readings> {
  /** What was sent: of a form’s body, or of an address. */
  read: (sent: unknown) => Sent<Reads>
  /** The form as it stands before anyone types: with what is known, and the rest left blank. */
  first: (known?: Partial<Values<Reads>>) => Typed<Reads>
  shown: (typed: Typed<Reads>, faults?: readonly Fault<NameOf<Reads>>[], place?: FormPlace) => ShownForm<NameOf<Reads>>
}

/** What was typed into a form: `TypedIn<typeof form>`. */
export type TypedIn<F> = F extends Form<infer Reads> ? Typed<Reads> : never
/** What a form says: `ValuesIn<typeof form>`. */
export type ValuesIn<F> = F extends Form<infer Reads> ? Values<Reads> : never
/** Something wrong with a form: `FaultIn<typeof form>`. */
export type FaultIn<F> = F extends Form<infer Reads> ? Fault<NameOf<Reads>> : never

const inputsIn = z.record(z.string(), z.unknown()).catch({})

/** Makes a form of its fields. The order of the fields is that of the page. */
export function formOf<Reads extends Readings>(fields: {
  readonly [Name in keyof Reads]: Field<Reads[Name]>
}): Form<Reads> {
  const names: NameOf<Reads>[] = []
  for (const name in fields) names.push(name)

  const typedIn = (inputs: Inputs) => each<Typed<Reads>>(names, (name) => fields[name].typedIn(inputs, name))
  // Of nothing sent, every field is blank.
  const blank = typedIn({})

  function unreadableIn(typed: Typed<Reads>): Fault<NameOf<Reads>>[] {
    return names.flatMap((field) => {
      const read = fields[field].read(typed[field])
      return 'value' in read ? [] : [{ field, text: read.unreadable, ...(read.part && { part: read.part }) }]
    })
  }

  /** What is wrong with the form as a whole, then the first fault of each field; of a list, the first of each row. */
  function firstFaults(faults: readonly Fault<NameOf<Reads>>[]): Fault<NameOf<Reads>>[] {
    const isOfAField = (fault: Fault<NameOf<Reads>>) => fault.field !== null && fields[fault.field].isHidden !== true
    return [
      ...faults.filter((fault) => !isOfAField(fault)),
      ...names.flatMap((name) => {
        const own = faults.filter((fault) => fault.field === name && isOfAField(fault))
        const rowOf = ({ part }: Fault<NameOf<Reads>>) => (fields[name].isOfRows ? part : undefined)
        return own.filter((fault, index) => own.findIndex((other) => rowOf(other) === rowOf(fault)) === index)
      }),
    ]
  }

  return {
    read: (sent) => {
      const typed = typedIn(inputsIn.parse(sent))
      const faults = unreadableIn(typed)
      if (faults.length > 0) return { typed, values: null, faults }
      const values = each<Values<Reads>>(names, (name) => {
        const read = fields[name].read(typed[name])
        if ('value' in read) return read.value
        throw new Error(`the field ${name} reads the same text twice as two things`)
      })
      return { typed, values, faults: [] }
    },

    first: (known = {}) =>
      each<Typed<Reads>>(names, (name) => {
        const value = known[name]
        return value === undefined ? blank[name] : fields[name].typedOf(value)
      }),

    shown: (typed, faults = [], { before = '', whole } = {}) => {
      const shown = firstFaults(faults)
      const firstSeen = names.find((name) => fields[name].isHidden !== true)
      const idOf = (name: NameOf<Reads>, part?: string) => `${before}${name}${fields[name].inputOf?.(part) ?? ''}`
      const wholeId = whole ?? (firstSeen === undefined ? '' : idOf(firstSeen))
      return {
        fields: each<Record<NameOf<Reads>, ShownField>>(names, (name) => {
          const fault = shown.find(({ field }) => field === name) ?? null
          return fields[name].shown(typed[name], { name, id: `${before}${name}`, fault })
        }),
        errors: shown.map(({ field, text, part }) => ({
          text,
          href: `#${field !== null && fields[field].isHidden !== true ? idOf(field, part) : wholeId}`,
        })),
      }
    },
  }
}

/** An object with what is made for each of these names. */
function each<Whole extends object>(
  names: readonly NameOf<Whole>[],
  make: <Name extends NameOf<Whole>>(name: Name) => Whole[Name],
): Whole {
  const made: Partial<Whole> = {}
  for (const name of names) made[name] = make(name)
  if (isWhole(made, names)) return made
  throw new Error('something was made for no name')
}

const isWhole = <Whole extends object>(made: Partial<Whole>, names: readonly NameOf<Whole>[]): made is Whole =>
  names.every((name) => name in made)
