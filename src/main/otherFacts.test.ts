import { type SmallCase, trySmallCases } from '../../test/support/smallCase.ts'

const HELD = 'A 2022-06-06 PN1'
/** Two children in care for the whole year. */
const TWO = { episodes: ['A 2021-05-10 S C2 U6', 'B 2021-05-10 S C2 U6'] }
const REVIEWS = 'review_ref,child,kind,status,held_date'

const missing = (...rows: readonly string[]) => ({
  'missing.csv': ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...rows].join('\n'),
})
const OC2 =
  'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED'
/** `A,2012-02-03,12,1`: child, birthday, SDQ score, whether the development check was made. */
const oc2 = (...rows: readonly string[]) => ({
  'oc2.csv': [OC2, ...rows.map((row) => row.replace(/,([^,]*)$/, ',,0,$1,1,1,1,0,,'))].join('\n'),
})

/** Facts of the registers, and those of the return that stand at a border: worked out by hand from the rulebook. */
const kinds: Readonly<Record<string, readonly SmallCase[]>> = {
  // CLK-MIS-3: 72 hours that pass, on whatever clock.
  'interviews after going missing': [
    {
      about: 'the clocks go back within the 72 hours: an hour less on the wall',
      years: { 2022: { ...TWO, files: missing('A,2012-02-03,M,2022-10-28,2022-10-29', 'B,2012-02-03,M,2022-10-28,2022-10-29') } },
      registers: { missing_returns: ['child,missing_from,returned_at,interview_offered_at,interview_held_at,declined', 'A,2022-10-28,2022-10-29T22:00,2022-10-30T09:00,2022-11-01T21:00,', 'B,2022-10-28,2022-10-29T22:00,2022-10-30T09:00,2022-11-01T21:01,'] },
      right: [[2022, 'missing.rhi_in_72h', '1 of 2'], ['2022-10-30', 'A', 'CLK-MIS-3', '2022-11-01']],
    },
    {
      about: 'the clocks go forward within them: an hour more',
      years: { 2022: { ...TWO, files: missing('A,2012-02-03,M,2023-03-24,2023-03-25', 'B,2012-02-03,M,2023-03-24,2023-03-25') } },
      registers: { missing_returns: ['child,missing_from,returned_at,interview_held_at', 'A,2023-03-24,2023-03-25T10:00,2023-03-28T11:00', 'B,2023-03-24,2023-03-25T10:00,2023-03-28T11:01'] },
      right: [[2022, 'missing.rhi_in_72h', '1 of 2', '2023-03-28']],
    },
    {
      about: 'declined: asked for no more, and not met',
      years: { 2022: { ...TWO, files: missing('A,2012-02-03,M,2022-10-10,2022-10-11') } },
      registers: { missing_returns: ['child,missing_from,returned_at,interview_offered_at,declined', 'A,2022-10-10,2022-10-11T08:00,2022-10-11T09:00,Y'] },
      right: [['2022-10-12', 'A', 'CLK-MIS-3', null], [2022, 'missing.rhi_in_72h', '0 of 1']],
    },
  ],
  // CLK-CPI-9 counts the day of issue; CLK-CAF-3 and -5 count working days over Easter and the jubilee.
  'care proceedings': [
    {
      about: '182 days with the day of issue, on a Sunday',
      years: { 2022: TWO },
      registers: { proceedings: ['proceedings_ref,child,issued_date,concluded_date', 'P1,A,2022-10-03,'] },
      right: [['2023-01-10', 'A', 'CLK-CPI-9', '2023-04-02']],
    },
    {
      about: 'concluded on the last day, and on the day after',
      years: { 2022: TWO },
      registers: { proceedings: ['proceedings_ref,child,issued_date,concluded_date', 'P1,A,2022-05-09,2022-11-06', 'P2,B,2022-05-09,2022-11-07'] },
      right: [[2022, 'proceedings.in_26_weeks', '1 of 2'], ['2022-11-07', 'A', 'CLK-CPI-9', null]],
    },
    {
      about: 'a document received before Easter, and the handover after a judgment before the jubilee',
      years: { 2022: TWO },
      registers: {
        proceedings: ['proceedings_ref,child,issued_date,concluded_date', 'P1,A,2021-12-06,2022-05-27'],
        court_documents: ['proceedings_ref,kind,received_date,sent_to_iro_date', 'P1,Final care plan,2022-04-14,'],
      },
      right: [['2022-04-20', 'A', 'CLK-CAF-3', '2022-04-25'], ['2022-05-28', 'A', 'CLK-CAF-5', '2022-06-14']],
    },
  ],
  // CLK-DRP-1: the formal process, 20 working days over Christmas; good practice is no dispute.
  challenges: [
    {
      about: 'formal ones have the overall limit; one kept informal has none',
      years: { 2022: TWO },
      registers: { challenges: ['challenge_ref,child,raised_date,route', 'C1,A,2022-12-15,FORMAL', 'C2,B,2022-12-15,INFORMAL', 'C3,B,2022-12-15,GOOD_PRACTICE'] },
      right: [['2022-12-16', 'A', 'CLK-DRP-1', '2023-01-17'], ['2022-12-16', 'B', 'CLK-DRP-1', null]],
    },
    {
      about: 'an informal one that became formal: from the day of its second stage',
      years: { 2022: TWO },
      registers: {
        challenges: ['challenge_ref,child,raised_date,route', 'C1,A,2022-11-01,INFORMAL'],
        challenge_stages: ['challenge_ref,stage,started_date', 'C1,1,2022-11-01', 'C1,2,2022-12-15'],
      },
      right: [['2022-11-02', 'A', 'CLK-DRP-1', null], ['2022-12-16', 'A', 'CLK-DRP-1', '2023-01-17']],
    },
    {
      about: 'resolved on the twentieth day, a day late, and before any clock',
      years: { 2022: TWO },
      registers: { challenges: ['challenge_ref,child,raised_date,route,resolved_date', 'C1,A,2022-12-15,FORMAL,2023-01-17', 'C2,B,2022-12-15,FORMAL,2023-01-18', 'C3,A,2022-12-15,ALERT,2023-03-01'] },
      right: [[2022, 'challenges.resolved_in_20wd', '1 of 2'], [2022, 'challenges.raised', '3']],
    },
  ],
  // OC2: from 4 on 1 April to under 17 on 31 March; CLK-CPI-2 turns on the fifth birthday.
  'health by age': [
    {
      about: 'bands of scores at their borders, and children too young or too old for one',
      years: {
        2022: {
          born: ['A 2012-02-03', 'B 2012-02-03', 'C 2012-02-03', 'D 2018-04-01', 'E 2018-04-02', 'F 2006-03-31', 'G 2006-04-01'],
          episodes: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((child) => `${child} 2021-05-10 S C2 U6`),
          files: oc2('A,2012-02-03,13,', 'B,2012-02-03,14,', 'C,2012-02-03,16,', 'D,2018-04-01,17,', 'E,2018-04-02,20,', 'F,2006-03-31,20,', 'G,2006-04-01,40,'),
        },
      },
      right: [[2022, 'health.sdq_bands#normal', '1'], [2022, 'health.sdq_bands#borderline', '2'], [2022, 'health.sdq_bands#concern', '2']],
    },
    {
      about: 'five on the last day of the year: no development check is asked for',
      years: {
        2022: {
          born: ['A 2018-03-31', 'B 2018-04-01'],
          episodes: ['A 2021-05-10 S C2 U6', 'B 2021-05-10 S C2 U6'],
          files: oc2('A,2018-03-31,,1', 'B,2018-04-01,,1'),
        },
      },
      right: [[2022, 'health.development_check_under_5', '1 of 1']],
    },
    {
      about: 'assessed at four: six months, or twelve where the fifth birthday comes before them',
      years: { 2022: { born: ['A 2017-09-20', 'B 2018-09-20'], episodes: TWO.episodes } },
      registers: { checks: ['child,kind,date', 'A,HEALTH_ASSESSMENT_REVIEW,2022-05-31', 'B,HEALTH_ASSESSMENT_REVIEW,2022-05-31'] },
      right: [['2022-06-10', 'A', 'CLK-CPI-2', '2023-05-31'], ['2022-06-10', 'B', 'CLK-CPI-2', '2022-11-30']],
    },
  ],
  // CLK-REV-20: six months from the last review of either kind.
  'pathway reviews': [
    {
      about: 'the last review before 18 starts the months, a late one the next, clipped to February',
      years: {
        2021: { born: ['A 2004-06-06'], episodes: ['A 2021-05-10 S C2 U6'], reviews: ['A 2021-06-07 PN1', 'A 2021-09-06 PN1', 'A 2022-02-28 PN1'] },
        2022: { born: ['A 2004-06-06'], episodes: ['A 2021-05-10 S C2 U6 2022-06-06 E15'] },
      },
      registers: {
        people: ['child,kind,from,dob', 'A,CARE_LEAVER,2022-06-06,2004-06-06'],
        reviews: [REVIEWS, 'R1,A,PATHWAY_18_25,HELD,2022-08-29'],
      },
      right: [['2022-06-10', 'A', 'CLK-REV-20', '2022-08-28'], ['2022-08-30', 'A', 'CLK-REV-20', '2023-02-28'], [2022, 'pathway_reviews.on_time', '0 of 1'], [2022, 'reviews.held', '0']],
    },
  ],
  // CLK-REC-1 to -4 run from the completion; CLK-PRE-1 and -2 back from the review.
  'before and after a review': [
    {
      about: 'a series that ended before Christmas: five, fifteen and twenty working days from its end',
      years: { 2022: { episodes: ['A 2021-05-10 S C2 U6'] } },
      registers: { reviews: [`${REVIEWS},series_of_meetings,completed_date,decisions_date,record_date,distributed_date`, 'R0,A,CLA,HELD,2022-09-01,,,2022-09-08,2022-09-23,2022-09-30', 'R1,A,CLA,HELD,2022-12-12,Y,2022-12-15,,,'] },
      right: [
        ['2022-12-16', 'A', 'CLK-REC-1', '2022-12-22'], ['2022-12-16', 'A', 'CLK-REC-3', '2023-01-10'], ['2022-12-16', 'A', 'CLK-REC-4', '2023-01-17'],
        [2022, 'reviews.decisions_in_5wd', '1 of 1', '2022-12-22'], [2022, 'reviews.decisions_in_5wd', '1 of 2', '2022-12-23'],
        [2022, 'reviews.record_in_15wd', '1 of 2'], [2022, 'reviews.distributed_in_20wd', '1 of 2'],
      ],
    },
    {
      about: 'a report three working days before a review after Easter, and two',
      years: { 2022: TWO },
      registers: { reviews: [`${REVIEWS},social_worker_report_date`, 'R1,A,CLA,HELD,2022-04-19,2022-04-12', 'R2,B,CLA,HELD,2022-04-19,2022-04-13'] },
      right: [[2022, 'reviews.sw_report_on_time', '1 of 2'], [2022, 'reviews.sw_report_available', '2 of 2']],
    },
    {
      about: 'a child asked 42 days before, and 41; a period’s first review is in neither part',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'] } },
      registers: {
        reviews: [REVIEWS, 'R1,A,CLA,HELD,2022-06-06', 'R2,A,CLA,HELD,2022-09-05', 'R3,B,CLA,HELD,2022-06-06', 'R4,B,CLA,HELD,2022-09-05'],
        consultations: ['review_ref,party,sent_date', 'R1,CHILD,2022-05-10', 'R2,CHILD,2022-07-25', 'R4,CHILD,2022-07-26', 'R4,PARENT,2022-07-01'],
      },
      right: [[2022, 'reviews.invitations_on_time', '1 of 2']],
    },
    {
      about: 'oversight on the day of the next review is not between the two',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6'], reviews: [HELD, 'A 2022-09-05 PN1', 'B 2022-06-06 PN1', 'B 2022-09-05 PN1'] } },
      registers: { oversight: ['child,date,kind', 'A,2022-09-05,MIDPOINT', 'B,2022-09-02,MIDPOINT'] },
      right: [[2022, 'oversight.children_with_oversight', '1 of 2']],
    },
  ],
  // Foster Carers: FSR 28, the household is the unit. Officers: in post on their last day.
  'households and officers': [
    {
      about: 'reviewed on the day, never reviewed, and ended on the day it fell due',
      years: { 2022: TWO },
      registers: {
        foster_carers: ['carer_ref,approved_date,ceased_date', 'H1,2021-05-10,', 'H2,2021-06-06,', 'H3,2021-07-04,2022-07-04'],
        foster_reviews: ['carer_ref,kind,status,held_date', 'H1,FIRST,HELD,2022-05-10'],
      },
      right: [[2022, 'foster.reviews_on_time', '1 of 2'], [2022, 'foster.carers', '2']],
    },
    {
      about: 'an officer’s last day counts, fostering IROs and managers stand apart',
      years: { 2022: TWO },
      registers: { officers: ['officer_id,name,role,fte,start_date,end_date', 'O1,Ada,IRO,0.6,2020-01-01,2023-03-31', 'O2,Bo,IRO_AND_CP_CHAIR,1,2020-01-01,', 'O3,Cy,FIRO,1,2020-01-01,', 'O4,Di,MANAGER,1,2020-01-01,', 'O5,Ed,IRO,1,2020-01-01,2023-03-30'] },
      right: [[2022, 'iros.headcount', '2'], [2022, 'iros.fte', '1.6']],
    },
    {
      about: 'five working days without an IRO, and six',
      years: { 2022: { episodes: ['A 2023-03-24 S C2 U6', 'B 2023-03-23 S C2 U6', 'C 2021-05-10 S C2 U6'] } },
      registers: { officers: ['officer_id,name,role,fte,start_date', 'O1,Ada,IRO,1,2020-01-01'], allocations: ['child,officer_id,from', 'C,O1,2021-05-12'] },
      right: [[2022, 'iros.children_without', '1']],
    },
  ],
  // Bands, groups and codes at their borders: kpi-definitions 9 and 10.
  'ages, places and reasons': [
    {
      about: 'the age on the day of starting, birthdays included',
      years: { 2022: { born: ['A 2016-05-10', 'B 2016-05-09', 'C 2008-05-10', 'D 2008-05-09'], episodes: ['A', 'B', 'C', 'D'].map((child) => `${child} 2022-05-09 S V2 U6`) } },
      right: [[2022, 'cla.started_by_age#0-5', '1'], [2022, 'cla.started_by_age#6-13', '2'], [2022, 'cla.started_by_age#14+', '1']],
    },
    {
      about: 'the age on 31 March, birthdays included',
      years: { 2022: { born: ['A 2022-04-01', 'B 2022-03-31', 'C 2007-04-01', 'D 2007-03-31'], episodes: ['A', 'B', 'C', 'D'].map((child) => `${child} 2022-05-09 S V2 U6`) } },
      right: [[2022, 'cla.by_age#under_1', '1'], [2022, 'cla.by_age#1-4', '1'], [2022, 'cla.by_age#10-15', '1'], [2022, 'cla.by_age#16+', '1']],
    },
    {
      about: 'homes, lodgings and what is neither',
      years: { 2022: { episodes: ['K1', 'K2', 'R1', 'R2', 'R3', 'S1', 'H5', 'K3', 'R5', 'Z1', 'P1'].map((place) => `C${place} 2022-05-09 S C2 ${place}`) } },
      right: [[2022, 'cla.by_placement_group#residential', '6'], [2022, 'cla.by_placement_group#supported_lodgings', '2'], [2022, 'cla.by_placement_group#other', '3']],
    },
    {
      about: 'two periods in a year: their placements are added',
      years: { 2022: { episodes: ['A 2021-05-10 S C2 U6 2022-06-06 E4A', 'A 2022-07-04 S V2 U4 2022-08-01 X1 @ZB3 3CC', 'A 2022-08-01 P V2 K2 @ZD4 4DD'] } },
      right: [[2022, 'cla.three_plus_placements', '1 of 1'], [2022, 'cla.started', '1'], [2022, 'cla.ceased', '1']],
    },
    {
      about: 'placed for adoption: the placement with the one before it lasts two years',
      years: { 2022: { episodes: ['A 2020-01-06 S E1 U6 2022-11-07 X1', 'A 2022-11-07 P E1 A6 @ZD4 4DD', 'B 2020-01-06 S C2 U6 2022-11-07 X1', 'B 2022-11-07 P C2 U4 @ZD4 4DD'] } },
      right: [[2022, 'cla.same_placement_2y', '1 of 2']],
    },
    {
      about: 'guardianship, another authority, a death, and a rate of those who stay',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6', 'B 2021-05-10 S C2 U6 2022-07-04 E45', 'C 2021-05-10 S C2 U6 2022-07-04 E3', 'D 2021-05-10 S C2 U6 2022-07-04 E2', 'E 2021-05-10 S C2 U6 2022-07-04 E48'], reviews: [HELD] } },
      registers: { context: ['year,measure,group,value,source', '2022-23,population_0_17,AUTHORITY,800,ONS'] },
      right: [[2022, 'cla.sgos', '2'], [2022, 'cla.ceased_by_reason#E3', '1'], ['2022-07-05', 'C', 'CLK-REV-3', null], ['2022-07-05', 'D', 'CLK-REV-3', null], [2022, 'cla.rate_per_10k', '1 of 800']],
    },
  ],
  // CLK-REV-4: an order that follows another does not start care again; CLK-REV-18: a sentence is no remand.
  'orders one after another': [
    {
      about: 'police protection, an emergency protection order, an interim care order: one period from the first',
      years: { 2022: { episodes: ['A 2022-05-09 S L1 U6 2022-05-12 X1', 'A 2022-05-12 L L2 U6 2022-05-20 X1', 'A 2022-05-20 L C1 U6'] } },
      right: [['2022-05-21', 'A', 'CLK-REV-1', '2022-06-08'], [2022, 'cla.started_periods', '1'], [2022, 'cla.by_legal_status#C1', '1']],
    },
    {
      about: 'in care and sentenced: the cycle goes on, and there is no plan of remand',
      years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-09-12 X1', 'A 2022-09-12 P C2 R5'], reviews: [HELD, 'A 2022-09-05 PN1'] } },
      right: [['2022-09-13', 'A', 'CLK-REV-18', null], ['2022-09-13', 'A', 'CLK-REV-3', '2023-03-05']],
    },
    {
      about: 'a holiday that was moved: 4 May 2020 was worked',
      years: { 2020: { episodes: ['A 2020-04-20 S C2 U6', 'B 2020-04-20 S C2 U6'], reviews: ['A 2020-05-19 PN1', 'B 2020-05-20 PN1'] } },
      right: [[2020, 'reviews.first_on_time', '1 of 2'], ['2020-05-01', 'A', 'CLK-REV-1', '2020-05-19']],
    },
    {
      about: 'a second review two days after the first: six months from it, clipped in a leap year',
      years: { 2023: { episodes: ['A 2023-08-01 S C2 U6'], reviews: ['A 2023-08-29 PN1', 'A 2023-08-31 PN1'] } },
      right: [['2023-09-01', 'A', 'CLK-REV-3', '2024-02-29'], [2023, 'reviews.held', '2']],
    },
  ],
} // prettier-ignore

trySmallCases(kinds)
