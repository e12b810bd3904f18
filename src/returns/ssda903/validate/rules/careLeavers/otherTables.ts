import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { eachChild, eachRow } from '../../engine/checks.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import type { Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'
import { adoptionDetails, hasSomeDetails } from '../shared/adoptionDetails.ts'
import { careLeaverDetails, hasCareLeaverDetails } from '../shared/careLeaverDetails.ts'
import { isInYear, isLookedAfterAllYear } from '../shared/lookedAfter.ts'

const DIED = 'E2'
const TRANSFERRED = 'E3'

/** Care leavers (OC3) against what the other tables say of them. */
export const careLeaverElsewhereRules: readonly Rule[] = [
  {
    code: '134',
    message: 'The young person is a care leaver (OC3), but details of an adoption are filled in (AD1).',
    hint: 'Take the row out of AD1, or the young person out of OC3.',
    tables: ['OC3', 'AD1'],
    fields: adoptionDetails,
    check: eachRow('AD1', (adoption) => hasSomeDetails(adoption) && adoption.child.OC3.some(hasCareLeaverDetails)),
  },
  {
    code: '187',
    message:
      'The child was looked after for the whole year, so there should be no details of an adoption or as a care leaver.',
    hint: 'Take the row out, or correct the child’s episodes.',
    tables: ['OC3', 'AD1', 'Episodes'],
    fields: [...adoptionDetails, ...careLeaverDetails],
    check: eachChild((child, fail, data) => {
      const filledIn = [...child.OC3.filter(hasCareLeaverDetails), ...child.AD1.filter(hasSomeDetails)]
      if (filledIn.length > 0 && isLookedAfterAllYear(child, data)) filledIn.forEach(fail)
    }),
  },
  {
    code: '1000',
    message: 'The child died in care, so there should be no care leaver details.',
    hint: 'Take the row out of OC3, or correct the reason why care ceased.',
    tables: ['Episodes', 'OC3', 'Episodes_last'],
    optional: ['Episodes_last'],
    fields: careLeaverDetails,
    check: eachRow('OC3', ({ child }) =>
      [child.Episodes, child.last.Episodes].some((year) => year.some((episode) => episode.REC === DIED)),
    ),
  },
  {
    code: '1002',
    message: 'The young person has no episodes this year or last, so there should be no care leaver details.',
    hint: 'Check the child’s identifier. If care ended before last year, explain it to DfE.',
    tables: ['Episodes', 'OC3', 'Episodes_last'],
    fields: careLeaverDetails,
    check: eachRow('OC3', ({ child }) => child.Episodes.length === 0 && child.last.Episodes.length === 0),
  },
  {
    code: '1007',
    message:
      'The young person was still looked after on their 17th or 18th birthday, so there should be no care leaver details.',
    hint: 'Take the row out of OC3, or correct the episodes.',
    tables: ['Episodes', 'OC3'],
    fields: careLeaverDetails,
    check: eachRow('OC3', (oc3, data) => {
      const birthday = birthdayInYear(oc3, data)
      const isInCareThen = ({ DECOM, DEC }: Row<'Episodes'>): boolean =>
        DECOM <= birthday && (Number.isNaN(DEC) || DEC > birthday)
      return hasCareLeaverDetails(oc3) && oc3.child.Episodes.some(isInCareThen)
    }),
    cases: [
      `OC3
       CHILD DOB        IN_TOUCH ACTIV ACCOM
       1     01/02/2004 YES      -     - ✗
       2     01/09/2003 YES      -     -
       3     01/02/2003 -        F1    - ✗
       4     01/09/2003 -        -     -
       5     01/02/2003 YES      -     -
       6     01/02/2003 YES      -     -
       7     31/03/2002 YES      -     -
       8     01/04/2004 YES      -     -
       9     01/04/2002 -        -     B1 ✗
       10    -          YES      -     -
       Episodes
       CHILD DECOM      DEC
       1     01/02/2015 02/02/2021
       2     01/09/2015 01/09/2020
       3     01/02/2021 -
       4     01/09/2015 -
       5     02/02/2021 -
       6     01/02/2015 01/01/2021
       7     01/02/2015 -
       8     01/02/2015 -
       9     01/02/2015 02/04/2020
       10    01/02/2015 -`,
    ],
  },
  {
    code: '1010',
    message: 'The young person’s care went on at the end of last year, but there are no episodes this year.',
    hint: 'Add this year’s episodes: the first is the one that was open on 31 March.',
    tables: ['Episodes', 'Episodes_last', 'OC3'],
    fields: careLeaverDetails,
    check: eachRow('OC3', ({ child }) => {
      const last = finalOf(child.last.Episodes)
      return child.Episodes.length === 0 && last !== undefined && !last.has('DEC')
    }),
  },
  {
    code: '1011',
    message: 'The child’s care was transferred to another authority, so there should be no care leaver details.',
    hint: 'Take the row out of OC3: the other authority returns it. If the transfer is wrong, correct the episode.',
    tables: ['Episodes', 'OC3'],
    fields: careLeaverDetails,
    check: eachRow('OC3', (oc3) => hasCareLeaverDetails(oc3) && finalOf(oc3.child.Episodes)?.REC === TRANSFERRED),
  },
  {
    code: '1014',
    message:
      'The young person is a care leaver and was not looked after in the year, so should not be in the table UASC.',
    hint: 'Take the row out of the table UASC, or add the episodes that are missing.',
    tables: ['UASC', 'Episodes', 'OC3'],
    fields: [...careLeaverDetails, 'DUC'],
    check: eachChild((child, fail, data) => {
      const careLeavers = child.OC3.filter(hasCareLeaverDetails)
      if (careLeavers.length === 0 || child.UASC.length === 0) return
      if (!child.Episodes.some((episode) => isInYear(episode, data))) [...child.UASC, ...careLeavers].forEach(fail)
    }),
    cases: [
      `UASC
       CHILD DUC
       1     05/06/2020
       2     -          ✗
       3     01/06/2015
       4     05/06/2020 ✗
       5     05/06/2020
       6     05/06/2020 ✗
       OC3
       CHILD IN_TOUCH ACTIV ACCOM
       1     -        -     -
       2     YES      -     -     ✗
       3     YES      F1    B1
       4     -        F1    -     ✗
       5     -        -     B1
       6     YES      F1    B1    ✗
       7     YES      F1    B1
       Episodes
       CHILD DECOM      DEC
       1     01/01/2020 01/02/2020
       2     11/01/2020 31/03/2020
       3     01/01/2020 11/01/2020
       3     11/05/2020 11/06/2020
       4     01/01/2020 01/02/2020
       4     01/04/2021 01/11/2021
       5     01/11/2019 01/04/2020`,
    ],
  },
  {
    code: '1016',
    message:
      'The young person stopped being looked after on or after their 17th or 18th birthday in the year, so there should be no care leaver details.',
    hint: 'Take the row out of OC3, or correct the day on which care ended.',
    tables: ['Episodes', 'OC3'],
    fields: careLeaverDetails,
    from: '2023-24',
    check: eachRow('OC3', (oc3, data) => {
      const birthday = birthdayInYear(oc3, data)
      return hasCareLeaverDetails(oc3) && oc3.child.Episodes.some((episode) => episode.DEC >= birthday)
    }),
  },
]

/** The 17th or 18th birthday, where it falls in the collection year; `NaN` where neither does. */
function birthdayInYear({ DOB }: Row<'OC3'>, { firstDay, lastDay }: IndexedReturn): number {
  const birthdays = [17, 18].map((age) => yearsAfter(DOB, age))
  return birthdays.find((birthday) => firstDay <= birthday && birthday <= lastDay) ?? NaN
}

const finalOf = (episodes: readonly Row<'Episodes'>[]): Row<'Episodes'> | undefined =>
  episodes.findLast((episode) => !Number.isNaN(episode.DECOM))
