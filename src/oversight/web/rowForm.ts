import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { Form, Fault, ShownForm, Typed, Values } from '../../platform/web/forms/form.ts'
import type { Reading } from '../../platform/web/forms/field.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { Register } from '../../registers/register.ts'

type Readings = Readonly<Record<string, Reading>>

/** How a field of a form stands on its page. */
export interface FieldLayout {
  kind: 'select' | 'day' | 'text' | 'line' | 'number' | 'tick'
  label: string
  hint?: string
}

/** Of whom a row is written, and by whom. */
export interface Writing {
  world: World
  child: string
  /** The officer that the user is; null for somebody else. */
  officerId: string | null
  /** The person who writes. */
  personId: string
}

/** What a form came to: the row, or what is wrong with it. */
export type RowSent = { row: RowToKeep } | { faults: readonly Fault[] }

/** A form that writes one row of a register about a child. */
export interface RowForm {
  /** The last part of its address. */
  name: string
  heading: string
  button: string
  /** What the log says, after who did it. */
  what: string
  /** What the page says afterwards. */
  done: string
  /** False where there is nothing to fill it in for: it is known to the page, and not shown. */
  isOffered?: boolean
  register: Register
  fields: (sent: unknown, faults: readonly Fault[]) => { fields: readonly (FieldLayout & { field: unknown })[] } & Pick<ShownForm, 'errors'> // prettier-ignore
  read: (sent: unknown, writing: Writing) => RowSent
}

/** Makes such a form of its fields, in the order in which people read them. */
export function rowForm<Reads extends Readings, Row extends object>(said: {
  name: string
  heading: string
  button: string
  what: string
  done: string
  register: Register<Row>
  form: Form<Reads>
  layout: { readonly [Name in keyof Reads]: FieldLayout }
  /** The row, or what is wrong with what was typed. */
  rowOf: (values: Values<Reads>, writing: Writing) => Row | readonly Fault<Extract<keyof Reads, string>>[]
}): RowForm {
  const { name, heading, button, what, done, register, form, layout, rowOf } = said
  const typedOf = (sent: unknown): Typed<Reads> => (sent === null ? form.first() : form.read(sent).typed)
  return {
    name,
    heading,
    button,
    what,
    done,
    register,
    fields: (sent, faults) => {
      const known = faults.map((fault) => ({ ...fault, field: fieldOf(layout, fault.field) }))
      const shown = form.shown(typedOf(sent), known, { before: `${name}-` })
      const fields: (FieldLayout & { field: unknown })[] = []
      for (const field in layout) fields.push({ ...layout[field], field: shown.fields[field] })
      return { fields, errors: shown.errors }
    },
    read: (sent, writing) => {
      const { values, faults } = form.read(sent)
      if (values === null) return { faults }
      const row = rowOf(values, writing)
      return isList(row) ? { faults: row } : { row: keeping(register, row) }
    },
  }
}

const isList = (row: object): row is readonly Fault[] => Array.isArray(row)

/** The field of this name, where the form has it. */
function fieldOf<Reads extends Readings>(
  layout: { readonly [Name in keyof Reads]: FieldLayout },
  name: string | null,
): Extract<keyof Reads, string> | null {
  for (const field in layout) if (field === name) return field
  return null
}

/** Whether a day has not come yet, so that no row may say of it what happened. */
export const isLater = (day: PlainDate | null, { asAt }: World): boolean => day !== null && isAfter(day, asAt)

/** What is wrong where nothing was entered. */
export const missing = <Name extends string>(
  ...asked: readonly (readonly [field: Name, isMissing: boolean, text: string])[]
): Fault<Name>[] => asked.flatMap(([field, isMissing, text]) => (isMissing ? [{ field, text }] : []))

/** A day that is not there, or that has not come. */
export const dayFaults = <Name extends string>(field: Name, on: PlainDate | null, { world }: Writing, what: string) =>
  missing(
    [field, on === null, `Enter ${what}, like 27 3 2026`],
    [field, isLater(on, world), `${what.charAt(0).toUpperCase()}${what.slice(1)} must be today or in the past`],
  )
