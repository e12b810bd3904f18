import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Children who came back from adoption, special guardianship or another permanent home. */
export const previousPermanenceRules: readonly Rule[] = [
  {
    code: '635',
    message: 'A date or an authority of an earlier permanent home is given, but what kind of home it was is blank.',
    hint: 'Enter P1 to P4 in PREV_PERM; or, if there was none, enter Z1 and leave the date and the authority blank.',
    tables: ['PrevPerm'],
    fields: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'],
    check: eachRow(
      'PrevPerm',
      (permanence) => (permanence.has('LA_PERM') || permanence.has('DATE_PERM')) && !permanence.has('PREV_PERM'),
    ),
  },
]
