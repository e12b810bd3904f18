import { type SmallCase, trySmallCases } from '../../test/support/smallCase.ts'

const REVIEWS = 'review_ref,child,kind,status,held_date'

/** First and last days, and facts that are missing: what is due and what a year counts, worked out by hand. */
const kinds: Readonly<Record<string, readonly SmallCase[]>> = {
  'views': [
    {
      about: 'views at every review: not known where a code is not recorded, no where another says so',
      years: { 2022: { episodes: ['A 2022-04-04 S C2 U6', 'B 2022-04-04 S C2 U6', 'C 2022-04-04 S C2 U6'], reviews: ['A 2022-04-25 PN1', 'B 2022-04-25 PN4', 'C 2022-04-25 PN1'] } },
      registers: { reviews: [`${REVIEWS},participation_code`, 'A1,A,CLA,HELD,2022-07-20,', 'B1,B,CLA,HELD,2022-07-20,', 'C1,C,CLA,HELD,2022-07-20,PN6'] },
      right: [[2022, 'children.participated', '1 of 2'], [2022, 'reviews.participated', '4 of 4'], [2022, 'reviews.by_participation#not_recorded', '2']],
    },
  ],
  'first and last days': [
    {
      about: 'a first review across the holidays of June 2022: on the twentieth working day, and the day after',
      years: { 2022: { episodes: ['A 2022-05-20 S C2 U6', 'B 2022-05-20 S C2 U6'], reviews: ['A 2022-06-21 PN1', 'B 2022-06-22 PN1'] } },
      right: [['2022-06-20', 'A', 'CLK-REV-1', '2022-06-21'], [2022, 'reviews.first_on_time', '1 of 2']],
    },
    {
      about: 'left on the day by which, and on the day after that by which, the first review was due',
      years: { 2022: { episodes: ['A 2022-04-04 S C2 U6 2022-05-05 E4A', 'B 2022-04-04 S C2 U6 2022-05-06 E4A'] } },
      right: [['2022-05-05', 'A', 'CLK-REV-1', null], ['2022-05-05', 'B', 'CLK-REV-1', '2022-05-05'], ['2022-05-06', 'B', 'CLK-REV-1', null], [2022, 'reviews.overdue', '0'], [2022, 'reviews.on_time', 'null']],
    },
    {
      about: 'in care for the first day of the year alone, and from its first to its last',
      years: { 2022: { episodes: ['A 2021-05-04 S C2 U6 2022-04-01 E4A', 'B 2022-04-01 S C2 U6', 'C 2023-03-31 S C2 U6', 'D 2021-05-04 S C2 U6 2023-03-31 E4A', 'E 2022-04-01 S C2 U6 2022-04-01 E4A'] } },
      right: [[2022, 'cla.count_at_start', '2'], [2022, 'cla.started_periods', '3'], [2022, 'cla.ceased_periods', '3'], [2022, 'cla.count', '2'], [2022, 'cla.any_in_year', '5']],
    },
    {
      about: 'a due date that is the last day of the year, missed by who started on 3 and on 5 March',
      years: { 2022: { episodes: ['A 2023-03-03 S C2 U6', 'B 2023-03-05 S C2 U6'] } },
      right: [['2023-03-31', 'A', 'CLK-REV-1', '2023-03-31'], [2022, 'reviews.overdue', '2'], [2022, 'children.reviews_on_time', '0 of 1']],
    },
    {
      about: 'thirteen weeks since the fourteenth birthday in two periods, and the second begun before the sixteenth',
      years: { 2022: { born: ['A 2006-11-30', 'B 2006-11-20'], episodes: ['A 2021-06-01 S V2 U6 2021-09-01 E4A', 'A 2022-11-01 S V2 U6', 'B 2022-09-01 S V2 U6'] } },
      right: [['2022-12-05', 'A', 'CLK-CPI-7', '2023-02-28'], ['2022-11-28', 'B', 'CLK-CPI-7', null]],
    },
  ],
  'from one set of rules to another': [
    {
      about: 'the fifth short break of seventeen days holds the seventy-sixth day: the ordinary rules from its first',
      years: { 2023: { episodes: ['A 2023-04-03 S V3 R1 2023-04-20 E8', 'A 2023-05-02 S V3 R1 2023-05-19 E8', 'A 2023-06-01 S V3 R1 2023-06-18 E8', 'A 2023-07-03 S V3 R1 2023-07-20 E8', 'A 2023-08-01 S V3 R1 2023-08-18 E8'] } },
      right: [['2023-07-18', 'A', 'CLK-REV-1', null], ['2023-08-16', 'A', 'CLK-REV-1', '2023-08-30']],
    },
    {
      about: 'section 20 after a remand: the first review is still owed from the remand, the plans are not',
      years: { 2022: { born: ['A 2006-06-15'], episodes: ['A 2022-09-09 S J1 U6 2022-10-03 X1', 'A 2022-10-03 L V2 U6'] } },
      right: [['2022-09-12', 'A', 'CLK-REV-18', '2022-09-16'], ['2022-10-04', 'A', 'CLK-REV-1', '2022-10-10'], ['2022-10-04', 'A', 'CLK-REV-18', null], [2022, 'cla.started_periods', '1']],
    },
    {
      about: 'placed for adoption where the child lives, the review of that day before it, and adopted',
      years: { 2022: { born: ['A 2020-06-15'], episodes: ['A 2022-01-10 S C2 U6 2022-11-10 X1', 'A 2022-11-10 L E1 U6 2023-02-01 X1', 'A 2023-02-01 T E1 A5 2023-03-20 E11'], reviews: ['A 2022-02-01 PN0', 'A 2022-04-28 PN0', 'A 2022-11-10 PN0', 'A 2023-03-01 PN0'] } },
      right: [['2022-11-09', 'A', 'CLK-REV-3', '2022-10-28 overdue'], ['2023-02-02', 'A', 'CLK-REV-16', '2023-03-01'], ['2023-02-02', 'A', 'CLK-REV-15', null], ['2023-03-21', 'A', 'CLK-REV-16', null], [2022, 'reviews.on_time', '2 of 3'], [2022, 'reviews.overdue', '0']],
    },
    {
      about: 'in and out of secure accommodation twice: a panel within a month of each placement, beside the ordinary reviews',
      years: { 2022: { born: ['A 2007-01-01'], episodes: ['A 2022-04-04 S C2 U6 2022-05-31 X1', 'A 2022-05-31 P C2 K1 2022-08-15 X1', 'A 2022-08-15 P C2 K2 2022-11-30 X1', 'A 2022-11-30 P C2 K1'], reviews: ['A 2022-04-25 PN1', 'A 2022-07-20 PN1'] } },
      registers: { reviews: [REVIEWS, 'S1,A,SECURE,HELD,2022-06-20'] },
      right: [['2022-06-01', 'A', 'CLK-REV-19', '2022-06-30'], ['2022-06-25', 'A', 'CLK-REV-19', '2022-09-20'], ['2022-08-16', 'A', 'CLK-REV-19', null], ['2022-12-01', 'A', 'CLK-REV-19', '2022-12-30'], ['2022-12-01', 'A', 'CLK-REV-3', '2023-01-20']],
    },
  ],
} // prettier-ignore

trySmallCases(kinds)
