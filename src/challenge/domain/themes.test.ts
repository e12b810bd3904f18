import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { worldOfFiles } from '../../../test/support/judged.ts'
import { readPdf } from '../../../test/support/pdf.ts'
import { documentFile } from '../../documents/write/file.ts'
import { themeDocument } from './themeDocument.ts'
import { themeReportOf } from './themes.ts'
import { quarterNamed } from './quarters.ts'

const called = { issuer: 'Hartsmere', child: 'child looked after', children: 'children looked after' }
const children = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']
const CHALLENGES = 'challenge_ref,child,raised_date,route,themes,resolved_date,changed_for_child'
const THREE = [
  'Q1,A,2022-10-03,FORMAL,Health assessment late,2022-10-13,Seen by a nurse',
  'Q2,B,2022-11-01,INFORMAL,Health assessment late,2022-11-05,',
  'Q3,C,2022-12-31,FORMAL,Health assessment late; Pathway plan late,,',
  'Q4,D,2022-12-01,GOOD_PRACTICE,Life story,,',
  'Q5,A,2022-09-30,FORMAL,Pathway plan late,,',
]

/** The report of October to December 2022 on ten children, as at a day. */
async function reportOf(
  rows: readonly string[],
  files: Readonly<Record<string, readonly string[]>> = {},
  asAt = '2023-01-10',
) {
  // prettier-ignore
  const quarter = quarterNamed('2022-23-q3')
  assert.ok(quarter)
  return themeReportOf(await worldOfFiles({ challenges: [CHALLENGES, ...rows], ...files }, { asAt, children }), quarter) // prettier-ignore
}

