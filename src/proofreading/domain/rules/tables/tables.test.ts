import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { tablesRules } from './index.ts'

// prettier-ignore
const YEARS = table('Table 1: Escalations', cells('Area', '2020-21', '2021-22', '2022-23'), cells('Health', 31, 35, 42), cells('Education', 27, 25, 24), cells('Total', 58, 60, 66)) // prettier-ignore
const HEALTH = table('Table 3: Health checks', cells('Check', 'This year', 'Share', 'Last year', 'Share last year'), cells('Dentist', '44 of 50', '88.0%', '36 of 48', '75.0%'), cells('Optician', '30 of 50', '60.0%', '36 of 48', '75.0%'), cells('Injections', '41 of 50', '82.0%', '40 of 48', '83.3%')) // prettier-ignore
// prettier-ignore
const HIDDEN = table('Table 5: Plans at reviews', cells('Measure', 'This year', 'Share', 'Last year', 'Share last year'), cells('Plan agreed', '14 of 18', '77.8%', 'c of 15', 'c'), cells('Plan shared', '12 of 18', '66.7%', 'c of 15', 'c'), cells('Plan signed', '9 of 18', '50.0%', '10 of 15', '66.7%'), cells('Plan kept', '18 of 18', '100.0%', '9 of 15', '60.0%')) // prettier-ignore
// prettier-ignore
const homes = (...shares: string[]) =>
  table('Table 1: Children by home', cells('Home', 'Share'), ...['Foster care', 'Residential', 'Kinship', 'Lodgings', 'Total'].map((home, at) => cells(home, shares[at] ?? ''))) // prettier-ignore
// prettier-ignore
const visits = (few: string) => table('Table 1: Visits by place', cells('Place', 'Visits', 'Planned'), cells('Home', 60, 60), cells('School', 20, 20), cells('Club', few, 3), cells('Office', 12, 12), cells('Total', 100, 95)) // prettier-ignore
// prettier-ignore
const FLOW = (end: number) => table('Movement', cells('Quarter', 'Entered', 'Left', 'In care at end'), cells('Q1', 20, 12, 238), cells('Q2', 15, 13, end), cells('Q3', 11, 9, 242), cells('Q4', 10, 9, 243), cells('Year', 56, 43, 243)) // prettier-ignore
// prettier-ignore
const THREE_YEARS = table('Table 3: Challenges', cells('', '2020/21', '2021/22', '2022/23'), cells('Informal', 118, 147, 172), cells('Formal', 40, 50, 44)) // prettier-ignore
// prettier-ignore
const MAIN = table('Table 1: Main figures', cells('Measure', '2020-21', '2021-22', '2022-23'), cells('Children who started', 2, 2, 5), cells('Children for each officer', 2, 2, 1), cells('Children with all reviews on time', '100%', '100%', '100%')) // prettier-ignore
const REFERRALS = table('Table 4: Advocacy', cells('Measure', '2022-23', '2021-22', 'Change'), cells('Referrals', 1, 1, 0), cells('Visitors', 0, 0, 0), cells('Matches', 0, 0, 0)) // prettier-ignore
// prettier-ignore
const beside = (own: number) => table('Table 3: Where children lived', cells('Home', 'Here', 'Here %', 'North East %'), cells('Foster care', 170, 70, 69), cells('Residential', 34, own, 14), cells('With parents', 24, 9.9, 10), cells('Other', 15, 6.2, 7), cells('Total', 243, 100, 100)) // prettier-ignore

