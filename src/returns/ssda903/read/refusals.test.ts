import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { deflateSync, gzipSync } from 'node:zlib'
import { type Files, fileOf, folderOf, freshPath, smallReturn } from '../../../../test/support/smallReturn.ts'
import { type ZipEntry, zipOf } from '../../../../test/support/zip.ts'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { type ReadError, LONGEST_VALUE_SHOWN, MOST_ERRORS_LISTED } from '../../../platform/reading/problems.ts'
import { MOST_ROWS, readRawTables } from './readTables.ts'
import { readReturn } from './readReturn.ts'

const year = reportingYear(2022)

/** The good return with some files put wrong. */
const withFiles = (files: Files): Files => ({ ...smallReturn, ...files })

/** One file of the good return with a text in it replaced by another. */
function withText(file: keyof typeof smallReturn, text: string | RegExp, other: string): Files {
  const changed = smallReturn[file].replace(text, other)
  assert.notEqual(changed, smallReturn[file])
  return withFiles({ [file]: changed })
}

const without = (file: keyof typeof smallReturn): Files =>
  Object.fromEntries(Object.entries(smallReturn).filter(([name]) => name !== file))

const zipped = (...entries: ZipEntry[]): string => fileOf('return.zip', zipOf(entries))
const goodEntries: readonly ZipEntry[] = Object.entries(smallReturn).map(([name, data]) => ({ name, data }))
const asXml = (inside: string, before = ''): string =>
  fileOf('return.xml', `<?xml version='1.0' encoding='utf-8'?>\n${before}<EXPSSDA903>${inside}</EXPSSDA903>`)
const child = (more = '', episode = '<DECOM>09/05/2022</DECOM>'): string =>
  `<CHILD><HEADER><CHILDID>100</CHILDID><DOB>03/02/2012</DOB>${more}</HEADER><EPISODE>${episode}<RNE>S</RNE></EPISODE></CHILD>`

interface Expected extends Partial<Omit<ReadError, 'reason'>> {
  reason: RegExp
}

