import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { frozenFacts } from '../../../test/support/reportFacts.ts'
import { tablesOf } from '../../../test/support/reportText.ts'
import { shownYear } from '../../../test/support/shownYear.ts'
import type { NumberedTable } from '../../documents/document.ts'
import { date } from '../../kernel/dates.ts'
import { writeReport } from './report.ts'

const ROUNDED = 'Shares are rounded and may not add to 100%.'
const POINTS = 'Changes of shares are in percentage points.'

describe('notes below the report’s tables', () => {
  const tables = tablesOf(writeReport(shownYear(frozenFacts(), false), new Map(), date('2023-07-03')))
  const sharesOf = ({ headings, rows }: NumberedTable) =>
    headings.flatMap((heading, index) =>
      / share$/.test(heading)
        ? [
            rows
              .filter(({ isTotal }) => !isTotal)
              .reduce((sum, { cells }) => sum + Number.parseFloat(cells[index - 1]?.text ?? ''), 0),
          ]
        : [],
    )

  it('say that shares are rounded only where they do not add to 100% as printed', () => {
    const divided = tables.filter(({ rows }) => rows.at(-1)?.isTotal === true && rows.length > 1)
    const withShares = divided.filter((table) => sharesOf(table).length > 0)
    assert.deepEqual(new Set(withShares.map(({ notes }) => notes.includes(ROUNDED))), new Set([true, false]))
    for (const table of withShares) {
      const add = sharesOf(table).every((sum) => Math.abs(sum - 100) < 0.01)
      assert.equal(table.notes.includes(ROUNDED), !add, table.caption)
    }
  })
  it('say what a change is in only where a change is in percentage points', () => {
    for (const { caption, rows, notes } of tables) {
      const hasPoints = rows.some(({ cells }) => cells.some(({ text }) => text.endsWith(' points')))
      assert.equal(notes.includes(POINTS), hasPoints, caption)
    }
  })
})
