import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { eachChild, eachCombination, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { careLeaverDetails, hasCareLeaverDetails } from '../shared/careLeaverDetails.ts'
import { isLookedAfterAllYear } from '../shared/lookedAfter.ts'
import { detailsOfAll, hasDetailsOfAll, hasHealthDetails, healthDetails } from './details.ts'

const AGE_OF_CRIMINAL_RESPONSIBILITY = 10
const AGE_WITHOUT_HEALTH_CHECKS = 5

/** Health and convictions (OC2) of the children of whom they are asked: those looked after for the whole year, by age. */
export const wholeYearRules: readonly Rule[] = [
  {
    code: '190',
    message: 'The child was not looked after for the whole year, but health details for such children are filled in.',
    hint: 'Check the child’s episodes. If they are right, leave the health columns of OC2 blank.',
    tables: ['OC2', 'Episodes'],
    fields: healthDetails,
    check: eachRow('OC2', (oc2, data) => hasHealthDetails(oc2) && !isLookedAfterAllYear(oc2.child, data)),
  },
  {
    code: '191',
    message:
      'The child was looked after for the whole year, but not all details of health that each such child needs are there.',
    hint: 'Fill in immunisations, teeth check, health assessment and substance misuse in OC2.',
    tables: ['OC2', 'Episodes'],
    fields: ['CHILD', ...detailsOfAll],
    check: eachChild((child, fail, data) => {
      const unfinished = child.OC2.filter((oc2) => !hasDetailsOfAll(oc2))
      if (unfinished.length === 0 && child.OC2.length > 0) return
      if (!isLookedAfterAllYear(child, data)) return
      const [first] = child.Episodes
      if (child.OC2.length > 0) unfinished.forEach(fail)
      else if (first) fail(first)
    }),
    cases: [
      `OC2
       CHILD IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
       1     -             1           1                 0 ✗
       2     1             1           1                 0
       3     -             -           -                 -
       6     -             -           -                 -
       Episodes
       CHILD DECOM      RNE DEC        REC LS
       1     01/03/2020 S   -          -   C2
       2     01/03/2020 S   -          -   C2
       3     02/04/2020 S   -          -   C2
       4     01/06/2020 P   -          -   C2
       4     01/03/2020 S   01/06/2020 X1  C2 ✗
       5     01/03/2020 S   -          -   V3`,
    ],
  },
  {
    code: '215',
    message:
      'The young person is a care leaver (OC3), but details of health for children looked after are filled in (OC2).',
    hint: 'Keep the details in one of the two tables: OC2 is for children looked after for the whole year.',
    tables: ['OC2', 'OC3'],
    fields: [...careLeaverDetails, ...healthDetails],
    check: eachCombination('OC3', 'OC2', (oc3, oc2) => hasCareLeaverDetails(oc3) && hasHealthDetails(oc2)),
  },
  {
    code: '542',
    message: 'The child was under 10 on 31 March, but a conviction is filled in.',
    hint: 'Leave CONVICTED blank, or correct the date of birth: children under 10 can’t be convicted.',
    tables: ['OC2'],
    fields: ['DOB', 'CONVICTED'],
    check: eachRow(
      'OC2',
      (oc2, { lastDay }) => yearsAfter(oc2.DOB, AGE_OF_CRIMINAL_RESPONSIBILITY) > lastDay && oc2.has('CONVICTED'),
    ),
    cases: [
      `OC2
       CHILD DOB        CONVICTED
       1     01/04/2011 0 ✗
       2     31/03/2011 1
       3     01/04/2011 -
       4     -          1`,
    ],
  },
  {
    code: '543',
    message:
      'The child was 10 or over on 31 March and looked after for the whole year, but whether the child was convicted is blank.',
    hint: 'Enter 1 in CONVICTED if the child was convicted in the year, or 0 if not.',
    tables: ['Episodes', 'OC2'],
    fields: ['DOB', 'CONVICTED'],
    check: eachRow(
      'OC2',
      (oc2, data) =>
        yearsAfter(oc2.DOB, AGE_OF_CRIMINAL_RESPONSIBILITY) <= data.lastDay &&
        !oc2.has('CONVICTED') &&
        isLookedAfterAllYear(oc2.child, data),
    ),
    cases: [
      `OC2
       CHILD DOB        CONVICTED
       1     31/03/2011 - ✗
       2     01/04/2011 -
       3     31/03/2011 0
       4     31/03/2005 -
       Episodes
       CHILD DECOM      RNE DEC REC LS
       1     01/03/2020 S   -   -   C2
       2     01/03/2020 S   -   -   C2
       3     01/03/2020 S   -   -   C2
       4     02/04/2020 S   -   -   C2`,
    ],
  },
  {
    code: '545',
    message:
      'The child was under 5 on 31 March and looked after for the whole year, but whether health checks are up to date is blank.',
    hint: 'Enter 1 in HEALTH_CHECK if the child’s health checks are up to date, or 0 if not.',
    tables: ['OC2', 'Episodes'],
    fields: ['DOB', 'HEALTH_CHECK'],
    check: eachRow(
      'OC2',
      (oc2, data) =>
        yearsAfter(oc2.DOB, AGE_WITHOUT_HEALTH_CHECKS) > data.lastDay &&
        !oc2.has('HEALTH_CHECK') &&
        isLookedAfterAllYear(oc2.child, data),
    ),
  },
  {
    code: '546',
    message: 'The child was 5 or over on 31 March, but whether health checks are up to date is filled in.',
    hint: 'Leave HEALTH_CHECK blank: it is for children under 5.',
    tables: ['Episodes', 'OC2'],
    fields: ['DOB', 'HEALTH_CHECK'],
    check: eachRow(
      'OC2',
      (oc2, data) =>
        yearsAfter(oc2.DOB, AGE_WITHOUT_HEALTH_CHECKS) <= data.lastDay &&
        oc2.has('HEALTH_CHECK') &&
        isLookedAfterAllYear(oc2.child, data),
    ),
  },
]
