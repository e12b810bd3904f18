import { noOrYes } from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { detailsOfAll, detailsOfSome, hasDetailsOfAll, healthDetails } from './details.ts'

/** Health and convictions (OC2): what a row says against what else it says. */
export const oc2Rules: readonly Rule[] = [
  {
    code: '158',
    message: 'The child received help with substance misuse, so whether it was offered should be blank.',
    hint: 'Leave INTERVENTION_OFFERED blank where INTERVENTION_RECEIVED is 1.',
    tables: ['OC2'],
    fields: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    check: eachRow('OC2', (oc2) => oc2.INTERVENTION_RECEIVED === '1' && oc2.has('INTERVENTION_OFFERED')),
  },
  {
    code: '159',
    message: 'The child received no help with substance misuse, but whether it was offered is blank.',
    hint: 'Enter 1 in INTERVENTION_OFFERED if help was offered and refused, or 0 if not.',
    tables: ['OC2'],
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    check: eachRow(
      'OC2',
      (oc2) => oc2.SUBSTANCE_MISUSE === '1' && oc2.INTERVENTION_RECEIVED === '0' && !oc2.has('INTERVENTION_OFFERED'),
    ),
    cases: [
      `OC2
       CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED
       1     1                0                     - ✗
       2     1                0                     0
       3     1                1                     -
       4     1                -                     -
       5     0                0                     -
       6     -                0                     -`,
    ],
  },
  {
    code: '181',
    message: 'Something on health or convictions is neither 0 nor 1.',
    hint: 'Enter 0 for no or 1 for yes.',
    tables: ['OC2'],
    fields: healthDetails,
    check: eachRow('OC2', (oc2) => healthDetails.some((detail) => oc2.has(detail) && !noOrYes.has(oc2[detail]))),
    cases: [
      `OC2
       CHILD CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED
       1     1         1            0             1           1                 0                0                     1
       2     -         -            -             -           -                 -                -                     -
       3     -         2            -             -           -                 1                1                     0 ✗
       4     0         -            1             1           1                 0                -                     Y ✗`,
    ],
  },
  {
    code: '182',
    message: 'Some of the details of health are filled in, but not all that each child needs.',
    hint: 'Fill in immunisations, teeth check, health assessment and substance misuse, or leave all of OC2 blank.',
    tables: ['OC2'],
    fields: [...detailsOfAll, ...detailsOfSome],
    check: eachRow('OC2', (oc2) => !hasDetailsOfAll(oc2) && detailsOfSome.some((detail) => oc2.has(detail))),
  },
  {
    code: '192',
    message: 'The child misused substances, but whether the child received help is blank.',
    hint: 'Enter 1 in INTERVENTION_RECEIVED if the child received help, or 0 if not.',
    tables: ['OC2'],
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'],
    check: eachRow('OC2', (oc2) => oc2.SUBSTANCE_MISUSE === '1' && !oc2.has('INTERVENTION_RECEIVED')),
    cases: [
      `OC2
       CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED
       1     1                - ✗
       2     1                0
       3     0                -
       4     -                -`,
    ],
  },
  {
    code: '193',
    message: 'The child is not said to have misused substances, but help with it is filled in.',
    hint: 'If the child misused substances, enter 1 in SUBSTANCE_MISUSE; if not, leave both columns on help blank.',
    tables: ['OC2'],
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    check: eachRow(
      'OC2',
      (oc2) =>
        (oc2.SUBSTANCE_MISUSE === '' || oc2.SUBSTANCE_MISUSE === '0') &&
        (oc2.has('INTERVENTION_RECEIVED') || oc2.has('INTERVENTION_OFFERED')),
    ),
    cases: [
      `OC2
       CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED
       1     0                0                     - ✗
       2     0                -                     1 ✗
       3     -                1                     - ✗
       4     -                -                     0 ✗
       5     0                -                     -
       6     1                1                     1`,
    ],
  },
  {
    code: '544',
    message: 'The child was convicted, but some of the details of health that each child needs are blank.',
    hint: 'Fill in immunisations, teeth check, health assessment and substance misuse.',
    tables: ['OC2'],
    fields: ['CONVICTED', ...detailsOfAll],
    check: eachRow('OC2', (oc2) => oc2.CONVICTED === '1' && !hasDetailsOfAll(oc2)),
    cases: [
      `OC2
       CHILD CONVICTED IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
       1     1         -             -           -                 - ✗
       2     1         -             1           1                 0 ✗
       3     1         1             1           0                 - ✗
       4     1         1             0           1                 0
       5     -         -             -           -                 -`,
    ],
  },
  {
    code: '547',
    message:
      'The child’s health checks are up to date, but some of the details of health that each child needs are blank.',
    hint: 'Fill in immunisations, teeth check, health assessment and substance misuse.',
    tables: ['OC2'],
    fields: ['HEALTH_CHECK', ...detailsOfAll],
    check: eachRow('OC2', (oc2) => oc2.HEALTH_CHECK === '1' && !hasDetailsOfAll(oc2)),
  },
]
