import * as z from 'zod'
import { date } from '../kernel/dates.ts'

/** The thing that registers are about: the people whose reviews are held, by whatever name the return has for them. */
export const PERSON = 'child'

/** What a register's column is for people, and for the cells that they type into it. */
export type ColumnKind = (
  | { kind: 'text' | 'email_address' | 'telephone' | 'date' | 'datetime' | 'yes_no' }
  | { kind: 'whole_number' | 'decimal'; range: NumberRange }
  /** Codes with their words. */
  | { kind: 'code'; codes: Readonly<Record<string, string>> }
  /** The name of something (`officer`): an identifier brings it into the world, a reference must find it there. */
  | { kind: 'identifier' | 'reference'; thing: string; isInCapitals: boolean }
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

const described = z.registry<{ is: ColumnKind; isMandatory: boolean }>()

/** The column must be there, and each row must fill it in. */
export const mandatory = <Schema extends z.ZodType>({ schema, is }: Field<Schema>): Schema => {
  // A schema of its own for each column: two columns may share their kind, not their meaning.
  described.add(schema, { is, isMandatory: true })
  return schema
}

/** The column may be missing or blank: not recorded, which reads as null. */
export const optional = <Schema extends z.ZodType>({ schema, is }: Field<Schema>) => {
  const orBlank = schema.nullable()
  described.add(orBlank, { is, isMandatory: false })
  return orBlank
}

/** What was said of a column when its register was described. Throws where nothing was: the register is unfinished. */
export function descriptionOf(name: string, schema: z.core.$ZodType): { is: ColumnKind; isMandatory: boolean } {
  const description = described.get(schema)
  if (!description) throw new Error(`the column ${name} is neither mandatory nor optional`)
  return description
}