describe('the report on themes of a quarter', () => {
  it('counts what was made in it, for each 100 children with the range that chance allows', async () => {
    const report = await reportOf(THREE)
    assert.deepEqual([report.raised, report.raisedBefore, report.lookedAfter, report.open], [4, 1, 10, 2])
    const { value, from, to } = report.rate ?? { value: 0, from: 0, to: 0 }
    // Three, good practice aside, of ten children. Byar's interval of 3 is 0.603 to 8.766.
    assert.deepEqual([value, from, to].map((one) => one.toFixed(1)), ['30.0', '6.0', '87.7']) // prettier-ignore
    assert.deepEqual(report.byGround.map(({ ground, count, before, children: of }) => `${ground} ${count} ${before} ${of}`), ['Health assessment late 3 0 3', 'Pathway plan late 1 1 1']) // prettier-ignore
    const { count, withChange, medianDays, leastDays, mostDays } = report.resolved
    assert.deepEqual([count, withChange, medianDays, leastDays, mostDays], [2, 1, 7, 4, 10])
  })

  for (const { what, rows, files = {}, clusters } of [
    { what: 'three children with one ground suggest a theme', rows: THREE, clusters: ['Health assessment late 3'] },
    { what: 'two do not', rows: THREE.slice(0, 2), clusters: [] },
    { what: 'three times one child does not', rows: ['Q1,A,2022-10-03,FORMAL,X,,', 'Q2,A,2022-10-04,FORMAL,X,,', 'Q3,A,2022-10-05,FORMAL,X,,'], clusters: [] }, // prettier-ignore
    { what: 'a theme that is open takes it up', rows: [...THREE, 'T1,,2022-12-20,THEMED,Health assessment late,,'], clusters: [] }, // prettier-ignore
    { what: 'one that is over does not', rows: [...THREE, 'T1,,2022-12-20,THEMED,Health assessment late,2022-12-21,'], clusters: ['Health assessment late 3'] }, // prettier-ignore
    { what: 'the children of a theme are counted each once', rows: ['Q1,A,2022-10-03,FORMAL,X,,', 'T1,,2022-10-04,PARTNER,X,,'], files: { challenge_children: ['challenge_ref,child', 'T1,A', 'T1,B', 'T1,C'] }, clusters: ['X 3'] }, // prettier-ignore
  ]) {
    it(`clusters: ${what}`, async () => {
      const report = await reportOf(rows, files)
      assert.deepEqual(report.clusters.map(({ ground, children: of }) => `${ground} ${of}`), clusters) // prettier-ignore
    })
  }

  for (const { what, rows, asAt = '2023-01-10', says } of [
    {
      what: 'none',
      rows: [],
      says: '0 challenges were made in the quarter, and none in the quarter before. That is 0.0 (0.0 to 36.7) for each 100 children looked after. At the end of 31 December 2022, 0 challenges were open.',
    },
    {
      what: 'one',
      rows: ['Q1,A,2022-10-03,FORMAL,X,2022-10-04,'],
      says: '1 challenge was made in the quarter, and none in the quarter before. That is 10.0 (0.1 to 55.6) for each 100 children looked after. At the end of 31 December 2022, 0 challenges were open.',
    },
    {
      what: 'two, one of good practice, and one ended after the quarter',
      rows: [
        'Q1,A,2022-10-03,FORMAL,X,2023-01-04,',
        'Q2,A,2022-10-03,GOOD_PRACTICE,X,,',
        'Q3,A,2022-07-03,FORMAL,X,2022-07-04,',
      ],
      says: '2 challenges were made in the quarter, and 1 in the quarter before. 1 of 2 told of good practice. Without good practice, that is 10.0 (0.1 to 55.6) for each 100 children looked after. At the end of 31 December 2022, 1 challenge was open.',
    },
    {
      what: 'one raised since is not counted as open then',
      rows: ['Q1,A,2023-01-03,FORMAL,X,,'],
      says: '0 challenges were made in the quarter, and none in the quarter before. That is 0.0 (0.0 to 36.7) for each 100 children looked after. At the end of 31 December 2022, 0 challenges were open.',
    },
    {
      what: 'a quarter that goes on',
      asAt: '2022-11-01',
      rows: ['Q1,A,2022-10-03,FORMAL,X,,', 'Q2,A,2022-07-03,FORMAL,X,,'],
      says: '1 challenge was made in the quarter so far, and 1 in the whole of the quarter before. That is 10.0 (0.1 to 55.6) for each 100 children looked after. At the end of 1 November 2022, 2 challenges were open.',
    },
  ])
    // prettier-ignore
    it(`sums up ${what}`, async () => {
      const written = themeDocument(await reportOf(rows, {}, asAt), called) // prettier-ignore
      const text = String((await documentFile(written, 'txt')).content).replaceAll(/\s+/g, ' ')
      assert.ok(text.includes(says), text)
    })

  for (const { what, rows, says } of [
    { what: 'none', rows: [], says: 'None was resolved' },
    { what: 'one', rows: ['Q1,A,2022-10-03,FORMAL,X,2022-10-04,'], says: '1 day' },
    {
      what: 'two in as many days',
      rows: ['Q1,A,2022-10-03,FORMAL,X,2022-10-05,', 'Q2,A,2022-10-03,FORMAL,X,2022-10-05,'],
      says: '2 days each',
    },
    {
      what: 'two',
      rows: ['Q1,A,2022-10-03,FORMAL,X,2022-10-04,', 'Q2,A,2022-10-03,FORMAL,X,2022-10-07,'],
      says: 'From 1 to 4; half of them within 2.5',
    },
  ])
    // prettier-ignore
    it(`says how long ${what} took`, async () => {
      const { sections } = themeDocument(await reportOf(rows), called) // prettier-ignore
      assert.ok(JSON.stringify(sections).includes(`"Days from raising to resolving","text":"${says}"`))
    })

  it('says the same as a web page, in Word, as a PDF and as text', async () => {
    const written = themeDocument(await reportOf(THREE), called)
    const RATE = /30\.0 \(6\.0 to 87\.7\) for each 100 children looked after/
    for (const format of ['html', 'txt'] as const) {
      assert.match(String((await documentFile(written, format)).content).replaceAll(/\s+/g, ' '), RATE, format)
    }
    const word = (await documentFile(written, 'docx')).content
    assert.equal(Buffer.from(word).toString('latin1', 0, 2), 'PK')
    const pdf = await readPdf(Buffer.from((await documentFile(written, 'pdf')).content))
    assert.match(pdf.pages.join(' ').replaceAll(/\s+/g, ' '), RATE)
    assert.ok(pdf.isTagged)
  })
})
