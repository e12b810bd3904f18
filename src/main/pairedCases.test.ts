import { type SmallCase, trySmallCases } from '../../test/support/smallCase.ts'

const HELD = 'A 2022-06-06 PN1'
const SECOND = 'A 2022-09-05 PN1'
/** In care since 9 May 2022, with a first review in time. */
const IN_CARE = { episodes: ['A 2022-05-09 S C2 U6'], reviews: [HELD] }

const uasc = (...rows: readonly string[]) => ({ 'uasc.csv': ['CHILD,SEX,DOB,DUC', ...rows].join('\n') })
const missing = (...rows: readonly string[]) => ({
  'missing.csv': ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...rows.map((row) => row.replace(' ', ',2012-02-03,'))].join(
    '\n',
  ),
})
const OC2 =
  'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED'
const oc2 = (...rows: readonly string[]) => ({
  'oc2.csv': [OC2, ...rows.map((row) => `${row},12,,0,,1,1,1,0,,`)].join('\n'),
})
const REVIEWS = 'review_ref,child,kind,status,held_date'

/** Two things that go wrong at once: what one rule makes of a fact must hold beside what another does. */
const kinds: Readonly<Record<string, readonly SmallCase[]>> = {
  'short breaks, and something else': [
    {
      about: 'a review held in a short break is no first review of the care that follows',
      years: { 2022: { episodes: ['A 2022-07-01 S V4 U6 2022-07-05 X1', 'A 2022-07-05 L C2 U6'], reviews: ['A 2022-07-04 PN1'] } },
      right: [['2022-07-06', 'A', 'CLK-REV-1', '2022-08-02'], [2022, 'reviews.held', '0'], 'review_in_short_break'],
    },
    {
      about: 'two stays that meet are one of twenty days: the ordinary rules, from the first day',
      years: { 2022: { episodes: ['A 2022-07-01 S V3 U6 2022-07-11 X1', 'A 2022-07-11 P V3 U4 2022-07-21 X1'] } },
      right: [['2022-07-20', 'A', 'CLK-REV-1', '2022-07-29'], [2022, 'cla.started_periods', '0']],
    },
    {
      about: 'the 76th day in twelve months, not the 75th',
      years: {
        2022: {
          episodes: [
            'A 2022-04-04 S V3 U6 2022-04-20 E4A',
            'A 2022-05-02 S V3 U6 2022-05-18 E4A',
            'A 2022-06-01 S V3 U6 2022-06-17 E4A',
            'A 2022-07-01 S V3 U6 2022-07-17 E4A',
            'A 2022-08-01 S V3 U6 2022-08-17 E4A',
          ],
        },
      },
      right: [['2022-08-11', 'A', 'CLK-REV-1', null], ['2022-08-12', 'A', 'CLK-REV-1', '2022-08-30']],
    },
    {
      about: 'an agreement of one return that the next turns into care: that year’s start',
      years: { 2022: { episodes: ['A 2022-11-14 S V4 U6'] }, 2023: { episodes: ['A 2022-11-14 S V4 U6 2023-06-12 X1', 'A 2023-06-12 L C2 U6'] } },
      right: [['2023-06-13', 'A', 'CLK-REV-1', '2023-07-10'], [2022, 'cla.count', '0'], [2023, 'cla.started_periods', '1'], [2023, 'cla.count', '1']],
    },
    {
      about: 'missing in a short break is not missing from care',
      years: { 2022: { episodes: ['A 2022-07-01 S V4 U6', 'B 2022-05-09 S C2 U6'], files: missing('A M,2022-07-03,2022-07-04', 'B M,2022-07-03,2022-07-04') } },
      right: [[2022, 'missing.episodes', '1'], [2022, 'missing.children', '1']],
    },
    {
      about: 'an agreement that nobody ended, past the 18th birthday',
      years: { 2022: { born: ['A 2004-06-06'], episodes: ['A 2022-04-11 S V4 U6'] } },
      right: [['2022-06-05', 'A', 'CLK-REV-13', '2022-07-11'], ['2022-06-06', 'A', 'CLK-REV-13', null]],
    },
    {
      about: 'a child who left care and has short breaks since awaits no review of care',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-05 E4A', 'A 2022-08-01 S V4 U6'], reviews: [HELD] } },
      right: [['2022-08-02', 'A', 'CLK-REV-2', null], ['2022-08-02', 'A', 'CLK-REV-13', '2022-11-01'], [2022, 'cla.ceased_periods', '1']],
    },
  ],
  'gaps, ends and the year end': [
    {
      about: 'X1, and the next episode days later in the next return: in care on 31 March',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2023-03-28 X1'], reviews: [HELD, SECOND] }, 2023: { episodes: ['A 2023-04-03 P C2 U4'] } },
      right: [[2022, 'cla.count', '1'], [2022, 'cla.ceased', '0'], [2023, 'cla.started', '0'], ['2023-04-04', 'A', 'CLK-REV-3', '2023-03-05 overdue'], 'gap_within_period'],
    },
    {
      about: 'an end without a reason, and a move on the next day: care went on',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-05', 'A 2022-07-06 P C2 U4'], reviews: [HELD] } },
      right: [['2022-07-31', 'A', 'CLK-REV-2', '2022-09-06'], [2022, 'cla.started_periods', '1'], [2022, 'cla.ceased', '0']],
    },
    {
      about: 'ceased and started again on the same day: two periods, and a first review',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-04 E4A', 'A 2022-07-04 S V2 U4'], reviews: [HELD] } },
      right: [['2022-07-05', 'A', 'CLK-REV-1', '2022-08-01'], [2022, 'cla.started_periods', '2'], [2022, 'cla.ceased_periods', '1'], [2022, 'cla.count', '1']],
    },
    {
      about: 'a review on the day that ends one period and starts another is of one alone',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-04 E4A', 'A 2022-07-04 S V2 U4'], reviews: [HELD, 'A 2022-07-04 PN1'] } },
      right: [[2022, 'reviews.held', '2'], [2022, 'reviews.on_time', '2 of 2']],
    },
    {
      about: 'who left with a first review overdue and came back starts afresh, and was not all on time',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-06-20 E4A', 'A 2022-07-04 S V2 U4'], reviews: ['A 2022-07-25 PN1', 'A 2022-10-24 PN1'] } },
      right: [['2022-07-05', 'A', 'CLK-REV-1', '2022-08-01'], [2022, 'reviews.overdue', '0', '2022-07-05'], [2022, 'reviews.first_on_time', '1 of 1'], [2022, 'children.reviews_on_time', '0 of 1']],
    },
    {
      about: 'ceased on the last day of the year and back on the first of the next',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2023-03-31 E4A'], reviews: [HELD] }, 2023: { episodes: ['A 2023-04-03 S V2 U6'] } },
      right: [[2022, 'cla.count', '0'], [2022, 'cla.ceased', '1'], [2023, 'cla.count_at_start', '0'], [2023, 'cla.started', '1'], ['2023-04-04', 'A', 'CLK-REV-1', '2023-05-04']],
    },
    {
      about: 'started on the last day of the year: in care, too short for the children’s measure',
      years: { 2022: { episodes: ['A 2023-03-31 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: ['B 2022-06-06 PN1', 'B 2022-09-05 PN1', 'B 2023-03-03 PN1'] } },
      right: [[2022, 'cla.count', '2'], [2022, 'cla.started', '2'], [2022, 'children.reviews_on_time', '1 of 1']],
    },
  ],
  'overlaps and one day': [
    {
      about: 'a status change on the day of starting: one start, one placement',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-05-09 X1', 'A 2022-05-09 L C1 U6'] } },
      right: [['2022-05-10', 'A', 'CLK-REV-1', '2022-06-08'], [2022, 'cla.started_periods', '1'], [2022, 'cla.ceased_periods', '0'], [2022, 'cla.three_plus_placements', '0 of 1']],
    },
    {
      about: 'an episode within another: the later start holds, and care goes on',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-11-01 X1', 'A 2022-10-03 P C2 U4 2022-10-10 X1', 'A 2022-11-01 P C2 K2'], reviews: [HELD, SECOND] } },
      right: ['overlapping_episodes', [2022, 'cla.started_periods', '1'], [2022, 'cla.count', '1'], ['2022-11-02', 'A', 'CLK-REV-3', '2023-03-05']],
    },
    {
      about: 'a start while another episode is open: the earlier review date of the two readings',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'A 2022-10-03 S C2 U4'], reviews: [HELD, SECOND] } },
      right: ['overlapping_episodes', ['2022-10-04', 'A', 'CLK-REV-1', '2022-10-31'], [2022, 'cla.count', '1']],
    },
    {
      about: 'three moves on 31 March, two of them gone from the next return',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6 2023-03-31 X1', 'A 2023-03-31 P C2 K2 2023-03-31 X1 @ZC1 1CC', 'A 2023-03-31 P C2 U4 @ZD4 4DD'], reviews: [HELD, SECOND, 'A 2023-03-03 PN1'] },
        2023: { episodes: ['A 2023-03-31 P C2 U4 @ZD4 4DD'] },
      },
      right: [[2022, 'cla.three_plus_placements', '1 of 1'], [2023, 'cla.three_plus_placements', '0 of 1'], [2022, 'cla.started_periods', '1']],
    },
    {
      about: 'in hospital for three days and back: one placement',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-04 X1', 'A 2022-07-04 P C2 T1 2022-07-07 X1 @ZH1 1HH', 'A 2022-07-07 P C2 U6 2022-10-03 X1', 'A 2022-10-03 P C2 K2 @ZK2 2KK'], reviews: [HELD, SECOND] } },
      right: [[2022, 'cla.three_plus_placements', '0 of 1'], ['2022-10-04', 'A', 'CLK-REV-3', '2023-03-05']],
    },
    {
      about: 'the same rows twice, with spaces and small letters: once',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'A 2022-05-09 s c2 u6'], reviews: [HELD, HELD] } },
      right: [[2022, 'cla.started_periods', '1'], [2022, 'reviews.held', '1'], ['2022-06-07', 'A', 'CLK-REV-2', '2022-09-06']],
    },
  ],
  'later returns, and something else': [
    {
      about: 'a date of birth put right moves the 18th birthday',
      years: {
        2022: { born: ['A 2005-03-10'], episodes: ['A 2022-05-09 S C2 U6'], reviews: [HELD, SECOND] },
        2023: { born: ['A 2006-03-10'], episodes: ['A 2022-05-09 S C2 U6'] },
      },
      right: ['differs_between_years', [2022, 'cla.count', '1'], ['2023-04-03', 'A', 'CLK-REV-3', '2023-03-05 overdue']],
    },
    {
      about: 'an end put off into the next year',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6 2023-03-20 E4A', 'B 2022-05-09 S C2 U6'], reviews: [HELD] },
        2023: { episodes: ['A 2022-05-09 S C2 U6 2023-04-04 E4A', 'B 2022-05-09 S C2 U6'] },
      },
      right: ['changed_by_later_return', [2022, 'cla.count', '2'], [2022, 'cla.ceased', '0'], [2023, 'cla.ceased', '1'], [2023, 'cla.any_in_year', '2']],
    },
    {
      about: 'two periods in one year, the later return has the second alone',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6 2022-12-01 E4A', 'A 2023-02-06 S V2 U4 @ZD4 4DD'], reviews: [HELD, SECOND, 'A 2023-03-03 PN1'] },
        2023: { episodes: ['A 2023-02-06 S V2 U4 @ZD4 4DD'] },
      },
      right: [[2022, 'cla.started_periods', '2'], [2022, 'cla.ceased_periods', '1'], [2022, 'reviews.held', '3'], [2022, 'reviews.on_time', '3 of 3']],
    },
    {
      about: 'reviews that a return carrying the history leaves out stay',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD, SECOND, 'B 2022-06-06 PN1', 'B 2022-09-05 PN1'] },
        2023: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD, 'B 2022-06-06 PN1', 'B 2022-09-05 PN1', 'B 2023-03-03 PN1'] },
      },
      right: [[2022, 'reviews.held', '5'], ['2023-04-03', 'A', 'CLK-REV-3', '2023-03-05 overdue'], 'added_by_later_return'],
    },
    {
      about: 'a placement’s postcode blank in the later return: the same placement, and nothing is lost',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6 2022-10-03 X1', 'A 2022-10-03 P C2 U4 @ZD4 4DD'], reviews: [HELD, SECOND] },
        2023: { episodes: ['A 2022-10-03 P C2 U4 @'] },
      },
      right: [[2022, 'cla.started_periods', '1'], [2022, 'reviews.held', '2'], [2022, 'cla.count', '1'], ['2022-11-01', 'A', 'CLK-REV-3', '2023-03-05']],
    },
    {
      about: 'a year in between that nobody imported',
      years: {
        2020: { episodes: ['A 2020-05-11 S C2 U6', 'B 2020-05-11 S C2 U6'], reviews: ['A 2020-06-08 PN1', 'B 2020-06-08 PN1'] },
        2022: { episodes: ['A 2020-05-11 S C2 U6'], reviews: ['A 2022-06-06 PN1'] },
      },
      right: ['not_carried_on', [2020, 'cla.count', '2'], [2021, 'cla.count', 'null'], [2022, 'cla.count', '1'], [2022, 'cla.any_in_year', '2'], [2022, 'reviews.held', '1']],
    },
    {
      about: 'an order made in the year that only the next return tells of: the review date follows it',
      years: {
        2022: { episodes: ['A 2022-05-09 S C2 U6'], reviews: [HELD, SECOND] },
        2023: { episodes: ['A 2022-05-09 S C2 U6 2022-10-03 X1', 'A 2022-10-03 L E1 U6'] },
      },
      right: [['2022-10-04', 'A', 'CLK-REV-15', '2023-01-03'], [2022, 'cla.started_periods', '1']],
    },
  ],
  'adoption, and something else': [
    {
      about: 'an order revoked and made again: three months from the second',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-06-13 X1', 'A 2022-06-13 L E1 U6 2022-07-04 X1', 'A 2022-07-04 L C2 U6 2022-10-03 X1', 'A 2022-10-03 L E1 U6'], reviews: [HELD, SECOND] } },
      right: [['2022-07-05', 'A', 'CLK-REV-15', null], ['2022-10-04', 'A', 'CLK-REV-15', '2023-01-03']],
    },
    {
      about: 'with the adopters, and in hospital for two days: the four weeks go on',
      years: { 2022: { episodes: ['A 2022-05-09 S E1 U6 2022-09-12 X1', 'A 2022-09-12 P E1 A6 2022-10-03 X1 @ZA6 6AA', 'A 2022-10-03 P E1 T1 2022-10-05 X1 @ZH1 1HH', 'A 2022-10-05 P E1 A6 @ZA6 6AA'], reviews: [HELD, 'A 2022-09-01 PN1'] } },
      right: [['2022-10-06', 'A', 'CLK-REV-16', '2022-10-10'], ['2022-10-06', 'A', 'CLK-REV-17', null]],
    },
    {
      about: 'returned by adopters, reviewed too early: the window is open, then overdue, and the review late',
      years: { 2022: { episodes: ['A 2022-05-09 S E1 U6 2022-06-13 X1', 'A 2022-06-13 P E1 A6 2022-12-05 X1', 'A 2022-12-05 P E1 U6'], reviews: [HELD, 'A 2022-07-08 PN1', 'A 2022-10-07 PN1', 'A 2022-12-20 PN1'] } },
      right: [['2023-01-03', 'A', 'CLK-REV-17', '2023-01-16'], ['2023-01-17', 'A', 'CLK-REV-17', '2023-01-16 overdue'], [2022, 'reviews.on_time', '3 of 4'], [2022, 'children.reviews_on_time', '0 of 1'], [2022, 'reviews.overdue', '1']],
    },
    {
      about: 'adopted by the carers: four weeks, and no move',
      years: { 2022: { episodes: ['A 2022-05-09 S E1 U6 2022-06-20 X1', 'A 2022-06-20 P E1 K2 2022-07-11 X1 @ZK2 2KK', 'A 2022-07-11 P E1 U4 2022-09-12 X1 @ZU4 4UU', 'A 2022-09-12 T E1 A3 @ZU4 4UU'], reviews: [HELD, SECOND] } },
      right: [['2022-09-13', 'A', 'CLK-REV-16', '2022-10-10'], [2022, 'cla.three_plus_placements', '1 of 1']],
    },
    {
      about: 'a baby placed and adopted within the four weeks: nothing missed',
      years: { 2022: { born: ['A 2022-01-03'], episodes: ['A 2022-05-09 S E1 U6 2022-09-12 X1', 'A 2022-09-12 P E1 A6 2022-10-03 E11'], reviews: ['A 2022-06-06 PN0', 'A 2022-09-01 PN0'] } },
      right: [[2022, 'cla.adoptions', '1'], [2022, 'reviews.on_time', '2 of 2'], [2022, 'reviews.overdue', '0'], ['2022-10-04', 'A', 'CLK-REV-16', null]],
    },
    {
      about: 'the order revoked while placed: the child stays in the adoptive placement’s cycle',
      years: { 2022: { episodes: ['A 2022-05-09 S E1 U6 2022-09-12 X1', 'A 2022-09-12 P E1 A6 2022-09-26 X1', 'A 2022-09-26 L C2 A6'], reviews: [HELD, 'A 2022-09-01 PN1'] } },
      right: [['2022-09-27', 'A', 'CLK-REV-16', '2022-10-10'], ['2022-09-27', 'A', 'CLK-REV-15', null]],
    },
  ],
  'birthdays, and something else': [
    {
      about: 'born on 29 February: 18 on 1 March of a common year',
      years: { 2025: { born: ['A 2008-02-29'], episodes: ['A 2025-05-09 S C2 U6'], reviews: ['A 2025-06-06 PN1', 'A 2025-09-05 PN1'] } },
      right: [[2025, 'cla.count', '1', '2026-02-28'], [2025, 'cla.count', '0', '2026-03-01'], ['2026-02-28', 'A', 'CLK-REV-3', '2026-03-05'], ['2026-03-01', 'A', 'CLK-REV-3', null]],
    },
    {
      about: 'a second review due on the 18th birthday lapses; one due the day before is overdue till then',
      years: { 2022: { born: ['A 2004-09-06', 'B 2004-09-07'], episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD, 'B 2022-06-06 PN1'] } },
      right: [['2022-09-06', 'A', 'CLK-REV-2', null], ['2022-09-06', 'B', 'CLK-REV-2', '2022-09-06'], [2022, 'reviews.overdue', '1', '2022-09-06'], ['2022-09-07', 'B', 'CLK-REV-2', null]],
    },
    {
      about: '18 on the last day of the year: not looked after on it; on the first of the next: still',
      years: { 2022: { born: ['A 2005-03-31', 'B 2005-04-01'], episodes: ['A 2022-05-09 S C2 U6 2023-03-31 E15', 'B 2022-05-09 S C2 U6'] } },
      right: [[2022, 'cla.count', '1'], [2022, 'cla.ceased', '1']],
    },
    {
      about: 'a start after the 18th birthday starts nothing',
      years: { 2022: { born: ['A 2004-05-01'], episodes: ['A 2022-05-09 S V2 U6', 'B 2022-05-09 S C2 U6'] } },
      right: [[2022, 'cla.started', '1'], ['2022-05-10', 'A', 'CLK-REV-1', null], ['2022-05-10', 'A', 'CLK-IRO-1', null]],
    },
    {
      about: 'missing after the 18th birthday, with an open episode, is not missing from care',
      years: { 2022: { born: ['A 2004-06-06'], episodes: ['A 2022-05-09 S V2 U6'], files: missing('A M,2022-06-06,2022-06-07', 'A M,2022-06-05,2022-06-06') } },
      right: [[2022, 'missing.episodes', '1'], 'looked_after_past_18'],
    },
    {
      about: 'under 16 for the measure of two years: 16 on the day itself is not',
      years: { 2022: { born: ['A 2007-03-31', 'B 2007-04-01'], episodes: ['A 2019-05-13 S C2 U6', 'B 2019-05-13 S C2 U6'] } },
      right: [[2022, 'cla.same_placement_2y', '1 of 1']],
    },
    {
      about: 'looked after for thirty months to the day, not a day less',
      years: { 2022: { episodes: ['A 2020-09-30 S C2 U6', 'B 2020-10-01 S C2 U6'] } },
      right: [[2022, 'cla.same_placement_2y', '1 of 1']],
    },
    {
      about: 'sixteen: the pathway plan within three months, clipped to February',
      years: { 2022: { born: ['A 2006-11-30'], episodes: ['A 2022-05-09 S C2 U6'], reviews: [HELD] } },
      right: [['2022-12-01', 'A', 'CLK-CPI-7', '2023-02-28']],
    },
    {
      about: 'four on the day of a review: the code is asked for; a code of taking part the day before is against the age',
      years: { 2023: { born: ['A 2020-02-29', 'B 2020-03-01'], episodes: ['A 2024-02-01 S C2 U6', 'B 2024-02-01 S C2 U6'], reviews: ['A 2024-02-29 PN1', 'B 2024-02-29 PN1'] } },
      right: ['participation_against_age', [2023, 'reviews.participated', '1 of 1'], [2023, 'reviews.held', '2']],
    },
  ],
  'unaccompanied, and something else': [
    {
      about: 'the status ended within the year, on its last day, and after it',
      years: { 2022: { born: ['A 2006-02-03', 'B 2006-02-03', 'C 2006-02-03'], episodes: ['A 2022-05-09 S V2 U6', 'B 2022-05-09 S V2 U6', 'C 2022-05-09 S V2 U6'], files: uasc('A,2,2006-02-03,2022-12-01', 'B,2,2006-02-03,2023-03-31', 'C,2,2006-02-03,2023-06-01') } },
      right: [[2022, 'cla.uasc', '1'], [2022, 'cla.started_by_age#14+ UASC', '3'], [2022, 'cla.started_by_age#14+', '0']],
    },
    {
      about: 'in the table of one year and not in the next: until that year',
      years: {
        2022: { born: ['A 2006-02-03'], episodes: ['A 2022-05-09 S V2 U6'], files: uasc('A,2,2006-02-03,') },
        2023: { born: ['A 2006-02-03'], episodes: ['A 2022-05-09 S V2 U6'] },
      },
      right: ['not_carried_on', [2022, 'cla.uasc', '1'], [2023, 'cla.uasc', '0']],
    },
    {
      about: 'listed, and no longer looked after',
      years: { 2022: { born: ['A 2006-02-03'], episodes: ['A 2022-05-09 S V2 U6 2022-11-01 E8', 'B 2022-05-09 S C2 U6'], files: uasc('A,2,2006-02-03,') } },
      right: [[2022, 'cla.uasc', '0'], [2022, 'cla.count', '1']],
    },
  ],
  'missing, and something else': [
    {
      about: 'over the year end, in both returns: once, in the year in which it began',
      years: {
        2022: { episodes: IN_CARE.episodes, files: missing('A M,2023-03-30,') },
        2023: { episodes: IN_CARE.episodes, files: missing('A M,2023-03-30,2023-04-03') },
      },
      right: [[2022, 'missing.episodes', '1'], [2023, 'missing.episodes', '0']],
    },
    {
      about: 'the day before care, its first day, its last, and the day on which it ended',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-07-05 E4A'], files: missing('A M,2022-05-08,2022-05-08', 'A M,2022-05-09,2022-05-09', 'A M,2022-07-04,2022-07-04', 'A M,2022-07-05,2022-07-05') } },
      right: [[2022, 'missing.episodes', '2'], [2022, 'missing.children', '1']],
    },
    {
      about: 'away without leave is not missing; in a gap that X1 closes, missing is',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-05 X1', 'A 2022-07-09 P C2 U4'], files: missing('A A,2022-06-01,2022-06-02', 'A M,2022-07-07,2022-07-08') } },
      right: [[2022, 'missing.episodes', '1']],
    },
  ],
  'registers beside the return': [
    {
      about: 'the register’s code of taking part holds; where it is blank, the return’s stays',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD, 'B 2022-06-06 PN6'] } },
      registers: { reviews: [`${REVIEWS},participation_code`, 'R1,A,CLA,HELD,2022-06-06,PN7', 'R2,B,CLA,HELD,2022-06-06,'] },
      right: ['participation_differs', [2022, 'reviews.participated', '1 of 2'], [2022, 'reviews.held', '2']],
    },
    {
      about: 'cancelled in the register, held in the return: held',
      years: { 2022: IN_CARE },
      registers: { reviews: [`${REVIEWS},booked_date`, 'R1,A,CLA,CANCELLED,,2022-06-06'] },
      right: [[2022, 'reviews.held', '1'], ['2022-06-07', 'A', 'CLK-REV-2', '2022-09-06']],
    },
    {
      about: 'a panel of secure accommodation, a review of short breaks, one that is planned: no review of the case',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 K1'] } },
      registers: { reviews: [`${REVIEWS},booked_date`, 'R1,A,SECURE,HELD,2022-06-01,', 'R2,A,SHORT_BREAK,HELD,2022-06-02,', 'R3,A,CLA,PLANNED,,2022-06-07'] },
      right: [[2022, 'reviews.held', '0'], ['2022-06-10', 'A', 'CLK-REV-1', '2022-06-08 overdue']],
    },
    {
      about: 'a review held the day after the child left: in no measure, and it starts nothing',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-06-20 E4A'], reviews: [HELD] } },
      registers: { reviews: [REVIEWS, 'R1,A,CLA,HELD,2022-06-21'] },
      right: ['review_outside_care', [2022, 'reviews.held', '1']],
    },
    {
      about: 'entries after the return: known as far as they reach',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD, SECOND, 'A 2023-03-03 PN1', 'B 2022-06-06 PN1', 'B 2022-09-05 PN1', 'B 2023-03-03 PN1'] } },
      registers: { reviews: [REVIEWS, 'R1,A,CLA,HELD,2023-09-01'] },
      right: [['2023-09-05', 'A', 'CLK-REV-3', '2024-03-01'], ['2023-09-05', 'B', 'CLK-REV-3', '2023-09-03'], [2023, 'reviews.held', 'null']],
    },
    {
      about: 'told on the fifth working day, and on the sixth',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'] } },
      registers: { notifications: ['child,started_date,notified_date', 'A,2022-05-09,2022-05-16', 'B,2022-05-09,2022-05-17'] },
      right: [[2022, 'reviews.late_notifications', '1']],
    },
    {
      about: 'adjourned, and asked on a day between: open, and in time so far; after the limit it is late',
      years: { 2022: { episodes: IN_CARE.episodes } },
      registers: { reviews: [`${REVIEWS},adjourned,completed_date`, 'R1,A,CLA,HELD,2022-06-06,Y,2022-07-18'] },
      right: [['2022-06-20', 'A', 'CLK-REV-8', '2022-07-04'], [2022, 'reviews.on_time', '1 of 1', '2022-07-04'], ['2022-07-05', 'A', 'CLK-REV-8', '2022-07-04 overdue'], [2022, 'reviews.on_time', '0 of 1', '2022-07-05'], [2022, 'reviews.on_time', '0 of 1']],
    },
    {
      about: 'an authority’s own limit on a series holds in the figure',
      years: { 2022: { episodes: IN_CARE.episodes } },
      registers: { reviews: [`${REVIEWS},series_of_meetings,completed_date`, 'R1,A,CLA,HELD,2022-06-06,Y,2022-06-21'] },
      settings: { booking: { slackWorkingDays: 5, meetingMinutes: 60, adjournmentWorkingDays: 10 } },
      right: [[2022, 'reviews.on_time', '0 of 1']],
    },
    {
      about: 'the IRO’s allocation ended with nobody after: nobody is named',
      years: { 2022: IN_CARE },
      registers: { officers: ['officer_id,name,role,fte,start_date', 'O1,Ada Adams,IRO,1,2020-01-01'], allocations: ['child,officer_id,from,to', 'A,O1,2022-05-11,2022-11-01'] },
      right: [[2022, 'iros.children_without', '0', '2022-10-31'], [2022, 'iros.children_without', '1', '2022-11-01'], [2022, 'iros.children_without', '1']],
    },
    {
      about: 'a child who left and came back: the earlier period’s permanence plan is none of this one',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-07-04 E4A', 'A 2022-09-12 S V2 U4'], reviews: [HELD] } },
      registers: { reviews: [`${REVIEWS},permanence_plan`, 'R1,A,CLA,HELD,2022-06-06,Y'] },
      right: [['2022-09-13', 'A', 'CLK-CPI-8', '2023-01-12'], ['2022-07-03', 'A', 'CLK-CPI-8', null]],
    },
  ],
  'days before, within and after what is known': [
    {
      about: 'a day before anything: nobody, and nothing due',
      years: { 2022: IN_CARE },
      right: [['2021-01-04', 'A', 'CLK-REV-1', null], [2022, 'cla.count', '0', '2022-04-01'], [2022, 'cla.started', '0', '2022-05-08'], [2022, 'cla.started', '1', '2022-05-09']],
    },
    {
      about: 'after the data: what fell due in them is overdue, what fell due later is not known',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD, SECOND, 'B 2022-06-06 PN1', 'B 2022-09-05 PN1', 'B 2022-10-20 PN1'] } },
      right: [['2023-07-03', 'A', 'CLK-REV-3', '2023-03-05 overdue'], ['2023-07-03', 'B', 'CLK-REV-3', '2023-04-20'], [2023, 'reviews.overdue', 'null', '2023-07-03']],
    },
    {
      about: 'a year seen again from later: its end, not today',
      years: { 2022: IN_CARE, 2023: { episodes: ['A 2022-05-09 S C2 U6 2023-06-12 E4A'], reviews: ['A 2023-04-03 PN1'] } },
      right: [[2022, 'cla.count', '1', '2024-03-31'], [2022, 'reviews.overdue', '1', '2024-03-31'], [2022, 'reviews.held', '1', '2024-03-31'], [2023, 'cla.count', '0', '2024-03-31']],
    },
    {
      about: 'one return alone, with the history: stability is known; without: it is not',
      years: { 2022: { episodes: ['A 2019-05-13 S C2 U6 2022-10-03 X1', 'A 2022-10-03 P C2 U4 @ZD4 4DD', 'B 2019-05-13 S C2 U6'] } },
      right: [[2022, 'cla.same_placement_2y', '1 of 2']],
    },
    {
      about: 'health: who left and came back was not looked after for the twelve months',
      years: { 2022: { episodes: ['A 2021-05-10 S C2 U6 2022-07-04 E4A', 'A 2022-07-25 S C2 U6', 'B 2021-05-10 S C2 U6 2022-07-04 X1', 'B 2022-07-04 P C2 U4'], files: oc2('A,2012-02-03', 'B,2012-02-03') } },
      right: [[2022, 'health.assessment_current', '1 of 1']],
    },
  ],
  'remand and secure homes, and something else': [
    {
      about: 'a remand in a secure home that turns into a welfare placement: the panel from that day',
      years: { 2022: { episodes: ['A 2022-09-09 S J1 K1 2022-09-20 X1', 'A 2022-09-20 L C1 K1'] } },
      right: [['2022-09-21', 'A', 'CLK-REV-18', null], ['2022-09-21', 'A', 'CLK-REV-19', '2022-10-20'], ['2022-09-21', 'A', 'CLK-REV-1', '2022-10-10']],
    },
    {
      about: 'remanded, released and remanded again: the plan is of the second remand',
      years: { 2022: { episodes: ['A 2022-05-09 S V2 U6 2022-06-13 X1', 'A 2022-06-13 B J1 R5 2022-07-04 X1', 'A 2022-07-04 B V2 U6 2022-09-09 X1', 'A 2022-09-09 B J1 R5'], reviews: [HELD, SECOND] } },
      right: [['2022-09-10', 'A', 'CLK-REV-18', '2022-09-26'], ['2022-09-10', 'A', 'CLK-REV-3', '2023-03-05']],
    },
    {
      about: 'the remand ended with the child’s leaving: nothing runs',
      years: { 2022: { episodes: ['A 2022-09-09 S J1 R5 2022-09-20 E14', 'B 2022-05-09 S C2 U6'] } },
      right: [['2022-09-21', 'A', 'CLK-REV-18', null], ['2022-09-21', 'A', 'CLK-REV-1', null], [2022, 'cla.ceased', '1']],
    },
  ],
} // prettier-ignore

trySmallCases(kinds)
