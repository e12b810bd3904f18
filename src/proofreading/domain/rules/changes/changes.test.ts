import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { changesRules } from './index.ts'

// prettier-ignore
const YEARS = table('Table 1: Escalations', cells('Area', '2020-21', '2021-22', '2022-23'), cells('Health', 31, 35, 42), cells('Education', 27, 25, 24), cells('Total', 58, 60, 66)) // prettier-ignore
const FOSTER_CARE_BY_YEAR = table('Table 1: Children at the end of March', cells('Home', '2008-09', '2013-14'), cells('Foster care', 119, 288), cells('Residential homes', 33, 41)) // prettier-ignore
const CHILDREN = 'On 31 March 2023 there were 243 children looked after.'
// prettier-ignore
const BY_YEAR = table('Table 1: Children at 31 March', cells('Year', 'Children'), cells('2021', 220), cells('2022', 231), cells('2023', 243)) // prettier-ignore
// prettier-ignore
const BY_QUARTER = table('Table 1: Reviews', cells('Quarter', 'Held', 'On time', 'Per cent'), cells('April to June', 138, 131, '94.9%'), cells('July to September', 147, 142, '96.6%'), cells('October to December', 151, 147, '97.4%'), cells('January to March', 166, 163, '98.2%')) // prettier-ignore
// prettier-ignore
const BY_AREA = table('Table 1: Children by area', cells('Area', '2020/21', '2021/22', '2022/23'), cells('North', 412, 431, 447), cells('East', 388, 376, 369), cells('West', 297, 305, 298)) // prettier-ignore
// prettier-ignore
const TURNED_AREAS = table('Table 1: Children by area', cells('Area', '2020/21', '2021/22', '2022/23'), cells('North', 412, 431, 447), cells('East', 388, 376, 369), cells('West', 297, 305, 309)) // prettier-ignore
// prettier-ignore
const STATUSES_BY_YEAR = table('Table 1: Legal status', cells('Status', '2020-21', '2021-22', '2022-23'), cells('Care order', 300, 320, 344), cells('Section 20', 248, 255, 260), cells('Total', 548, 575, 604)) // prettier-ignore
const ENDED = table('Table 2: Periods of care that ended, by reason', cells('Reason', '2021-22', '2022-23'), cells('Home', 90, 95), cells('Other', 71, 74), cells('Total', 161, 169)) // prettier-ignore
// prettier-ignore
const HELD = table('Table 1: Reviews held', cells('Measure', '2021-22', '2022-23'), cells('Reviews held', 1028, 1055)) // prettier-ignore
// prettier-ignore
const LAST_YEAR = 'On 31 March 2022 there were 230 children looked after.'
const THIS_YEAR = 'On 31 March 2023 there were 243 children looked after.'

