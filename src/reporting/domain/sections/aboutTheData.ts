import { longDate } from '../../../kernel/dates.ts'
import type { Block, Table } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { valued } from '../measure.ts'
import { heading, paragraph } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { countText, numberText } from '../sentences.ts'
import { unsourced, words } from '../tables.ts'

export const aboutTheData: Section = {
  id: 'about_the_data',
  place: 1900,
  title: 'About the data',
  figures: [],
  prompt: null,
  write: (year) => [
    ...paragraph(returns(year)),
    heading('What this report can’t tell'),
    { kind: 'list', items: untold(year) },
    ...notAvailable(year),
    heading('Oddities in the children’s histories, and how they were counted'),
    ...findings(year),
  ],
}

function returns(year: ReportYear): string {
  if (year.returns.length === 0) return ''
  const used = year.returns.map((one) => `the return for ${one.year}, read on ${longDate(one.readOn)}`)
  return `The figures rest on ${used.join('; ')}. A later correction of the return changes the figures; the dates on the first page say which version this report is made from.`
}

/** What no figure here is about, each with the figures that would be. */
const UNTOLD = [
  { what: 'who the Independent Reviewing Officers are, and their caseloads', unless: 'iros.headcount' },
  { what: 'how often reviews were moved before they were held', unless: 'reviews.rearranged' },
  { what: 'decisions and records sent after a review', unless: 'reviews.decisions_in_5wd' },
  { what: 'reviews of pathway plans after 18', unless: 'pathway_reviews.held' },
  { what: 'contact between reviews', unless: 'oversight.records' },
  { what: 'challenges raised and how they were resolved', unless: 'challenges.raised' },
  { what: 'reviews of foster carers', unless: 'foster.reviews_held' },
  { what: 'reviews of short breaks', unless: null },
  { what: 'who was asked before reviews and answered', unless: 'consultations.returned' },
  { what: 'health checks of children looked after for less than 12 months', unless: null },
]

const untold = (year: ReportYear): string[] =>
  UNTOLD.flatMap(({ what, unless }) => (unless !== null && valued(year.now, unless) ? [] : [what]))

function notAvailable(year: ReportYear): Block[] {
  const without = [...year.now.measures.values()].filter((measure) => measure.value === null)
  if (without.length === 0) return []
  return [
    heading('Figures that could not be worked out'),
    {
      kind: 'list',
      items: [...Map.groupBy(without, ({ reason }) => reason ?? 'No reason is known.')].map(
        ([reason, measures]) => `${measures.map(({ label }) => label).join('; ')}. ${reason}`,
      ),
    },
  ]
}

function findings(year: ReportYear): Block[] {
  const kinds = year.findings.filter((kind) => kind.times > 0)
  const times = kinds.reduce((sum, kind) => sum + kind.times, 0)
  if (times === 0) return paragraph('None were found.')
  const many = year.areSmallNumbersHidden ? 'oddities' : countText(times, 'oddity', 'oddities')
  return [
    ...paragraph(
      `The histories that the return gives hold ${many}, such as dates that contradict each other. Nothing was changed; the table says how each kind was counted. The pages of the data list each of them, with its row, and whatever else was odd in the files.`,
    ),
    findingsTable(year),
  ]
}

/** How often each was found stands in no public edition: it is mostly a small number, and of the data, not of children. */
function findingsTable(year: ReportYear): Table {
  const isCounted = !year.areSmallNumbersHidden
  return {
    kind: 'table',
    caption: `Oddities in the children’s histories, by kind, ${year.now.name}`,
    headings: ['Kind', 'How it is counted', ...(isCounted ? ['Times'] : [])],
    rows: year.findings
      .filter((kind) => kind.times > 0)
      .map((kind) => ({
        heading: kind.label,
        cells: [words(kind.counted), ...(isCounted ? [unsourced(numberText(kind.times))] : [])],
        isTotal: false,
      })),
    notes: [],
  }
}
