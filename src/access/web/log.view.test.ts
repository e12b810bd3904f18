import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant } from '../../kernel/dates.ts'
import { LOG_PAGE_SIZE, childLogPage } from './log.view.ts'

test('who has looked at one child stands on pages, the newest first, and none is left out', () => {
  const count = 2 * LOG_PAGE_SIZE + 7
  const entries = Array.from({ length: count }, (_, index) => ({
    number: count - index,
    recordedAt: instant('2022-11-22T10:00:00Z'),
    personId: 'iro',
    action: 'read' as const,
    what: 'looked at the child’s page',
    permission: null,
    children: ['NORTH1'],
  }))
  const seen: number[] = []
  let before: number | null = null
  for (let pages = 1; ; pages++) {
    const page = childLogPage('NORTH1', entries, [], 'X99000001', { before, daysOfLists: 30 })
    assert.ok(page.rows.length <= LOG_PAGE_SIZE)
    seen.push(...page.rows.map(({ number }) => number))
    if (page.olderHref === null) {
      assert.equal(pages, 3)
      break
    }
    before = Number(new URL(page.olderHref, 'http://here.invalid').searchParams.get('before'))
  }
  assert.deepEqual(
    seen,
    entries.map(({ number }) => number),
  )
})
