import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date } from '../../kernel/dates.ts'
import { workPage } from './work.view.ts'

const today = date('2026-11-26')

describe('my work', () => {
  test('says in words by when, and leaves empty parts out', () => {
    const task = { what: 'Book the first review', href: '/book', child: 'A', by: date('2026-11-24'), note: '' }
    const page = workPage({ tasks: [task], meetings: [], caseload: null }, today, 'X99000001')
    assert.deepEqual(
      page.parts.map(({ heading, rows }) => [heading, ...rows.map(({ by, days }) => `${by}, ${days}`)]),
      [['Overdue (1)', 'Tuesday 24 November 2026, 2 days late']],
    )
    assert.equal(page.caseload, null)
  })

  test('shows no more of a part than can be read, and says how many more there are', () => {
    const tasks = Array.from({ length: 30 }, (_, index) => ({
      what: `Do ${index}`,
      href: '/x',
      child: null,
      by: null,
      note: '',
    }))
    const [part] = workPage({ tasks, meetings: [], caseload: null }, today, 'X99000001').parts
    assert.equal(part?.rows.length, 25)
    assert.equal(part.more, '5 more are not shown here.')
  })

  test('an officer without anything to do reads so', () => {
    const page = workPage({ tasks: [], meetings: [], caseload: [] }, today, 'X99000001')
    assert.equal(page.nothing, 'Nothing waits for you in the next 7 days.')
    assert.equal(page.caseloadSummary, '0 children')
  })

  test('a large caseload shows those with something due soonest, and the others on demand', () => {
    const caseload = Array.from({ length: 17 }, (_, index) => ({ child: `C${index}`, next: '', due: null }))
    const page = workPage({ tasks: [], meetings: [], caseload }, today, 'X99000001')
    assert.equal(page.caseload?.length, 15)
    assert.deepEqual(
      page.others.map(({ child }) => child),
      ['C15', 'C16'],
    )
    assert.equal(page.othersSummary, '2 more children')
  })

  test('a manager with no children of their own reads only what there is to do', () => {
    const task = { what: 'Choose an officer', href: '/officer', child: 'A', by: null, note: '' }
    const page = workPage({ tasks: [task], meetings: [], caseload: [] }, today, 'X99000001')
    assert.equal(page.caseload, null)
    assert.equal(page.hasMeetings, false)
  })

  test('a child of the caseload shows what is due next', () => {
    const caseload = [{ child: 'A', next: 'Second review', due: date('2026-12-01') }]
    const [line] = workPage({ tasks: [], meetings: [], caseload }, today, 'X99000001').caseload ?? []
    assert.deepEqual(
      [line?.next, line?.by, line?.days, line?.isLate],
      ['Second review', 'Tuesday 1 December 2026', 'in 5 days', false],
    )
  })
})
