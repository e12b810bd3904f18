import { type Case, cells, right, table, wrong } from './reportCases.ts'

const PLACED = table('Table 1: Reviews of foster homes, 2022-23', cells('Measure', 'Number'), cells('Households visited unannounced', 148), cells('Households approved', 212), cells('Carers who resigned', 31)) // prettier-ignore

/** Cases of rules about which way something went, and of numbers told twice in the same words. */
export const directionCases: Readonly<Record<string, readonly Case[]>> = {
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
  thenAndNow: [
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
  ],
  growth: [
    right('Although demand increased, 91% of reviews were on time compared with 93% last year.'),
    right('More children left, which meant that the number who left rose to 120, so that there were 498 children, against 512 the year before.'), // prettier-ignore
  ],
  contradictions: [right('Of the second reviews, 184 were in time.\n\nOf the later reviews 1,117 were in time.')],
  growthUnexplained: [
    right('9 officers and 15 others wrote this. The 335 of ten and over make up 60.0%, and the 223 younger ones make up the remaining 40.0%.'), // prettier-ignore
  ],
  setAgainst: [right('Although demand increased, 91% of reviews were on time, against 93% in the previous year.')],
  toldTwice: [
    wrong('Foster carers gave their views in writing at 148 household reviews.\n\nAt 184 household reviews foster carers gave their views in writing.', /184/), // prettier-ignore
    right('Foster carers gave their views in writing at 148 household reviews.\n\nAt 148 household reviews foster carers gave their views in writing.'), // prettier-ignore
    right('Foster carers gave their views in writing at 148 household reviews.\n\nSocial workers sent a report to 184 conferences.'), // prettier-ignore
    right('Foster carers gave their views in writing at 148 household reviews.\n\nLast year foster carers gave their views in writing at 138 household reviews in 2021-22.'), // prettier-ignore
    wrong(`${PLACED}\n\nIn the year 158 households were visited unannounced.`, /158 here and of 148/),
    right(`${PLACED}\n\nIn the year 148 households were visited unannounced.`),
    right(`${PLACED}\n\nOf the households visited unannounced, 118 were found to be well equipped.`),
    right(`${PLACED}\n\nOur target is that 158 households are visited unannounced.`),
  ],
  twoDirections: [
    wrong('The number of children rose from 492 to 503, a fall of 2.2%.', /“rose” and “a fall”/),
    wrong('This was 27 fewer than a year before, a rise of 1.6%.', /of one change/),
    wrong('Those under section 20 went up to 143, a decrease of 21.', /“went up” and “a decrease”/),
    wrong('We held 1,402 reviews, 45 more than in the year before (a reduction of 3%).', /of one change/),
    right('The number of children rose from 492 to 503, a rise of 2.2%.'),
    right('Numbers rose to 512, an increase of 14, and then fell to 498, a decrease of 14.'),
    right('The number of children fell, while reviews went up by 50, a rise of 4%.'),
    right('Late reviews fell by 12, an improvement of 3 points in timeliness.'),
  ],
  inQuarter: [
    wrong('Quarter 2 (Q2): 1 July to 30 September 2023', /not in the second quarter/),
    wrong('In the third quarter we ran a survey of carers, which opened on 3 August 2022.', /3 August 2022 is not/),
    wrong('In Q3 we ran a survey of carers. It ran from 14 September to 29 November 2022.', /14 September is not/),
    right('In Q3 we ran a survey of carers. It ran from 14 October to 29 November 2022.'),
    right('The audit of Quarter 3 was presented in January 2023.'),
    right('All who came into care in the third quarter had a first review, the last of them on 12 January 2023.'),
  ],
  orderOfDates: [
    wrong('Orders were made in December 2017 for two girls, and a plan followed. The placement was granted in July 2016. They moved in April 2019 and were adopted in February 2021.', /July 2016 comes before/), // prettier-ignore
    wrong('June 2022: a picnic. July 2023: training on the law. September 2022: a surgery opens. January 2023: a new form.', /July 2023 comes after/), // prettier-ignore
    right('June 2022: a picnic. July 2022: training on the law. September 2022: a surgery opens. January 2023: a new form.'), // prettier-ignore
    right('The plan was agreed in June 2022. It was first drawn up in May 2021. In July 2022 it was printed, and in August 2022 sent out.'), // prettier-ignore
  ],
  yearsTold: [
    wrong(
      'In 2020/21 there were 77, in 2021/22 there were 74 and in 2021/22 there were 69.',
      /“2021\/22” is told of twice/,
    ),
    wrong('There were 41 in March 2021, 58 in March 2021 and 66 in March 2023.', /“March 2021” is told of twice/),
    right('In 2020/21 there were 77, in 2021/22 there were 74 and in 2022/23 there were 69.'),
    right(
      'On 31 March 2023 there were 45 boys, on 31 March 2022 there were 41, and on 31 March 2023 there were 38 girls.',
    ),
    wrong('The report covers the year which began on 1 April 2023 and ended on 31 March 2023.', /is not the year/),
    wrong('We held 602 reviews between April 2021 and March 2023.', /is not the year of the report/),
    right('We held 1,602 reviews in the two years between April 2021 and March 2023.'),
    right('The contract runs from 1 April 2022 to 31 March 2025.'),
    wrong('Figures are for the twelve months to 31 March 2022 unless we say otherwise.', /ends in March 2023/),
    right('Figures for England are for the year ending 31 March 2022.'),
    wrong('We will publish the new handbook in June 2022.', /June 2022 was over/),
    right('From September 2022 IROs will write to each child.'),
    wrong('The figures were taken from the system on 10 April 2022.', /was not over/),
    right('The figures were taken from the system on 10 April 2023.'),
  ],
}
