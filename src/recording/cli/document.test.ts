import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import { reviewWritten } from '../app/reviewWritten.ts'
import { document, documentAsked } from './document.ts'

test('what one format can’t show the others have, and the command says so', async () => {
  const stored = rowsOfFiles({
    reviews: ['review_ref,child,kind,status,held_date', 'R1,C1,CLA,HELD,2023-06-06'],
    recommendations: ['review_ref,number,text,responsible,child_words', 'R1,1,Smile,Carer,You will smile 👍.'],
  })
  const texts = { sections: [], letters: { letter: null, easyRead: null }, pictures: {} }
  const written = reviewWritten(stored, 'R1', texts, { issuer: 'Example', settings: {} })
  assert.ok(typeof written !== 'string')
  const out = mkdtempSync(join(tmpdir(), 'footprint-document-'))
  after(() => {
    rmSync(out, { recursive: true, force: true })
  })
  const printed: string[] = []
  const deps = {
    writtenOf: () => Promise.resolve(written),
    print: (text: string) => Promise.resolve(void printed.push(text)),
    note: () => undefined,
  }
  const asked = documentAsked.parse({ authority: 'X', review: 'R1', kind: 'letter', format: 'pdf,html,docx,txt', out })
  await assert.rejects(document(asked, deps), /R1-letter\.pdf: a PDF can’t show “👍”/)
  assert.deepEqual(readdirSync(out).toSorted(), ['R1-letter.docx', 'R1-letter.html', 'R1-letter.txt'])
  assert.equal(printed.join('').trim().split('\n').length, 3)
})
