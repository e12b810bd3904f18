import type { TableName } from '../../../tables.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Tables of children who must be in Header too, in the order of their rules' codes. */
const beside = ['AD1', 'PlacedAdoption', 'Episodes', 'Missing', 'OC2', 'OC3', 'PrevPerm', 'Reviews', 'UASC'] as const
/** Tables that repeat the date of birth. */
const withBirth = ['AD1', 'PlacedAdoption', 'Missing', 'OC2', 'OC3', 'PrevPerm', 'Reviews', 'UASC'] as const
/** Tables in which a child stands once. */
const once = ['AD1', 'Header', 'OC2', 'OC3', 'PrevPerm', 'UASC'] as const

const codeFrom = (first: number, at: number): string => `INT${String(first + at).padStart(2, '0')}`

const notInHeader = (table: (typeof beside)[number], at: number): Rule => ({
  code: codeFrom(1, at),
  message: `The child is in ${table} but not in Header.`,
  hint: 'Add the child to Header, or check the child’s identifier.',
  tables: ['Header', table],
  fields: ['CHILD'],
  check: eachRow(table, (row) => row.child.Header.length === 0),
  cases: [
    `Header
     CHILD
     1
     ${table}
     CHILD
     1
     2 ✗
     - ✗`,
  ],
})

const bornOnAnotherDay = (table: (typeof withBirth)[number], at: number): Rule => ({
  code: codeFrom(11, at),
  message: `The date of birth in ${table} differs from the one in Header.`,
  hint: 'Check which is right and correct the other.',
  tables: ['Header', table],
  fields: ['DOB'],
  check: eachRow(table, ({ DOB, child }) => child.Header.some((header) => Math.abs(header.DOB - DOB) > 0)),
  cases: [
    `Header
     CHILD DOB
     1     01/02/2010
     2     01/02/2010
     3     -
     ${table}
     CHILD DOB
     1     01/02/2010
     2     02/01/2010 ✗
     3     01/02/2010
     4     01/02/2010`,
  ],
})

const moreThanOnce = (table: (typeof once)[number], at: number): Rule => ({
  code: codeFrom(31, at),
  message: `The child is in ${table} more than once.`,
  hint: 'Keep one row for the child.',
  tables: [table],
  fields: ['CHILD'],
  check: eachRow<TableName>(table, (row) => row.child[table].length > 1),
  cases: [
    `${table}
     CHILD
     1     ✗
     2
     1     ✗`,
  ],
})

/** Whether the tables fit together: not DfE's own rules, but what all of them rest on. */
export const integrityRules: readonly Rule[] = [
  ...beside.map(notInHeader),
  ...withBirth.map(bornOnAnotherDay),
  {
    code: 'INT21',
    message: 'The sex in UASC differs from the one in Header.',
    hint: 'Check which is right and correct the other.',
    tables: ['Header', 'UASC'],
    fields: ['SEX'],
    check: eachRow(
      'UASC',
      (uasc) => uasc.has('SEX') && uasc.child.Header.some((header) => header.has('SEX') && header.SEX !== uasc.SEX),
    ),
  },
  ...once.map(moreThanOnce),
  {
    code: 'EPI',
    message: 'The child has neither an episode nor care leaver details, so most rules can’t be checked.',
    hint: 'Add the child’s episodes, or the care leaver row in OC3; or take the child out of Header.',
    tables: ['Header', 'Episodes', 'OC3'],
    optional: ['Episodes', 'OC3'],
    fields: ['CHILD'],
    check: eachRow('Header', ({ child }) => child.Episodes.length === 0 && child.OC3.length === 0),
    cases: [
      `Header
       CHILD
       101
       102 ✗
       103
       Episodes
       CHILD
       101
       101
       OC3
       CHILD
       103`,
    ],
  },
]
