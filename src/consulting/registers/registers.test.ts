import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judge } from '../../registers/incoming/judge.ts'
import type { Sent } from '../../registers/incoming/sent.ts'
import { type Content, type Register, rowKey } from '../../registers/register.ts'
import { officers } from '../../officers/registers/officers.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { consultations } from './consultations.ts'
import { feedback } from './feedback.ts'
import { statements } from './statements.ts'
import { wishes } from './wishes.ts'

const registers: readonly Register[] = [officers, reviews, consultations, statements, wishes, feedback]
const review = (reviewRef: string, child: string): Content => ({ review_ref: reviewRef, child, kind: 'CLA', status: 'PLANNED' }) // prettier-ignore
const rows = (register: Register, contents: readonly Content[]) => [register.name, new Map(contents.map((one) => [rowKey(register, one), one]))] as const // prettier-ignore
const stored = new Map([
  rowsOfReviews(),
  rows(officers, [{ officer_id: 'S1', name: 'A', role: 'IRO', fte: 1, start_date: '2020-01-01' }]),
])
function rowsOfReviews() {
  return rows(reviews, [review('R1', 'A1'), review('R2', 'B2')])
}

/** What is wrong with one row, as a file would have it. */
function faults(register: Register, row: Readonly<Record<string, string>>): string[] {
  const sent: Sent = {
    tables: [{ register, file: `${register.name}.csv`, columns: Object.keys(row), rows: [{ row: 2, cells: Object.values(row) }] }], // prettier-ignore
    unread: [],
  }
  const outside = new Map([['child', new Set(['A1', 'B2'])]])
  return judge(sent, { registers, stored, outside, maySee: () => true }).faults.map(({ column, value, reason }) => `${column} “${value ?? ''}” ${reason}`) // prettier-ignore
}

const consultation = { review_ref: 'R1', party: 'CHILD', sent_date: '2023-01-10' }
const wish = { wish_ref: 'W1', child: 'A1', said_date: '2023-01-10', words: 'a dog', said_in: 'REVIEW' }
const statement = { statement_ref: 'S1', child: 'A1', date: '2023-01-10', made_by: 'CHILD' }
const said = { feedback_ref: 'F1', date: '2023-01-10', kind: 'COMPLAINT' }

describe('rows of what was asked and said', () => {
  const cases: [string, Register, Readonly<Record<string, string>>, string[]][] = [
    ['a form that came back the same day', consultations, { ...consultation, returned_date: '2023-01-10', medium: 'APP' }, []], // prettier-ignore
    ['a form of a review that nobody knows', consultations, { ...consultation, review_ref: 'R9' }, ['review_ref “R9” is no review that is known here']], // prettier-ignore
    ['a form that came back before it was sent', consultations, { ...consultation, returned_date: '2023-01-09' }, ['returned_date “2023-01-09” is before sent_date, 2023-01-10']], // prettier-ignore
    ['a party that is none', consultations, { ...consultation, party: 'SCHOOL' }, ['party “SCHOOL” is none of CHILD, PARENT, CARER, EDUCATION, HEALTH, SOCIAL_WORKER, POLICE, ADVOCATE, INDEPENDENT_VISITOR or OTHER']], // prettier-ignore
    ['a wish at a review of the child', wishes, { ...wish, review_ref: 'R1', outcome: 'DONE', answered_date: '2023-02-01', told_date: '2023-02-02' }, []], // prettier-ignore
    ['a wish at a review of another child', wishes, { ...wish, review_ref: 'R2' }, ['review_ref “R2” is a review of another child']], // prettier-ignore
    ['a wish answered before it was said', wishes, { ...wish, answered_date: '2023-01-01' }, ['answered_date “2023-01-01” is before said_date, 2023-01-10']], // prettier-ignore
    ['a wish without words', wishes, { ...wish, words: '' }, ['words “” is blank: each row needs it']],
    ['an outcome that is none', wishes, { ...wish, outcome: 'NO' }, ['outcome “NO” is none of DONE, PLANNED or NOT_POSSIBLE']], // prettier-ignore
    ['a statement', statements, { ...statement, purpose: 'THIS_IS_ME' }, []],
    ['a statement of someone unknown', statements, { ...statement, child: 'Z9' }, ['child “Z9” is no child that is known here']], // prettier-ignore
    ['a statement made by nobody known', statements, { ...statement, made_by: 'PARENT' }, ['made_by “PARENT” is none of CHILD or WORKER']], // prettier-ignore
    ['feedback about an officer', feedback, { ...said, about_officer: 'S1', may_quote: 'Y' }, []],
    ['feedback about an officer who is unknown', feedback, { ...said, about_officer: 'S7' }, ['about_officer “S7” is no officer that is known here']], // prettier-ignore
    ['a yes that is spelt out', feedback, { ...said, may_quote: 'yes' }, ['may_quote “yes” is not Y, N or blank']],
  ]
  for (const [what, register, row, expected] of cases) {
    it(what, () => {
      assert.deepEqual(faults(register, row), expected)
    })
  }
})
