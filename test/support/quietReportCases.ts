import { type Case, cells, right, table, wrong } from './reportCases.ts'

const ENDED = table('Table 2: Periods of care that ended, by reason', cells('Reason', '2021-22', '2022-23'), cells('Home', 90, 95), cells('Other', 71, 74), cells('Total', 161, 169)) // prettier-ignore
const HELD = table('Table 1: Reviews held', cells('Measure', '2021-22', '2022-23'), cells('Reviews held', 1028, 1055)) // prettier-ignore
const BY_MONTH = (...months: string[]) =>
  table('Table 3: Reviews by month', cells('Month', 'Held', 'On time'), ...months.map((month) => cells(month, 2, 2)))
const REFERRALS = table('Table 4: Advocacy', cells('Measure', '2022-23', '2021-22', 'Change'), cells('Referrals', 1, 1, 0), cells('Visitors', 0, 0, 0), cells('Matches', 0, 0, 0)) // prettier-ignore
const MAIN = table('Table 1: Main figures', cells('Measure', '2020-21', '2021-22', '2022-23'), cells('Children who started', 2, 2, 5), cells('Children for each officer', 2, 2, 1), cells('Children with all reviews on time', '100%', '100%', '100%')) // prettier-ignore
const STATEMENTS = table('Table 5: Statements by who made them', cells('Who', 'Number', 'Share'), cells('A child', 6, '31.6%'), cells('A worker', 13, '68.4%')) // prettier-ignore
const HOW = table('Table 6: Reviews by how the child took part', cells('How', 'Reviews'), cells('Attended and spoke for themselves', 40), cells('Sent their views', 40), cells('No views', 15), cells('Total', 95)) // prettier-ignore
const MISSING = table('Table 7: Children missing', cells('Measure', '2022-23'), cells('Children who went missing in the year', 63)) // prettier-ignore

/** Cases of rules that must say nothing of what is right, as reports of small and large services say it. */
export const quietCases: Readonly<Record<string, readonly Case[]>> = {
  afterReport: [
    right('The report was sent for review by Ada Moss on 30 November 2024; it was signed off by Ben Low on 2 December 2024.'), // prettier-ignore
    wrong('Two officers left the team on 30 November 2024.', /comes after the year/),
  ],
  changesInText: [
    right(`${ENDED}\n\n167 children ceased to be looked after. That is 6 more than in 2021-22 (161).`),
    wrong(`${ENDED}\n\nChildren ceased to be looked after. That is 6 more than in 2021-22 (161).`, /would be 167/),
  ],
  changesSaid: [right(`${HELD}\n\nThe reviews that had fallen due were held.`)],
  growth: [
    right('The rate is 100.0 for every 10,000 residents under 18, of whom there were 400. That is 25.0 lower than on 31 March 2022 (125.0).'), // prettier-ignore
    wrong('The rate is 100.0 for every 10,000 residents under 18, of whom there were 400. That is 25.0 lower than on 31 March 2022 (135.0).', /fallen/), // prettier-ignore
  ],
  copies: [
    right('Stage 1, the time in which a manager has to answer: 5 working days. Then they meet.\n\nStage 2, the time in which a manager has to answer: 10 working days. Then they meet.'), // prettier-ignore
    wrong('The manager of the service answered within 5 working days on average. Then they met.\n\nThe manager of the service answered within 10 working days on average. Then they met.', /with other numbers/), // prettier-ignore
  ],
  dates: [
    right('Reviews held in the year, 1 April 2022 to 30 November 2022, with 1 April 2021 to 30 November 2021, stand below.'), // prettier-ignore
    wrong('During the year a survey of carers was held in June 2021.', /lies outside the year/),
  ],
  monthSequence: [
    right(BY_MONTH('May 2022', 'June 2022', 'July 2022', 'October 2022', 'December 2022', 'March 2023')),
    wrong(
      BY_MONTH('May 2022', 'June 2022', 'July 2022', 'August 2023', 'September 2022', 'October 2022'),
      /August 2023/,
    ),
  ],
  rowsInText: [
    right(`${STATEMENTS}\n\nThe social worker’s report was there for 35 of 55 reviews (63.6%).`),
    wrong(`${STATEMENTS}\n\nA worker made 15 statements.`, /“A worker” is 15 here/),
    right(`${HOW}\n\nChildren aged 4 or over attended 44 of 80 reviews (55.0%).`),
    wrong(`${HOW}\n\nChildren attended 44 of 95 reviews.`, /is 44 here/),
  ],
  sameThing: [right(`${MISSING}\n\n6 children went missing five times or more within 90 days.`)],
  shareOfSaid: [
    right('The most common category of need was “Absent parenting” (2 of 5, 40%).'),
    wrong('Most of the reviews were held on a screen (98 of 240).', /“Most” does not describe 98 of 240/),
  ],
  tablePercentages: [right(MAIN)],
  tableSums: [right(REFERRALS)],
}
