import * as z from 'zod'
import { date } from '../kernel/dates.ts'

/** The thing that registers are about: the people whose reviews are held, by whatever name the return has for them. */
export const PERSON = 'child'

/** What a register's column is for people, and for the cells that they type into it. */
export type ColumnKind = (
  | { kind: 'email_address' | 'telephone' | 'date' | 'datetime' | 'yes_no' }
  /** `hasSeveral`: one cell holds several, with semicolons between them. */
  | { kind: 'text'; hasSeveral?: boolean }
  | { kind: 'whole_number' | 'decimal'; range: NumberRange }
  /** Codes with their words. */
  | { kind: 'code'; codes: Readonly<Record<string, string>> }
  /** The name of something (`officer`): an identifier brings it into the world, a reference must find it there. */
  | {
      kind: 'identifier' | 'reference'
      thing: string
      isInCapitals: boolean
      /** It names such a thing only where another column says this; elsewhere it is any text. */
      onlyWhere?: { column: string; is: string }
    }
) & { meaning: string }

/** Which numbers a column takes; what is left out does not bound it. */
export interface NumberRange {
  above?: number
  most?: number
}

/** A column before it is said whether it must be filled in. */
export interface Field<Schema extends z.ZodType> {
  schema: Schema
  is: ColumnKind
}

export const text = (meaning: string): Field<z.ZodString> => ({ schema: z.string(), is: { kind: 'text', meaning } })

/** One email address. */
export const emailAddress = (meaning: string): Field<z.ZodString> => ({
  schema: z.string(),
  is: { kind: 'email_address', meaning },
})

/** One telephone number, as people write it. */
export const telephone = (meaning: string): Field<z.ZodString> => ({
  schema: z.string(),
  is: { kind: 'telephone', meaning },
})

/** Y or N; blank is not recorded, and never counted as N. */
export const yesNo = (meaning: string): Field<z.ZodBoolean> => ({
  schema: z.boolean(),
  is: { kind: 'yes_no', meaning },
})

export const day = (meaning: string) => ({ schema: z.string().transform(date), is: { kind: 'date' as const, meaning } })

/** A moment of local time, `2022-05-11T06:00`. */
export const localTime = (meaning: string): Field<z.ZodString> => ({
  schema: z.string(),
  is: { kind: 'datetime', meaning },
})

/** 0, 1, 2 and so on: a count is never negative. */
export const wholeNumber = (meaning: string, range: NumberRange = {}): Field<z.ZodNumber> => ({
  schema: z.number(),
  is: { kind: 'whole_number', meaning, range },
})

export const decimal = (meaning: string, range: NumberRange = {}): Field<z.ZodNumber> => ({
  schema: z.number(),
  is: { kind: 'decimal', meaning, range },
})

/** One of these codes, each with its words. */
export const code = <Codes extends Readonly<Record<string, string>>>(meaning: string, codes: Codes) => ({
  schema: z.custom<keyof Codes & string>((value) => typeof value === 'string' && Object.hasOwn(codes, value)),
  is: { kind: 'code' as const, meaning, codes },
})

/** The register's own name of a thing, which others refer to. */
export const identifier = (thing: string, meaning: string, isInCapitals = false): Field<z.ZodString> => ({
  schema: z.string(),
  is: { kind: 'identifier', thing, meaning, isInCapitals },
})

/** The name of a thing that must be known: brought by a register, or from outside them (a child, by the return). */
export const reference = (thing: string, meaning: string, isInCapitals = false): Field<z.ZodString> => ({
  schema: z.string(),
  is: { kind: 'reference', thing, meaning, isInCapitals },
})

/** A text of several lines, which one cell holds with semicolons between them. */
export const lines = (meaning: string) => ({
  schema: z.string().transform((text) => parts(text).join('\n')),
  is: { kind: 'text' as const, meaning, hasSeveral: true },
})

const parts = (text: string): string[] => text.split(/\s*;\s*/).filter(Boolean)

/** A column that names someone whom the registers are about. */
export const person = (meaning: string): Field<z.ZodString> => reference(PERSON, meaning, true)

/**
 * A column that names someone whom the registers are about where another column has this code, and anyone else by name
 * where it has another.
 */
export const personWhere = (meaning: string, onlyWhere: { column: string; is: string }): Field<z.ZodString> => ({
  schema: z.string(),
  is: { kind: 'reference', thing: PERSON, meaning, isInCapitals: false, onlyWhere },
})

/** What a column is, whether it must be filled in, and its name in files where that is not the code's own. */
interface ColumnDescription {
  is: ColumnKind
  isMandatory: boolean
  fileName: string | undefined
}

const described = z.registry<ColumnDescription>()

/** The column must be there, and each row must fill it in. `fileName`: where it is not the code's name, `officer_id` for `officerId`. */
export const mandatory = <Schema extends z.ZodType>({ schema, is }: Field<Schema>, fileName?: string): Schema => {
  // A schema of its own for each column: two columns may share their kind, not their meaning.
  described.add(schema, { is, isMandatory: true, fileName })
  return schema
}

/** The column may be missing or blank: not recorded, which reads as null. */
export const optional = <Schema extends z.ZodType>({ schema, is }: Field<Schema>, fileName?: string) => {
  const orBlank = schema.nullable()
  described.add(orBlank, { is, isMandatory: false, fileName })
  return orBlank
}

/** An optional column of which one cell names several things, with semicolons between them; blank names none. */
export const optionalList = (meaning: string, fileName?: string) => {
  const schema = z
    .string()
    .nullable()
    .transform((text): readonly string[] => (text === null ? [] : parts(text)))
  described.add(schema, { is: { kind: 'text', meaning, hasSeveral: true }, isMandatory: false, fileName })
  return schema
}

/** What was said of a column when its register was described. Throws where nothing was: the register is unfinished. */
export function descriptionOf(name: string, schema: z.core.$ZodType): ColumnDescription {
  const description = described.get(schema)
  if (!description) throw new Error(`the column ${name} is neither mandatory nor optional`)
  return description
}
