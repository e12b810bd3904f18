import { listed } from '../kernel/words.ts'
import type { Column, Register } from './register.ts'

/** What people need to know of a column to fill it in. */
export interface ColumnExplained {
  name: string
  isMandatory: boolean
  meaning: string
  /** What may stand in it. */
  takes: string
  /** All that may be chosen; null where that is no list. */
  choices: readonly string[] | null
}

/** The columns of a register, for people. */
export const explained = ({ columns }: Register): ColumnExplained[] =>
  columns.map((column) => ({
    name: column.name,
    isMandatory: column.isMandatory,
    meaning: column.meaning,
    takes: takes(column),
    choices: choices(column),
  }))

function takes(column: Column): string {
  switch (column.kind) {
    case 'text':
      return 'Text'
    case 'email_address':
      return 'An email address'
    case 'telephone':
      return 'A telephone number, like 07700 900982'
    case 'date':
      return 'A date, like 2022-04-01 or 01/04/2022'
    case 'datetime':
      return 'A date and local time, like 2022-05-11T06:00'
    case 'yes_no':
      return 'Y or N'
    case 'whole_number':
      return 'A whole number'
    case 'decimal': {
      const { above, most } = column.range
      const bounds = [above === undefined ? '' : `more than ${above}`, most === undefined ? '' : `at most ${most}`]
      return ['A number', listed(bounds.filter((bound) => bound !== ''))].filter((part) => part !== '').join(', ')
    }
    case 'identifier':
      return 'Text, the same wherever it is referred to'
    case 'reference':
      return column.onlyWhere
        ? `Where ${column.onlyWhere.column} is ${column.onlyWhere.is}, the ${column.thing}’s identifier, as it is known here; else text`
        : `The ${column.thing}’s identifier, as it is known here`
    case 'code':
      return Object.entries(column.codes)
        .map(([name, words]) => `${name} (${words})`)
        .join('; ')
  }
}

function choices(column: Column): readonly string[] | null {
  if (column.kind === 'yes_no') return ['Y', 'N']
  return column.kind === 'code' ? Object.keys(column.codes) : null
}

/** A column of the key, with the one that stands in its place where it is blank. */
const keyWords = ({ keyWhereBlank }: Register, column: string): string => {
  const instead = keyWhereBlank[column]
  return instead === undefined ? `\`${column}\`` : `\`${column}\` (\`${instead}\` where it is blank)`
}

/** The registers as text for the documentation: a table a register. */
export const documentation = (registers: readonly Register[]): string =>
  registers
    .map((register) =>
      [
        `### ${register.name}`,
        '',
        `${register.summary} Key: ${listed(register.key.map((column) => keyWords(register, column)))}.`,
        '',
        '| column | filled in | takes | meaning |',
        '| --- | --- | --- | --- |',
        ...explained(register).map(
          ({ name, isMandatory, takes: what, meaning }) =>
            `| \`${name}\` | ${isMandatory ? 'always' : ''} | ${what} | ${meaning} |`,
        ),
        '',
      ].join('\n'),
    )
    .join('\n')
