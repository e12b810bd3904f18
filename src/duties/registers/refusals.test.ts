import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgedFiles } from '../../../test/support/judged.ts'

const OFFICERS = ['officer_id,name,role,fte,start_date', 'O1,Ada Adams,IRO,1,2020-01-01']
const CARERS = 'carer_ref,approved_date,first_placement_date,ceased_date,kind'
const REVIEWS = 'carer_ref,kind,status,booked_date,held_date,child_views,decision_date'
const MEMBERS = 'carer_ref,party,person,from,to'
const carers = [CARERS, 'F1,2020-03-02,,,MAINSTREAM', 'F2,2020-03-02,,,CONNECTED_PERSON']
const VOLUNTEERS = ['volunteer_ref,recruited_date,checked_date,trained_date,ended_date', 'V1,2020-01-01,2020-02-01,,', 'V2,2020-01-01,,,', 'V3,2020-01-01,2020-02-01,,2021-01-01'] // prettier-ignore
const SUPPORT = 'child,kind,referred_date,from,to,volunteer_ref'
const AUDITS = 'audit_ref,date,child,theme,auditor,grade'

/** Files that can't be kept as they are, each fault with its row and column. */
const cases: { what: string; files: Readonly<Record<string, readonly string[]>>; faults: readonly RegExp[] }[] = [
  {
    what: 'households and reviews that are right',
    files: {
      foster_carers: carers,
      foster_households: [MEMBERS, 'F1,CARER,Gwen Moss,2020-03-02,', 'F1,CARER,Ivor Moss,2020-03-02,', 'F1,FOSTERED_CHILD,A,2020-04-01,', 'F2,FOSTERED_CHILD,B,2020-01-01,'], // prettier-ignore
      foster_reviews: [REVIEWS, 'F1,FIRST,PLANNED,2021-02-01,,,', 'F1,FIRST,HELD,2021-02-01,2021-02-03,2,2021-02-10', 'F2,ANNUAL,CANCELLED,2021-02-01,,,'], // prettier-ignore
    },
    faults: [],
  },
  {
    what: 'a review of an unknown household, one held without a day, one planned without a day',
    files: {
      foster_carers: carers,
      foster_reviews: [REVIEWS, 'F9,ANNUAL,HELD,,2021-02-01,,', 'F1,ANNUAL,HELD,2021-02-01,,,', 'F1,ANNUAL,PLANNED,,,,', 'F1,ANNUAL,HELD,,2021-03-01,-1,', 'F1,ANNUAL,HELD,,2021-04-01,,2021-03-31', 'F1,YEARLY,HELD,,2021-05-01,,'], // prettier-ignore
    },
    faults: [
      /csv 2 carer_ref: is no fostering household that is known here/,
      /csv 3 held_date: is blank/,
      /csv 4 booked_date: is blank/,
      /csv 5 child_views: is not a whole number/,
      /csv 6 decision_date: is before held_date, 2021-04-01/,
      /csv 7 kind: is none of/,
    ],
  },
  {
    what: 'one review said twice otherwise, by the day it was held',
    files: { foster_carers: carers, foster_reviews: [REVIEWS, 'F1,ANNUAL,HELD,,2021-02-01,1,', 'F1,CHANGE,HELD,,2021-02-01,1,'] }, // prettier-ignore
    faults: [/csv 3 carer_ref: has the same carer_ref and held_date as row 2, with another kind/],
  },
  {
    what: 'a child placed before approval with carers who are no connected persons',
    files: {
      foster_carers: [CARERS, 'F1,2020-03-02,2020-03-01,,MAINSTREAM', 'F2,2020-03-02,2020-01-01,,CONNECTED_PERSON', 'F3,2020-03-02,,2020-03-01,'], // prettier-ignore
    },
    faults: [/csv 2 first_placement_date: is before approved_date/, /csv 4 ceased_date: is before approved_date/],
  },
  {
    what: 'the same by who lives in the household, and a child whom nobody knows',
    files: {
      foster_carers: carers,
      foster_households: [MEMBERS, 'F1,FOSTERED_CHILD,A,2020-03-01,', 'F1,OWN_CHILD,Kim Moss,2015-01-01,', 'F1,FOSTERED_CHILD,NOBODY,2020-05-01,', 'F1,CARER,Gwen Moss,2020-03-02,2020-03-01'], // prettier-ignore
    },
    faults: [
      /csv 4 person: is no child that is known here/,
      /csv 5 to: is before from/,
      /csv 2 from: is before the household was approved, 2020-03-02/,
    ],
  },
  {
    what: 'forms before the review of a household, and a challenge about one: none of what nobody knows',
    files: {
      foster_carers: carers,
      foster_reviews: ['carer_ref,kind,status,booked_date,review_ref', 'F1,FIRST,PLANNED,2021-02-01,FR1'],
      consultations: ['review_ref,party,sent_date', 'FR1,CARER,2021-01-01', 'FR9,CARER,2021-01-01'],
      challenges: ['challenge_ref,raised_date,route,carer_ref', 'C1,2021-01-04,FORMAL,F1', 'C2,2021-01-04,FORMAL,F9'],
    },
    faults: [/consultations.csv 3 review_ref: is no review/, /challenges.csv 3 carer_ref: is no fostering household/],
  },
  {
    what: 'a match without checks, before them, after the volunteer left, and an advocate who is a volunteer',
    files: {
      volunteers: VOLUNTEERS,
      support: [SUPPORT, 'A,INDEPENDENT_VISITOR,,2020-03-01,,V2', 'B,INDEPENDENT_VISITOR,,2020-01-20,,V1', 'C,INDEPENDENT_VISITOR,,2021-02-01,,V3', 'A,ADVOCACY,2020-05-01,2020-05-02,,V1', 'B,INDEPENDENT_VISITOR,,2021-03-01,,V9', 'C,ADVOCACY,2020-05-01,,2020-05-09,', 'A,INDEPENDENT_VISITOR,,2020-04-01,,V1'], // prettier-ignore
    },
    faults: [
      /csv 5 volunteer_ref: is only of an independent visitor/,
      /csv 6 volunteer_ref: is no volunteer that is known here/,
      /csv 7 to: is there although the support never began/,
      /csv 2 volunteer_ref: is a volunteer whose checks are not complete/,
      /csv 3 volunteer_ref: was not checked before 2020-02-01/,
      /csv 4 volunteer_ref: left on 2021-01-01/,
    ],
  },
  {
    what: 'an audit with a grade that there is not, and an action of no audit',
    files: {
      audits: [AUDITS, 'A1,2022-04-28,A,permanence,O1,GOOD', 'A2,2022-04-28,A,permanence,O1,SATISFACTORY'],
      audit_actions: ['audit_ref,number,text,owner', 'A1,1,Put it right,The IRO', 'A9,1,Put it right,The IRO', 'A1,0,Put it right,The IRO'], // prettier-ignore
    },
    faults: [/audits.csv 3 grade: is none of/, /audit_actions.csv 3 audit_ref: is no audit/, /audit_actions.csv 4 number: is not more than 0/], // prettier-ignore
  },
  {
    what: 'an action that was closed before the audit, and one on its day',
    files: {
      audits: [AUDITS, 'A1,2022-04-28,A,permanence,O1,GOOD'],
      audit_actions: ['audit_ref,number,text,owner,completed_date', 'A1,1,Put it right,The IRO,2022-04-27', 'A1,2,Put it right,The IRO,2022-04-28'], // prettier-ignore
    },
    faults: [/audit_actions.csv 2 completed_date: is before the audit, 2022-04-28/],
  },
  {
    what: 'duties and links of officers whom nobody knows, hours below none, an end before its start',
    files: {
      officers: OFFICERS,
      duties: ['duty_ref,date,officer_id,kind,hours', 'D1,2022-04-30,O1,LADO_DUTY,7.5', 'D2,2022-04-30,O9,PANEL,1', 'D3,2022-04-30,O1,PANEL,-1', 'D4,2022-04-30,O1,PANEL,744', 'D5,2022-04-30,O1,PANEL,744.5', 'D6,2022-04-31,O1,PANEL,1'], // prettier-ignore
      link_officers: ['team,officer_id,from,to', 'North,O1,2022-04-01,2022-03-01'],
      observations: ['observation_ref,date,officer_id,observer,kind', 'B1,2022-04-01,O1,Ben,FRIEND'],
    },
    faults: [
      /duties.csv 3 officer_id: is no officer/,
      /duties.csv 4 hours: is less than no hours/,
      /duties.csv 6 hours: is more than the 744 hours of a month/,
      /duties.csv 7 date: /,
      /link_officers.csv 2 to: is before from/,
      /observations.csv 2 kind: is none of/,
    ],
  },
]

describe('rows of fostering, support, learning and duties', () => {
  for (const { what, files, faults } of cases) {
    test(what, async () => {
      const { faults: found } = await judgedFiles(files)
      assert.equal(found.length, faults.length, found.join('\n'))
      for (const fault of faults) assert.ok(found.some((one) => fault.test(one)), `${String(fault)} among\n${found.join('\n')}`) // prettier-ignore
    })
  }
})
