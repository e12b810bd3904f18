import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import Papa from 'papaparse'
import { toCsv, withoutGuard } from './csv.ts'

describe('CSV on the way out', () => {
  for (const formula of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=1\n+2']) {
    it(`${JSON.stringify(formula)} is no formula when opened`, () => {
      const cell = toCsv([[formula]]).replace(/^"/, '')
      assert.equal(cell.startsWith("'"), true)
    })
  }
  it('numbers stay numbers, negative ones too, and nothing is nothing', () => {
    assert.equal(toCsv([['a', -2, 0.5, true, null]]), 'a,-2,0.5,true,\r\n')
  })
  it('quotes what needs it', () => {
    assert.equal(toCsv([['a,b', 'say "so"', 'two\nlines']]), '"a,b","say ""so""","two\nlines"\r\n')
  })
  it('a text that comes back is what it was, and stays so', () => {
    const texts = fc.string({ unit: fc.constantFrom("'", '=', '-', '\t', ' ', 'a', '"', ',', '\n'), maxLength: 6 })
    fc.assert(
      fc.property(texts, (typed) => {
        const kept = withoutGuard(typed)
        const [[back = ''] = []] = Papa.parse<string[]>(toCsv([[kept, 'end']]), { delimiter: ',' }).data
        assert.equal(withoutGuard(back), kept)
      }),
      { examples: [["a\t\t'"]] },
    )
  })
})
