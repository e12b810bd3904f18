import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readReport } from '../../read/readReport.ts'
import { checkReport } from '../check.ts'
import type { Rule } from '../studied.ts'
import { rules } from './all.ts'
import { comparedCases } from '../../../../test/support/comparedReportCases.ts'
import { directionCases } from '../../../../test/support/directionReportCases.ts'
import { figureCases } from '../../../../test/support/figureReportCases.ts'
import { furtherCases } from '../../../../test/support/furtherReportCases.ts'
import { laterCases } from '../../../../test/support/laterReportCases.ts'
import { latestCases } from '../../../../test/support/latestReportCases.ts'
import { listCases } from '../../../../test/support/listReportCases.ts'
import { quietCases } from '../../../../test/support/quietReportCases.ts'
import { wholeCases } from '../../../../test/support/wholeReportCases.ts'
import { type Case, casesOfThings, cells, right, table, wrong } from '../../../../test/support/reportCases.ts'

const ABOUT = 'Independent Reviewing Service annual report 2022-23'

const FOSTER_CARE_BY_YEAR = table('Table 1: Children at the end of March', cells('Home', '2008-09', '2013-14'), cells('Foster care', 119, 288), cells('Residential homes', 33, 41)) // prettier-ignore
const HOMES = table('Table 1: Where children lived, 31 March 2023', cells('Home', 'Children'), cells('Foster care', 140), cells('With parents', 41), cells('Kinship homes', 22)) // prettier-ignore

const AGES = table('Table 1: Children by age, 31 March 2023', cells('Age', 'Number'), cells('0-4', 40), cells('5-9', 52), cells('10-13', 61), cells('14-17', 90), cells('Total', 243)) // prettier-ignore
const SEXES = table('Table 1: Children by age and sex', cells('Age', 'Boys', 'Girls', 'Total'), cells('0-9', 40, 52, 92), cells('10-17', 81, 70, 151), cells('Total', 121, 122, 243)) // prettier-ignore
const YEARS = table('Table 1: Escalations', cells('Area', '2020-21', '2021-22', '2022-23'), cells('Health', 31, 35, 42), cells('Education', 27, 25, 24), cells('Total', 58, 60, 66)) // prettier-ignore
const BY_MONTH = table('Table 1: Children starting, by month', cells('Month', 'Started', 'Ceased'), ...'Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar'.split(' ').map((month, at) => cells(month, at + 3, 9))) // prettier-ignore
const LOOKED_AFTER = 'On 31 March 2023 there were 243 children looked after.'

