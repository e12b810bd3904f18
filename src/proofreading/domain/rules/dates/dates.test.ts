import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { datesRules } from './index.ts'

// prettier-ignore
const BY_MONTH = (...months: string[]) =>
  table('Table 3: Reviews by month', cells('Month', 'Held', 'On time'), ...months.map((month) => cells(month, 2, 2)))
const THIS_YEAR = 'On 31 March 2023 there were 243 children looked after.'
const HOMES = table('Table 1: Children looked after by placement, 31 March 2023', cells('Placement', 'Children'), cells('Foster care', 180), cells('Residential', 63), cells('Total', 243)) // prettier-ignore

eachRule(datesRules, {
  afterReport: [
    right('Report made on 1 December 2024.'),
    wrong('In December 2024 the protocol was amended.', /after the year of the report/),
    wrong('Report of the manager, 14 June 2023\n\nIn August 2023 the protocol was amended.', /after the day of the report/), // prettier-ignore
    right('In December 2024 the protocol will be amended.'),
    right('In May 2023 the protocol was amended.'),
    right('The report was sent for review by Ada Moss on 30 November 2024; it was signed off by Ben Low on 2 December 2024.'), // prettier-ignore
    wrong('Two officers left the team on 30 November 2024.', /comes after the year/),
  ],
  dates: [
    right('It stood at 571 in March 2021, 552 a year later and 537 on the last day of this reporting year.'),
    right('There were 402 at the end of the year, 9 fewer than in March 2022.'),
    wrong('The board read this report on 31 June 2023.', /31 June/),
    wrong(
      table('Approved by', cells('Name', 'Date'), cells('Board', '31.06.23'), cells('Panel', '01.07.23')),
      /no such day/,
    ),
    wrong('The board met on Monday 12 July 2023.', /Wednesday/),
    right('The board met on Wednesday 12 July 2023.'),
    right('Our young inspectors sat in on reviews and reported to the Corporate Parenting Board in January 2023.'),
    wrong(
      'This report was presented to the Corporate Parenting Board in January 2023.',
      /was not over in January 2023/,
    ),

    wrong('A workshop in October 2021, halfway through the year under review, looked at ten disputes.', /outside the year/), // prettier-ignore
    right('A workshop in October 2022, halfway through the year under review, looked at ten disputes.'),
    right('Reviews held in the year, 1 April 2022 to 30 November 2022, with 1 April 2021 to 30 November 2021, stand below.'), // prettier-ignore
    wrong('During the year a survey of carers was held in June 2021.', /lies outside the year/),
  ],
  eventsBefore: [
    wrong('In October 2021 the team held a training day on writing to children.', /before the year/),
    right('In October 2022 the team held a training day on writing to children.'),
    right('Since October 2021 the team has held a training day each month.'),
  ],
  inQuarter: [
    wrong('Quarter 2 (Q2): 1 July to 30 September 2023', /not in the second quarter/),
    wrong('In the third quarter we ran a survey of carers, which opened on 3 August 2022.', /3 August 2022 is not/),
    wrong('In Q3 we ran a survey of carers. It ran from 14 September to 29 November 2022.', /14 September is not/),
    right('In Q3 we ran a survey of carers. It ran from 14 October to 29 November 2022.'),
    right('The audit of Quarter 3 was presented in January 2023.'),
    right('All who came into care in the third quarter had a first review, the last of them on 12 January 2023.'),
  ],
  labelledYears: [
    wrong(table('Children at 31 March', cells('Age', '2021', '2022', '2024'), cells('0-9', 60, 66, 71), cells('10-17', 170, 164, 172), cells('Total', 230, 230, 243)), /do not follow/), // prettier-ignore
    right(table('Children at 31 March', cells('Age', '2021', '2022', '2023'), cells('0-9', 60, 66, 71), cells('10-17', 170, 164, 172), cells('Total', 230, 230, 243))), // prettier-ignore
    wrong(`${THIS_YEAR}\n\n${HOMES.replace('2023', '2020')}`, /that of the year to March 2023/),
    right(`${THIS_YEAR}\n\n${HOMES}`),
  ],
  lengths: [
    wrong('The figures are of eight months, 1 April 2022 to 30 September 2022.', /is 6 months/),
    wrong('Figures cover 5 months from 01/04/2022 to 30/09/2022.', /is 6 months/),
    right('Figures cover 6 months from 01/04/2022 to 30/09/2022.'),
    right('The pilot ran for six months from April to October 2022, and for three months, from 12 May to 12 August 2022.'), // prettier-ignore
    wrong('Meetings were online throughout 2022-21.', /ends before it begins/),
    right('Meetings were online throughout 2021-22, and from 2022-10 in the room.'),
    wrong('There were 14 disputes within the year April 2021 to March 2023.', /is not a year/),
    right('There were 14 disputes within the year April 2022 to March 2023, and 30 in the years April 2021 to March 2023.'), // prettier-ignore
  ],
  monthSequence: [
    wrong(table('Table 1: Reviews', cells('Month', 'Held'), ...['Oct 21', 'Nov 21', 'Dec 21', 'Jan 22', 'Feb 22', 'Mar 23'].map((month, at) => cells(month, at + 12))), /Mar 23 does not follow/), // prettier-ignore
    right(table('Table 1: Reviews', cells('Month', 'Held'), ...['Oct 21', 'Nov 21', 'Dec 21', 'Jan 22', 'Feb 22', 'Mar 22'].map((month, at) => cells(month, at + 12)))), // prettier-ignore
    right(BY_MONTH('May 2022', 'June 2022', 'July 2022', 'October 2022', 'December 2022', 'March 2023')),
    wrong(
      BY_MONTH('May 2022', 'June 2022', 'July 2022', 'August 2023', 'September 2022', 'October 2022'),
      /August 2023/,
    ),
  ],
  orderOfDates: [
    wrong('Orders were made in December 2017 for two girls, and a plan followed. The placement was granted in July 2016. They moved in April 2019 and were adopted in February 2021.', /July 2016 comes before/), // prettier-ignore
    wrong('June 2022: a picnic. July 2023: training on the law. September 2022: a surgery opens. January 2023: a new form.', /July 2023 comes after/), // prettier-ignore
    right('June 2022: a picnic. July 2022: training on the law. September 2022: a surgery opens. January 2023: a new form.'), // prettier-ignore
    right('The plan was agreed in June 2022. It was first drawn up in May 2021. In July 2022 it was printed, and in August 2022 sent out.'), // prettier-ignore
    wrong('The order was made in December 2017. The placement was agreed in July 2016. The girls moved in April 2019 and were adopted in February 2021.', /July 2016 comes before/), // prettier-ignore
    right('The order was made in December 2017. The placement was agreed in July 2018. The girls moved in April 2019 and were adopted in February 2021.'), // prettier-ignore
    wrong('The protocol was signed on 3 May 2022 and, six weeks later, on 29 August 2022, it was used.', /six weeks later/), // prettier-ignore
    right('The protocol was signed on 3 May 2022 and, six weeks later, on 14 June 2022, it was used.'),
  ],
  periods: [
    wrong('This report covers the period 1 April 2022 to 31 March 2024.', /not a year/),
    right('This report covers the period 1 April 2022 to 31 March 2023.'),
    wrong('This report covers the period from 01/04/2022 to 31/03/2022.', /not a year/),
    right('This report covers the period from 01/04/2022 to 31/03/2023.'),
    wrong('One has worked here since 2011, the other since 2025.', /since 2025/),
    right('One has worked here since 2011, the other since 2022.'),
    wrong('Our priorities\n\n- To have a new leaflet by September 2022', /before the end of the year/),
    right('Our priorities\n\n- To have a new leaflet by September 2023'),
    wrong('We thank all who helped.\n\nDate: 20th June 2022', /before the year was over/),
    right('We thank all who helped.\n\nDate: 20th June 2023'),
  ],
  placesInYear: [
    wrong('We began this in February 2022, a month into the year.', /not “a month into the year”/),
    right('We began this in May 2022, a month into the year.'),
    wrong('There was a peer challenge in October 2023, a little past the middle of the year.', /middle of the year/),
    right('There was a peer challenge in October 2022, a little past the middle of the year.'),
  ],
  plansInPast: [
    right('Priorities of last year\n\nFill all posts by September 2022.'), // prettier-ignore
    right('Priorities of the year\n\nFill all posts by September 2022: done, in August.'),
    wrong(
      'Priorities for 2023-24\n\nTo fill the vacant posts by December 2021.',
      /before the year of the report was over/,
    ),
    right('Priorities for 2023-24\n\nTo fill the vacant posts by December 2023.'),
    wrong('Report to: Corporate Parenting Board, 23 June 2022', /23 June 2022/),
    right('Report to: Corporate Parenting Board, 23 June 2023'),
    right('Our priorities for 2023-24\n\nThe service agreed to fund two more posts, both of which were filled by September 2022.'), // prettier-ignore
  ],
  yearOfReport: [
    wrong('This report covers the period 1 April 2021 to 31 March 2022.', /one of 2022-23, and here one of 2021-22/),
    right('This report covers the period 1 April 2022 to 31 March 2023.'),
    right('The last report covers the period 1 April 2021 to 31 March 2022.'),
    wrong('Reviewing officers: annual report 2023-24', /here one of 2023-24/),
    wrong(`Performance in 2020-21\n\n${'The team held its reviews in time and saw each child before. '.repeat(5)}`, /heading names 2020-21/), // prettier-ignore
    right(`Performance in 2022-23\n\n${'The team held its reviews in time and saw each child before. '.repeat(5)}`),
    right(
      `Performance in 2020-21\n\n${'In 2020 the team held its reviews in time and saw each child before. '.repeat(5)}`,
    ),
    wrong('In 2020/21 there were 27 escalations to partners, most of them about health.', /2020-21 is told of alone/),
    right('In 2020/21 there were 27 escalations to partners, and fewer in 2022/23.'),
    right('In 2020/21 there were 27 escalations to partners. In 2021/22 there were 31.'),
  ],
  yearsOutOfPlace: [
    wrong('Our survey ran from September 2022 to June 2022.', /ends before it begins/),
    right('Our survey ran from June 2022 to September 2022.'),
    wrong('The previous year (2020/21) there were 212.', /2021-22/),
    right('The previous year (2021/22) there were 212, and the last year (2022/23) had 237.'),
    wrong('In 2023/24 we held 968 reviews.', /told of as over/),
    right('In 2022/23 we held 968 reviews. In 2023/24 we will hold more.'),
    wrong('Over 2021/22 we will visit each child.', /before the one of the report/),
    wrong('The year began on 1 April 2023 with a new manager.', /April 2022 to March 2023/),
    right('The year began on 1 April 2022 with a new manager.'),
    wrong('This is the current profile of our children within 2020/21.', /the year of the report is 2022-23/),
    right('This is the current profile of our children within 2022/23.'),
  ],
  yearsTold: [
    right('It was 96.7% in summer 2022 (291 of 301), 95.6% in autumn 2022 (284 of 297) and 96.1% in spring 2023 (293 of 305).'), // prettier-ignore
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
  datesOfTables: [
    wrong('On 31 March 2022 there were 182 children in care. A breakdown by age can be seen in Table A.\n\nTable A - Children by age as of 31 March 2023\nAge\tChildren\nUnder 10\t80\n10 and over\t102', /of March 2022 here/), // prettier-ignore
    right('On 31 March 2023 there were 182 children in care. A breakdown by age can be seen in Table A.\n\nTable A - Children by age as of 31 March 2023\nAge\tChildren\nUnder 10\t80\n10 and over\t102'), // prettier-ignore
    right('On 31 March 2022 there were 171 children in care. On 31 March 2023 there were 182, and a breakdown is in Table A.\n\nTable A - Children by age as of 31 March 2023\nAge\tChildren\nUnder 10\t80\n10 and over\t102'), // prettier-ignore
    right('On 31 March 2022 there were 171 children in care. Table A is of a later year.\n\nTable A - Children by age as of 31 March 2023\nAge\tChildren\nUnder 10\t80\n10 and over\t102'), // prettier-ignore
  ],
})
