import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'

/** `46%`, and beside it `Up from 49%`: cells of a table that say in words where a number came from. */
export const cellsUpFrom: Rule = (studied) =>
  studied.tables.flatMap((table) =>
    table.rows.flatMap((row): Located[] =>
      row.cells.flatMap((cell, at): Located[] => {
        const match = FROM.exec(cell.text)
        const [words = '', own, up, , from = '', unit = ''] = match ?? []
        const beside = row.cells.slice(0, at).findLast(({ text }) => NUMBER.test(text.trim()) && text.includes('%') === (unit !== ''))
        const value = numberOf(own ?? beside?.text)
        if (!match || value === null || value === numberOf(from)) return []
        const isUp = value > (numberOf(from) ?? NaN)
        if (isUp === (up !== undefined)) return []
        return [
          located(studied, {
            at: row,
            place: table.place,
            kind: 'growth',
            message: `“${words.trim()}”: ${shown(value)} is ${isUp ? 'more' : 'less'} than ${from}.`,
            computation: `${shown(value)} against ${from}`,
            severity: 'error',
            confidence: 0.88,
          }),
        ]
      }),
    ),
  ) // prettier-ignore

const N = String.raw`\d[\d,]*(?:\.\d+)?`
const FROM = new RegExp(
  `^\\W*(?:(${N})\\s?%?\\W*)?(?:(up|risen|rose|increased?|increase|higher)|(down|fallen|fell|decreased?|decrease|reduced|lower))\\s+(?:from|than|on)\\s+(${N})\\s?(%)?`,
  'i',
)
const NUMBER = new RegExp(`^${N}\\s?%?$`)
const numberOf = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text.replaceAll(/[,%\s]/g, ''))