eachRule(tablesRules, {
  cellsUpFrom: [
    wrong(table('Measures', cells('Measure', 'Number', '%', 'Trend'), cells('Minutes in time', 573, '46%', 'Up from 49%')), /46 is less than 49/), // prettier-ignore
    right(table('Measures', cells('Measure', 'Number', '%', 'Trend'), cells('Minutes in time', 573, '46%', 'Down from 49%'))), // prettier-ignore
  ],
  flowTables: [
    wrong(table('Movement', 'Year | Children at 31 March | Started | Ceased', '2020 | 598 | 236 | 221', '2021 | 631 | 251 | 218', '2022 | 685 | 214 | 187', '2023 | 660 | 190 | 188'), /make 658, not 685/), // prettier-ignore
    wrong(FLOW(250), /238, 15 more and 13 fewer make 240, not 250/),
    right(FLOW(240)),
    wrong(table('Movement', cells('', '2021-22', '2022-23'), cells('Children at the start', 220, 230), cells('Entered care', 60, 56), cells('Left care', 50, 43), cells('Children at the end', 230, 253)), /make 243, not 253/), // prettier-ignore
    right(table('Movement', cells('', '2021-22', '2022-23'), cells('Children at the start', 220, 230), cells('Entered care', 60, 56), cells('Left care', 50, 43), cells('Children at the end', 230, 243))), // prettier-ignore
  ],
  labels: [
    wrong(table('Table 1: Children by home', cells('Home', 'Number', 'Last year'), cells('Foster care', 40, 41), cells('Foster care', 22, 24), cells('Residential', 12, 13)), /called “Foster care”/), // prettier-ignore
    wrong('The share of children with more than 3 placement moves in the year was 9%.', /three or more placements/),
    right('The share of children with three or more placements in the year was 9%.'),
    right(HEALTH),
    right(HIDDEN),
    right(table('Table 4: Visits', cells('Officer', 'Visits', 'Lead', 'Late'), cells('North', 14, 'Manager', 3), cells('South', 22, 'Manager', 5), cells('West', 31, 'Deputy', 8))), // prettier-ignore
    wrong(HEALTH.replace('Optician', 'Dentist'), /called “Dentist”/),
    wrong(HIDDEN.replace('Plan signed', 'Plan shared'), /called “Plan shared”/),
  ],
  ofWhichRows: [
    wrong(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 298), cells('of which with relatives', 84), cells('of which in-house', 113), cells('of which with an agency', 83), cells('Residential', 52)), /add up to 280/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 298), cells('of which with relatives', 84), cells('of which in-house', 131), cells('of which with an agency', 83), cells('Residential', 52))), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 298), cells('of which with relatives', 84), cells('of which far away', 60), cells('Residential', 52))), // prettier-ignore
  ],
  oppositeRows: [
    wrong(table('Table G: Reviews', cells('Reviews', 'Number'), cells('Total number of reviews', 505), cells('Held within timescale', 499), cells('Held outside of timescale', 9)), /508 together/), // prettier-ignore
    right(table('Table G: Reviews', cells('Reviews', 'Number'), cells('Total number of reviews', 508), cells('Held within timescale', 499), cells('Held outside of timescale', 9))), // prettier-ignore
  ],
  rowChanges: [
    right(`Late reviews fell by 27%, from 84 to 61, but are still 14 more than in 2020-21.\n\n${table('Table 1: Reviews', cells('', '2020-21', '2021-22', '2022-23'), cells('In time', 900, 880, 910), cells('Late', 47, 84, 61))}`), // prettier-ignore
    wrong(`Escalations about health rose by 12%.\n\n${YEARS}`, /by 20%, not 12%/),
    right(`Escalations about health rose by 20%.\n\n${YEARS}`),
    wrong(`66 were raised, 16 more than in 2021-22.\n\n${YEARS}`, /by 6, not 16/),
    right(`66 were raised, 6 more than in 2021-22.\n\n${YEARS}`),
    wrong(`Formal challenges rose by 10 (25.0%) in 2021/22 and informal challenges rose by 35 in 2022/23.\n\n${THREE_YEARS}`, /by 25, not 35/), // prettier-ignore
    right(`Formal challenges rose by 10 (25.0%) in 2021/22 and informal challenges rose by 25 in 2022/23.\n\n${THREE_YEARS}`), // prettier-ignore
    wrong(`Informal challenges rose by 29 in 2021/22 and by 52 in 2022/23.\n\n${THREE_YEARS}`, /by 25, not 52/),
    right(`Informal challenges rose by 29 in 2021/22 and by 25 in 2022/23.\n\n${THREE_YEARS}`),
  ],
  tableChanges: [
    right(table('The service', cells('Measure', '2021-22', '2022-23', 'Change'), cells('IROs', 6, 8, '+2'), cells('Children for each IRO', 55, 55, '+1'))), // prettier-ignore
    wrong(table('Table 1: Children in care', cells('', '2020', '2021', '2022', '2023', '2024'), cells('Children', 968, 1002, 987, 1018, 1046), cells('Change', '', '+34', '-15', '+41', '+28')), /change is 31, not \+41/), // prettier-ignore
    right(table('Table 1: Children in care', cells('', '2020', '2021', '2022', '2023', '2024'), cells('Children', 968, 1002, 987, 1018, 1046), cells('Change', '', '+34', '-15', '+31', '+28'))), // prettier-ignore
    wrong(table('Table 1: Ages', cells('Age', '2024', '%', '2025', '%', 'Change (points)'), cells('0-4', 22, 5.6, 24, 5.8, '+0.3'), cells('5-9', 55, 13.9, 52, 12.6, '-1.3'), cells('10-13', 148, 37.4, 161, 39.1, '+3.7'), cells('14-17', 90, 22.7, 96, 23.3, '+0.6')), /1\.7, not \+3\.7/), // prettier-ignore
    wrong(table('Table 1: Indicators', cells('Indicator', '2021-22', '2022-23', 'Change'), cells('Reviews held', 620, 660, '+40'), cells('Challenges', 61, 64, '+3'), cells('Visits', 210, 240, '+10')), /\+?30/), // prettier-ignore
    wrong(table('Table 1: Indicators', cells('Indicator', '2021-22', '2022-23', 'Change'), cells('Reviews held', 620, 660, '+40'), cells('Challenges', 61, 64, '+3'), cells('Late', 30, 24, '+6'), cells('Visits', 240, 210, '-30')), /-6, not \+6/), // prettier-ignore
    right(table('Table 1: Indicators', cells('Indicator', '2021-22', '2022-23', 'Change'), cells('Reviews held', 620, 660, '+40'), cells('Challenges', 61, 64, '+3'), cells('Visits', 210, 240, '+30'))), // prettier-ignore
    wrong(table('Table 1: Children at 31 March', cells('Year', 'Children', 'Change'), cells('2019', 300, ''), cells('2020', 312, '+12'), cells('2021', 319, '+7'), cells('2022', 327, '+18'), cells('2023', 338, '+11')), /change is 8/), // prettier-ignore
  ],
  tablePercentages: [
    wrong(table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Reviews held', 1553, 1602), cells('Reviews on time (number)', 1406, 1940), cells('Reviews on time (%)', '90.5', '93.0'), cells('Compliments', 38, 46)), /not 93\.0%/), // prettier-ignore
    right(table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Reviews held', 1553, 1602), cells('Reviews on time (number)', 1406, 1490), cells('Reviews on time (%)', '90.5', '93.0'), cells('Compliments', 38, 46))), // prettier-ignore
    wrong(table('Table 1: Children by home', cells('Home', 'Number', 'Share'), cells('Foster care', 120, '60%'), cells('Residential', 50, '35%'), cells('Kinship', 30, '15%'), cells('Total', 200, '100%')), /25%/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number', 'Share'), cells('Foster care', 120, '60%'), cells('Residential', 50, '25%'), cells('Kinship', 30, '15%'), cells('Total', 200, '100%'))), // prettier-ignore
    right(HEALTH),
    right(HIDDEN),
    wrong(HEALTH.replace('82.0%', '87.0%'), /82\.0%, not 87\.0%/),
    right(table('Table 6: Reviews', cells('Review', 'Held', 'In time', 'Share', 'Last year', 'Share last year'), cells('First', 20, 18, '90%', '15 of 18', '83%'), cells('Second', 25, 24, '96%', '20 of 22', '91%'), cells('Later', 90, 81, '90%', '81 of 90', '90%'), cells('Others', 10, 9, '90%', '9 of 10', '90%'))), // prettier-ignore
    wrong(table('Health of children looked after for a year (412 children)', cells('Measure', 'Number', '%'), cells('Health assessment', 386, '93.7'), cells('Dental check', 341, '82.8'), cells('Immunisations', 379, '90.2')), /92\.0%, not 90\.2%/), // prettier-ignore
    right(MAIN),
    right(beside(14)),
    wrong(beside(16), /14%, not 16%/),
  ],
  tableQuotients: [
    wrong(table('Officers', cells('Officer', 'FTE', 'Cases', 'Cases per FTE'), cells('A', '1.0', 62, 62), cells('B', '0.8', 49, 61), cells('C', '0.6', 38, 63), cells('D', '0.5', 32, 46)), /is 64 by its own row/), // prettier-ignore
    right(table('Officers', cells('Officer', 'FTE', 'Cases', 'Cases per FTE'), cells('A', '1.0', 62, 62), cells('B', '0.8', 49, 61), cells('C', '0.6', 38, 63), cells('D', '0.5', 32, 64))), // prettier-ignore
  ],
  tableShareTotals: [
    wrong(table('Table 1: Children by home', cells('Home', 'Share'), cells('Foster care', '60%'), cells('Residential', '32%'), cells('Kinship', '15%'), cells('Total', '100%')), /107%/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Share'), cells('Foster care', '60%'), cells('Residential', '25%'), cells('Kinship', '15%'), cells('Total', '100%'))), // prettier-ignore
    ...['c', '–', '*', '[c]', '<5', '≤5%', '1-4%', 'suppressed', 'fewer than 5%', '5% or less'].map((hidden) =>
      right(homes('60.0%', '20.0%', '12.0%', hidden, '100%')),
    ),
    right(table('Table 1: Children by home', cells('Home', 'Children', 'Share'), cells('Foster care', 60, '60.0%'), cells('Residential', 20, '20.0%'), cells('Kinship', 12, '12.0%'), cells('Lodgings', 8, ''), cells('Total', 100, '100%'))), // prettier-ignore
    wrong(homes('60.0%', '20.0%', '12.0%', '4.0%', '100%'), /96/),
    wrong(homes('60.0%', '30.0%', '15.0%', 'c', '100%'), /105/),
  ],
  tableSums: [
    right(table('Table 1: Disputes by quarter and children concerned', cells('Quarter', 'Disputes', 'Children'), cells(1, 12, 14), cells(2, 13, 15), cells(3, 11, 19), cells(4, 14, 13), cells('Year', 50, 54))), // prettier-ignore
    wrong(table('Table 1: Children by home', cells('Home', 'Number'), cells('All children in care', 412), cells('Foster care', 298), cells('of which with relatives', 84), cells('Residential', 52), cells('With parents', 26), cells('Other', 46)), /adds up to 422/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number'), cells('All children in care', 412), cells('Foster care', 298), cells('of which with relatives', 84), cells('Residential', 52), cells('With parents', 16), cells('Other', 46))), // prettier-ignore
    right(table('Table 1: Reviews', cells('Reviews', 'Number'), cells('All reviews', 412), cells('In time', 398), cells('Chaired by the child', 52), cells('In person', 216))), // prettier-ignore
    wrong(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 120), cells('Residential', 50), cells('Kinship', 30), cells('Total', 210)), /adds up to 200/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 120), cells('Residential', 50), cells('Kinship', 30), cells('Total', 200))), // prettier-ignore
    ...['c', '≤5', '1-4', 'fewer than 5', 'suppressed', '[low]'].map((hidden) => right(visits(hidden))),
    ...['', '–', '0'].map((nought) => wrong(visits(nought), /adds up to 92/)),
    right(FLOW(240)),
    wrong(table('Reviews', cells('', '2020/21', '2021/22', '2022/23'), cells('Reviews', 1604, 1702, 1709), cells('Child attended', 898, 1004, 1110), cells('Views given otherwise', 602, 604, 596), cells('No views', 104, 94, 84)), /1,790/), // prettier-ignore
    right(table('Reviews', cells('', '2020/21', '2021/22', '2022/23'), cells('Reviews', 1604, 1702, 1790), cells('Child attended', 898, 1004, 1110), cells('Views given otherwise', 602, 604, 596), cells('No views', 104, 94, 84))), // prettier-ignore
    right(REFERRALS),
  ],
})
