import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { isLookedAfterAllYear } from '../shared/lookedAfter.ts'

const HEALTH_COLUMNS = [
  'CONVICTED',
  'HEALTH_CHECK',
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const

/** Health and conviction of children looked after for twelve months (OC2). */
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
    code: '190',
    message: 'The child was not looked after for the whole year, but health details for such children are filled in.',
    hint: 'Check the child’s episodes. If they are right, leave the health columns of OC2 blank.',
    tables: ['OC2', 'Episodes'],
    fields: HEALTH_COLUMNS,
    check: eachRow(
      'OC2',
      (oc2, data) => HEALTH_COLUMNS.some((column) => oc2.has(column)) && !isLookedAfterAllYear(oc2.child, data),
    ),
  },
]
