import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Row } from '../../engine/rows.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import { type PeriodOfCare, endsOutside, periodsOfCare } from '../shared/periodsOfCare.ts'

/** Absences against the episodes and periods of care that they should lie in. */
export const missingInCareRules: readonly Rule[] = [
  {
    code: '575',
    message: 'The placement that the child was absent from has ended, but the absence has no last day.',
    hint: 'Enter the last day of the absence; if the child is still absent, enter a new absence for the new placement.',
    tables: ['Episodes', 'Missing'],
    fields: ['MIS_END'],
    check: eachRow(
      'Missing',
      (missing) =>
        !missing.has('MIS_END') &&
        missing.child.Episodes.some(({ DECOM, DEC }) => missing.MIS_START >= DECOM && missing.MIS_START <= DEC),
    ),
    cases: [
      `Episodes
       CHILD DECOM      DEC
       1     01/06/2020 10/06/2020
       2     08/06/2020 10/06/2020
       3     06/06/2020 -
       3     07/06/2020 10/06/2020
       4     08/06/2020 10/06/2020
       4     08/06/2020 -
       5     08/06/2020 10/06/2020
       Missing
       CHILD MIS_START  MIS_END
       1     01/06/2020 05/06/2020
       2     08/06/2020 -          ✗
       3     06/06/2020 -
       4     10/06/2020 -          ✗
       4     19/06/2020 05/06/2020
       5     11/06/2020 -
       5     -          -`,
    ],
  },
  {
    code: '577',
    message: 'The absence does not end within a period of care.',
    hint: 'Enter its last day, which can’t be after the child stopped being looked after.',
    tables: ['Episodes', 'Missing'],
    fields: ['MIS_END'],
    check: outsideCare(({ MIS_START, MIS_END }, period) => endsOutside(period, MIS_START, MIS_END)),
  },
  {
    code: '578',
    message: 'The absence starts on a day on which the child was not looked after.',
    hint: 'Check its first day, and the days of the period of care.',
    tables: ['Episodes', 'Missing'],
    fields: ['MIS_START'],
    check: outsideCare(({ MIS_START }, { from, to }) => MIS_START < from || MIS_START > to),
  },
  {
    code: '580',
    message: 'The child was absent when care ended at 18, but the reason for the end is not E8.',
    hint: 'Enter E8 as the reason why the episode ceased.',
    tables: ['Episodes', 'Missing'],
    fields: ['REC'],
    check: eachRow('Episodes', (episode) => {
      const wasAbsentOn18thBirthday = episode.child.Missing.some(
        (missing) => missing.MIS_END === episode.DEC && yearsAfter(missing.DOB, 18) === episode.DEC,
      )
      return wasAbsentOn18thBirthday && episode.REC !== 'E8'
    }),
    cases: [
      `Episodes
       CHILD DEC        REC
       1     01/06/2020 E7 ✗
       2     05/06/2020 E8
       3     07/06/2020 E7
       4     19/06/2020 E7
       5     -          E7
       6     19/06/2020 -  ✗
       Missing
       CHILD MISSING MIS_END    DOB
       1     M       01/06/2020 01/06/2002
       2     M       05/06/2020 05/06/2002
       3     M       08/06/2020 07/06/2002
       4     M       19/06/2020 19/06/2003
       5     M       -          -
       6     A       19/06/2020 19/06/2002`,
    ],
  },
  {
    code: '581',
    message: 'The absence starts on a day that lies in none of the child’s episodes.',
    hint: 'Check the first day of the absence, and that all episodes are there: a child can be absent from a placement only.',
    tables: ['Episodes', 'Missing'],
    fields: ['MIS_START'],
    check: eachRow('Missing', ({ MIS_START, child }) => {
      const isCovered = child.Episodes.some(
        ({ DECOM, DEC }) => MIS_START >= DECOM && (Number.isNaN(DEC) || MIS_START <= DEC),
      )
      return !Number.isNaN(MIS_START) && child.Episodes.length > 0 && !isCovered
    }),
    cases: [
      // Absences before, between and after episodes; child 6 has none.
      `Episodes
       CHILD DECOM      DEC
       1     01/06/2020 10/06/2020
       2     06/06/2020 10/06/2020
       3     06/06/2020 -
       4     08/06/2020 10/06/2020
       4     12/06/2020 -
       5     15/06/2020 20/06/2020
       Missing
       CHILD MIS_START
       1     01/06/2020
       2     05/06/2020 ✗
       3     12/06/2020
       4     08/06/2020
       4     11/06/2020 ✗
       4     19/06/2020
       5     21/06/2020 ✗
       5     -
       6     21/06/2020`,
    ],
  },
]

/** Absences with a readable first day of which `isOutside` says so beside each period of care that the child has. */
function outsideCare(isOutside: (missing: Row<'Missing'>, period: PeriodOfCare) => boolean): Check {
  return eachChild((child, fail) => {
    if (child.Missing.length === 0) return
    const periods = periodsOfCare(child)
    if (periods.length === 0) return
    for (const missing of child.Missing) {
      if (!Number.isNaN(missing.MIS_START) && periods.every((period) => isOutside(missing, period))) fail(missing)
    }
  })
}
