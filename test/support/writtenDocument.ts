import type { Block } from '../../src/documents/block.ts'
import { type Written, numberedSections } from '../../src/documents/document.ts'
import { date } from '../../src/kernel/dates.ts'

const words = (text: string) => ({ text, isNumber: false, from: null })
const number = (text: string) => ({ text, isNumber: true, from: null })

/** Text that would mean something else if it were read as markup of any format. */
export const MARKUP = '#panic("x") *bold* $x^2$ <b>not bold</b> & "said" \\ @ref [x] `code` =1+1'

/** One of every block. */
const everyBlock: readonly Block[] = [
  { kind: 'heading', text: 'A heading' },
  { kind: 'paragraph', text: MARKUP },
  { kind: 'list', items: ['First item', 'Second item'] },
  { kind: 'terms', heading: 'What words mean', terms: [{ term: 'Loan', text: 'A book that a child has.' }] },
  {
    kind: 'key_figures',
    figures: [{ label: 'Books lent', value: number('41'), parts: '41 of 50', comparison: '' }],
  },
  {
    kind: 'table',
    caption: 'Books by month',
    headings: ['Month', 'Lent', 'Remark'],
    rows: [
      ...Array.from({ length: 70 }, (_, index) => ({
        heading: `Month ${index + 1}`,
        cells: [number(String(index)), words('as expected')],
        isTotal: false,
      })),
      { heading: 'All months', cells: [number('2415'), words('')], isTotal: true },
    ],
    notes: ['Months are whole.'],
  },
  {
    kind: 'chart',
    shape: 'bars',
    title: 'Books by age',
    description: 'Bars, one for each of two groups. The larger is 5 to 9.',
    categoryHeading: 'Age',
    categories: ['Under 5', '5 to 9'],
    series: [{ label: '2022-23', values: [3, 9] }],
    unit: 'count',
  },
  { kind: 'own_words', section: 'a', text: 'We say:\n\n- this\n- that', prompt: 'Say it.', writer: 'the library' },
  { kind: 'own_words', section: 'a', text: null, prompt: 'Say what is to come.', writer: 'the library' },
]

/** A document with one of every block, made up for tests. */
export const aDocument = (more: Partial<Written> = {}): Written => ({
  title: 'Report of the library',
  subtitle: 'Books and children',
  issuer: 'Hartsmere (made up)',
  subject: 'Hartsmere (made up), 2022-23',
  front: [{ label: 'Period', text: '1 April 2022 to 31 March 2023' }],
  sections: numberedSections([
    { id: 'a', number: '1', title: 'Every block', blocks: everyBlock },
    { id: 'b', number: '2', title: 'The end', blocks: [{ kind: 'paragraph', text: 'That is all.' }] },
  ]),
  closing: 'Made for a test.',
  isLong: true,
  madeOn: date('2023-07-03'),
  ...more,
})
