import * as z from 'zod'
import type { PrintedEdition } from './publicEditions.ts'

const shown = z.union([z.number(), z.literal('c')]).nullable()
const figure = z.object({
  id: z.string(),
  value: shown,
  numerator: shown,
  denominator: shown,
  leftOut: shown.optional(),
  breakdown: z.array(z.object({ key: z.string(), value: shown })),
})
const printed = z.object({ years: z.array(z.object({ figures: z.array(figure) })) })

/** The counts that an edition prints in sentences and tables and that no file of figures gives: there should be none. */
export function numbersNotInFigures({ text }: PrintedEdition, files: readonly string[]): string[] {
  const numbers = new Set(files.flatMap((json) => [...numbersIn(json)]))
  return text.split('\n').flatMap((line) => {
    // How figures are defined tells of laws, not of children.
    if (line.includes('; Source of the definition ')) return []
    const said = line.startsWith('- ') && line.includes('; ') ? inRow(line) : inSentence(line)
    return said.filter((number) => !numbers.has(number)).map((number) => `${number}: ${line}`)
  })
}

/** Every number that the figures show, what a share leaves out, and the differences between the years. */
function numbersIn(json: string): ReadonlySet<number> {
  const years = printed.parse(JSON.parse(json)).years.map(({ figures }) => {
    const cells = new Map<string, number>()
    const add = (name: string, value: z.output<typeof shown> | undefined) => {
      if (typeof value === 'number') cells.set(name, value)
    }
    for (const one of figures) {
      add(one.id, one.value)
      add(`${one.id}#numerator`, one.numerator)
      add(`${one.id}#denominator`, one.denominator)
      add(`${one.id}#left`, one.leftOut)
      if (typeof one.numerator === 'number' && typeof one.denominator === 'number')
        add(`${one.id}#rest`, one.denominator - one.numerator)
      for (const item of one.breakdown) add(`${one.id}/${item.key}`, item.value)
    }
    return cells
  })
  // Rates and means are printed whole.
  const all = new Set(years.flatMap((cells) => [...cells.values()].flatMap((value) => [value, Math.round(value)])))
  const [now, before] = years
  for (const [name, value] of now ?? []) {
    const then = before?.get(name) ?? (name.includes('/') ? 0 : undefined)
    if (then !== undefined) all.add(Math.round(Math.abs(value - then)))
  }
  for (const [name, then] of before ?? []) if (name.includes('/') && !now?.has(name)) all.add(then)
  return all
}

const wholeNumber = (text: string | undefined): number[] =>
  text === undefined ? [] : [Number(text.replaceAll(',', ''))]

/** The whole numbers that stand alone in the cells of a row. */
const inRow = (line: string): number[] =>
  line.split('; ').flatMap((cell) => {
    const [, of, number] = /(?:\s([\d,]+) of)?\s[+−]?(\d[\d,]*)$/.exec(cell) ?? []
    return [...wholeNumber(of), ...wholeNumber(number)]
  })

const THINGS = '(?:child|children|reviews?|starts?|periods?|young|records?|challenges?|visits?)'

/** What a sentence counts, what it compares with, and by how much they differ. */
function inSentence(line: string): number[] {
  const counted = [...line.matchAll(new RegExp(`(?:(\\d[\\d,]*) of )?\\b(\\d[\\d,]*) ${THINGS}\\b`, 'g'))]
  const parts = [...line.matchAll(/\b(\d[\d,]*) of (\d[\d,]*)\b/g)]
  const beside = [...line.matchAll(/\((\d[\d,]*)\)|\b(\d[\d,]*) (?:more|fewer) than\b/g)]
  return [...counted, ...parts, ...beside].flatMap(([, one, other]) => [...wholeNumber(one), ...wholeNumber(other)])
}
