import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { accommodations, activities, formerFosterCarers, foyers, inTouchCodes } from '../../codes.ts'
import { eachRow, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { careLeaverDetails, hasCareLeaverDetails } from '../shared/careLeaverDetails.ts'

const YOUNGEST = 17
const ADULT = 18

/** Care leavers around their birthday (OC3). */
export const oc3Rules: readonly Rule[] = [
  {
    code: '131',
    message: 'Whether the authority is in touch with the care leaver is blank or not a known code.',
    hint: 'Enter YES, NO, DIED, REFU, NREQ or RHOM.',
    tables: ['OC3'],
    fields: ['IN_TOUCH'],
    check: notOneOf('OC3', 'IN_TOUCH', inTouchCodes, 'blank fails'),
  },
  {
    code: '132',
    message: 'The care leaver’s activity is blank or not a known code.',
    hint: 'Enter a code for full-time (F) or part-time (P) activity, or G4 to G6 if there is none. Enter 0 where IN_TOUCH is DIED or RHOM.',
    tables: ['OC3'],
    fields: ['ACTIV'],
    check: notOneOf('OC3', 'ACTIV', activities, 'blank fails'),
  },
  {
    code: '133',
    message: 'The care leaver’s accommodation is blank or not a known code.',
    hint: 'Enter a letter for the kind and 1 (suitable) or 2 (unsuitable): B1, for example. Enter 0 where IN_TOUCH is DIED or RHOM.',
    tables: ['OC3'],
    fields: ['ACCOM'],
    check: notOneOf('OC3', 'ACCOM', accommodations, 'blank fails'),
  },
  {
    code: '153',
    message: 'Some of the care leaver’s details are filled in and others are blank.',
    hint: 'Fill in whether the authority is in touch, the activity and the accommodation, or leave all three blank.',
    tables: ['OC3'],
    fields: careLeaverDetails,
    check: eachRow('OC3', (oc3) => hasCareLeaverDetails(oc3) && !careLeaverDetails.every((detail) => oc3.has(detail))),
    cases: [
      `OC3
       CHILD IN_TOUCH ACTIV ACCOM
       1     YES      F1    B1
       2     -        -     -
       3     YES      -     -     ✗
       4     -        F1    -     ✗
       5     -        -     B1    ✗
       6     YES      F1    -     ✗`,
    ],
  },
  {
    code: '344',
    message: 'The care leaver died or returned home, but an activity or accommodation is given.',
    hint: 'Enter 0 in ACTIV and ACCOM where IN_TOUCH is DIED or RHOM.',
    tables: ['OC3'],
    fields: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
    check: eachRow('OC3', (oc3) => /^(DIED|RHOM)$/.test(oc3.IN_TOUCH) && (oc3.ACTIV !== '0' || oc3.ACCOM !== '0')),
  },
  {
    code: '345',
    message: 'The authority is in touch with the care leaver, but the activity or the accommodation is 0.',
    hint: 'Enter the codes of the activity and the accommodation: 0 is for care leavers who died or returned home.',
    tables: ['OC3'],
    fields: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
    check: eachRow('OC3', (oc3) => oc3.IN_TOUCH === 'YES' && (oc3.ACTIV === '0' || oc3.ACCOM === '0')),
  },
  {
    code: '347',
    message: 'The care leaver lives in a foyer, but was under 18 at the start of the year.',
    hint: 'Check the date of birth and the accommodation.',
    tables: ['OC3'],
    fields: ['DOB', 'ACCOM'],
    from: '2023-24',
    check: eachRow('OC3', (oc3, { firstDay }) => foyers.has(oc3.ACCOM) && yearsAfter(oc3.DOB, ADULT) > firstDay),
    cases: [
      `OC3
       CHILD DOB        ACCOM
       1     02/04/2002 T     ✗
       2     02/04/2002 T1    ✗
       3     02/04/2002 T2    ✗
       4     01/04/2002 T1
       5     02/04/2002 B1
       6     02/04/2002 -
       7     -          T1`,
    ],
  },
  {
    code: '348',
    message: 'Last year’s return says that the care leaver had died, and this year’s does not.',
    hint: 'Check IN_TOUCH. If last year’s was wrong, explain it to DfE.',
    tables: ['OC3', 'OC3_last'],
    fields: ['IN_TOUCH'],
    from: '2025-26',
    check: eachRow(
      'OC3',
      (oc3) => oc3.IN_TOUCH !== 'DIED' && oc3.child.last.OC3.some((last) => last.IN_TOUCH === 'DIED'),
    ),
  },
  {
    code: '391',
    message: 'The young person was not yet 17 at the end of the year, but care leaver details are filled in.',
    hint: 'Check the date of birth. Care leavers are returned from the year in which they turn 17.',
    tables: ['OC3'],
    fields: ['DOB', ...careLeaverDetails],
    check: eachRow('OC3', (oc3, { lastDay }) => yearsAfter(oc3.DOB, YOUNGEST) > lastDay && hasCareLeaverDetails(oc3)),
    cases: [
      `OC3
       CHILD DOB        IN_TOUCH ACTIV ACCOM
       1     01/04/2004 DIED     -     -     ✗
       2     01/04/2004 -        -     B1    ✗
       3     31/03/2004 YES      F1    B1
       4     01/04/2004 -        -     -
       5     -          YES      F1    B1`,
    ],
  },
  {
    code: '3001',
    message: 'The young person turned 17 in the year, and is said to live with the carers who fostered them before.',
    hint: 'Check the accommodation: at 17 such a placement is foster care, or another code is right.',
    tables: ['Header', 'OC3'],
    fields: ['DOB', 'ACCOM'],
    check: eachRow(
      'OC3',
      (oc3, { firstDay, lastDay }) =>
        formerFosterCarers.has(oc3.ACCOM) &&
        oc3.child.Header.map(({ DOB }) => yearsAfter(DOB, YOUNGEST)).some(
          (birthday) => firstDay <= birthday && birthday <= lastDay,
        ),
    ),
  },
]
