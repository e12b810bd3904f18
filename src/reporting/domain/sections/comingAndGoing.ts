import { populationSetting } from '../../../children/settings.ts'
import { addDays, longDate } from '../../../kernel/dates.ts'
import type { Block, Row, Table } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { breakdownChart } from '../charts.ts'
import { type Shown, valued } from '../measure.ts'
import {
  headed,
  heading,
  lookedAfterText,
  inTheYear,
  sinceYearBefore,
  sinceDayBefore,
  paragraph,
  present,
  sentencesOf,
  snapshotDay,
  yearNames,
} from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { countAtStart, countText, measureValue, mostCommonText, numberText } from '../sentences.ts'
import { breakdownTable, cell } from '../tables.ts'
import { measuresTable } from '../measuresTable.ts'

const MOST_REASONS_DRAWN = 6

const NUMBERS = [
  'cla.count',
  'cla.rate_per_10k',
  'cla.any_in_year',
  'cla.started',
  'cla.started_rate',
  'cla.ceased',
  'cla.ceased_rate',
]

/** How many children, and who came into care and left it. */
export const comingAndGoing: Section = {
  id: 'coming_and_going',
  place: 300,
  title: 'How many children, and who came and left',
  figures: [
    'cla.count',
    'cla.count_at_start',
    'cla.rate_per_10k',
    'cla.any_in_year',
    'cla.started',
    'cla.started_periods',
    'cla.started_rate',
    'cla.started_by_age',
    'cla.started_by_need',
    'cla.started_by_placement',
    'cla.ceased',
    'cla.ceased_periods',
    'cla.ceased_rate',
    'cla.ceased_by_reason',
    'cla.adoptions',
    'cla.sgos',
  ],
  prompt:
    'What lies behind the numbers: changes in demand, edge-of-care work, unaccompanied children, reunification, and what the service has seen of drift in leaving care.',
  write: (year) => [...numbers(year), ...started(year), ...ceased(year)],
}

function numbers(year: ReportYear): Block[] {
  const count = valued(year.now, 'cla.count')
  if (!count) return []
  const any = valued(year.now, 'cla.any_in_year')
  return [
    heading('How many children'),
    ...paragraph(
      lookedAfterText(count.value, year),
      sinceDayBefore(year, count),
      rate(year),
      any
        ? `${countAtStart(any.value, 'child was', 'children were')} looked after at ${any.value === 0 ? 'any' : 'some'} time ${inTheYear(year)}.`
        : '',
    ),
    ...present(
      flowTable(year),
      measuresTable(
        year,
        NUMBERS,
        `Children looked after: on the last day counted and in the year, ${yearNames(year)}`,
      ),
    ),
  ]
}

function rate(year: ReportYear): string {
  const measure = year.now.measures.get('cla.rate_per_10k')
  if (!measure) return ''
  if (measure.value === null) return `A rate for every 10,000 residents under 18 is not given. ${measure.reason ?? ''}`
  // As in the figure: what the register says comes before the setting.
  const population =
    year.comparators.find(({ figure, group }) => figure === 'population_0_17' && group === 'AUTHORITY') ??
    populationSetting.of(year.settings)[year.now.name]
  const residents = population ? `, of whom there were ${numberText(population.value)} (${population.source})` : ''
  return sentencesOf(
    `The rate is ${measureValue(measure)} for every 10,000 residents under 18${residents}.`,
    sinceDayBefore(year, measure),
  )
}

/** The sum from the number at the start of the year to the number at its end. */
function flowTable(year: ReportYear): Table | null {
  const steps = [
    { id: 'cla.count_at_start', heading: `Looked after on ${longDate(addDays(year.now.firstDay, -1))}`, sign: '' },
    { id: 'cla.started_periods', heading: 'Periods of care that started', sign: '+' },
    { id: 'cla.ceased_periods', heading: 'Periods of care that ended', sign: '−' },
    { id: 'cla.count', heading: `Looked after on ${snapshotDay(year.now)}`, sign: '' },
  ]
  const rows = steps.flatMap(({ id, heading, sign }): Row[] => {
    const measure = valued(year.now, id)
    if (!measure || measure.value === 'c') return []
    const text = `${measure.value === 0 ? '' : sign}${numberText(measure.value)}`
    const cells = [cell(year.now, measure, 'value', text)]
    return [{ heading, cells, isTotal: id === 'cla.count' }]
  })
  // A sum with a step missing does not come out.
  if (rows.length < steps.length) return null
  return {
    kind: 'table',
    caption: `How the number of children looked after changed, ${longDate(year.now.firstDay)} to ${snapshotDay(year.now)}`,
    headings: ['Step', 'Number'],
    rows,
    notes: [],
  }
}

