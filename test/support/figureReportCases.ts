import { type Case, cells, right, table, wrong } from './reportCases.ts'

const HEALTH = table('Table 3: Health checks', cells('Check', 'This year', 'Share', 'Last year', 'Share last year'), cells('Dentist', '44 of 50', '88.0%', '36 of 48', '75.0%'), cells('Optician', '30 of 50', '60.0%', '36 of 48', '75.0%'), cells('Injections', '41 of 50', '82.0%', '40 of 48', '83.3%')) // prettier-ignore
const HIDDEN = table('Table 5: Plans at reviews', cells('Measure', 'This year', 'Share', 'Last year', 'Share last year'), cells('Plan agreed', '14 of 18', '77.8%', 'c of 15', 'c'), cells('Plan shared', '12 of 18', '66.7%', 'c of 15', 'c'), cells('Plan signed', '9 of 18', '50.0%', '10 of 15', '66.7%'), cells('Plan kept', '18 of 18', '100.0%', '9 of 15', '60.0%')) // prettier-ignore
const BOUNDS = table('Table 2: Timeliness', cells('Measure', '2022-23', 'Share', '2021-22', 'Share last year'), cells('Reviews held within timescale', 'c of 57', '91% or more', 'c of 64', '92% or more'), cells('Children whose reviews were all on time', 'c of 22', '77% or more', 'c of 23', '78% or more')) // prettier-ignore
const homes = (...shares: string[]) =>
  table('Table 1: Children by home', cells('Home', 'Share'), ...['Foster care', 'Residential', 'Kinship', 'Lodgings', 'Total'].map((home, at) => cells(home, shares[at] ?? ''))) // prettier-ignore

const visits = (few: string) => table('Table 1: Visits by place', cells('Place', 'Visits', 'Planned'), cells('Home', 60, 60), cells('School', 20, 20), cells('Club', few, 3), cells('Office', 12, 12), cells('Total', 100, 95)) // prettier-ignore

/** Cases of tables whose cells hold more than a number: a part with its whole, a bound, a hidden count. */
export const figureCases: Readonly<Record<string, readonly Case[]>> = {
  contradictions: [
    right(BOUNDS),
    right(`96% of reviews were held in time.\n\n${BOUNDS}`),
    wrong('96% of reviews were held in time.\n\n94% of reviews were held in time.', /96 here and 94|94 here and 96/),
  ],
  labels: [
    right(HEALTH),
    right(HIDDEN),
    right(table('Table 4: Visits', cells('Officer', 'Visits', 'Lead', 'Late'), cells('North', 14, 'Manager', 3), cells('South', 22, 'Manager', 5), cells('West', 31, 'Deputy', 8))), // prettier-ignore
    wrong(HEALTH.replace('Optician', 'Dentist'), /called “Dentist”/),
    wrong(HIDDEN.replace('Plan signed', 'Plan shared'), /called “Plan shared”/),
  ],
  sentencePercentages: [
    right('Of the 57 reviews 52 (90% or more) were held in time.'),
    right('52 of the 57 reviews, 90% or more, were held in time.'),
    wrong('Of the 57 reviews 52 (90%) were held in time.', /91%, not 90%/),
  ],
  tablePercentages: [
    right(HEALTH),
    right(HIDDEN),
    wrong(HEALTH.replace('82.0%', '87.0%'), /82\.0%, not 87\.0%/),
    right(table('Table 6: Reviews', cells('Review', 'Held', 'In time', 'Share', 'Last year', 'Share last year'), cells('First', 20, 18, '90%', '15 of 18', '83%'), cells('Second', 25, 24, '96%', '20 of 22', '91%'), cells('Later', 90, 81, '90%', '81 of 90', '90%'), cells('Others', 10, 9, '90%', '9 of 10', '90%'))), // prettier-ignore
  ],
  tableShareTotals: [
    ...['c', '–', '*', '[c]', '<5', '≤5%', '1-4%', 'suppressed', 'fewer than 5%', '5% or less'].map((hidden) =>
      right(homes('60.0%', '20.0%', '12.0%', hidden, '100%')),
    ),
    right(table('Table 1: Children by home', cells('Home', 'Children', 'Share'), cells('Foster care', 60, '60.0%'), cells('Residential', 20, '20.0%'), cells('Kinship', 12, '12.0%'), cells('Lodgings', 8, ''), cells('Total', 100, '100%'))), // prettier-ignore
    wrong(homes('60.0%', '20.0%', '12.0%', '4.0%', '100%'), /96/),
    wrong(homes('60.0%', '30.0%', '15.0%', 'c', '100%'), /105/),
  ],
  tableSums: [
    ...['c', '≤5', '1-4', 'fewer than 5', 'suppressed', '[low]'].map((hidden) => right(visits(hidden))),
    ...['', '–', '0'].map((nought) => wrong(visits(nought), /adds up to 92/)),
  ],
}
