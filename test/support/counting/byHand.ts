import type { CaseGiven } from '../returnCase.ts'

/** A few children and rows on the edges of the definitions, and what each figure of them is, counted by hand. */
export interface HandCounted extends CaseGiven {
  about: string
  /** A count with its keys, the parts of a share, a number; `null` where there is none. Of 31 March 2023 unless a day is given. */
  is: Readonly<Record<string, string>>
  asAt?: string
}

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
/** `A 2022-05-09 S V2 N1 U6 PR1`, with the day on which it ended and the reason where it did. */
const episodes = (...lines: string[]): string =>
  [
    EPISODES,
    ...lines.map((line) => {
      const [child, from, rne, ls, need, place, provider, to = '', reason = ''] = line.split(' ')
      return [child, from, rne, ls, need, place, provider, to, reason, '', 'ZB1 1AA', 'ZB2 2BB', 'SC000001'].join(',')
    }),
  ].join('\n')
const OC2 = 'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED' // prettier-ignore
/** In care from May 2021 on, at the same place. */
const stays = (...children: string[]) => children.map((child) => `${child} 2021-05-03 S C2 U6`)

/** Cases for the figures that the second count leaves out, and for the edges of others. */
export const handCounted: readonly HandCounted[] = [
  {
    about: 'where children live, who started and who ceased',
    years: {
      2022: {
        born: ['A 2012-02-03', 'B 2008-05-09', 'C 2008-05-10', 'D 2005-06-01', 'E 2006-02-03', 'F 2012-02-03', 'G 2012-02-03', 'H 2012-02-03', 'J 2021-02-03', 'L 2012-02-03', 'M 2012-02-03', 'Z 2012-02-03'],
        episodes: [],
        files: {
          'episodes.csv': episodes(
            'A 2022-05-09 S V2 N1 U3 PR1', 'B 2022-05-09 S V2 N5 U6 PR1', 'C 2022-05-09 S V2 N1 U4 PR2',
            'D 2022-05-09 S V2 N8 U6 PR4', 'E 2022-05-09 S V2 N8 U5 PR5', 'F 2022-05-09 S V2 N1 K2 PR4',
            'G 2022-05-09 S V2 N1 R5 PR3', 'H 2022-05-09 S V2 N1 H5 PR4', 'J 2022-05-09 S E1 N1 A6 PR1',
            'L 2022-05-09 S C2 N1 P1 PR0', 'M 2022-05-09 S C2 N1 S1 PR4',
            'Z 2022-04-10 S V2 N1 U6 PR1 2022-05-01 E4A', 'Z 2022-09-01 S V2 N1 U6 PR1 2023-03-31 E4A',
          ),
        },
      },
    },
    registers: { context: ['year,measure,group,value,source', '2022-23,population_0_17,AUTHORITY,4000,estimate', '2021-22,population_0_17,AUTHORITY,9999,estimate'] },
    is: {
      'cla.by_placement_group': '11: kinship 1, la_foster 2, independent_foster 2, residential 2, supported_lodgings 1, adoption 1, other 2',
      'cla.foster_share': '5 of 11',
      'cla.own_provision_share': '3 of 11',
      'cla.rate_per_10k': '27.5',
      'cla.started_rate': '30',
      'cla.ceased_rate': '2.5',
      'cla.started': '12',
      'cla.started_by_need': '3: N5 1, N8 2',
      'cla.started_by_placement': '13: 0-13/kinship 1, 0-13/la_foster 3, 0-13/residential 2, 0-13/supported_lodgings 1, 0-13/adoption 1, 0-13/other 2, 14+/la_foster 1, 14+/independent_foster 2',
      'cla.over_20_miles': 'null',
      'cla.out_of_area': 'null',
      'reviews.per_child': '0',
    },
  },
  {
    about: 'a review on the 18th birthday, which is of nobody looked after',
    years: {
      2022: {
        born: ['A 2004-10-03'],
        episodes: ['A 2022-04-04 S V2 K2 2022-10-03 E17'],
        reviews: ['A 2022-05-03 PN1', 'A 2022-08-02 PN1', 'A 2022-10-03 PN1'],
      },
    },
    registers: { oversight: ['child,date,kind', 'A,2022-06-01,VISIT'] },
    is: { 'reviews.held': '2', 'oversight.children_with_oversight': '1 of 1' },
  },
  {
    about: 'no population, nobody in care at the year end',
    years: { 2022: { episodes: ['A 2022-05-09 S C2 U6 2022-12-01 E4A'], reviews: ['A 2022-06-06 PN1'] } },
    is: {
      'cla.rate_per_10k': 'null',
      'cla.started_rate': 'null',
      'cla.ceased_rate': 'null',
      'cla.by_placement_group': '0',
      'cla.foster_share': 'null',
      'cla.three_plus_placements': 'null',
      'cla.same_placement_2y': 'null',
      'children.reviews_on_time': 'null',
      'children.participated': 'null',
      'reviews.per_child': 'null',
      'reviews.second_on_time': 'null',
      'reviews.overdue': '0',
      'cla.preproceedings': 'null',
      'cla.placed_with_parents_change': 'null',
      'health.summary_given': 'null',
      'council.members': 'null',
      'cp.children': 'null',
    },
  },
  {
    // NI62, NI63: temporary places, a change of status and adoption by the carer are no new placement.
    about: 'placements in the year, and two years in one',
    years: {
      2022: {
        born: ['J 2007-03-31', 'K 2007-04-01'],
        episodes: [
          'A 2020-01-06 S C2 U6',
          'B 2020-01-06 S C2 U6 2022-05-01 X1', 'B 2022-05-01 P C2 U4 @ZB3 3CC',
          'C 2020-01-06 S C2 U6 2022-05-01 X1', 'C 2022-05-01 P C2 K2 2022-06-01 X1 @ZC1 1CC', 'C 2022-06-01 P C2 U4 @ZB3 3CC',
          'D 2020-01-06 S C2 U6 2022-05-01 X1', 'D 2022-05-01 P C2 T1 2022-05-15 X1 @ZT1 1TT', 'D 2022-05-15 P C2 U6',
          'E 2020-01-06 S E1 U6 2022-06-01 X1', 'E 2022-06-01 P E1 A6 @ZB3 3CC',
          'F 2020-01-06 S C1 U6 2022-05-02 X1', 'F 2022-05-02 L C2 U6',
          'G 2020-01-06 S C2 U6 2022-05-02 X1', 'G 2022-05-02 U E1 A5',
          'H 2020-10-01 S C2 U6',
          'I 2020-09-30 S C2 U6',
          'J 2020-01-06 S C2 U6',
          'K 2020-01-06 S C2 U6',
          'M 2020-01-06 S C2 U6 2021-03-31 X1', 'M 2021-03-31 P C2 U4 @ZB3 3CC',
          'N 2020-01-06 S C2 U6 2021-04-01 X1', 'N 2021-04-01 P C2 U4 @ZB3 3CC',
          'O 2022-04-05 S C2 U6 2022-05-01 E4A', 'O 2022-06-01 S C2 K2 2022-07-01 X1 @ZC1 1CC', 'O 2022-07-01 P C2 U4 @ZB3 3CC',
        ],
      },
    },
    is: { 'cla.three_plus_placements': '2 of 14', 'cla.same_placement_2y': '8 of 11' },
  },
  {
    // First reviews were due on 8 June 2022 and 29 March 2023; those of D and E on the last day of the year.
    about: 'reviews in time, late and never held',
    years: {
      2022: {
        episodes: ['A 2022-05-09 S C2 U6', 'B 2022-05-09 S C2 U6', 'C 2023-03-01 S C2 U6', 'D 2023-03-04 S C2 U6', 'E 2023-03-03 S C2 U6'],
        reviews: ['A 2022-06-08 PN1', 'A 2022-09-08 PN2', 'A 2023-03-08 PN4', 'B 2022-06-09 PN7', 'B 2022-09-10 PN3', 'C 2023-03-29 PN5'],
      },
    },
    registers: {
      reviews: [
        'review_ref,child,kind,status,held_date,late_reason,plan_agreed,going_missing',
        'R1,A,CLA,HELD,2022-06-08,,Y,Y', 'R2,A,CLA,HELD,2022-09-08,,N,N', 'R3,B,CLA,HELD,2022-06-09,IRO absence,,', 'R4,C,CLA,HELD,2023-03-29,,Y,Y',
        'R5,A,CLA,HELD,2023-03-08,,,N',
      ],
    },
    is: {
      'reviews.held': '6',
      'reviews.on_time': '4 of 6',
      'reviews.late': '2',
      'reviews.late_by_reason': '2: IRO absence 1, not_recorded 1',
      'reviews.first_on_time': '2 of 3',
      'reviews.second_on_time': '1 of 2',
      'reviews.later_on_time': '1 of 1',
      'reviews.overdue': '3',
      'reviews.per_child': '1.2',
      'children.reviews_on_time': '2 of 4',
      'reviews.participated': '5 of 6',
      'reviews.attended': '4 of 6',
      'children.participated': '1 of 3',
      'reviews.plan_agreed': '2 of 3',
      'missing.flagged_latest': '1 of 2',
    },
  },
  {
    about: 'views that count strictly, children however short in care',
    years: {
      2022: {
        episodes: ['A 2022-05-09 S C2 U6', 'D 2023-03-04 S C2 U6'],
        reviews: ['A 2022-06-08 PN1', 'A 2022-09-08 PN2', 'A 2023-03-08 PN4'],
      },
    },
    settings: { participationCounts: 'views_given', minimumDaysForChildMeasures: 0 },
    is: { 'reviews.participated': '2 of 3', 'children.reviews_on_time': '1 of 2', 'children.participated': '0 of 1' },
  },
  {
    about: 'the same reviews on the day before the last',
    asAt: '2023-03-30',
    years: { 2022: { episodes: ['B 2022-05-09 S C2 U6', 'D 2023-03-04 S C2 U6'], reviews: ['B 2022-06-08 PN1', 'B 2022-09-08 PN1'] } },
    is: { 'reviews.overdue': '1', 'reviews.on_time': '2 of 2', 'children.reviews_on_time': '0 of 1' },
  },
  {
    // Caseloads: 12 children-months of 2.9 posts until February, and one of 2.3 at the end of March.
    about: 'who is in post, how long, and for how many children',
    years: { 2022: { episodes: stays('A', 'B') } },
    registers: {
      officers: [
        'officer_id,name,role,fte,start_date,end_date,qualified_date',
        'O1,One,IRO,0.8,2017-04-01,,2003-03-31', 'O2,Two,IRO_AND_CP_CHAIR,0.5,2018-04-01,,', 'O3,Three,IRO,1,2013-03-31,2023-03-31,1998-03-30',
        'O4,Four,IRO,0.6,2020-01-01,2023-03-30,2015-01-01', 'M1,Five,MANAGER,1,2008-03-31,,', 'M2,Six,MANAGER,1,2010-01-01,2022-12-01,', 'F1,Seven,FIRO,0.4,2020-01-01,,',
      ],
      allocations: ['child,officer_id,from,to', 'A,O1,2022-05-09,', 'B,O1,2022-10-01,2022-12-31'],
    },
    is: {
      'iros.headcount': '3',
      'iros.fte': '2.3',
      'iros.fte_single_role': '1.8',
      'iros.fte_joint_role': '0.5',
      'iros.by_years_qualified': '3: 20-24 1, 25+ 1, not_recorded 1',
      'iros.by_years_as_iro': '3: 0-4 1, 5-9 1, 10-14 1',
      'managers.by_years': '1: 15-19 1',
      'iros.caseload_per_fte': String(Number(((12 / 2.9 + 1 / 2.3) / 12).toFixed(6))),
    },
  },
  {
    about: 'entries in a quarter, unregistered placements and risks',
    years: {
      2022: {
        episodes: ['A 2022-06-02 S C2 U6', 'B 2022-06-03 S C2 U6 2022-07-01 X1', 'B 2022-07-01 P C2 Z1 @ZZ1 1ZZ'],
        reviews: ['A 2022-06-28 PN1', 'A 2022-09-28 PN1'],
      },
    },
    registers: {
      oversight: ['child,date,kind', 'A,2022-06-30,MIDPOINT', 'A,2022-10-01,CONTACT'],
      flags: ['child,kind,from,to', 'A,EXPLOITATION,2022-01-01,2022-04-01', 'B,MISSING,2023-03-31,', 'A,SUBSTANCE_MISUSE,2022-06-01,2023-03-31'],
    },
    is: {
      'oversight.records': '2',
      'oversight.quarterly_footprint': '3 of 7',
      'oversight.children_with_oversight': '1 of 1',
      'oversight.unregistered': '1',
      'risks.open': '1: MISSING 1',
      'risks.in_year': '2: MISSING 1, SUBSTANCE_MISUSE 1',
    },
  },
  {
    about: 'entries in a quarter where a review is none',
    years: { 2022: { episodes: ['A 2022-06-02 S C2 U6'], reviews: ['A 2022-06-28 PN1', 'A 2022-09-28 PN1'] } },
    registers: { oversight: ['child,date,kind', 'A,2022-06-30,MIDPOINT', 'A,2022-10-01,CONTACT'] },
    settings: { quarterlyFootprint: { isOn: true, doesReviewCount: false, minimumDays: 28, source: 'here' }, oversightThatCounts: 'midpoint' },
    is: { 'oversight.quarterly_footprint': '2 of 4', 'oversight.children_with_oversight': '1 of 1' },
  },
  {
    about: 'a register of oversight that begins after the year',
    years: { 2022: { episodes: stays('A') } }, registers: { oversight: ['child,date,kind', 'A,2023-04-01,CONTACT'] },
    is: { 'oversight.records': 'null', 'oversight.children_with_oversight': 'null', 'oversight.quarterly_footprint': 'null' },
  },
  {
    about: 'challenges: stages, grounds, what changed, Cafcass',
    years: { 2022: { episodes: stays('A', 'B') } },
    registers: {
      challenges: [
        'challenge_ref,child,raised_date,route,themes,resolved_date,changed_for_child,cafcass,cafcass_date,legal_advice_date',
        'C1,A,2022-04-01,FORMAL,delay; visits,2022-05-10,A visit was made,REFERRED,2022-06-01,2022-05-01',
        'C2,B,2023-03-31,INFORMAL,delay,,,DISCUSSED,,', 'C3,A,2022-03-31,FORMAL,visits,2022-04-01,,REFERRED,2022-03-31,2022-04-01',
        'C4,,2022-07-01,GOOD_PRACTICE,letters,,,,,', 'C5,A,2022-08-01,PARTNER,school,2023-04-01,Later,,,2023-04-01',
      ],
      challenge_stages: ['challenge_ref,stage,started_date', 'C1,1,2022-04-01', 'C1,2,2022-04-20', 'C2,1,2023-03-31', 'C2,2,2023-04-01'],
    },
    is: {
      'challenges.raised': '4: informal 1, formal 1, partner 1, good_practice 1',
      'challenges.by_highest_stage': '2: 1 1, 2 1',
      'challenges.by_ground': '4: delay 2, school 1, visits 1',
      'challenges.with_change': '1 of 2',
      'challenges.legal_advice': '2',
      'challenges.cafcass_referred': '1',
      'challenges.cafcass_discussed': '1',
    },
  },
  {
    about: 'visits to children’s homes, what carers prefer, complaints and compliments',
    years: { 2022: { episodes: stays('A') } },
    registers: {
      officers: ['officer_id,name,role,fte,start_date', 'O1,One,IRO,1,2017-04-01'],
      duties: ['duty_ref,date,officer_id,kind', 'D1,2022-04-01,O1,CHILDRENS_HOME_VISIT', 'D2,2023-03-31,O1,CHILDRENS_HOME_VISIT', 'D3,2023-04-01,O1,CHILDRENS_HOME_VISIT', 'D4,2022-09-01,O1,PANEL'],
      feedback: ['feedback_ref,date,kind,from,about_officer', 'K1,2022-04-01,COMPLAINT,PARENT,O1', 'K2,2023-04-01,COMPLAINT,PARENT,O1', 'K3,2022-05-01,COMPLAINT,PARENT,', 'K4,2022-05-01,COMPLIMENT,CHILD,O1', 'K5,2023-03-31,COMPLIMENT,,', 'K6,2022-05-01,SURVEY,CHILD,'],
      foster_carers: ['carer_ref,approved_date', 'F1,2020-01-01', 'F2,2020-01-01', 'F3,2020-01-01', 'F4,2020-01-01'],
      foster_surveys: [
        'carer_ref,sent_date,returned_date,prefers', 'F1,2022-03-01,2022-04-01,IN_PERSON', 'F2,2023-03-01,2023-03-31,VIRTUAL',
        'F3,2022-05-01,,', 'F4,2022-05-01,2022-05-09,',
      ],
    },
    is: { 'reg33.visits': '2', 'foster.survey': '1 of 2', 'feedback.complaints': '1', 'feedback.compliments': '2: CHILD 1, not_recorded 1' },
  },
  {
    // Aged 4 on 1 April 2022 and not yet 17 on 31 March 2023; a child without a score is asked and does not count.
    about: 'scores of the return',
    years: {
      2022: {
        born: ['A 2018-04-01', 'B 2018-04-02', 'C 2006-03-31', 'D 2006-04-01', 'E 2012-02-03'],
        episodes: stays('A', 'B', 'C', 'D', 'E'),
        files: {
          'oc2.csv': [OC2, 'A,2018-04-01,13,,0,1,1,1,1,0,,', 'B,2018-04-02,20,,0,,1,1,1,0,,', 'C,2006-03-31,20,,0,,1,1,1,0,,', 'D,2006-04-01,17,,0,,1,1,1,0,,', 'E,2012-02-03,,SDQ1,0,,1,1,1,0,,'].join('\n'),
        },
      },
    },
    is: {
      'health.sdq_current': '2 of 3',
      'health.sdq_healthy': '1 of 2',
      'health.sdq_bands': '2: normal 1, concern 1',
      'health.development_check_under_5': '1 of 1',
    },
  },
  {
    about: 'scores of the register, where the return has none',
    years: { 2022: { born: ['A 2018-04-01', 'B 2018-04-02', 'D 2006-04-01', 'E 2012-02-03', 'F 2012-02-03'], episodes: stays('A', 'B', 'D', 'E', 'F') } },
    registers: { checks: ['child,kind,date,score', 'A,SDQ,2022-03-31,14', 'D,SDQ,2022-03-30,20', 'B,SDQ,2022-05-01,20', 'F,SDQ,2022-05-01,20', 'F,SDQ,2023-03-31,13', 'F,SDQ,2023-04-01,40'] },
    is: { 'health.sdq_current': '2 of 4', 'health.sdq_healthy': '1 of 2', 'health.sdq_bands': '2: normal 1, borderline 1' },
  },
  {
    // Care from 2 September 2022: by 3 October, since 19 September was a bank holiday.
    about: 'initial health assessments',
    years: {
      2022: {
        episodes: ['A 2022-09-02 S C2 U6', 'B 2022-09-02 S C2 U6', 'C 2022-09-02 S C2 U6 2022-09-12 E4A', 'D 2022-09-02 S C2 U6', 'E 2022-09-02 S C2 U6', 'G 2023-03-10 S C2 U6'],
      },
    },
    registers: { checks: ['child,kind,date', 'A,HEALTH_ASSESSMENT_INITIAL,2022-10-03', 'B,HEALTH_ASSESSMENT_INITIAL,2022-10-04', 'E,HEALTH_ASSESSMENT_REVIEW,2022-06-15'] },
    is: { 'health.initial_on_time': '2 of 4' },
  },
  {
    // The term began on 1 January 2023; reception and year 11 by birthdays from 1 September to 31 August.
    about: 'education plans and life story work',
    years: {
      2022: {
        born: ['A 2018-08-31', 'B 2018-09-01', 'C 2006-09-01', 'D 2006-08-31', 'E 2005-04-01', 'U 2006-09-02'],
        episodes: stays('A', 'B', 'C', 'D', 'E', 'U'),
        files: { 'uasc.csv': 'CHILD,SEX,DOB,DUC\nU,1,2006-09-02,' },
      },
    },
    registers: { checks: ['child,kind,date', 'A,PEP,2023-01-01', 'C,PEP,2022-12-31', 'D,PEP,2023-02-01', 'U,PEP,2023-02-01', 'A,LIFE_STORY,2021-05-03', 'B,LIFE_STORY,2021-05-02', 'U,LIFE_STORY,2022-05-02'] },
    is: { 'education.pep_current': '2 of 3', 'education.pep_current_post16': '2 of 4', 'identity.life_story': '1 of 5' },
  },
  {
    // A window of 90 days ends on its last day: 29 August, where it began on 1 June.
    about: 'going missing five and nine times',
    years: {
      2022: {
        episodes: stays('A', 'B', 'C', 'D'),
        files: {
          'missing.csv': [
            'CHILD,DOB,MISSING,MIS_START,MIS_END',
            ...['06-01', '06-10', '06-20', '07-01', '08-29'].map((day) => `A,2012-02-03,M,2022-${day},2022-${day}`),
            ...['06-01', '06-10', '06-20', '07-01', '08-30'].map((day) => `B,2012-02-03,M,2022-${day},2022-${day}`),
            ...['01', '03', '05', '07', '09', '11', '13', '15', '17'].map((day) => `C,2012-02-03,M,2022-06-${day},2022-06-${day}`),
            ...['01', '03', '05', '07'].map((day) => `D,2012-02-03,M,2022-06-${day},2022-06-${day}`),
            'D,2012-02-03,A,2022-06-09,2022-06-09',
          ].join('\n'),
        },
      },
    },
    is: { 'missing.stage1': '2', 'missing.stage2': '1', 'missing.episodes': '23', 'missing.children': '4' },
  },
  {
    about: 'care leavers and their pathway plan reviews',
    years: {
      2022: {
        born: ['A 2004-04-01', 'B 2004-03-31', 'C 2006-01-05', 'D 2005-05-05'],
        episodes: stays('C'),
        files: { 'oc3.csv': ['CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', 'A,2004-04-01,YES,F1,D1', 'B,2004-03-31,YES,G4,B1', 'C,2006-01-05,YES,P2,B2', 'D,2005-05-05,NO,0,0'].join('\n') },
      },
    },
    registers: {
      people: ['child,kind,from,dob,sex', 'P,CARE_LEAVER,2022-01-05,2004-01-05,F', 'Q,CARE_LEAVER,2022-01-05,2004-01-05,M', 'R,CARE_LEAVER,2019-05-05,2001-05-05,F'],
      reviews: [
        'review_ref,child,kind,status,held_date,participation_code',
        'R1,P,PATHWAY_18_25,HELD,2022-05-05,PN1', 'R2,P,PATHWAY_18_25,HELD,2022-11-05,PN7', 'R3,P,PATHWAY_18_25,HELD,2023-03-31,',
        'R4,Q,PATHWAY_18_25,HELD,2022-04-05,PN4', 'R5,Q,PATHWAY_18_25,HELD,2022-10-06,PN5', 'R6,R,PATHWAY_18_25,HELD,2022-05-05,PN1', 'R7,Q,PATHWAY_18_25,PLANNED,,',
      ],
    },
    is: {
      'cla.suitable_accommodation_16_18': '1 of 2',
      'education.eet': '2 of 3',
      'education.neet': '1 of 3',
      'pathway_reviews.held': '5',
      'pathway_reviews.on_time': '2 of 3',
      'pathway_reviews.attended': '2 of 4',
    },
  },
] // prettier-ignore