/** Cases of each rule, by the name of its file. */
const firstCases: Readonly<Record<string, readonly Case[]>> = {
  ...casesOfThings,
  bandsInText: [
    wrong(`There are 25 children aged 5 to 9.\n\n${AGES}`, /25 here, and 52/),
    right(`There are 52 children aged 5 to 9.\n\n${AGES}`),
    right('In 2021-22 there were 110; this is fewer.\n\n' + table('In time, by year', cells('', '2019-20', '2020-21', '2021-22', '2022-23'), cells('Reviews in time (%)', 91, 94, 96, 98))), // prettier-ignore
  ],
  besideTarget: [
    wrong('Timeliness rose to 94.1% and is still above our target of 95%.', /94\.1% is not above 95%/),
    right('Timeliness rose to 94.1% and is still below our target of 95%.'),
    wrong('9.2% had three or more placements, worse than the England average of 10%.', /not worse than 10%/),
    right('9.2% had three or more placements, better than the England average of 10%.'),
  ],
  boysAndGirls: [
    wrong(`${LOOKED_AFTER}\n\n121 are boys and 132 girls.`, /add up to 253/),
    right(`${LOOKED_AFTER}\n\n121 are boys and 122 girls.`),
    right(`${LOOKED_AFTER}\n\nOf those aged 10 and over 121 are boys and 132 girls.`),
  ],
  caseloads: [
    wrong('The service has 4.0 FTE for 243 children. The average caseload was 81.', /60\.|61/),
    wrong('Five IROs (4.0 FTE) reviewed 243 children; the mean caseload was 60.1.', /60\.8/),
    right('Five IROs (4.0 FTE) reviewed 243 children; the mean caseload was 60.8.'),
    right('The average caseload is 74 children for each full-time equivalent IRO, who number 3.6 FTE.'),
  ],
  changesInText: [
    wrong(`Escalations about education fell from 25 to 42.\n\n${YEARS}`, /42 is not among the numbers/),
    right(`Escalations about education fell from 25 to 24.\n\n${YEARS}`),
    wrong(`Escalations are up by sixteen on last year (60).\n\n${YEARS}`, /would be 76/),
    right(`Escalations are up by six on last year (60).\n\n${YEARS}`),
  ],
  changeShares: [
    wrong(
      'There were 803 children in care. A year before there were 768. The increase is 35 (6.4%).',
      /4\.6%, not 6\.4%/,
    ),
    right('There were 803 children in care. A year before there were 768. The increase is 35 (4.6%).'),
  ],
  columnsInText: [
    wrong(`Half are boys (122).\n\n${SEXES}`, /total of “Girls”/),
    right(`Half are boys (121).\n\n${SEXES}`),
  ],
  contradictions: [
    wrong('There were 412 children looked after on 31 March 2023.\n\nOn 31 March 2023 we looked after 421 children in care.', /412|421/), // prettier-ignore
    right('80 children became looked after in the year. A child can start more than once: there were 82 starts in all.\n\n' +
      table('Table 1: Periods of care that started in the year, by age', cells('Age', 'Number'), cells('0 to 5', 40), cells('6 to 13', 22), cells('14 and over', 20), cells('Total', 82))), // prettier-ignore
    ...[
      'At the end of March 2023 that was a mean of 84 children for each full-time post.',
      'On 31 March 2023 each IRO was responsible for 71 children.',
      'On 31 March 2023 the caseload was 71 children.',
      'There were 71 children in care to each officer.',
    ].map((text) => right(`On 31 March 2023 there were 412 children looked after.\n\n${text}`)),
    right('IROs raised 90 challenges in the year.\n\nDrift was the theme of 35 challenges. In 20 challenges it was health.'), // prettier-ignore
    right('There were 48 late reviews.\n\n20 were late owing to illness, 16 because parents could not come and 12 for want of a report.'), // prettier-ignore
    right('The service held 980 reviews in the year.\n\nIROs held 12 reviews a week at the busiest time.'),
    wrong('The number of reviews went up to 2,820.\n\n' + table('Key facts', cells('Indicator', '2021-22', '2022-23'), cells('Reviews held', '2,714', '2,802')), /2,?820/), // prettier-ignore
    wrong('On 31 March 2023 the average caseload was 58.\n\nCaseloads average 64.', /58|64/),
  ],
  copies: [
    right(
      'Shares are rounded and may not add to 100%.\n\nOther work followed.\n\nShares are rounded and may not add to 100%.',
    ),
    wrong('The service held 120 reviews of children placed at a distance in that time.\n\nOther work followed.\n\nThe service held 140 reviews of children placed at a distance in that time.', /same sentence/), // prettier-ignore
    right('The service held 120 reviews of children placed at a distance in 2021-22.\n\nThe service held 140 reviews of children placed at a distance in 2022-23.'), // prettier-ignore
  ],
  dates: [
    wrong('The board read this report on 31 June 2023.', /31 June/),
    wrong('The board met on Monday 12 July 2023.', /Wednesday/),
    right('The board met on Wednesday 12 July 2023.'),
  ],
  derived: [
    right('The service held 700 reviews in the year.\n\n640 reviews were held in time.\n\n60 reviews were late.'),
    right('700 reviews were held. 640 were in time, so that 60 of the 700 reviews were late.\n\n' + table('Key facts', cells('Indicator', '2022-23'), cells('Reviews on time (%)', 91), cells('Participation (%)', 94))), // prettier-ignore
  ],
  equations: [
    wrong('In the year 305 + 131 - 147 = 298.', /is 289, not 298/),
    right('In the year 305 + 131 - 147 = 289.'),
    wrong('231 children started to be looked after and 202 ceased. The net increase was 39.', /difference of 29/),
    right('231 children started to be looked after and 202 ceased. The net increase was 29.'),
    wrong('There are 4.5 FTE in post and a vacancy of 0.5 FTE: an establishment of 5.5 FTE.', /are 5, not/),
    right('There are 4.5 FTE in post and a vacancy of 0.5 FTE: an establishment of 5.0 FTE.'),
  ],
  followingShares: [
    wrong('Out of the 243 reviews, 236 were in time. That is 79%.', /97%, not 79%/),
    right('Out of the 243 reviews, 236 were in time. That is 97%.'),
    wrong('32 closed in time and six took longer, so 94% were on time.', /84%, not 94%/),
    right('32 closed in time and six took longer, so 84% were on time.'),
    right('Of 40 plans 38 were read and two were not, so 95% were read.'),
    wrong('There were 38 escalations. The number fell by six (24%).', /14%, not 24%/),
    right('There were 38 escalations. The number fell by six (14%).'),
  ],
  growth: [
    right('That is 22 more than on 31 March 2022 (303). The rate is 76.5 for every 10,000 residents under 18, of whom there were 42,500.'), // prettier-ignore
    wrong('The number of escalations rose from 40 to 50, an increase of 20%.', /25%/),
    wrong('Attendance rose from 88% to 82%.', /fall/),
    right('The number of escalations rose from 40 to 50, an increase of 25%.'),
    right('On 31 March 2023 there were 971 children, 4% more than the 934 of a year earlier. The number of reviews went up to 2,802, 88 more than before.'), // prettier-ignore
    wrong(
      'There were 618 children. That is 29 more (a 9.4% increase) than at 31 March 2022, when there were 589.',
      /4\.9%/,
    ),
    right('There were 618 children. That is 29 more (a 4.9% increase) than at 31 March 2022, when there were 589.'),
    wrong('The share rose from 65.3% to 67.4%, by 3.1 percentage points.', /2\.1 percentage points/),
    right('The share rose from 65.3% to 67.4%, by 2.1 percentage points.'),
    wrong('88 were raised. In 2021-22 there were 110; this is a fall of a quarter.', /fall of a quarter/),
    right('88 were raised. In 2021-22 there were 110; this is a fall of a fifth.'),
    wrong('Children chaired fourteen reviews, three times as many as the year before (seven).', /three times/),
    right('Children chaired fourteen reviews, twice as many as the year before (seven).'),
  ],
  labels: [
    wrong(table('Table 1: Children by home', cells('Home', 'Number', 'Last year'), cells('Foster care', 40, 41), cells('Foster care', 22, 24), cells('Residential', 12, 13)), /called “Foster care”/), // prettier-ignore
    wrong('The share of children with more than 3 placement moves in the year was 9%.', /three or more placements/),
    right('The share of children with three or more placements in the year was 9%.'),
  ],
  madeUpShares: [
    wrong(
      `${LOOKED_AFTER} 61 boys and 40 girls came from abroad. The girls make up 26% of all children.`,
      /16%, not 26%/,
    ),
    right(`${LOOKED_AFTER} 61 boys and 40 girls came from abroad. The girls make up 16% of all children.`),
    right(`${LOOKED_AFTER} 30 (12%) live in homes. 40 children live with a parent, 12 on an interim order; this represents 16% of all children.`), // prettier-ignore
  ],
  monthSequence: [
    wrong(table('Table 1: Reviews', cells('Month', 'Held'), ...['Oct 21', 'Nov 21', 'Dec 21', 'Jan 22', 'Feb 22', 'Mar 23'].map((month, at) => cells(month, at + 12))), /Mar 23 does not follow/), // prettier-ignore
    right(table('Table 1: Reviews', cells('Month', 'Held'), ...['Oct 21', 'Nov 21', 'Dec 21', 'Jan 22', 'Feb 22', 'Mar 22'].map((month, at) => cells(month, at + 12)))), // prettier-ignore
  ],
  monthsInText: [
    wrong(
      `In the first six months 33 children started and in the last six months 96.\n\n${BY_MONTH}`,
      /add up to 69, not 96/,
    ),
    right(`In the first six months 33 children started and in the last six months 69.\n\n${BY_MONTH}`),
    wrong(`From April to June there were 15 children who started.\n\n${BY_MONTH}`, /add up to 12, not 15/),
  ],
  namedBeside: [
    wrong(`Most lived with parents (140).\n\n${HOMES}`, /140 is the number of “Foster care”/),
    right(`Most lived in foster care (140).\n\n${HOMES}`),
  ],
  ofWhichRows: [
    wrong(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 298), cells('of which with relatives', 84), cells('of which in-house', 113), cells('of which with an agency', 83), cells('Residential', 52)), /add up to 280/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 298), cells('of which with relatives', 84), cells('of which in-house', 131), cells('of which with an agency', 83), cells('Residential', 52))), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 298), cells('of which with relatives', 84), cells('of which far away', 60), cells('Residential', 52))), // prettier-ignore
  ],
  onlyChange: [wrong(`Only health fell.\n\n${YEARS}`, /not the only ones/), right(`Only education fell.\n\n${YEARS}`)],
  overlap: [
    wrong(table('Table 1: Reviews', cells('Months', 'Number'), cells('April to June', 40), cells('June to September', 22), cells('October to December', 12), cells('January to March', 22)), /both take in June/), // prettier-ignore
    right(table('Table 1: Reviews', cells('Months', 'Number'), cells('April to June', 40), cells('April to September', 62), cells('April to December', 74))), // prettier-ignore
    wrong(table('Table 1: Time in care', cells('Time', 'Number'), cells('Under 6 months', 40), cells('6 to 18 months', 22), cells('1 to 2 years', 12), cells('Over 2 years', 22)), /both take in/), // prettier-ignore
    right(table('Table 1: Time in care', cells('Time', 'Number'), cells('Under 6 months', 40), cells('6 to 12 months', 22), cells('1 to 2 years', 12), cells('Over 2 years', 22))), // prettier-ignore
    wrong(table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 5', 40), cells('5 to 10', 22), cells('11 and over', 12)), /5/), // prettier-ignore
    right(table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 4', 40), cells('5 to 10', 22), cells('11 and over', 12))), // prettier-ignore
  ],
  periods: [
    wrong('This report covers the period 1 April 2022 to 31 March 2024.', /not a year/),
    right('This report covers the period 1 April 2022 to 31 March 2023.'),
    wrong('This report covers the period from 01/04/2022 to 31/03/2022.', /not a year/),
    right('This report covers the period from 01/04/2022 to 31/03/2023.'),
    wrong('One has worked here since 2011, the other since 2025.', /since 2025/),
    right('One has worked here since 2011, the other since 2022.'),
  ],
  personalData: [
    wrong('Kayleigh Burton, aged 14, was placed with her aunt.', /name of a child/),
    wrong('One girl (date of birth 04/05/2010) told us so.', /date of birth/),
    right('The Director, Helen Mason, thanked the team.'),
    wrong('Chloe M, who is 12, chaired hers.', /name of a child/),
  ],
  plansInPast: [
    wrong(
      'Priorities for 2023-24\n\nTo fill the vacant posts by December 2021.',
      /before the year of the report was over/,
    ),
    right('Priorities for 2023-24\n\nTo fill the vacant posts by December 2023.'),
    wrong('Report to: Corporate Parenting Board, 23 June 2022', /23 June 2022/),
    right('Report to: Corporate Parenting Board, 23 June 2023'),
  ],
  pointsApart: [
    wrong('95% were in time, which is two points below the target of 96%.', /1 percentage points apart, not 2/),
    right('95% were in time, which is one point below the target of 96%.'),
    wrong('94.1% were in time. That is 2.9 points below our target of 95%.', /0\.9/),
    right('Timeliness rose from 92.0% to 94.1% and is still 0.9 of a point below our target of 95%.'),
  ],
  rates: [
    wrong('On 31 March 2023 there were 400 children looked after. The rate was 84.0 per 10,000, in a population of 50,000 under 18.', /80\.0/), // prettier-ignore
    right('On 31 March 2023 there were 400 children looked after. The rate was 80.0 per 10,000, in a population of 50,000 under 18.'), // prettier-ignore
  ],
  ratios: [
    wrong('A quarter (41%) of parents came.', /does not describe/),
    wrong('412 children and 6.0 FTE, an average of 96 each.', /68\.7|69/),
    right('A quarter (26%) of parents came.'),
    wrong('452 children divided by 7.0 is 46.6.', /64\.6/),
    wrong('On average there were 80 reviews a month.\n\n839 reviews were held in the year.', /a month/),
    right('On average there were 70 reviews a month.\n\n839 reviews were held in the year.'),
  ],
  references: [
    wrong('Table 4 shows children by age.\n\n' + table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 4', 40), cells('5 to 10', 22)), /no table 4/i), // prettier-ignore
    right('Table 1 shows children by age.\n\n' + table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 4', 40), cells('5 to 10', 22))), // prettier-ignore
    wrong('1. Introduction\n\nThe law is set out in section 6.\n\n2. Our team\n\nAll are qualified.\n\n3. Reviews\n\nThey were held.', /no section 6/i), // prettier-ignore
    right('1. Introduction\n\nThe duties are set out in section 25B. Others are in section 3A.\n\n2. Our team\n\nAll are qualified.\n\n3. Reviews\n\nThey were held.'), // prettier-ignore
  ],
  rowChanges: [
    wrong(`Escalations about health rose by 12%.\n\n${YEARS}`, /by 20%, not 12%/),
    right(`Escalations about health rose by 20%.\n\n${YEARS}`),
    wrong(`66 were raised, 16 more than in 2021-22.\n\n${YEARS}`, /by 6, not 16/),
    right(`66 were raised, 6 more than in 2021-22.\n\n${YEARS}`),
  ],
  rowsInText: [
    wrong('There were 47 children in residential homes.\n\n' + table('Table 1: Children by home, 31 March 2023', cells('Home', 'Number'), cells('Foster care', 140), cells('Residential homes', 41), cells('Kinship care', 22)), /41/), // prettier-ignore
    right('There were 41 children in residential homes.\n\n' + table('Table 1: Children by home, 31 March 2023', cells('Home', 'Number'), cells('Foster care', 140), cells('Residential homes', 41), cells('Kinship care', 22))), // prettier-ignore
    ...[
      'Of the 149 late reviews, 61 were late because a social worker was absent, 27 because a parent could not come and 13 for other reasons.',
      '27 were moved because a parent could not come.',
      '27 were moved at the request of parents.',
      '27 meetings were late as parents were ill, and parents asked for 13 others.',
      'There were 22 children in kinship homes and 41 with parents.',
      'On average 5 children were with parents in a month.',
      'Views were heard in 102 (every place but foster care), which is good.',
    ].map((text) => right(`${text}\n\n${HOMES}`)),
    wrong('There were 52 children in foster care and 41 with parents.\n\n' + HOMES, /“Foster care” is 52 here, and 140/), // prettier-ignore
    ...['In all 51 children lived with parents.', 'Of the children 51 were placed with parents.'].map((text) =>
      wrong(`${text}\n\n${HOMES}`, /“With parents” is 51 here, and 41/),
    ),
    right('Nearly half (47%) moved on at 18.\n\n' + table('Destinations of those who left', cells('Destination', 'Children'), cells('Returned home', 42), cells('Moved on at 18', 69), cells('Other', 12))), // prettier-ignore
  ],
  saidOfThisYear: [
    wrong('91% were settled in time.\n\nWe will settle 95% in time (82% this year).', /82% is said of this year/),
    right('91% were settled in time.\n\nWe will settle 95% in time (91% this year).'),
  ],
  sectionPurposes: [
    wrong('42 children are subject to a care order (section 47).', /section 31/),
    right('42 children are subject to a care order (section 31).'),
    right('42 children are subject to an interim care order (section 38).'),
  ],
  sentencePercentages: [
    wrong('702 reviews were held; 688 of the 702 reviews (89%) were on time.', /98%/),
    right('702 reviews were held; 688 of the 702 reviews (98%) were on time.'),
    right('We sent forms to 150 carers, and 63 replied. Three quarters (75%) of parents found the IRO helpful.'),
    wrong('212 consultation forms came back out of 530 sent, a return rate of 45%.', /40%/),
    wrong('2,041 reviews were chaired, 91.8% (2,002) within timescales.', /98\.1%/),
    right('2,041 reviews were chaired, 98.1% (2,002) within timescales.'),
    wrong('Children came to 397 reviews. 397 attended, 95% of 676.', /59%/),
    right('397 attended, 59% of 676.'),
    wrong('Of the 199 reviews there was a report in 191, ninety per cent.', /96%/),
    right('Of the 199 reviews there was a report in 191, ninety-six per cent.'),
    right('Most were placed in lodgings 50 (58%) or in foster care 34 (40%).'),
    right(
      'IROs chaired 1,745 reviews (1,689 the year before). 1,658 (95%) were in time, compared with 1,571 (93%) then.',
    ),
    right(
      'There are 618 children in foster care. Those with relatives are 112, which is just over a quarter of all foster homes (26%).',
    ),
  ],
  sentenceSums: [
    wrong('39 reviews were late. The reasons were: no report (14), sickness (6), parents not available (9) and other (7).', /add up to 36/), // prettier-ignore
    right('39 reviews were late. The reasons were: no report (14), sickness (9), parents not available (9) and other (7).'), // prettier-ignore
    right('39 reviews were late. The main reasons were: no report (14), sickness (9) and parents not available (9).'),
    wrong('The service raised 64 challenges: 41 informal, 19 formal and 14 themed.', /add up to 74/),
    right('The service raised 64 challenges: 41 informal, 19 formal and 4 themed.'),
    wrong('604 ratings were green, 203 amber and 45 red, 812 in all.', /add up to 852/),
    wrong('In 969 (95%) the child took part: 570 came, 204 sent an advocate and 255 wrote.', /add up to 1,029/),
    right('In 969 (95%) the child took part: 510 came, 204 sent an advocate and 255 wrote.'),
    right('Contents: 1 Headlines; 2 Duties; 3 Staffing; 4 Cohort; 5 Reviews.'),
    right('Results (52 replies): 44 (85%) knew their IRO, 39 (75%) had met them, 47 (90%) were content.'),
    wrong('Of the 1,398 children, 620 attended and the other 796 wrote.', /add up to 1,416/),
    right('Of the 1,398 children, 602 attended and the other 796 wrote.'),
    wrong('We have ten full-time and four half-time posts, 16 people in all.', /add up to 14/),
    right('We have ten full-time and four half-time posts, 14 people in all.'),
  ],
  sharesOfWhole: [
    wrong('104% of children took part in their review.', /more than all of it/),
    right('94% of children took part in their review.'),
  ],
  seriesInText: [
    wrong('Children in foster care rose from 119 in March 2009 to 298 in March 2014.\n\n' + FOSTER_CARE_BY_YEAR, /288/),
    right('Children in foster care rose from 119 in March 2009 to 288 in March 2014.\n\n' + FOSTER_CARE_BY_YEAR),
  ],
  sharesInWords: [
    wrong('298 children live with foster carers; more than a third of them (84) live with relatives.', /28\.2%/),
    right('298 children live with foster carers; more than a quarter of them (84) live with relatives.'),
    wrong('Two thirds of our children (120 of 243) live here.', /49\.4%/),
    right('Half of our children (120 of 243) live here.'),
    right('The number fell by a third (120 of 243).'),
  ],
  smallCells: [
    wrong(table('Table 1: Children looked after by ethnicity', cells('Group', 'Number'), cells('White', 140), cells('Asian', 41), cells('Other', 2)), /under five/), // prettier-ignore
    right(table('Table 1: Children looked after by ethnicity', cells('Group', 'Number'), cells('White', 140), cells('Asian', 41), cells('Other', 12))), // prettier-ignore
  ],
  smallCounts: [
    wrong('There are 3 Traveller children in care, all in one home.', /3 with “Traveller”/),
    wrong('Only one young person was pregnant.', /pregnant/),
    right('There are 13 Traveller children in care.'),
    right('Three children were chairs of their reviews.'),
    right('One young person who is deaf said that the interpreter helped.'),
  ],
  statutes: [
    wrong('See section 25K of the Children Act 1989.', /no section 25K/),
    right('See section 22C of the 1989 Act and section 38A of the Children Act 1989.'),
    wrong('The IRO Handbook (Department for Children, Schools and Families, 2015) says so.', /IRO Handbook/),
    wrong('The duties are in section 25B of the Children Act 1998.', /Children Act 1989/),
    wrong('Section 118 of the Children Act 1989 asks for an independent review of cases.', /2002/),
    right('The duties are in section 25B of the Children Act 1989.'),
    wrong('See s25A Children Act 1991.', /Children Act 1989/),
    right('See s25A Children Act 1989.'),
    wrong('The Care Planning and Placement (Wales) Regulations 2010 apply.', /Case Review/),
    wrong('An IRO may refer a case to Cafcass under section 52B(3).', /section 25B/),
    right('An IRO may refer a case to Cafcass under section 25B(3).'),
    wrong('Paragraph 7.11 of the IRO Guidebook asks for it.', /IRO Handbook/),
  ],
  superlatives: [
    wrong(`The largest group is those aged 5 to 9.\n\n${AGES}`, /./),
    right(`The largest group is those aged 14 to 17.\n\n${AGES}`),
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
  ],
  tableShareTotals: [
    wrong(table('Table 1: Children by home', cells('Home', 'Share'), cells('Foster care', '60%'), cells('Residential', '32%'), cells('Kinship', '15%'), cells('Total', '100%')), /107%/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Share'), cells('Foster care', '60%'), cells('Residential', '25%'), cells('Kinship', '15%'), cells('Total', '100%'))), // prettier-ignore
  ],
  tableSums: [
    wrong(table('Table 1: Children by home', cells('Home', 'Number'), cells('All children in care', 412), cells('Foster care', 298), cells('of which with relatives', 84), cells('Residential', 52), cells('With parents', 26), cells('Other', 46)), /adds up to 422/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number'), cells('All children in care', 412), cells('Foster care', 298), cells('of which with relatives', 84), cells('Residential', 52), cells('With parents', 16), cells('Other', 46))), // prettier-ignore
    right(table('Table 1: Reviews', cells('Reviews', 'Number'), cells('All reviews', 412), cells('In time', 398), cells('Chaired by the child', 52), cells('In person', 216))), // prettier-ignore
    wrong(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 120), cells('Residential', 50), cells('Kinship', 30), cells('Total', 210)), /adds up to 200/), // prettier-ignore
    right(table('Table 1: Children by home', cells('Home', 'Number'), cells('Foster care', 120), cells('Residential', 50), cells('Kinship', 30), cells('Total', 200))), // prettier-ignore
  ],
  timesAsMany: [
    wrong('There are more than three times as many boys (74) as girls (34).', /2\.2 times/),
    right('There are more than twice as many boys (74) as girls (34).'),
  ],
  trends: [
    wrong(`Escalations about education have risen each year.\n\n${YEARS}`, /went from 27 to 25/),
    right(`Escalations about education have fallen each year.\n\n${YEARS}`),
  ],
  units: [
    wrong('Attendance rose from 58% to 64%, a rise of 6%.', /percentage points/),
    right('Attendance rose from 58% to 64%, a rise of 6 percentage points.'),
  ],
}

const allCases = [
  firstCases,
  furtherCases,
  laterCases,
  latestCases,
  figureCases,
  comparedCases,
  directionCases,
  listCases,
  quietCases,
  wholeCases,
]
const cases: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  [...new Set(allCases.flatMap((all) => Object.keys(all)))].map((name) => [
    name,
    allCases.flatMap((all) => all[name] ?? []),
  ]),
)

/** Files of this folder that are no rule, but what rules share. */
const SHARED = [
  'all',
  'allOfWords',
  'firstNames',
  'lawTopics',
  'opposites',
  'percentageBases',
  'roundedSum',
  'rules.test',
  'sectionTopicList',
  'statuteList',
  'told',
  'wholesTold',
]

const nameOf = (rule: Rule): string => rule.name

describe('each rule', () => {
  it('has cases here', () => {
    const files = readdirSync(import.meta.dirname).map((file) => file.replace(/\.ts$/, ''))
    assert.deepEqual(Object.keys(cases).sort(), files.filter((file) => !SHARED.includes(file)).sort())
    assert.deepEqual(rules.map(nameOf).sort(), Object.keys(cases).sort())
  })
  for (const [name, all] of Object.entries(cases)) {
    for (const { text, found } of all) {
      it(`${name} ${found ? 'finds' : 'says nothing of'}: ${text.replaceAll(/\s+/g, ' ').slice(0, 80)}`, async () => {
        const rule = rules.find((one) => nameOf(one) === name)
        assert.ok(rule, name)
        const report = await readReport('report.txt', Buffer.from(`${ABOUT}\n\n${text}\n`))
        const messages = checkReport(report, [rule]).map(({ message }) => message)
        if (found)
          assert.ok(messages.some((message) => found.test(message)), messages.join('\n') || 'nothing') // prettier-ignore
        else assert.deepEqual(messages, [])
      })
    }
  }
})
