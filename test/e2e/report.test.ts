import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { after, describe, test } from 'node:test'
import { date } from '../../src/kernel/dates.ts'
import { numberedSections } from '../../src/documents/document.ts'
import { documentHtml } from '../../src/documents/write/html/html.ts'
import { writeReport } from '../../src/reporting/domain/report.ts'
import { aBrowser, accessibilityProblems, overflow } from '../support/browser.ts'
import { frozenFacts } from '../support/reportFacts.ts'
import { shownYear } from '../support/shownYear.ts'

describe('the annual report’s HTML file in a real browser', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-report-'))
  after(() => {
    rmSync(folder, { recursive: true })
  })
  const words = new Map([['timeliness', 'Two snow days.\n\n- One in January\n- One in March']])
  const written = (areSmallNumbersHidden: boolean) =>
    documentHtml(writeReport(shownYear(frozenFacts(), areSmallNumbersHidden), words, date('2023-07-03')))
  const path = join(folder, 'report.html')
  writeFileSync(path, written(false))
  const browser = await aBrowser()

  for (const width of [1280, 390]) {
    test(`is accessible and fits a window ${width} pixels wide`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) complaints.push(`asked for ${request.url()}`)
      })
      await page.goto(pathToFileURL(path).href)
      assert.deepEqual(await accessibilityProblems(page), [])
      assert.equal(await overflow(page), 0)
      assert.deepEqual(complaints, [])
      await page.close()
    })
  }

  test('a document with a wide table of few fits a telephone: what is only read aloud widens nothing', async () => {
    const few = { text: '1 of 2', isNumber: true, from: null, isFew: true }
    const document = writeReport(shownYear(frozenFacts(), false), new Map(), date('2023-07-03'))
    const headings = ['Measure', ...Array.from({ length: 40 }, (_, index) => `Team of the north-west ${index}`)]
    const table = { kind: 'table', caption: 'By team', headings, rows: [{ heading: 'On time', cells: headings.slice(1).map(() => few), isTotal: false }], notes: [] } as const // prettier-ignore
    const wide = join(folder, 'wide.html')
    const sections = numberedSections([{ id: 'wide', number: '1', title: 'Wide', blocks: [table] }])
    writeFileSync(wide, documentHtml({ ...document, sections }))
    for (const width of [1280, 390]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      await page.goto(pathToFileURL(wide).href)
      assert.equal(await overflow(page), 0)
      await page.close()
    }
  })

  test('opens at a section from its contents, by keyboard only', async () => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(path).href)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    // A browser moves to a section when it comes to it: not always before it answers.
    await page.waitForURL(/#at_a_glance$/)
    await page.close()
  })
})
