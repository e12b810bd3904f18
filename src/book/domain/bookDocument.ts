import { reportingYearOf } from '../../calendar/reportingYear.ts'
import type { Block, Table } from '../../documents/block.ts'
import { type Written, numberedSections } from '../../documents/document.ts'
import { valuePrinted } from '../../figures/print.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import type { Book, BookLine } from './book.ts'
import { FEW_COUNTED, FEW_SHARED, acrossTable, keysTable, linesTable, sliceTable } from './bookTables.ts'
import { changes } from './bookChanges.ts'
import { type Comparators, comparatorOf, comparedGroups } from './comparators.ts'

/** What stands around a book's numbers. */
export interface BookWording {
  authority: { name: string }
  comparators: Comparators
  madeOn: PlainDate
}

/** The book as a document: how to read it, the service by subject, what has really changed, teams and officers. */
export function bookDocument(book: Book, { authority, comparators, madeOn }: BookWording): Written {
  const month = book.windows[0]?.label ?? book.month
  const decimalsOf = ({ values }: BookLine) => Object.values(values)[0]?.decimals ?? 0
  const year = reportingYearOf(book.asAt).name
  const beside = comparedGroups.map(({ id: group, label }) => ({
    label,
    textOf: (id: string): string | null => {
      const line = book.lines.find((one) => one.id === id)
      const other = comparatorOf(comparators, id, group)
      if (!line || !other) return null
      const printed = valuePrinted(other.value, line.unit, decimalsOf(line))
      return other.year === year ? printed : `${printed} (${other.year})`
    },
  }))
  const toDate = { id: 'yearToDate', label: 'Year to date' } as const
  const areas = [...new Set(book.lines.map(({ area }) => area))]
  const sections = [
    { id: 'how_to_read', title: 'How to read this book', blocks: howToRead(book, comparators) },
    ...areas.flatMap((area, index) => {
      const lines = book.lines.filter((line) => line.area === area)
      const keys = lines.map((line) => ({ line, table: keysTable(line, book.windows) }))
      const undivided = keys.filter(({ line, table }) => table === null || !isOnlyDivided(line)).map(({ line }) => line)
      const tables = [linesTable(area, undivided, book.windows, beside), ...keys.map(({ table }) => table)]
      const blocks = tables.filter((table) => table !== null)
      return blocks.length === 0 ? [] : [{ id: `area_${index + 1}`, title: area, blocks }]
    }),
    { id: 'changes', title: 'What has really changed', blocks: changes(book) },
    ...book.divisions.map(({ id, slices }) => ({
      id: `by_${id}`,
      title: id === 'team' ? 'By team' : 'By IRO',
      blocks: divided(
        [
          ...ACROSS[id].map(({ caption, figures }) => acrossTable(caption, slices, figures, toDate)),
          ...slices.map((slice) => sliceTable(slice, book.windows)),
        ].filter((table) => table !== null),
        id === 'team' ? NO_TEAMS : NO_OFFICERS,
      ),
    })),
    { id: 'definitions', title: 'How each figure is counted', blocks: definitions(book) },
  ]
  return {
    title: `Performance book, ${month}`,
    subtitle: authority.name,
    issuer: authority.name,
    subject: `${authority.name}, ${month}`,
    front: [
      { label: 'Counted up to', text: longDate(book.asAt) },
      { label: 'Made on', text: longDate(madeOn) },
      { label: 'For whom', text: 'for use within the service, and not for publication: small numbers are shown' },
    ],
    sections: numberedSections(sections.map((section, index) => ({ ...section, number: String(index + 1) }))),
    closing: 'Made with Footprint.',
    isLong: true,
    madeOn,
  }
}

/** `Children looked after by age`: its whole stands in its own table, and says nothing beside other measures. */
const isOnlyDivided = ({ unit, label }: BookLine): boolean => unit === 'count' && /\bby\b/.test(label)

/** What is set side by side before each team's and IRO's own table. */
const ACROSS: Readonly<Record<'team' | 'officer', readonly { caption: string; figures: readonly string[] }[]>> = {
  team: [
    {
      caption: 'How ready teams are for reviews',
      figures: [
        'reviews.sw_report_available',
        'reviews.sw_report_on_time',
        'consultations.returned',
        'reviews.rearranged',
      ],
    },
    { caption: 'Reviews by team', figures: ['reviews.on_time', 'reviews.participated', 'reviews.attended'] },
  ],
  officer: [
    {
      caption: 'Oversight between reviews by IRO',
      figures: ['oversight.records', 'oversight.children_with_oversight', 'oversight.quarterly_footprint'],
    },
    {
      caption: 'Reviews by IRO',
      figures: ['reviews.on_time', 'reviews.participated', 'reviews.decisions_in_5wd', 'reviews.record_in_15wd'],
    },
  ],
}

const NO_TEAMS = 'No team is known: a child is with the team of the person who is entered as the child’s social worker.'
const NO_OFFICERS = 'No IRO is known: the register of allocations says whose each child is.'

const divided = (tables: readonly Table[], none: string): Block[] =>
  tables.length === 0
    ? [{ kind: 'paragraph', text: none }]
    : [
        {
          kind: 'paragraph',
          text: 'In order of name: nobody is ranked. A record is theirs whose the child was on its day. Figures that are not about children are not divided.',
        },
        ...tables,
      ]

function howToRead({ windows, lines }: Book, comparators: Comparators): Block[] {
  const [month, toDate, rolling, snapshot] = windows.map(
    ({ firstDay, lastDay }) => `${longDate(firstDay)} to ${longDate(lastDay)}`,
  )
  const shown = lines.flatMap(({ id }) => comparators.get(id) ?? [])
  const sources = comparedGroups.flatMap(({ id, label }) => {
    const own = shown.filter(({ group }) => group === id)
    return [...new Set(own.map(({ year, source }) => `${label}, ${year}: ${source}.`))].sort()
  })
  const hasOthers = shown.some(({ group }) => group !== 'TARGET')
  return [
    {
      kind: 'terms',
      heading: null,
      terms: [
        { term: windows[0]?.label ?? 'The month', text: `What happened from ${month ?? ''}.` },
        { term: 'Year to date', text: `What happened from ${toDate ?? ''}.` },
        { term: 'Twelve months', text: `What happened from ${rolling ?? ''}.` },
        ...(snapshot === undefined
          ? []
          : [{ term: windows[3]?.label ?? '', text: 'Children and others as they were at the end of that day.' }]),
        {
          term: 'Pale numbers',
          text: `A share of fewer than ${FEW_SHARED}, or a count of fewer than ${FEW_COUNTED}, is shown pale: one more or fewer moves it a lot.`,
        },
        {
          term: 'A dash',
          text: 'The figure does not count over these days, or it can’t be worked out. Definitions stand at the end; where they say “the year”, the days of the column are meant.',
        },
        ...(hasOthers
          ? [
              {
                term: 'Other authorities',
                text: 'Their numbers are of whole years, the latest that is known; where that is another year than this one, it stands beside the number.',
              },
            ]
          : []),
      ],
    },
    ...(sources.length === 0 ? [] : [{ kind: 'list' as const, items: sources }]),
  ]
}

const definitions = ({ lines }: Book): Block[] => [
  {
    kind: 'terms',
    heading: null,
    terms: lines.flatMap(({ id, label, values }) => {
      const [value] = Object.values(values)
      return value ? [{ term: `${label} (${id}, version ${value.version})`, text: value.definition }] : []
    }),
  },
]
