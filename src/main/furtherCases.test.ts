import { type SmallCase, trySmallCases } from '../../test/support/smallCase.ts'

const REVIEWS = 'review_ref,child,kind,status,booked_date,held_date'
const OFFICERS = ['officer_id,name,role,fte,start_date', 'O1,Ada,IRO,0.5,2020-01-01']

/** Facts beside each other that ordinary years bring: what is due, and what a year counts, worked out by hand. */
const kinds: Readonly<Record<string, readonly SmallCase[]>> = {
  'starts and returns': [
    {
      about: 'looked after from Christmas Day: twenty and five working days over the holidays',
      years: { 2024: { episodes: ['A 2024-12-25 S V2 U6'] } },
      right: [['2024-12-26', 'A', 'CLK-REV-1', '2025-01-24'], ['2024-12-26', 'A', 'CLK-IRO-1', '2025-01-03'], ['2024-12-26', 'A', 'CLK-CPI-1', '2025-01-24']],
    },
    {
      about: 'looked after from the Thursday before Easter',
      years: { 2023: { episodes: ['A 2024-03-28 S V2 U6'] }, 2024: { episodes: ['A 2024-03-28 S V2 U6'] } },
      right: [['2024-03-29', 'A', 'CLK-REV-1', '2024-04-29'], ['2024-04-29', 'A', 'CLK-REV-1', '2024-04-29'], ['2024-04-30', 'A', 'CLK-REV-1', '2024-04-29 overdue'], [2023, 'cla.count', '1'], [2024, 'cla.started', '0']],
    },
    {
      about: 'a review on the day on which care began is the first',
      years: { 2024: { episodes: ['A 2024-09-02 S V2 U6'], reviews: ['A 2024-09-02 PN1'] } },
      right: [['2024-09-03', 'A', 'CLK-REV-1', null], ['2024-09-03', 'A', 'CLK-REV-2', '2024-12-02'], [2024, 'reviews.first_on_time', '1 of 1']],
    },
    {
      about: 'back in care six weeks after leaving it: numbering begins again',
      years: { 2024: { episodes: ['A 2024-01-08 S V2 U6 2024-06-28 E4A', 'A 2024-08-14 S V2 U6'], reviews: ['A 2024-05-02 PN1', 'A 2024-09-12 PN1'] } },
      right: [['2024-07-01', 'A', 'CLK-REV-3', null], ['2024-08-15', 'A', 'CLK-REV-1', '2024-09-12'], ['2024-09-13', 'A', 'CLK-REV-2', '2024-12-12'], [2024, 'cla.started_periods', '1'], [2024, 'cla.ceased_periods', '1'], [2024, 'cla.count', '1'], [2024, 'cla.count_at_start', '1'], [2024, 'cla.any_in_year', '1'], [2024, 'reviews.first_on_time', '1 of 1']],
    },
    {
      about: 'four weeks in care at the year end, and a day less',
      years: { 2024: { episodes: ['A 2025-03-03 S V2 U6', 'B 2025-03-04 S V2 U6'], reviews: ['A 2025-03-27 PN1', 'B 2025-03-27 PN1'] } },
      right: [[2024, 'children.reviews_on_time', '1 of 1'], [2024, 'reviews.held', '2'], [2024, 'cla.started', '2']],
    },
    {
      about: 'on the day itself a review is not late, on the next it is; at the end of the day it is counted as not held',
      years: { 2024: { episodes: ['A 2024-05-02 S C2 U6'], reviews: ['A 2024-06-03 PN1'] } },
      right: [['2024-09-03', 'A', 'CLK-REV-2', '2024-09-03'], ['2024-09-04', 'A', 'CLK-REV-2', '2024-09-03 overdue'], [2024, 'reviews.overdue', '0', '2024-09-02'], [2024, 'reviews.overdue', '1', '2024-09-03']],
    },
    {
      about: 'a review of September is not seen in August',
      years: { 2024: { episodes: ['A 2024-05-02 S C2 U6'], reviews: ['A 2024-06-03 PN1', 'A 2024-09-02 PN1'] } },
      right: [['2024-08-31', 'A', 'CLK-REV-2', '2024-09-03'], ['2024-08-31', 'A', 'CLK-REV-3', null], [2024, 'reviews.held', '1', '2024-08-31'], [2024, 'reviews.held', '2']],
    },
    {
      about: 'the same review twice in a return counts once',
      years: { 2024: { episodes: ['A 2024-05-02 S C2 U6'], reviews: ['A 2024-06-03 PN1', 'A 2024-06-03 PN1'] } },
      right: [[2024, 'reviews.held', '1'], ['2024-06-04', 'A', 'CLK-REV-2', '2024-09-03']],
    },
  ],
  'orders and adoption': [
    {
      about: 'from agreement to a placement order in one period: three months run from the order, and are the earlier day',
      years: {
        2024: {
          episodes: ['A 2024-04-03 S V2 U6 2024-05-13 X1', 'A 2024-05-13 L C1 U6 2024-07-22 X1', 'A 2024-07-22 L C2 U6 2024-08-01 X1', 'A 2024-08-01 L E1 U6'],
          reviews: ['A 2024-05-01 PN1', 'A 2024-07-31 PN1', 'A 2024-10-15 PN1'],
        },
      },
      right: [['2024-08-02', 'A', 'CLK-REV-15', '2024-11-01'], ['2024-08-02', 'A', 'CLK-REV-3', null], ['2024-10-16', 'A', 'CLK-REV-3', '2025-04-15'], [2024, 'cla.started_periods', '1'], [2024, 'cla.three_plus_placements', '0 of 1']],
    },
    {
      about: 'a baby placed by agreement: four weeks from the placement, and none from an authority that there is not',
      years: { 2024: { born: ['A 2024-06-01'], episodes: ['A 2024-06-03 S V2 U6 2024-06-24 X1', 'A 2024-06-24 P V2 A4 @ZD4 4DD'] } },
      right: [['2024-06-25', 'A', 'CLK-REV-16', '2024-07-22'], ['2024-06-25', 'A', 'CLK-REV-15', null], ['2024-06-25', 'A', 'CLK-REV-1', null]],
    },
    {
      about: 'placed for adoption: three months from the first review, six from the second, then adopted',
      years: {
        2024: {
          born: ['A 2022-06-01'],
          episodes: ['A 2023-04-03 S E1 U6 2024-06-24 X1', 'A 2024-06-24 P E1 A6 2025-02-03 E12 @ZD4 4DD'],
          reviews: ['A 2024-05-20 PN0', 'A 2024-07-19 PN0', 'A 2024-10-18 PN0'],
        },
      },
      right: [['2024-07-20', 'A', 'CLK-REV-16', '2024-10-19'], ['2024-10-19', 'A', 'CLK-REV-16', '2025-04-18'], ['2024-10-19', 'A', 'CLK-REV-3', null], ['2025-02-04', 'A', 'CLK-REV-16', null], [2024, 'cla.adoptions', '1'], [2024, 'cla.count', '0']],
    },
    {
      about: 'returned by adopters and reviewed within the window: six months from that review',
      years: {
        2024: {
          born: ['A 2020-06-01'],
          episodes: ['A 2023-04-03 S E1 U6 2024-04-08 X1', 'A 2024-04-08 P E1 A6 2024-08-12 X1 @ZD4 4DD', 'A 2024-08-12 P E1 U6 @ZB3 3CC'],
          reviews: ['A 2024-05-03 PN1', 'A 2024-07-30 PN1', 'A 2024-09-10 PN1'],
        },
      },
      right: [['2024-08-13', 'A', 'CLK-REV-17', '2024-09-23'], ['2024-08-13', 'A', 'CLK-REV-16', null], ['2024-09-11', 'A', 'CLK-REV-17', null], ['2024-09-11', 'A', 'CLK-REV-3', '2025-03-10']],
    },
  ],
  'secure, remand, short breaks': [
    {
      about: 'a welfare placement that ends before its month does',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6 2024-10-31 X1', 'A 2024-10-31 P C2 K1 2024-11-20 X1 @ZD4 4DD', 'A 2024-11-20 P C2 K2 @ZB3 3CC'], reviews: ['A 2024-10-02 PN1'] } },
      right: [['2024-11-01', 'A', 'CLK-REV-19', '2024-11-30'], ['2024-11-21', 'A', 'CLK-REV-19', null], ['2024-11-21', 'A', 'CLK-REV-3', '2025-04-02']],
    },
    {
      about: 'a panel on the clipped day: three months from it, and no review of the case',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6 2024-08-31 X1', 'A 2024-08-31 P C2 K1 @ZD4 4DD'], reviews: ['A 2024-07-10 PN1'] } },
      registers: { reviews: [REVIEWS, 'R1,A,SECURE,HELD,,2024-09-30'] },
      right: [['2024-10-01', 'A', 'CLK-REV-19', '2024-12-30'], ['2024-10-01', 'A', 'CLK-REV-3', '2025-01-10'], [2024, 'reviews.held', '1']],
    },
    {
      about: 'remanded to a foster home: a care plan within five working days, no detention plan',
      years: { 2024: { episodes: ['A 2024-09-09 S J1 U6'] } },
      right: [['2024-09-10', 'A', 'CLK-REV-18', '2024-09-16'], ['2024-09-10', 'A', 'CLK-REV-1', '2024-10-07'], ['2024-09-10', 'A', 'CLK-REV-19', null]],
    },
    {
      about: 'a year under one agreement of short breaks is no stay of a year',
      years: { 2024: { episodes: ['A 2024-04-08 S V4 U6'] } },
      registers: { reviews: [REVIEWS, 'R1,A,SHORT_BREAK,HELD,,2024-07-01'] },
      right: [['2024-04-09', 'A', 'CLK-REV-13', '2024-07-08'], ['2024-07-02', 'A', 'CLK-REV-13', '2025-01-01'], ['2024-07-02', 'A', 'CLK-REV-1', null], ['2024-07-02', 'A', 'CLK-IRO-1', null], [2024, 'cla.count', '0'], [2024, 'reviews.held', '0']],
    },
  ],
  'what registers know': [
    {
      about: 'an IRO named on the fifth working day, and none',
      years: { 2024: { episodes: ['A 2024-09-02 S V2 U6', 'B 2024-09-02 S V2 U6'] } },
      registers: { officers: OFFICERS, allocations: ['child,officer_id,from', 'A,O1,2024-09-09'] },
      right: [['2024-09-10', 'A', 'CLK-IRO-1', null], ['2024-09-10', 'B', 'CLK-IRO-1', '2024-09-09 overdue'], ['2024-09-09', 'B', 'CLK-IRO-1', '2024-09-09']],
    },
    {
      about: 'half an IRO with two children for half the year and one for the whole of it',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6', 'B 2023-05-08 S C2 U6'] } },
      registers: { officers: OFFICERS, allocations: ['child,officer_id,from,to', 'A,O1,2023-05-09,', 'B,O1,2023-05-09,2024-10-01'] },
      right: [[2024, 'iros.caseload_per_fte', '3'], [2024, 'iros.children_without', '1']],
    },
    {
      about: 'a review booked for a Wednesday: asked six weeks before, the report three working days',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6'], reviews: ['A 2024-05-22 PN1'] } },
      registers: { reviews: [REVIEWS, 'R1,A,CLA,PLANNED,2024-11-20,'] },
      right: [['2024-10-01', 'A', 'CLK-PRE-1', '2024-10-09'], ['2024-10-01', 'A', 'CLK-REV-3', '2024-11-22']],
    },
    {
      about: 'a dentist on 29 February, a questionnaire that would be due at 17, an assessment on the last day of a year',
      years: { 2024: { born: ['A 2012-02-03', 'B 2007-10-01', 'C 2012-02-03'], episodes: ['A 2021-05-10 S C2 U6', 'B 2021-05-10 S C2 U6', 'C 2021-05-10 S C2 U6'] } },
      registers: { checks: ['child,kind,date', 'A,DENTAL_CHECK,2024-02-29', 'B,SDQ,2024-05-01', 'C,HEALTH_ASSESSMENT_REVIEW,2024-03-31', 'C,SDQ,2024-03-31'] },
      right: [['2024-06-10', 'A', 'CLK-CPI-3', '2025-02-28'], ['2024-06-10', 'B', 'CLK-CPI-5', null], ['2024-06-10', 'C', 'CLK-CPI-2', '2025-03-31'], ['2024-06-10', 'C', 'CLK-CPI-5', '2025-03-31']],
    },
    {
      about: 'becomes looked after at sixteen: eligible after thirteen weeks, and three months from then',
      years: { 2024: { born: ['A 2008-03-10', 'B 2008-11-30'], episodes: ['A 2024-06-03 S V2 U6', 'B 2021-05-10 S C2 U6'] } },
      right: [['2024-10-01', 'A', 'CLK-CPI-7', '2024-12-01'], ['2024-12-01', 'B', 'CLK-CPI-7', '2025-02-28']],
    },
    {
      about: 'a private arrangement: seven working days, six weeks, and twelve from the second year',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6'] } },
      registers: {
        people: ['child,kind,from,to,dob', 'P,PRIVATE_FOSTERING,2024-04-26,,2014-02-03', 'Q,PRIVATE_FOSTERING,2024-04-26,,2014-02-03', 'R,PRIVATE_FOSTERING,2024-04-26,,2014-02-03'],
        visits: ['child,date,kind', 'P,2024-05-03,PRIVATE_FOSTERING', 'Q,2024-05-03,PRIVATE_FOSTERING', 'Q,2025-04-25,PRIVATE_FOSTERING', 'R,2024-05-03,PRIVATE_FOSTERING', 'R,2025-04-28,PRIVATE_FOSTERING'],
      },
      right: [['2024-04-27', 'P', 'CLK-PF-2', '2024-05-08'], ['2024-05-04', 'P', 'CLK-PF-2', null], ['2024-05-04', 'P', 'CLK-PF-3', '2024-06-14']],
    },
    {
      about: 'a care leaver: the months run from the last review before 18, not from the birthday',
      years: { 2024: { born: ['A 2006-10-02'], episodes: ['A 2021-05-10 S C2 U6 2024-10-02 E15'], reviews: ['A 2024-08-31 PN1'] } },
      registers: { people: ['child,kind,from', 'A,CARE_LEAVER,2024-10-02'] },
      right: [['2024-10-01', 'A', 'CLK-REV-20', null], ['2024-10-03', 'A', 'CLK-REV-20', '2025-02-28'], ['2024-10-03', 'A', 'CLK-REV-3', null]],
    },
    {
      about: 'oversight and a supervision order: local practice gives no deadline until it is chosen',
      years: { 2024: { episodes: ['A 2024-05-02 S C2 U6'], reviews: ['A 2024-06-03 PN1'] } },
      registers: { people: ['child,kind,from', 'S,SUPERVISION_ORDER,2024-04-30'] },
      right: [['2024-06-10', 'A', 'CLK-OVR-1', null], ['2024-06-10', 'A', 'CLK-OVR-3', null], ['2024-06-10', 'S', 'CLK-OVR-6', null], [2024, 'oversight.supervision_orders', '1']],
    },
    {
      about: 'a social worker’s visit within the first week, then every six weeks',
      years: { 2024: { episodes: ['A 2024-04-03 S C2 U6', 'B 2024-04-03 S C2 U6'] } },
      registers: { visits: ['child,date,kind', 'A,2024-04-08,SOCIAL_WORK', 'B,2024-04-08,SOCIAL_WORK', 'B,2024-05-20,SOCIAL_WORK'] },
      right: [['2024-04-04', 'A', 'CLK-VIS-1', '2024-04-10'], ['2024-04-09', 'A', 'CLK-VIS-1', '2024-05-20'], ['2024-05-21', 'B', 'CLK-VIS-1', '2024-07-01']],
    },
    {
      about: 'advocacy of the year before, of the year and of its last day; a visitor who ended the day before',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6', 'B 2023-05-08 S C2 U6'] } },
      registers: { support: ['child,kind,referred_date,from,to', 'A,ADVOCACY,2024-03-31,2024-04-02,', 'A,ADVOCACY,2024-04-01,2024-04-20,', 'B,ADVOCACY,2025-03-31,,', 'A,INDEPENDENT_VISITOR,,2024-06-01,', 'B,INDEPENDENT_VISITOR,,2023-06-01,2025-03-30'] },
      right: [[2024, 'support.advocacy_referrals', '2'], [2024, 'support.independent_visitors', '1'], [2024, 'support.independent_visitors_new', '1']],
    },
  ],
  'cohorts': [
    {
      about: 'twelve months without a day’s break, with an episode closed and opened on one day, and with a gap',
      years: { 2024: { episodes: ['A 2024-04-01 S C2 U6 2024-09-02 X1', 'A 2024-09-02 P C2 U4 @ZB3 3CC', 'B 2023-05-08 S C2 U6 2024-09-02 E4A', 'B 2024-09-03 S V2 U6', 'C 2024-04-02 S C2 U6'], files: { 'oc2.csv': ['CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED', 'A,2012-02-03,12,,0,,1,1,1,0,,', 'B,2012-02-03,12,,0,,1,1,1,0,,', 'C,2012-02-03,12,,0,,1,1,1,0,,'].join('\n') } } },
      right: [[2024, 'health.assessment_current', '1 of 1'], [2024, 'health.dental_current', '1 of 1'], [2024, 'health.immunisations', '1 of 1']],
    },
    {
      about: 'attending, speaking through another, saying nothing, and being spoken for',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6'], reviews: ['A 2024-04-10 PN1', 'A 2024-06-10 PN2', 'A 2024-08-10 PN3', 'A 2024-10-10 PN4', 'A 2024-12-10 PN5', 'A 2025-02-10 PN7'] } },
      right: [[2024, 'reviews.participated', '5 of 6'], [2024, 'reviews.attended', '4 of 6'], [2024, 'children.participated', '0 of 1'], [2024, 'reviews.per_child', '6 of 1']],
    },
    {
      about: 'six weeks missing over the year end, and care that ended meanwhile',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6', 'B 2023-05-08 S C2 U6 2024-06-10 E8'], files: { 'missing.csv': ['CHILD,DOB,MISSING,MIS_START,MIS_END', 'A,2012-02-03,M,10/03/2025,', 'A,2012-02-03,M,31/03/2024,02/04/2024', 'B,2012-02-03,M,10/06/2024,12/06/2024', 'B,2012-02-03,M,09/06/2024,10/06/2024'].join('\n') } } },
      right: [[2024, 'missing.episodes', '2'], [2024, 'missing.children', '2']],
    },
    {
      about: 'an order of guardianship on the day on which a review fell due: neither late nor due',
      years: { 2024: { episodes: ['A 2023-05-08 S C2 U6 2024-11-22 E45', 'B 2023-05-08 S C2 U6 2024-11-23 E45'], reviews: ['A 2024-05-22 PN1', 'B 2024-05-22 PN1'] } },
      right: [['2024-11-23', 'A', 'CLK-REV-3', null], ['2024-11-24', 'B', 'CLK-REV-3', null], [2024, 'reviews.overdue', '0'], [2024, 'cla.sgos', '2'], [2024, 'cla.ceased_periods', '2']],
    },
    {
      about: 'moved twice, and three times; a hospital stay and a change of status are no moves',
      years: {
        2024: {
          episodes: [
            'A 2023-05-08 S C2 U6 2024-06-03 X1', 'A 2024-06-03 P C2 U4 2024-09-02 X1 @ZB3 3CC', 'A 2024-09-02 P C2 K2 @ZD4 4DD',
            'B 2023-05-08 S C2 U6 2024-06-03 X1', 'B 2024-06-03 P C2 U4 @ZB3 3CC',
            'C 2023-05-08 S V2 U6 2024-06-03 X1', 'C 2024-06-03 L C2 U6 2024-09-02 X1', 'C 2024-09-02 P C2 U4 @ZB3 3CC',
          ],
        },
      },
      right: [[2024, 'cla.three_plus_placements', '1 of 3'], [2024, 'cla.count', '3']],
    },
  ],
} // prettier-ignore

trySmallCases(kinds)