/** What can't be read as a table: refused by the import and by the validation alike. */
const noTables: readonly { why: string; path: () => string; expected: Expected }[] = [
  {
    why: 'nothing there',
    path: () => '/nowhere/return',
    expected: { file: 'return', row: null, reason: /no such file/ },
  },
  { why: 'an empty folder', path: () => folderOf({}), expected: { reason: /holds no files: expected header.csv/ } },
  {
    why: 'a folder of other things',
    path: () => folderOf({ 'notes.txt': 'x', 'plan.docx': 'y' }),
    expected: { file: 'notes.txt, plan.docx', reason: /none of these files is a table of the return/ },
  },
  {
    why: 'one table alone',
    path: () => {
      const folder = folderOf(smallReturn)
      return join(folder, 'episodes.csv')
    },
    expected: { file: 'episodes.csv', reason: /is one table of the return/ },
  },
  { why: 'a text that is no return', path: () => fileOf('x.txt', 'hello'), expected: { reason: /is not a return/ } },
  {
    why: 'a table twice, under two spellings',
    path: () => folderOf(withFiles({ 'Reviews .csv': smallReturn['reviews.csv'] })),
    expected: { file: 'reviews.csv', reason: /same table as Reviews .csv/ },
  },
  {
    why: 'a table as a workbook beside the others',
    path: () => folderOf({ ...without('reviews.csv'), 'reviews.xlsx': 'PK' }),
    expected: { file: 'reviews.xlsx', reason: /is not a CSV file/ },
  },
  {
    why: 'a column missing',
    path: () => folderOf(withFiles({ 'reviews.csv': 'CHILD,DOB,REVIEW\n100,03/02/2012,06/06/2022' })),
    expected: { file: 'reviews.csv', row: 1, column: 'REVIEW_CODE', value: null, reason: /column is missing/ },
  },
  {
    why: 'a column twice',
    path: () => folderOf(withFiles({ 'reviews.csv': 'CHILD,DOB,REVIEW,REVIEW,REVIEW_CODE\n1,,,,' })),
    expected: { file: 'reviews.csv', row: 1, column: 'REVIEW', reason: /there twice/ },
  },
  {
    why: 'no row of column names',
    path: () => folderOf(withText('reviews.csv', /^.*\n/, '')),
    expected: { file: 'reviews.csv', row: 1, reason: /no row of column names at its top: expected CHILD, DOB/ },
  },
  {
    why: 'another table under the name of this one',
    path: () => folderOf(withFiles({ 'reviews.csv': smallReturn['header.csv'] })),
    expected: { file: 'reviews.csv', row: 1, reason: /holds the columns of Header|column is missing/ },
  },
  {
    why: 'no row of column names, and a code that is named like a column',
    path: () =>
      folderOf(withFiles({ 'episodes.csv': '100,09/05/2022,S,C1,N1,U6,PR1,06/06/2022,X1,PLACE,ZB1 1AA,ZB2 2BB,1' })),
    expected: { file: 'episodes.csv', row: 1, reason: /no row of column names/ },
  },
  {
    why: 'semicolons',
    path: () => folderOf(withFiles({ 'reviews.csv': smallReturn['reviews.csv'].replaceAll(',', ';') })),
    expected: { file: 'reviews.csv', row: 1, reason: /divided by semicolons/ },
  },
  {
    why: 'tabs',
    path: () => folderOf(withFiles({ 'reviews.csv': smallReturn['reviews.csv'].replaceAll(',', '\t') })),
    expected: { file: 'reviews.csv', row: 1, reason: /divided by tabs/ },
  },
  {
    why: 'vertical bars',
    path: () => folderOf(withFiles({ 'reviews.csv': smallReturn['reviews.csv'].replaceAll(',', '|') })),
    expected: { file: 'reviews.csv', row: 1, reason: /divided by vertical bars/ },
  },
  {
    why: 'a web page under the name of a table',
    path: () => folderOf(withFiles({ 'reviews.csv': '<html>\n<table></table>\n</html>' })),
    expected: { file: 'reviews.csv', row: 1, reason: /holds XML or a web page/ },
  },
  {
    why: 'an empty file',
    path: () => folderOf(withFiles({ 'reviews.csv': '' })),
    expected: { file: 'reviews.csv', row: null, reason: /is empty/ },
  },
  {
    why: 'only empty lines',
    path: () => folderOf(withFiles({ 'reviews.csv': '\r\n\r\n' })),
    expected: { file: 'reviews.csv', reason: /is empty/ },
  },
  {
    why: 'a cell too few',
    path: () => folderOf(withText('reviews.csv', '05/09/2022,PN3', '05/09/2022')),
    expected: {
      file: 'reviews.csv',
      row: 3,
      value: '100,03/02/2012,05/09/2022',
      reason: /has 3 cells where the header has 4/,
    },
  },
  {
    why: 'a cell too many',
    path: () => folderOf(withText('reviews.csv', '05/09/2022,PN3', '05/09/2022,PN3,PN4')),
    expected: { file: 'reviews.csv', row: 3, reason: /has 5 cells where the header has 4/ },
  },
  {
    why: 'cut off in the last row',
    path: () => folderOf(withFiles({ 'reviews.csv': smallReturn['reviews.csv'].slice(0, -14) })),
    expected: { file: 'reviews.csv', row: 4, reason: /seems to be cut off here/ },
  },
  {
    why: 'a quotation mark never closed',
    path: () => folderOf(withText('reviews.csv', '05/09/2022,PN3', '"05/09/2022,PN3')),
    expected: { file: 'reviews.csv', row: 3, reason: /never closed/ },
  },
  {
    why: 'a quotation mark within a quoted cell',
    path: () => folderOf(withText('reviews.csv', '05/09/2022,PN3', '"05/09"2022",PN3')),
    expected: { file: 'reviews.csv', row: 3, reason: /must be doubled/ },
  },
  {
    why: 'two quotation marks that make a cell of two rows',
    path: () => folderOf(withText('reviews.csv', /100,(.*)\n100,/, '"100,$1\n100",')),
    expected: { file: 'reviews.csv', row: 2, column: 'CHILD', reason: /line break within it: is a quotation mark/ },
  },
  {
    why: 'a cell longer than any code',
    path: () => folderOf(withText('reviews.csv', 'PN3', 'P'.repeat(600))),
    expected: { file: 'reviews.csv', row: 3, column: 'REVIEW_CODE', reason: /longer than 500 characters/ },
  },
  {
    why: 'one line of megabytes',
    path: () => folderOf(withFiles({ 'reviews.csv': 'x'.repeat(2_000_000) })),
    expected: { file: 'reviews.csv', row: 1, reason: /more than a million characters/ },
  },
  {
    why: 'more rows than any return',
    path: () =>
      folderOf(withFiles({ 'reviews.csv': `CHILD,DOB,REVIEW,REVIEW_CODE\n${'\n'.repeat(MOST_ROWS)}100,,,\n` })),
    expected: { file: 'reviews.csv', reason: /more than 35\d,\d{3} rows: .* empty rows at the end/ },
  },
  {
    why: 'a quotation mark never closed, megabytes before the end',
    path: () =>
      folderOf(
        withFiles({ 'reviews.csv': `CHILD,DOB,REVIEW,REVIEW_CODE\n"1,,,\n${'1,03/02/2012,,\n'.repeat(100_000)}` }),
      ),
    expected: { file: 'reviews.csv', row: 2, reason: /never closed/ },
  },
  {
    why: 'lines that end in a carriage return alone',
    path: () => folderOf(withFiles({ 'reviews.csv': smallReturn['reviews.csv'].replaceAll('\n', '\r') })),
    expected: { file: 'reviews.csv', row: 1, reason: /carriage return alone/ },
  },
  {
    why: 'a carriage return alone among other line ends',
    path: () => folderOf(withText('reviews.csv', 'PN3\n', 'PN3\r')),
    expected: { file: 'reviews.csv', row: 3, reason: /carriage return alone/ },
  },
  {
    why: 'UTF-16 with its mark',
    path: () => folderOf(withFiles({ 'reviews.csv': Buffer.from(`\uFEFF${smallReturn['reviews.csv']}`, 'utf16le') })),
    expected: { file: 'reviews.csv', reason: /is in UTF-16.*save the file as “CSV UTF-8”/ },
  },
  {
    why: 'UTF-16 without its mark',
    path: () => folderOf(withFiles({ 'reviews.csv': Buffer.from(smallReturn['reviews.csv'], 'utf16le') })),
    expected: { file: 'reviews.csv', reason: /is in UTF-16/ },
  },
  {
    why: 'UTF-16, big end first',
    path: () =>
      folderOf(withFiles({ 'reviews.csv': Buffer.from(`\uFEFF${smallReturn['reviews.csv']}`, 'utf16le').swap16() })),
    expected: { file: 'reviews.csv', reason: /is in UTF-16/ },
  },
  {
    why: 'UTF-32',
    path: () => folderOf(withFiles({ 'reviews.csv': Buffer.from([0xff, 0xfe, 0, 0, 0x43, 0, 0, 0]) })),
    expected: { file: 'reviews.csv', reason: /is in UTF-32/ },
  },
  {
    why: 'Windows-1252',
    path: () =>
      folderOf(withFiles({ 'reviews.csv': Buffer.from(smallReturn['reviews.csv'].replace('PN3', 'Zoë'), 'latin1') })),
    expected: { file: 'reviews.csv', row: 3, reason: /not in UTF-8 \(it may be in Windows-1252\)/ },
  },
  {
    why: 'a curly apostrophe in Windows-1252',
    path: () => folderOf(withFiles({ 'reviews.csv': Buffer.from('CHILD,DOB\nO\x92Hara,\x1b[2J', 'latin1') })),
    expected: { file: 'reviews.csv', row: 2, value: 'O’Hara,·[2J', reason: /not in UTF-8/ },
  },
  {
    why: 'a byte-order mark in the middle',
    path: () => folderOf(withText('reviews.csv', '100,03/02/2012,05/09', '\uFEFF100,03/02/2012,05/09')),
    expected: { file: 'reviews.csv', row: 3, reason: /two files were joined/ },
  },
  {
    why: 'an identifier that a spreadsheet has rounded',
    path: () => folderOf(withText('reviews.csv', '200,29/02/2008', '1.23457E+11,29/02/2008')),
    expected: { file: 'reviews.csv', row: 4, column: 'CHILD', value: '1.23457E+11', reason: /no longer says which/ },
  },
  {
    why: 'more than a million empty lines',
    path: () => folderOf(withText('reviews.csv', '200,29/02/2008', `${'\n'.repeat(1_100_000)}200,29/02/2008`)),
    expected: { file: 'reviews.csv', row: 4, reason: /more than a million empty lines/ },
  },
  {
    why: 'XML with more elements in one child than any has',
    path: () => asXml(child('', '<A><B>1</B></A>'.repeat(10_001))),
    expected: { reason: /more than 10,000 elements in one <CHILD>/ },
  },
  {
    why: 'XML with more values in one element than any has',
    path: () => asXml(child(Array.from({ length: 201 }, (_, at) => `<X${at}>1</X${at}>`).join(''))),
    expected: { reason: /more than 200 values in one <HEADER>/ },
  },
  {
    why: 'XML with a comment without an end',
    path: () => asXml(child(`<!--${'-a>'.repeat(50_000)}`)),
    expected: { reason: /a comment of more than 100,000 characters/ },
  },
  {
    why: 'a NUL character',
    path: () => folderOf(withText('reviews.csv', 'PN3', 'PN\u00003')),
    expected: { file: 'reviews.csv', row: 3, reason: /a character that is no text \(code 0\)/ },
  },
  {
    why: 'a control character',
    path: () => folderOf(withText('reviews.csv', 'PN3', 'PN\u001b3')),
    expected: { file: 'reviews.csv', row: 3, reason: /code 27/ },
  },
  ...(
    [
      ['a workbook', zipOf([{ name: '[Content_Types].xml', data: '' }]), /zip file or an Excel workbook/],
      ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old Excel workbook/],
      ['a PDF', '%PDF-1.7\n', /is a PDF/],
      ['a packed file', gzipSync('CHILD'), /gzip/],
      ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), /is a picture/],
      ['bytes of any kind', deflateSync(Buffer.from(smallReturn['reviews.csv'])), /not in UTF-8|no text/],
    ] as const
  ).map(([what, content, reason]) => ({
    why: `${what} under the name of a table`,
    path: () => folderOf(withFiles({ 'reviews.csv': content })),
    expected: { file: 'reviews.csv', reason },
  })),
  {
    why: 'a zip that leads outside its folder',
    path: () => zipped(...goodEntries, { name: '../header.csv', data: 'x' }),
    expected: { reason: /name leads outside its folder \(\.\.\/header\.csv\)/ },
  },
  {
    why: 'a zip with an absolute name',
    path: () => zipped(...goodEntries, { name: '/etc/header.csv', data: 'x' }),
    expected: { reason: /name leads outside its folder/ },
  },
  {
    why: 'a zip with a link',
    path: () => zipped(...goodEntries, { name: 'link.csv', data: '/etc/passwd', isLink: true }),
    expected: { value: 'link.csv', reason: /holds a link/ },
  },
  {
    why: 'a zip with a password',
    path: () => zipped(...goodEntries.map((entry) => ({ ...entry, isEncrypted: true }))),
    expected: { value: 'header.csv', reason: /locked with a password/ },
  },
  {
    why: 'a zip within a zip',
    path: () => zipped(...goodEntries, { name: 'more.zip', data: zipOf(goodEntries) }),
    expected: { value: 'more.zip', reason: /another packed file/ },
  },
  {
    why: 'a workbook in the place of the return',
    path: () => zipped({ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'xl/workbook.xml', data: '<x/>' }),
    expected: { reason: /Excel workbook/ },
  },
  {
    why: 'a zip bomb',
    path: () => zipped({ name: 'reviews.csv', data: Buffer.alloc(20_000_000, '1') }),
    expected: { value: 'reviews.csv', reason: /unpacks to more than 100 times its size/ },
  },
  {
    why: 'a zip that unpacks to more than it claims',
    path: () => zipped(...goodEntries.map((entry) => ({ ...entry, claimedSize: 30 }))),
    expected: { file: 'header.csv', reason: /damaged or cut off/ },
  },
  {
    why: 'a zip whose files are not those that were packed',
    path: () => zipped(...goodEntries.map((entry) => ({ ...entry, claimedChecksum: 1 }))),
    expected: { file: 'header.csv', reason: /damaged or cut off/ },
  },
  {
    why: 'a zip damaged within a file',
    path: () => {
      const bytes = zipOf(goodEntries)
      return fileOf('return.zip', bytes.fill(0xff, 60, 100))
    },
    expected: { reason: /damaged or cut off/ },
  },
  {
    why: 'a zip packed in a way of its own',
    path: () => zipped(...goodEntries.map((entry) => ({ ...entry, method: 12 }))),
    expected: { value: 'header.csv', reason: /pack it as an ordinary zip/ },
  },
  {
    why: 'an empty zip',
    path: () => zipped(),
    expected: { reason: /holds no files/ },
  },
  {
    why: 'a zip that claims more than any return is',
    path: () => zipped({ name: 'reviews.csv', data: randomBytes(3_000_000), claimedSize: 250_000_000 }),
    expected: { reason: /holds 250 MB: no return is larger than 100 MB/ },
  },
  {
    why: 'a zip of very many files',
    path: () => zipped(...Array.from({ length: 300 }, (_, at) => ({ name: `${at}.csv`, data: '' }))),
    expected: { reason: /holds 300 files/ },
  },
  {
    why: 'a zip cut off',
    path: () => fileOf('return.zip', zipOf(goodEntries).subarray(0, 500)),
    expected: { reason: /not a whole zip file/ },
  },
  {
    why: 'XML with entities of its own',
    path: () => asXml(child('<UPN>&a;</UPN>'), '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'),
    expected: { row: 2, reason: /DOCTYPE/ },
  },
  {
    why: 'XML that reads another file',
    path: () => asXml(child('<UPN>&a;</UPN>'), '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    expected: { reason: /DOCTYPE/ },
  },
  {
    why: 'XML with an entity it does not define',
    path: () => asXml(child('<UPN>&a;</UPN>')),
    expected: { reason: /not well-formed XML: undefined entity/ },
  },
  {
    why: 'XML whose tags do not match',
    path: () => asXml('<CHILD><HEADER></CHILD></HEADER>'),
    expected: { reason: /not well-formed XML/ },
  },
  {
    why: 'XML cut off',
    path: () => fileOf('return.xml', `<EXPSSDA903>${child()}<CHILD><HEADER><CHILDID>2`),
    expected: { reason: /not well-formed XML: unclosed tag/ },
  },
  {
    why: 'XML of something else',
    path: () => fileOf('return.xml', '<html><body/></html>'),
    expected: { reason: /starts with <html>, not <EXPSSDA903>/ },
  },
  {
    why: 'XML without an end of depth',
    path: () => asXml('<A>'.repeat(50)),
    expected: { reason: /deeper than any return/ },
  },
  {
    why: 'XML with one value twice',
    path: () => asXml(child('<DOB>04/02/2012</DOB>')),
    expected: { reason: /<DOB> twice in one <HEADER>/ },
  },
  {
    why: 'XML with text between elements',
    path: () => asXml(child('late')),
    expected: { reason: /text beside the elements of <HEADER>/ },
  },
  {
    why: 'XML with a value that is none',
    path: () => asXml(child(`<UPN>${'x'.repeat(600)}</UPN>`)),
    expected: { reason: /<UPN> is longer than 500/ },
  },
  {
    why: 'XML in UTF-16',
    path: () => fileOf('return.xml', Buffer.from(`\uFEFF<EXPSSDA903>${child()}</EXPSSDA903>`, 'utf16le')),
    expected: { reason: /is in UTF-16.*: save the file as UTF-8$/ },
  },
  {
    why: 'XML in Windows-1252',
    path: () => fileOf('return.xml', Buffer.from(`<EXPSSDA903>\n${child('<UPN>Zoë</UPN>')}</EXPSSDA903>`, 'latin1')),
    expected: { row: 2, reason: /not in UTF-8.*: save the file as UTF-8$/ },
  },
  {
    why: 'more rows about one child than any has',
    path: () => folderOf({ ...smallReturn, 'reviews.csv': `CHILD,DOB,REVIEW,REVIEW_CODE\n${'100,03/02/2012,06/06/2022,PN1\n'.repeat(10_000)}` }), // prettier-ignore
    expected: { file: 'reviews.csv', column: 'CHILD', value: '100', reason: /more than 10,000 rows about this child/ },
  },
  {
    why: 'more children than a file of its size has',
    path: () => zipped({ name: 'header.csv', data: `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${Array.from({ length: 25_000 }, (_, at) => `${at},2,03/02/2012,WBRI,,,`).join('\n')}` }), // prettier-ignore
    expected: { file: 'header.csv', column: 'CHILD', reason: /more than 2\d,\d{3} children: no return of this size/ },
  },
]