function started(year: ReportYear): Block[] {
  const children = valued(year.now, 'cla.started')
  if (!children) return []
  const periods = valued(year.now, 'cla.started_periods')
  return headed('Children who came into care', [
    ...paragraph(
      `${countAtStart(children.value, 'child', 'children')} became looked after ${inTheYear(year)}.`,
      sinceYearBefore(year, children),
      periods && differ(periods.value, children.value)
        ? `A child can start more than once: there were ${countText(periods.value, 'start')} in all, which the tables below count.`
        : '',
    ),
    ...present(
      breakdownChart(year, 'cla.started_by_age', `Starts by age and status, ${yearNames(year)}`, 'Age at the start'),
      breakdownTable(year, 'cla.started_by_age', {
        caption: `Periods of care that started in the year, by age on the day of starting, ${yearNames(year)}`,
        heading: 'Age at the start',
      }),
    ),
    ...teenagers(year),
    ...present(
      breakdownTable(year, 'cla.started_by_placement', {
        caption: `Periods of care that started in the year, by age and first placement, ${yearNames(year)}`,
        heading: 'Age at the start and first placement',
      }),
    ),
  ])
}

function teenagers(year: ReportYear): Block[] {
  const need = valued(year.now, 'cla.started_by_need')
  if (!need || need.value === 0) return []
  return [
    ...paragraph(
      `${countText(need.value, 'start was of a young person', 'starts were of young people')} aged 14 to 17.`,
      mostCommonText(need, 1, {
        all: 'All had one category of need:',
        one: 'The most common category of need was',
        several: '',
      }),
    ),
    ...present(
      breakdownTable(year, 'cla.started_by_need', {
        caption: `Category of need of those who started aged 14 to 17, ${yearNames(year)}`,
        heading: 'Category of need',
      }),
    ),
  ]
}

function ceased(year: ReportYear): Block[] {
  const children = valued(year.now, 'cla.ceased')
  if (!children) return []
  const periods = valued(year.now, 'cla.ceased_periods')
  const reasons = valued(year.now, 'cla.ceased_by_reason')
  return headed('Children who left care, and why', [
    ...paragraph(
      `${countAtStart(children.value, 'child', 'children')} ceased to be looked after ${inTheYear(year)}.`,
      sinceYearBefore(year, children),
      periods && differ(periods.value, children.value)
        ? `A child can leave more than once: ${countText(periods.value, 'period')} of care ended in all, which the table below counts.`
        : '',
      reasons
        ? mostCommonText(reasons, 3, {
            all: 'All ended for one reason:',
            one: 'The most common reason was',
            several: 'The most common reasons were',
          })
        : '',
    ),
    ...paragraph(routes(year)),
    ...present(
      breakdownChart(
        year,
        'cla.ceased_by_reason',
        `Most common reasons why periods of care ended, ${yearNames(year)}`,
        'Reason',
        MOST_REASONS_DRAWN,
      ),
      breakdownTable(year, 'cla.ceased_by_reason', {
        caption: `Periods of care that ended in the year, by reason, ${yearNames(year)}`,
        heading: 'Reason',
      }),
    ),
  ])
}

function routes(year: ReportYear): string {
  const [adoptions, sgos] = [valued(year.now, 'cla.adoptions'), valued(year.now, 'cla.sgos')]
  return sentencesOf(
    adoptions ? `${countAtStart(adoptions.value, 'child was', 'children were')} adopted from care.` : '',
    sgos ? `${countAtStart(sgos.value, 'child', 'children')} left care under a special guardianship order.` : '',
  )
}

/** Whether two numbers that are both shown are not the same. */
const differ = (a: Shown, b: Shown): boolean => a !== 'c' && b !== 'c' && a !== b
