import { eachRow } from '../../engine/checks.ts'
import type { Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'

/** Young people who are mothers. */
export const motherRules: readonly Rule[] = [
  {
    code: '174',
    message: 'A date of birth is given for the child of a young mother, but the sex is male.',
    hint: 'Check the sex. If it is right, leave MC_DOB blank: only mothers are recorded.',
    tables: ['Header'],
    fields: ['SEX', 'MC_DOB'],
    check: eachRow('Header', (header) => header.SEX === '1' && header.has('MC_DOB')),
    since: { '2024-25': { check: eachRow('Header', (header) => header.SEX === 'M' && header.has('MC_DOB')) } },
  },
  {
    code: '611',
    message: 'The young person is a mother, but the date of birth of her child is blank.',
    hint: 'Enter the date of birth of her first child in MC_DOB.',
    tables: ['Header'],
    fields: ['MOTHER', 'MC_DOB'],
    check: eachRow('Header', (header) => header.MOTHER === '1' && !header.has('MC_DOB')),
  },
  {
    code: '612',
    message: 'A date of birth is given for her child, but the young person is not recorded as a mother.',
    hint: 'If she is a mother, enter 1 in MOTHER; if not, leave MC_DOB blank.',
    tables: ['Header'],
    fields: ['SEX', 'MOTHER', 'MC_DOB'],
    check: eachRow('Header', (header) => header.SEX === '2' && isGivenWithoutMother(header)),
    since: {
      '2024-25': { check: eachRow('Header', (header) => header.SEX === 'F' && isGivenWithoutMother(header)) },
    },
  },
]

const isGivenWithoutMother = (header: Row<'Header'>): boolean => header.has('MC_DOB') && header.MOTHER !== '1'
