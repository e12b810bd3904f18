import { type SmallCase, trySmallCases } from '../../test/support/smallCase.ts'

const HELD = 'A 2022-06-06 PN1'
/** In care since 9 May 2022, with a first review in time. */
const IN_CARE = { episodes: ['A 2022-05-09 S C2 U6'], reviews: [HELD] }

const kinds: Readonly<Record<string, readonly SmallCase[]>> = {
  // CLK-REV-13, last row: care that follows short breaks starts on the day after them, whatever its reason.
  'care after short breaks': [
    {
      about: 'a legal status change on the day on which the break ends',
      years: { 2022: { episodes: ['A 2022-07-01 S V4 U6 2022-07-05 X1', 'A 2022-07-05 L C2 U6'] } },
      right: [['2022-07-06', 'A', 'CLK-REV-1', '2022-08-02'], [2022, 'cla.started_periods', '1']],
    },
    {
      about: 'the day after it',
      years: { 2022: { episodes: ['A 2022-07-01 S V3 U6 2022-07-05 X1', 'A 2022-07-06 L V2 U6'] } },
      right: [['2022-07-07', 'A', 'CLK-REV-1', '2022-08-03'], ['2022-07-07', 'A', 'CLK-IRO-1', '2022-07-13']],
    },
    {
      about: 'placement and status at once',
      years: { 2022: { episodes: ['A 2022-08-01 S V3 U6 2022-08-22 X1', 'A 2022-08-22 B C1 K2'] } },
      right: [['2022-08-23', 'A', 'CLK-REV-1', '2022-09-21'], ['2022-08-23', 'A', 'CLK-CPI-1', '2022-09-21']],
    },
    {
      about: 'a proper start after breaks that ended',
      years: { 2022: { episodes: ['A 2022-07-01 S V4 U6 2022-07-05 E8', 'A 2022-08-01 S V2 U6'] } },
      right: [['2022-08-02', 'A', 'CLK-REV-1', '2022-08-30'], [2022, 'cla.started', '1']],
    },
    {
      about: 'care that gives way to short breaks again is over',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-09-12 X1', 'A 2022-09-12 L V4 U6'], reviews: [HELD] } },
      right: [['2022-09-13', 'A', 'CLK-REV-2', null], [2022, 'cla.ceased_periods', '1'], [2022, 'cla.count', '0']],
    },
  ],
  // X1 says that care went on: a later statutory date is never the safe reading. T2, CLK-REV-4.
  'X1, then an episode that is no start': [
    {
      about: 'the day after',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-05 X1', 'A 2022-07-06 P C2 U4'], reviews: [HELD] } },
      right: [['2022-07-31', 'A', 'CLK-REV-2', '2022-09-06'], [2022, 'cla.started_periods', '1'], [2022, 'cla.ceased', '0']],
    },
    {
      about: 'four days after',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-05 X1', 'A 2022-07-09 B C1 U4'], reviews: [HELD] } },
      right: [['2022-07-31', 'A', 'CLK-REV-2', '2022-09-06'], 'gap_within_period', [2022, 'cla.ceased_periods', '0']],
    },
    {
      about: 'over the end of the year',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2023-03-31 X1'], reviews: [HELD, 'A 2022-09-05 PN1'] }, 2023: { episodes: ['A 2023-04-01 P C2 U4'] } },
      right: [['2023-04-02', 'A', 'CLK-REV-3', '2023-03-05 overdue'], [2022, 'cla.count', '1'], [2023, 'cla.started', '0']],
    },
    {
      about: 'ceased with a reason, and a start: two periods',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-05 E4A', 'A 2022-09-06 S V2 U4'], reviews: [HELD] } },
      right: [['2022-09-07', 'A', 'CLK-REV-1', '2022-10-05'], [2022, 'cla.started_periods', '2'], [2022, 'cla.ceased_periods', '1'], [2022, 'cla.started', '1']],
    },
    {
      about: 'nothing follows: the end has no reason, and care is over',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-05 X1'], reviews: [HELD] } },
      right: ['ends_without_reason', ['2022-07-06', 'A', 'CLK-REV-2', null], [2022, 'cla.count', '0']],
    },
  ],
  // A later return may correct an earlier one: what it changes is told, what it leaves out stays.
  'returns that correct earlier ones': [
    {
      about: 'a move corrected by a day',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6 2022-10-03 X1', 'A 2022-10-03 P C2 U4 @ZB3 3CC'], reviews: [HELD, 'A 2022-09-05 PN1'] },
        2023: { episodes: ['A 2022-10-04 P C2 U4 @ZB3 3CC'] },
      },
      right: [[2022, 'cla.started_periods', '1'], [2022, 'cla.ceased_periods', '0'], [2022, 'reviews.on_time', '2 of 2'], ['2023-03-01', 'A', 'CLK-REV-3', '2023-03-05']],
    },
    {
      about: 'a move recorded late keeps the place before it',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6'], reviews: [HELD] },
        2023: { episodes: ['A 2022-12-14 P C2 K2 @ZD4 4DD'] },
      },
      right: [[2022, 'cla.started_periods', '1'], [2022, 'reviews.held', '1'], [2022, 'cla.by_placement_group', '1']],
    },
    {
      about: 'a start that is stated again later, with a review in between, stays',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6'], reviews: ['A 2022-05-11 PN1'] },
        2023: { episodes: ['A 2022-05-12 S C2 U6'] },
      },
      right: [[2022, 'cla.started_periods', '1'], [2022, 'reviews.held', '1'], ['2022-07-01', 'A', 'CLK-REV-2', '2022-08-11']],
    },
    {
      about: 'an end that the first return lacked',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD] },
        2023: { episodes: ['A 2022-05-09 S C2 U6 2023-03-20 E4A', 'B 2022-05-09 S C2 U6'] },
      },
      right: ['changed_by_later_return', [2022, 'cla.count', '1'], [2022, 'cla.ceased', '1']],
    },
    {
      about: 'a child who is in care at the year end, and in the next return not at all',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD] },
        2023: { episodes: ['B 2022-05-09 S C2 U6'] },
      },
      right: ['not_carried_on', [2022, 'cla.count', '2'], [2023, 'cla.count', '1']],
    },
    {
      about: 'two moves on one day count as two',
      years: {
        2022: { episodes: ['A 2021-05-10 S C2 U6 2022-07-18 X1', 'A 2022-07-18 P C2 K2 2022-07-18 X1 @ZC1 1CC', 'A 2022-07-18 P C2 U4 @ZD4 4DD'] },
        2023: { episodes: ['A 2022-07-18 P C2 U4 @ZD4 4DD'] },
      },
      right: [[2022, 'cla.three_plus_placements', '1 of 1']],
    },
  ],
  // Children Act 1989 and LASPO 2012 s104; CPPCR Part 8A. T7, CLK-REV-18.
  remand: [
    {
      about: 'a child who was looked after before: the cycle goes on, and there is a detention plan',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-09-09 X1', 'A 2022-09-09 B J1 R5'], reviews: [HELD, 'A 2022-09-05 PN1'] } },
      right: [['2022-09-10', 'A', 'CLK-REV-3', '2023-03-05'], ['2022-09-10', 'A', 'CLK-REV-18', '2022-09-26'], [2022, 'cla.started_periods', '1']],
    },
    {
      about: 'a child who becomes looked after by remand to youth detention',
      years: { 2022: { episodes: ['A 2022-09-09 S J1 R5'] } },
      right: [['2022-09-10', 'A', 'CLK-REV-1', '2022-10-10'], ['2022-09-10', 'A', 'CLK-REV-18', '2022-09-26']],
    },
    {
      about: 'remanded to local authority accommodation: a care plan within five working days',
      years: { 2022: { episodes: ['A 2022-09-09 S J1 U6'] } },
      right: [['2022-09-10', 'A', 'CLK-REV-18', '2022-09-16'], ['2022-09-10', 'A', 'CLK-CPI-11', '2022-09-16']],
    },
    {
      about: 'in a secure children’s home by remand: no panel of secure accommodation',
      years: { 2022: { episodes: ['A 2022-09-09 S J1 K1'] } },
      right: [['2022-09-10', 'A', 'CLK-REV-19', null], ['2022-09-10', 'A', 'CLK-REV-18', '2022-09-26']],
    },
    {
      about: 'the remand ends and care goes on: its plan is asked for no more',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-09-09 X1', 'A 2022-09-09 B J1 R5 2022-09-20 X1', 'A 2022-09-20 B V2 U6'], reviews: [HELD, 'A 2022-09-05 PN1'] } },
      right: [['2022-09-21', 'A', 'CLK-REV-18', null], ['2022-09-21', 'A', 'CLK-REV-3', '2023-03-05']],
    },
  ],
  // AAR 36: a clock ends with its ground. T5, T12, CLK-REV-15 to -17.
  adoption: [
    {
      about: 'a placement order revoked',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-08-01 X1', 'A 2022-08-01 L E1 U6 2022-10-03 X1', 'A 2022-10-03 L C2 U6'], reviews: [HELD, 'A 2022-09-05 PN1'] } },
      right: [['2022-10-04', 'A', 'CLK-REV-15', null], ['2022-10-04', 'A', 'CLK-REV-3', '2023-03-05']],
    },
    {
      about: 'authority to place, beside the ordinary cycle: the earlier day holds',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-06-13 X1', 'A 2022-06-13 L E1 U6'], reviews: [HELD] } },
      right: [['2022-06-14', 'A', 'CLK-REV-2', '2022-09-06'], ['2022-06-14', 'A', 'CLK-REV-15', null]],
    },
    {
      about: 'placed for adoption: four weeks, and the ordinary cycle stops',
      years: { 2022: { episodes: ['A 2022-05-09 S E1 U6 2022-09-12 X1', 'A 2022-09-12 P E1 A6'], reviews: [HELD, 'A 2022-09-01 PN1'] } },
      right: [['2022-09-13', 'A', 'CLK-REV-16', '2022-10-10'], ['2022-09-13', 'A', 'CLK-REV-3', null]],
    },
    {
      about: 'returned by adopters: not before day 28, by day 42',
      years: { 2022: { episodes: ['A 2022-05-09 S E1 U6 2022-06-13 X1', 'A 2022-06-13 P E1 A6 2022-09-05 X1', 'A 2022-09-05 P E1 U6'], reviews: [HELD, 'A 2022-07-08 PN1'] } },
      right: [['2022-09-06', 'A', 'CLK-REV-17', '2022-10-17']],
    },
    {
      about: 'adopted: nothing is due',
      years: { 2022: { episodes: ['A 2022-05-09 S E1 U6 2022-06-13 X1', 'A 2022-06-13 P E1 A6 2022-11-10 E11'], reviews: [HELD, 'A 2022-07-08 PN1'] } },
      right: [['2022-11-11', 'A', 'CLK-REV-16', null], [2022, 'cla.adoptions', '1']],
    },
  ],
  // kpi-definitions 13: looked after at the start, or started in the year.
  'the first days of April': [
    {
      about: 'ceased on 1 April',
      years: { 2022: { episodes: ['A 2021-05-10 S C2 U6 2022-04-01 E4A'] } },
      right: [[2022, 'cla.any_in_year', '1'], [2022, 'cla.ceased', '1'], [2022, 'cla.count', '0']],
    },
    {
      about: 'ceased on 31 March: not of this year',
      years: { 2022: { episodes: ['A 2021-05-10 S C2 U6 2022-03-31 E4A', 'B 2022-05-09 S C2 U6'] } },
      right: [[2022, 'cla.any_in_year', '1'], [2022, 'cla.ceased', '0']],
    },
    {
      about: 'ceased on the last day: not looked after on it',
      years: { 2022: { episodes: ['A 2021-05-10 S C2 U6 2023-03-31 E4A'] } },
      right: [[2022, 'cla.count', '0'], [2022, 'cla.ceased', '1'], [2022, 'cla.any_in_year', '1']],
    },
    {
      about: 'started on 1 April: in the cohort of twelve months; on the 2nd: not',
      years: { 2022: { episodes: ['A 2022-04-01 S C2 U6', 'B 2022-04-02 S C2 U6'], files: { 'oc2.csv': 'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\nA,2012-02-03,12,,0,,1,1,1,0,,' } } },
      right: [[2022, 'health.assessment_current', '1 of 1']],
    },
    {
      about: 'started and ceased on 1 April',
      years: { 2022: { episodes: ['A 2022-04-01 S V2 U6 2022-04-01 E8', 'B 2022-05-09 S C2 U6'] } },
      right: [[2022, 'cla.count', '1'], [2022, 'cla.any_in_year', '2'], [2022, 'cla.started', '2'], [2022, 'cla.ceased', '1']],
    },
  ],
  // Regulation 33(3)(e), kpi-definitions 13.
  'reviews at the end of care': [
    {
      about: 'on the day on which care ended',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-06-06 E4A'], reviews: [HELD] } },
      right: [[2022, 'reviews.held', '1'], [2022, 'reviews.first_on_time', '1 of 1']],
    },
    {
      about: 'the day after: outside care',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-06-06 E4A'], reviews: ['A 2022-06-07 PN1'] } },
      right: [[2022, 'reviews.held', '0']],
    },
    {
      about: 'on the 18th birthday: none of care',
      years: { 2022: { born: ['A 2004-06-06'], episodes: ['A 2022-05-09 S V2 U6 2022-06-06 E15'], reviews: [HELD] } },
      right: [[2022, 'reviews.held', '0']],
    },
    {
      about: 'open after the 18th birthday: not looked after, and told',
      years: { 2022: { born: ['A 2004-06-06'], episodes: ['A 2022-05-09 S V2 U6'], reviews: [] } },
      right: ['looked_after_past_18', [2022, 'cla.count', '0'], ['2022-07-01', 'A', 'CLK-REV-1', null]],
    },
    {
      about: 'ended with no review in the first days: neither met nor missed',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-05-20 E4A', 'B 2022-05-09 S C2 U6'], reviews: ['B 2022-06-06 PN1'] } },
      right: [[2022, 'reviews.on_time', '1 of 1'], ['2022-05-21', 'A', 'CLK-REV-1', null]],
    },
  ],
  // Participation goes by age and code together.
  'age and code': [
    {
      about: 'PN0 at six, PN1 at one',
      years: { 2022: { born: ['A 2016-01-05', 'B 2021-01-05'], episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD.replace('PN1', 'PN0'), 'B 2022-06-06 PN1'] } },
      right: ['participation_against_age', [2022, 'reviews.participated', 'null']],
    },
    {
      about: 'PN0 the day before the fourth birthday',
      years: { 2022: { born: ['A 2018-06-07'], episodes: IN_CARE.episodes, reviews: ['A 2022-06-06 PN0'] } },
      right: ['!participation_against_age', [2022, 'reviews.by_participation', '1']],
    },
    {
      about: 'PN0 on the fourth birthday',
      years: { 2022: { born: ['A 2018-06-06'], episodes: IN_CARE.episodes, reviews: ['A 2022-06-06 PN0'] } },
      right: ['participation_against_age'],
    },
    {
      about: 'PN7 at four counts as a review without views',
      years: { 2022: { born: ['A 2018-06-06'], episodes: IN_CARE.episodes, reviews: ['A 2022-06-06 PN7'] } },
      right: ['!participation_against_age', [2022, 'reviews.participated', '0 of 1']],
    },
    {
      about: 'a blank code is not recorded, and no PN7',
      years: { 2022: { episodes: IN_CARE.episodes, reviews: ['A 2022-06-06 '] } },
      right: [[2022, 'reviews.participated', 'null'], [2022, 'reviews.held', '1']],
    },
  ],
  // A year that is not over is told as at today; what lies after the data is not known. T9, kpi-definitions 13.
  'a running year': [
    {
      about: 'what is overdue on the day, and not at the year end',
      years: { 2022: IN_CARE },
      right: [[2022, 'reviews.overdue', '0', '2022-09-05'], [2022, 'reviews.overdue', '1', '2022-09-06'], [2022, 'cla.count', '1', '2022-09-07']],
    },
    {
      about: 'who starts later is not seen',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-11-10 S C2 U6'], reviews: [HELD] } },
      right: [[2022, 'cla.count', '1', '2022-11-09'], [2022, 'cla.started', '1', '2022-11-09'], [2022, 'cla.count', '2', '2022-11-10']],
    },
    {
      about: 'who leaves later is looked after still',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-12-14 E4A'], reviews: [HELD] } },
      right: [[2022, 'cla.count', '1', '2022-12-13'], [2022, 'cla.ceased', '0', '2022-12-13'], [2022, 'cla.ceased', '1', '2022-12-14']],
    },
    {
      about: 'a year that no return covers has no figure',
      years: { 2022: IN_CARE },
      right: [[2021, 'cla.count', 'null'], [2023, 'cla.count', 'null'], [2023, 'reviews.overdue', 'null']],
    },
    {
      about: 'a deadline in the year is running until its day is over',
      years: { 2022: IN_CARE },
      right: [['2022-09-06', 'A', 'CLK-REV-2', '2022-09-06'], ['2022-09-07', 'A', 'CLK-REV-2', '2022-09-06 overdue']],
    },
  ],
  // CLK-REV-8 and -9: adjourned once, completed within twenty working days.
  adjournment: [
    {
      about: 'adjourned and not completed',
      years: { 2022: { episodes: IN_CARE.episodes } },
      registers: { reviews: ['review_ref,child,kind,status,held_date,adjourned', 'R1,A,CLA,HELD,2022-06-06,Y'] },
      right: [['2022-06-10', 'A', 'CLK-REV-8', '2022-07-04'], ['2022-06-10', 'A', 'CLK-REV-2', '2022-09-06'], [2022, 'reviews.on_time', '0 of 1']],
    },
    {
      about: 'completed within the days',
      years: { 2022: { episodes: IN_CARE.episodes } },
      registers: { reviews: ['review_ref,child,kind,status,held_date,adjourned,completed_date', 'R1,A,CLA,HELD,2022-06-06,Y,2022-07-04'] },
      right: [['2022-07-05', 'A', 'CLK-REV-8', null], [2022, 'reviews.on_time', '1 of 1']],
    },
    {
      about: 'completed a day late',
      years: { 2022: { episodes: IN_CARE.episodes } },
      registers: { reviews: ['review_ref,child,kind,status,held_date,adjourned,completed_date', 'R1,A,CLA,HELD,2022-06-06,Y,2022-07-05'] },
      right: [[2022, 'reviews.on_time', '0 of 1'], ['2022-07-06', 'A', 'CLK-REV-2', '2022-09-06']],
    },
    {
      about: 'a series of meetings is one review',
      years: { 2022: { episodes: IN_CARE.episodes } },
      registers: { reviews: ['review_ref,child,kind,status,held_date,series_of_meetings,completed_date', 'R1,A,CLA,HELD,2022-06-06,Y,2022-06-20'] },
      right: [[2022, 'reviews.held', '1'], [2022, 'reviews.on_time', '1 of 1'], ['2022-06-21', 'A', 'CLK-REV-2', '2022-09-06']],
    },
    {
      about: 'not adjourned: the days between opening and completion are no test',
      years: { 2022: { episodes: IN_CARE.episodes } },
      registers: { reviews: ['review_ref,child,kind,status,held_date,adjourned', 'R1,A,CLA,HELD,2022-06-06,N'] },
      right: [['2022-06-10', 'A', 'CLK-REV-8', null], [2022, 'reviews.on_time', '1 of 1']],
    },
  ],
  // What registers say closes the clocks that they can know of.
  'facts that stand in a register': [
    {
      about: 'a secure panel held: the next within three months',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 K1'], reviews: [HELD] } },
      registers: { reviews: ['review_ref,child,kind,status,held_date', 'R1,A,SECURE,HELD,2022-06-01'] },
      right: [['2022-06-10', 'A', 'CLK-REV-19', '2022-09-01']],
    },
    {
      about: 'no panel: within a month, and overdue after it',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 K1'], reviews: [HELD] } },
      registers: { reviews: ['review_ref,child,kind,status,held_date', 'R1,B,SECURE,HELD,2022-06-01'].map((line) => line.replace(',B,', ',A,').replace('SECURE', 'CLA').replace('2022-06-01', '2022-06-06')) },
      right: [['2022-06-01', 'A', 'CLK-REV-19', '2022-06-09']],
    },
    {
      about: 'a short-break review: the next within six months',
      years: { 2022: { episodes: ['A 2022-07-01 S V4 U6'] } },
      registers: { reviews: ['review_ref,child,kind,status,held_date', 'R1,A,SHORT_BREAK,HELD,2022-09-01'] },
      right: [['2022-09-02', 'A', 'CLK-REV-13', '2023-03-01'], ['2022-09-02', 'A', 'CLK-REV-1', null]],
    },
    {
      about: 'a permanence plan recorded at the first review',
      years: { 2022: { episodes: IN_CARE.episodes } },
      registers: { reviews: ['review_ref,child,kind,status,held_date,permanence_plan', 'R1,A,CLA,HELD,2022-06-06,Y'] },
      right: [['2022-06-10', 'A', 'CLK-CPI-8', null]],
    },
    {
      about: 'an allocation names the IRO: nothing is due; without one it is overdue',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD] } },
      registers: { officers: ['officer_id,name,role,fte,start_date', 'O1,Ada Adams,IRO,1,2020-01-01'], allocations: ['child,officer_id,from', 'A,O1,2022-05-11'] },
      right: [['2022-06-01', 'A', 'CLK-IRO-1', null], ['2022-06-01', 'B', 'CLK-IRO-1', '2022-05-16 overdue']],
    },
  ],
  // A blank is not recorded; nobody concludes from it.
  'facts that are missing': [
    {
      about: 'a blank start: neither in care nor out of it, and told',
      years: { 2022: { episodes: ['A - S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: ['B 2022-06-06 PN1'] } },
      right: ['blank_start', [2022, 'cla.count', '1'], ['2022-06-10', 'A', 'CLK-REV-1', null]],
    },
    {
      about: 'a start before the only return: its reviews are not judged, and nobody is all on time for it',
      years: { 2022: { episodes: ['A 2021-05-10 P C2 U6', 'B 2022-05-09 S C2 U6'], reviews: ['A 2022-09-01 PN1', 'B 2022-06-06 PN1', 'B 2022-09-05 PN1', 'B 2023-03-03 PN1'] } },
      right: [[2022, 'children.reviews_on_time', '1 of 1'], [2022, 'reviews.held', '4'], [2022, 'reviews.on_time', '3 of 3']],
    },
    {
      about: 'a placement of two years whose start is in no return: no figure',
      years: { 2022: { episodes: ['A 2019-05-10 P C2 U6'], reviews: [] } },
      right: [[2022, 'cla.same_placement_2y', 'null']],
    },
    {
      about: 'a birthday that is not known counts no age',
      years: { 2022: { born: ['A '], episodes: IN_CARE.episodes, reviews: [HELD] } },
      right: [[2022, 'cla.count', '1'], [2022, 'reviews.held', '1'], ['2022-06-10', 'A', 'CLK-REV-2', '2022-09-06']],
    },
    {
      about: 'an end without a reason: care is over, and it is told',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-05'], reviews: [HELD] } },
      right: ['ends_without_reason', [2022, 'cla.count', '0'], ['2022-07-06', 'A', 'CLK-REV-2', null]],
    },
  ],
  // Stays of over 17 days, or of over 75 days in twelve months, are no short breaks. T8, CLK-REV-13.
  'limits of short breaks': [
    {
      about: 'a stay of 17 days is a short break',
      years: { 2022: { episodes: ['A 2022-07-01 S V3 U6 2022-07-18 X1'] } },
      right: [['2022-07-18', 'A', 'CLK-REV-1', null]],
    },
    {
      about: 'the 18th day: the ordinary rules, from the first',
      years: { 2022: { episodes: ['A 2022-07-01 S V3 U6 2022-07-25 X1'] } },
      right: [['2022-07-20', 'A', 'CLK-REV-1', '2022-07-29']],
    },
    {
      about: 'short breaks are in no population',
      years: { 2022: { episodes: ['A 2022-07-01 S V4 U6', 'B 2022-05-09 S C2 U6'] } },
      right: [[2022, 'cla.count', '1'], [2022, 'cla.started', '1'], [2022, 'cla.any_in_year', '1']],
    },
    {
      about: 'the first review within three months of the first stay',
      years: { 2022: { episodes: ['A 2022-07-01 S V4 U6'] } },
      right: [['2022-07-02', 'A', 'CLK-REV-13', '2022-10-01']],
    },
    {
      about: 'a review under short breaks is in no measure',
      years: { 2022: { episodes: ['A 2022-07-01 S V4 U6'], reviews: ['A 2022-08-01 PN1'] } },
      right: [[2022, 'reviews.held', '0']],
    },
  ],
  // A limit that an authority sets itself holds in clocks and figures, and makes nobody overdue in a published one.
  'local rules': [
    {
      about: 'a review after a move that does not count for timeliness',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-10-03 X1', 'A 2022-10-03 P C2 U4 @ZB3 3CC'], reviews: [HELD, 'A 2022-09-05 PN1', 'A 2023-03-03 PN1'] } },
      settings: { reviewAfterMove: { moves: 'every_new_placement', workingDays: 20, restartsCycle: true, source: 'Blackpool', countsForTimeliness: false } },
      right: [[2022, 'reviews.overdue', '0'], [2022, 'children.reviews_on_time', '1 of 1'], ['2022-10-04', 'A', 'CLK-REV-6', '2022-10-31']],
    },
    {
      about: 'no rule chosen: no deadline after a move',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-10-03 X1', 'A 2022-10-03 P C2 U4 @ZB3 3CC'], reviews: [HELD, 'A 2022-09-05 PN1'] } },
      right: [['2022-10-04', 'A', 'CLK-REV-6', null], ['2022-10-04', 'A', 'CLK-REV-3', '2023-03-05']],
    },
    {
      about: 'a month clipped to its last day',
      years: { 2022: { episodes: ['A 2022-08-01 S C2 U6'], reviews: ['A 2022-08-30 PN1', 'A 2022-11-30 PN1'] } },
      right: [['2022-12-01', 'A', 'CLK-REV-3', '2023-05-30'], ['2022-09-01', 'A', 'CLK-REV-2', '2022-11-30']],
    },
    {
      about: 'a review before care began satisfies nothing',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6'], reviews: ['A 2022-05-06 PN1'] } },
      right: [['2022-05-10', 'A', 'CLK-REV-1', '2022-06-08'], [2022, 'reviews.held', '0']],
    },
    {
      about: 'a late first review: the second runs from it',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6'], reviews: ['A 2022-06-14 PN1'] } },
      right: [['2022-06-15', 'A', 'CLK-REV-2', '2022-09-14'], [2022, 'reviews.first_on_time', '0 of 1']],
    },
  ],
} // prettier-ignore

trySmallCases(kinds)