/** What the import refuses in a cell, where the validation has a rule for it. */
const noFacts: readonly { why: string; path: () => string; expected: Expected }[] = [
  {
    why: 'text where a date must be',
    path: () => folderOf(withText('episodes.csv', '06/06/2022,X1', 'unknown,X1')),
    expected: { file: 'episodes.csv', row: 2, column: 'DEC', value: 'unknown', reason: /not a date like 31\/03\/2023/ },
  },
  ...[
    ['30/02/2022', /does not exist/],
    ['29/02/2022', /does not exist/],
    ['31/04/2022', /does not exist/],
    ['00/01/2022', /does not exist/],
    ['13/13/2022', /does not exist/],
    ['09/05/22', /year of two digits/],
    ['09/05/0022', /year that can’t be meant/],
    ['09/05/2202', /year that can’t be meant/],
    ['9 May 2022', /not a date/],
    ['05-09-2022', /not a date/],
    ['2022-05-09T00:00:00', /not a date/],
    ['44690', /not a date/],
  ].map(([value, reason]) => ({
    why: `the date ${String(value)}`,
    path: () => folderOf(withText('episodes.csv', '09/05/2022', String(value))),
    expected: {
      file: 'episodes.csv',
      row: 2,
      column: 'DECOM',
      value: String(value),
      reason: reason instanceof RegExp ? reason : /$^/,
    },
  })),
  {
    why: 'a birthday that is none',
    path: () => folderOf(withText('reviews.csv', '29/02/2008', '29/02/2009')),
    expected: { file: 'reviews.csv', row: 4, column: 'DOB', reason: /does not exist/ },
  },
  {
    why: 'a score that is no number',
    path: () => folderOf(withText('oc2.csv', ',12,', ',twelve,')),
    expected: { file: 'oc2.csv', row: 2, column: 'SDQ_SCORE', value: 'twelve', reason: /not a whole number/ },
  },
  {
    why: 'a row of no child',
    path: () => folderOf(withText('reviews.csv', '\n200,', '\n ,')),
    expected: { file: 'reviews.csv', row: 4, column: 'CHILD', reason: /whose row is it/ },
  },
  {
    why: 'no episodes',
    path: () => folderOf(without('episodes.csv')),
    expected: { row: null, reason: /has no file episodes.csv/ },
  },
  {
    why: 'no child in Header, though episodes have rows',
    path: () => folderOf(withText('header.csv', /\n[^]*/, '\n')),
    expected: { file: 'header.csv', row: null, reason: /has no rows, though episodes.csv has 3/ },
  },
  { why: 'no reviews', path: () => folderOf(without('reviews.csv')), expected: { reason: /has no file reviews.csv/ } },
  { why: 'no children', path: () => folderOf(without('header.csv')), expected: { reason: /has no file header.csv/ } },
  {
    why: 'a date in the XML that is none, by the table and its row there',
    path: () => asXml(child() + child('', '<DECOM>31/06/2022</DECOM>')),
    expected: { row: 3, column: 'DECOM', value: '31/06/2022', reason: /does not exist/ },
  },
  {
    why: 'a child in the XML without an identifier',
    path: () => asXml('<CHILD><HEADER><DOB>03/02/2012</DOB></HEADER></CHILD>'),
    expected: { row: 2, column: 'CHILD', reason: /whose row is it/ },
  },
]

