import { inTouchCodes } from '../../codes.ts'
import { eachRow, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

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
    code: '344',
    message: 'The care leaver died or returned home, but an activity or accommodation is given.',
    hint: 'Enter 0 in ACTIV and ACCOM where IN_TOUCH is DIED or RHOM.',
    tables: ['OC3'],
    fields: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
    check: eachRow('OC3', (oc3) => /^(DIED|RHOM)$/.test(oc3.IN_TOUCH) && (oc3.ACTIV !== '0' || oc3.ACCOM !== '0')),
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
]
