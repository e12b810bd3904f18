import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date } from '../../kernel/dates.ts'
import { workPartPage } from './work.parts.ts'
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

  test('shows no more of a part than can be read, and leads to all of it', () => {
    const tasks = Array.from({ length: 60 }, (_, index) => ({
      what: `Do ${index}`,
      href: '/x',
      child: null,
      by: null,
      note: '',
    }))
    const [part] = workPage({ tasks, meetings: [], caseload: null }, today, 'X99000001').parts
    assert.equal(part?.rows.length, 25)
    assert.deepEqual(part.more, { href: '/authorities/X99000001/work/all/waiting', text: 'Show all 60' })
    const second = workPartPage({ tasks }, today, 'X99000001', { id: 'waiting', page: 2 })
    assert.deepEqual(
      second?.parts.map(({ rows, more }) => [rows.length, more]),
      [[10, null]],
    )
    assert.equal(workPartPage({ tasks }, today, 'X99000001', { id: 'overdue', page: 1 }), null, 'it is empty')
    assert.equal(workPartPage({ tasks }, today, 'X99000001', { id: 'nonsense', page: 1 }), null)
  })

  test('who looks after everyone’s work reads whose child it is, where the task does not say whose it is', () => {
    const task = { what: 'Ask for views', href: '/ask', child: 'A', by: date('2026-11-24'), note: '' }
    const tasks = [task, { ...task, child: 'B', whose: 'Nobody yet' }, { ...task, child: null }]
    const iroOf = (child: string) => `IRO of ${child}`
    const [part] = workPage({ tasks, meetings: [], caseload: null, iroOf }, today, 'X99000001').parts
    assert.equal(part?.hasWhose, true)
    assert.deepEqual(part.rows.map(({ whose }) => whose).sort(), ['', 'IRO of A', 'Nobody yet'])
    assert.equal(
      workPage({ tasks: [task], meetings: [], caseload: null }, today, 'X99000001').parts[0]?.hasWhose,
      false,
    )
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