eachRule(changesRules, {
  changeShares: [
    wrong(
      'There were 803 children in care. A year before there were 768. The increase is 35 (6.4%).',
      /4\.6%, not 6\.4%/,
    ),
    right('There were 803 children in care. A year before there were 768. The increase is 35 (4.6%).'),
  ],
  changeSizes: [
    right('There were 183 challenges in 2021-22 and 221 challenges were raised.\n\nChallenges rose by 27 (17.3%) in 2021/22 and by 38 (20.8%) in 2022/23.'), // prettier-ignore
    wrong(`${LAST_YEAR}\n\n${THIS_YEAR}\n\nThe number of children rose by 5.9%.`, /a rise of 13 \(5\.7%\)/),
    right(`${LAST_YEAR}\n\n${THIS_YEAR}\n\nThe number of children rose by 5.7%.`),
    wrong(`${LAST_YEAR}\n\nAt the end of the year 243 children were looked after, 31 more than a year before.\n\n${THIS_YEAR}`, /a rise of 13/), // prettier-ignore
    wrong('IROs raised 96 disputes, a quarter more than last year.\n\nNinety-six disputes were raised. There were 80 in 2021-22.', /a rise of 16/), // prettier-ignore
    right('IROs raised 96 disputes, a fifth more than last year.\n\nNinety-six disputes were raised. There were 80 in 2021-22.'), // prettier-ignore
    right(`${LAST_YEAR}\n\n${THIS_YEAR}\n\nThe number of children in England rose by 2%.`),
  ],
  changesInText: [
    wrong(`Escalations about education fell from 25 to 42.\n\n${YEARS}`, /42 is not among the numbers/),
    right(`Escalations about education fell from 25 to 24.\n\n${YEARS}`),
    wrong(`Escalations are up by sixteen on last year (60).\n\n${YEARS}`, /would be 76/),
    right(`Escalations are up by six on last year (60).\n\n${YEARS}`),
    right(`${ENDED}\n\n167 children ceased to be looked after. That is 6 more than in 2021-22 (161).`),
    wrong(`${ENDED}\n\nChildren ceased to be looked after. That is 6 more than in 2021-22 (161).`, /would be 167/),
  ],
  changesSaid: [
    wrong(`${table('Key figures', cells('Task', 'Total', 'Percentage', 'Comparison to 21/22'), cells('Reviews held', 640, '', 611), cells('Reviews held in time', 610, '95%', 'Up from 91%'))}\n\nThe number of reviews held has seen a slight decrease.`, /went from 611 to 640/), // prettier-ignore
    right(`${table('Key figures', cells('Task', 'Total', 'Percentage', 'Comparison to 21/22'), cells('Reviews held', 640, '', 611), cells('Reviews held in time', 610, '95%', 'Up from 91%'))}\n\nThere has been a slight increase in reviews held.`), // prettier-ignore
    wrong(`${table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Complaints', 12, 19), cells('Compliments', 30, 41))}\n\nWe are glad of the marked reduction in complaints.`, /went from 12 to 19/), // prettier-ignore
    right(`${HELD}\n\nThe reviews that had fallen due were held.`),
    wrong(`${table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Complaints', 12, 19), cells('Compliments', 30, 41))}\n\nThe number of complaints has fallen.`, /went from 12 to 19/), // prettier-ignore
    right(`${table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Complaints', 12, 19), cells('Compliments', 30, 41))}\n\nThe number of complaints has risen.`), // prettier-ignore
    right(`${table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Complaints', 12, 19), cells('Compliments', 30, 41))}\n\nWe expect that the number of complaints will have fallen.`), // prettier-ignore
  ],
  fromTo: [
    wrong('Dental checks in date decreased across the year from 81.1% to 88.1%.', /numbers rise from 81\.1% to 88\.1%/),
    wrong('Timeliness has fallen a good deal since last year, from 84% to over 93%.', /rise from 84% to 93%/),
    wrong('The average time to settle a dispute rose from 22 working days to 17.', /fall from 22 working days to 17/),
    wrong('The average caseload has risen from 68.5 to under 64, although there are more children.', /fall from 68\.5 to 64/), // prettier-ignore
    wrong(
      'Team performance worsened from 40.9% in April 2022 to a team figure of 74.4%.',
      /rise from 40\.9% to 74\.4%/,
    ),
    wrong('The cost of agency staff climbed from £41,000 to £28,500.', /fall from £41,000 to £28,500/),
    right('Dental checks in date increased across the year from 81.1% to 88.1%.'),
    right('Despite the increase in demand, caseloads went from 71 to 64 over the year.'),
    right('The reduction in vacancies has seen caseloads move from 58 to 64.'),
    right('The share of late reviews improved from 6.1% to 4.2%.'),
    right('Caseloads improved, from 71 to 64 on average.'),
    right('Timeliness fell in one team, where it went from 95% to 91%.'),
    right('Requests to extend the growing service from 7 to 5 days were agreed.'),
  ],
  growth: [
    right('Views were heard in 1,808 reviews, or 95.1%. In 2021-22 it was 1,683 of 1,790 (94.0%).'), // prettier-ignore
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
    right('Although demand increased, 91% of reviews were on time compared with 93% last year.'),
    right('More children left, which meant that the number who left rose to 120, so that there were 498 children, against 512 the year before.'), // prettier-ignore
    right('97.2% of the reviews were on time. It made 268 challenges, 11.2% more than the 241 of 2021-22.'),

    right('The number in homes has gone up by five since last year, when it was 42. That is a rise of 12%.'),
    wrong('The number in homes has gone up by five since last year, when it was 42. That is a rise of 21%.', /12%, not 21%/), // prettier-ignore
    right('The net increase of 27 was six smaller than that of the year before (33).'),
    right('Those under section 20 went up to 143, an increase of 21 in two years, which the growth in the number of others (from 38 to 61) more than explains.'), // prettier-ignore
    right('There were 372 with a plan. There were 401 a year before. That is a fall of 29, or 7.2%.'),
    right('It is now 45 lower than it was, a fall of 6.2%. The rate is 97 for every 10,000 children, where it had been 100.'), // prettier-ignore
    wrong('The average caseload fell from 78 to 62, by 14.', /is 16, not 14/),
    wrong('The budget grew from £412,000 to £430,000, which is 6.4%.', /4\.4%, not 6\.4%/),
    right('The rate is 100.0 for every 10,000 residents under 18, of whom there were 400. That is 25.0 lower than on 31 March 2022 (125.0).'), // prettier-ignore
    wrong('The rate is 100.0 for every 10,000 residents under 18, of whom there were 400. That is 25.0 lower than on 31 March 2022 (135.0).', /fallen/), // prettier-ignore
    right("In 2021-22 the service chaired 900 reviews. This year's figure is 50 higher, a rise of 5.6%."),
    wrong("In 2021-22 the service chaired 900 reviews. This year's figure is 50 higher, a rise of 6.5%.", /5\.6%, not 6\.5%/), // prettier-ignore
  ],
  growthUnexplained: [
    right('There were 29 escalations and 31 visits. They rose by 68% since 2019/20.'),
    right('34 of 61 children live here. The share of boys has come down from 55%.'),
    right('9 officers and 15 others wrote this. The 335 of ten and over make up 60.0%, and the 223 younger ones make up the remaining 40.0%.'), // prettier-ignore
    wrong('We raised 237 concerns, 31 of them formal. The year before it was 212, of which 22 formal. Formal ones are up by 29%.', /From 22 to 31 is 40\.9%/), // prettier-ignore
    right('We raised 237 concerns, 31 of them formal. The year before it was 212, of which 22 formal. Formal ones are up by 41%.'), // prettier-ignore
    wrong('There were 139 unaccompanied children. A year earlier there had been 112. The growth of 27 is almost a half.', /27 from 112/), // prettier-ignore
    right('There were 139 unaccompanied children. A year earlier there had been 112. The growth of 27 is about a quarter.'), // prettier-ignore
    wrong('It was at its highest, 122, and has been reduced by nearly two thirds to 62.', /60 from 122/),
    right('It was at its highest, 122, and has been reduced by about a half to 62.'),
    wrong(`${CHILDREN}\n\nThe number of children increased by 11 (9%).`, /4\.7%, not 9%/),
    right(`${CHILDREN}\n\nThe number of children increased by 11 (5%).`),
  ],
  onlyChange: [wrong(`Only health fell.\n\n${YEARS}`, /not the only ones/), right(`Only education fell.\n\n${YEARS}`)],
  pointsApart: [
    wrong('95% were in time, which is two points below the target of 96%.', /1 percentage points apart, not 2/),
    right('95% were in time, which is one point below the target of 96%.'),
    wrong('94.1% were in time. That is 2.9 points below our target of 95%.', /0\.9/),
    right('Timeliness rose from 92.0% to 94.1% and is still 0.9 of a point below our target of 95%.'),
  ],
  pointsFrom: [
    wrong(
      '93.0% were on time. Timeliness therefore improved by 3.5 percentage points from 90.5%.',
      /2\.5 points, not 3\.5/,
    ),
    right('93.0% were on time. Timeliness therefore improved by 2.5 percentage points from 90.5%.'),
  ],
  seriesInText: [
    wrong('Children in foster care rose from 119 in March 2009 to 298 in March 2014.\n\n' + FOSTER_CARE_BY_YEAR, /288/),
    right('Children in foster care rose from 119 in March 2009 to 288 in March 2014.\n\n' + FOSTER_CARE_BY_YEAR),
  ],
  shortChange: [
    wrong('In 2021-22, 36 reviews were chaired by the young person. In 2022-23 it was 63.\n\nNearly double: up by 85%.', /is 75%, not 85%/), // prettier-ignore
    right('In 2021-22, 36 reviews were chaired by the young person. In 2022-23 it was 63.\n\nNearly double: up by 75%.'), // prettier-ignore
  ],
  sinceYear: [
    wrong(`${BY_YEAR}\n\nOver the two years from 2021 the number has risen by 33.`, /is 23 \(10\.5%\), not 33/),
    right(`${BY_YEAR}\n\nOver the two years from 2021 the number has risen by 23.`),
  ],
  stepsTold: [
    wrong(`${BY_QUARTER}\n\nPerformance got better in each quarter but the third, from 94.9% to 98.2%.`, /94\.9, 96\.6, 97\.4, 98\.2/), // prettier-ignore
    right(`${BY_QUARTER}\n\nPerformance got better in each quarter, from 94.9% to 98.2%.`),
    wrong(`${BY_AREA}\n\nThe East has fallen for the first time, having risen the year before.`, /388, 376/),
    right(`${BY_AREA}\n\nThe North has risen again, having risen the year before.`),
  ],
  thenAndNow: [
    wrong('Dental checks up to date fell: at March 2023 the share was 83.2% compared to March 2022 81.9%.', /said to have fallen/), // prettier-ignore
    right('Dental checks up to date rose: at March 2023 the share was 83.2% compared to March 2022 81.9%.'),
    wrong('The number of complaints fell: there were 23 in the year and 19 in the year before.', /rise from 19 to 23/),
    wrong(
      'Attendance was better this year: 61% of children came, compared with 66% last year.',
      /fall from 66% to 61%/,
    ),
    wrong('In the year there were 58 escalations. This is an increase on the 64 of the previous year.', /fall from 64 to 58/), // prettier-ignore
    wrong('The share of reviews held on time worsened: 94.2% this year compared with 91.8% last year.', /rise from 91\.8%/), // prettier-ignore
    right('The number of complaints rose: there were 23 in the year and 19 in the year before.'),
    right('Although demand increased, 91% of reviews were on time compared with 93% last year.'),
    right('An increase in complexity meant that 91% of reviews were on time, against 93% in the previous year.'),
    right('The increase was 27, which is smaller than the 39 of the year before.'),
    right('The number of late reviews was lower: 41 this year, 58 last year.'),
    right('Attendance decreased for those over 16 but across all ages it was 64%, compared with 61% last year.'),
    right('Late reviews fell to 41. This is 12 fewer than the previous year.'),
  ],
  trends: [
    wrong(`Escalations about education have risen each year.\n\n${YEARS}`, /went from 27 to 25/),
    right(`Escalations about education have fallen each year.\n\n${YEARS}`),
    right(`${TURNED_AREAS}\n\nThe North and West have both grown in each of the last two years, while the East has fallen in both years.`), // prettier-ignore
    right(`${STATUSES_BY_YEAR}\n\nThe use of agencies fell in 2022-23 for the first time, from 184 to 140.`),
  ],
  twoDirections: [
    wrong('The service saw an upward trend of reviews held in time with a 12% decrease from last year, to 88%.', /said of one change/), // prettier-ignore
    right('The service saw an upward trend of reviews held in time with a 12% increase from last year, to 88%.'),
    right('Reviews held in time increased with a 12% reduction in the number of late minutes.'),
    wrong('The number of children rose from 492 to 503, a fall of 2.2%.', /“rose” and “a fall”/),
    wrong('This was 27 fewer than a year before, a rise of 1.6%.', /of one change/),
    wrong('Those under section 20 went up to 143, a decrease of 21.', /“went up” and “a decrease”/),
    wrong('We held 1,402 reviews, 45 more than in the year before (a reduction of 3%).', /of one change/),
    right('The number of children rose from 492 to 503, a rise of 2.2%.'),
    right('Numbers rose to 512, an increase of 14, and then fell to 498, a decrease of 14.'),
    right('The number of children fell, while reviews went up by 50, a rise of 4%.'),
    right('Late reviews fell by 12, an improvement of 3 points in timeliness.'),
    wrong('Oversight has much increased, with 3,604 records. This represents 718 fewer records than the previous year.', /of one change/), // prettier-ignore
    right('Oversight has much increased, with 3,604 records. This represents 718 more records than the previous year.'),
    right('Timeliness rose to 97%. This is 12 fewer late reviews than last year.'),
    wrong('We held 1,544 reviews, an increase of 149 reviews, which reflects the overall reduction of children in our care.', /of one change/), // prettier-ignore
    right('We held 1,544 reviews, a decrease of 149 reviews, which reflects the overall reduction of children in our care.'), // prettier-ignore
  ],
  upFrom: [
    wrong('The number of children was 443; a figure that rose 8%, from 481 the year before.', /is not up/),
    wrong('95% were held in timescales. This is a significant improvement from the 97% of the year before.', /is not up/), // prettier-ignore
    right('The number of children was 443; a figure that fell 8%, from 481 the year before.'),
    right('97% were held in timescales. This is a significant improvement from the 95% of the year before.'),
    wrong('6 (4.3%) were graded as outstanding, down from 0.7% last year, 96 (69.6%) as good compared to 49.3% last year.', /is not down/), // prettier-ignore
    wrong(
      '95% gave their views, with 78% of children attending, which is up 7% from the 75% of last year.',
      /a step of 3/,
    ),
    wrong('There are 310 foster carers, an increase of 21 from the 299 of the last report.', /a step of 11, not 21/),
    wrong('91.2% of children have a plan, a fall from 90% last year.', /is not down/),
    right('78% of children attended, which is up 3% from the 75% of last year.'),
    right('There are 310 foster carers, an increase of 11 (4%) from the 299 of the last report.'),
    right('12% of reviews were late, an improvement from 18%.'),
    right('The number of late reviews was 12, and 60% were held at home, up from 52% last year.'),
    right('In the year 310 children came, up from 205, while 18% were aged 16, down from 24%.'),
  ],
})