function matches(error: ReadError, { reason, ...where }: Expected): boolean {
  return (
    reason.test(error.reason) &&
    Object.entries(where).every(([key, value]) => Object.entries(error).some(([k, v]) => k === key && v === value))
  )
}

function assertRefused(result: { ok: boolean; errors?: readonly ReadError[] }, expected: Expected): void {
  assert.equal(result.ok, false)
  const errors = result.errors ?? []
  assert.ok(
    errors.some((error) => matches(error, expected)),
    JSON.stringify(errors.slice(0, 5)),
  )
  for (const error of errors) {
    assert.ok((error.value ?? '').length <= LONGEST_VALUE_SHOWN)
    assert.doesNotMatch(error.reason, /\bat .*\.[jt]s:|undefined\b(?! entity)|Error:|\[object/)
  }
}

describe('a return that can’t be read as tables is refused, by the import and by the validation', () => {
  for (const { why, path, expected } of noTables) {
    it(why, async () => {
      const at = path()
      assertRefused(await readRawTables(at), expected)
      assertRefused(await readReturn(at, { year }), expected)
    })
  }
})

describe('a return whose cells can’t be read is refused by the import, not by the validation', () => {
  for (const { why, path, expected } of noFacts) {
    it(why, async () => {
      const at = path()
      assert.equal((await readRawTables(at)).ok, true)
      assertRefused(await readReturn(at, { year }), expected)
    })
  }
})

describe('the errors of a return', () => {
  it('are all listed, from every file and row', async () => {
    const result = await readReturn(
      folderOf({
        ...smallReturn,
        'episodes.csv': smallReturn['episodes.csv'].replace('09/05/2022', 'soon').replace('10/01/2021', '2021'),
        'oc2.csv': smallReturn['oc2.csv'].replace('29/02/2008,12', '30/02/2008,-1'),
        'reviews.csv': smallReturn['reviews.csv'].replace(',PN6', ''),
      }),
      { year },
    )
    assert.ok(!result.ok)
    assert.deepEqual(
      result.errors.map(({ file, row, column }) => [file, row, column]),
      [
        ['episodes.csv', 2, 'DECOM'],
        ['episodes.csv', 4, 'DECOM'],
        ['oc2.csv', 2, 'DOB'],
        ['oc2.csv', 2, 'SDQ_SCORE'],
        ['reviews.csv', 4, null],
      ],
    )
  })

  it('are bounded, and a file of nonsense is not read to its end', async () => {
    const nonsense = 'nobody knows,what,this is\n'.repeat(300_000)
    const path = folderOf({ ...smallReturn, 'reviews.csv': `CHILD,DOB,REVIEW,REVIEW_CODE\n${nonsense}` })
    let read = { done: 0, total: 1 }
    const result = await readReturn(path, { year, onProgress: (progress) => (read = progress) })
    assert.ok(!result.ok)
    assert.equal(result.errors.length, MOST_ERRORS_LISTED)
    assert.ok(result.moreErrors > 0)
    assert.ok(read.done < read.total / 2, 'the rest of the file was read for nothing')
  })

  it('are bounded in the cells too, and say that the rest was not read', async () => {
    const rows = Array.from({ length: 10 }, (_, child) => `${child},03/02/2012,soon,PN1\n`.repeat(5_000)).join('')
    const path = folderOf({ ...smallReturn, 'reviews.csv': `CHILD,DOB,REVIEW,REVIEW_CODE\n${rows}` })
    const result = await readReturn(path, { year })
    assert.ok(!result.ok)
    assert.equal(result.errors.length, MOST_ERRORS_LISTED)
    assert.equal(result.moreErrors, 1)
  })

  it('are bounded in the XML too', async () => {
    const path = freshPath('return.xml')
    const one = child('', '<DECOM>soon</DECOM>').repeat(2_000)
    const children = Array.from({ length: 10 }, (_, id) => one.replaceAll('>100<', `>${id}<`)).join('')
    writeFileSync(path, `<EXPSSDA903>${children}</EXPSSDA903>`)
    const result = await readReturn(path, { year })
    assert.ok(!result.ok)
    assert.equal(result.errors.length, MOST_ERRORS_LISTED)
  })
})

describe('what is odd but readable', () => {
  const accepted: readonly { why: string; path: () => string; warning: RegExp | null }[] = [
    { why: 'the good return', path: () => folderOf(smallReturn), warning: null },
    { why: 'the good return in a zip', path: () => zipped(...goodEntries), warning: null },
    {
      why: 'a zip with a folder in it and a Mac’s leavings',
      path: () =>
        zipped(
          { name: 'return/', data: '' },
          ...goodEntries.map((entry) => ({ ...entry, name: `return/${entry.name}` })),
          { name: '__MACOSX/return/._header.csv', data: '\u0000\u0005' },
        ),
      warning: null,
    },
    {
      why: 'names of files in any spelling',
      path: () =>
        folderOf({
          'HEADER.CSV': smallReturn['header.csv'],
          'Episodes.csv': smallReturn['episodes.csv'],
          're views.csv': smallReturn['reviews.csv'],
          'Placed_for_Adoption.csv': 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n',
        }),
      warning: null,
    },
    {
      why: 'a byte-order mark',
      path: () => folderOf(withFiles({ 'reviews.csv': `\uFEFF${smallReturn['reviews.csv']}` })),
      warning: null,
    },
    {
      why: 'Windows line ends and some at the end',
      path: () =>
        folderOf(withFiles({ 'reviews.csv': `${smallReturn['reviews.csv'].replaceAll('\n', '\r\n')}\r\n\r\n` })),
      warning: null,
    },
    {
      why: 'dates as 2022-06-06',
      path: () => folderOf(withText('reviews.csv', '06/06/2022', '2022-06-06')),
      warning: null,
    },
    {
      why: 'quoted cells',
      path: () => folderOf(withText('reviews.csv', '06/06/2022,PN1', '"06/06/2022","PN1"')),
      warning: null,
    },
    {
      why: 'headings in small letters',
      path: () => folderOf(withText('reviews.csv', 'REVIEW_CODE', ' Review code')),
      warning: null,
    },
    {
      why: 'a file beside the tables',
      path: () => folderOf(withFiles({ 'notes.txt': 'x' })),
      warning: /none of the return’s tables/,
    },
    {
      why: 'a column that no return has',
      path: () =>
        folderOf(
          withFiles({
            'reviews.csv': smallReturn['reviews.csv']
              .replaceAll('\n', ',x\n')
              .concat(',x')
              .replace('CODE,x', 'CODE,TEAM'),
          }),
        ),
      warning: /no column of this table/,
    },
    {
      why: 'a column that older returns did not have',
      path: () =>
        folderOf(
          withFiles({
            'episodes.csv': smallReturn['episodes.csv']
              .split('\n')
              .map((line) => line.slice(0, line.lastIndexOf(',')))
              .join('\n'),
          }),
        ),
      warning: /column is missing: its values count as not recorded/,
    },
    {
      why: 'a row that is blank throughout',
      path: () => folderOf(withText('reviews.csv', 'PN1\n', 'PN1\n,,,\n')),
      warning: /is blank: it is not read/,
    },
    {
      why: 'an empty line between rows',
      path: () => folderOf(withText('reviews.csv', 'PN1\n', 'PN1\n\n')),
      warning: /is blank: it is not read/,
    },
    {
      why: 'an element that no return has',
      path: () => asXml(child('<TEAM>x</TEAM>')),
      warning: /no element of the return/,
    },
  ]
  for (const { why, path, warning } of accepted) {
    it(why, async () => {
      const result = await readReturn(path(), { year })
      assert.ok(result.ok, JSON.stringify(result))
      assert.deepEqual(
        result.warnings.map(({ reason }) => warning?.test(reason)),
        warning ? [true] : [],
      )
    })
  }

  it('a return of another year than it is said to be is told', async () => {
    const result = await readReturn(folderOf(smallReturn), { year: reportingYear(2015) })
    assert.ok(result.ok)
    assert.match(result.warnings[0]?.reason ?? '', /says nothing of 2015-16/)
  })

  it('rows keep their numbers where lines between them are empty', async () => {
    const result = await readReturn(folderOf(withText('reviews.csv', 'PN1\n', 'PN1\n\n,,,\n')), { year })
    assert.ok(result.ok)
    assert.match(result.documents[0]?.rows ?? '', /"Reviews":\[2,5\]/)
  })
})
