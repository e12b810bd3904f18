import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { type TableName, tables } from '../tables.ts'
import { ReturnDraft } from './draft.ts'

/** A row of a table: what is said in some of its columns. */
type SaidRow = readonly [TableName, Readonly<Record<string, string>>]

const episode = (from: string, to: string): SaidRow => ['Episodes', { DECOM: from, DEC: to, REC: to && 'E4A' }]
const check: SaidRow = ['OC2', { HEALTH_CHECK: '1' }]
const leaver: SaidRow = ['OC3', { IN_TOUCH: 'YES' }]

describe('the days of which a document speaks', () => {
  for (const { what, rows, days } of [
    { what: 'an open episode', rows: [episode('2022-05-09', '')], days: ['2022-05-09', 'infinity'] },
    { what: 'an ended episode', rows: [episode('2022-05-09', '2022-06-30')], days: ['2022-05-09', '2022-06-30'] },
    {
      what: 'an ended episode with checks in the year: the child is none of those in care in March',
      rows: [check, episode('2022-05-09', '2022-06-30')],
      days: ['2022-05-09', '2022-06-30'],
    },
    {
      what: 'checks alone: when the child was in care is not known',
      rows: [check],
      days: ['2022-04-01', '2023-03-31'],
    },
    {
      what: 'a care leaver who left in the year',
      rows: [episode('2022-05-09', '2022-06-30'), leaver],
      days: ['2022-04-01', '2023-03-31'],
    },
    { what: 'nothing dated', rows: [['Header', { SEX: 'F' }] as const], days: [null, null] },
  ]) {
    test(what, () => {
      const draft = new ReturnDraft(reportingYear(2022))
      rows.forEach(([table, said], row) => {
        draft.add(
          table,
          tables[table].map(({ name }) => (name === 'CHILD' ? '1' : (said[name] ?? ''))),
          row + 2,
        )
      })
      const [document] = draft.documents()
      assert.deepEqual([document?.firstDay, document?.lastDay], days)
    })
  }
})
