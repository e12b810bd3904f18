import { adopted } from '../../codes.ts'
import { eachCombination, eachPair, eachRow } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import { hasTurned, isUnder } from '../shared/ages.ts'

const specialGuardianship = new Set(['E45', 'E46', 'E47', 'E48'])
const independentLiving = new Set(['E5', 'E6'])
/** The child died, or was found to be 18 or over: nothing can follow. */
const final = new Set(['E2', 'E15'])

/** An episode that ended for one of these reasons before the child was `years` old. */
function ceasedUnder(years: number, reasons: ReadonlySet<string>): Check {
  return eachRow('Episodes', (episode) => reasons.has(episode.REC) && isUnder(years, episode.child, episode.DEC))
}

/** Reasons why an episode ceased that do not fit the child’s age or what came before and after. */
export const reasonCeasedRules: readonly Rule[] = [
  {
    code: '386',
    message: 'The episode ended with an adoption, but the child had turned 18.',
    hint: 'Check the date of birth, the day on which the episode ceased and the reason.',
    tables: ['Header', 'Episodes'],
    fields: ['REC'],
    check: eachRow('Episodes', (episode) => adopted.has(episode.REC) && hasTurned(18, episode.child, episode.DEC)),
    cases: [
      `Header
       CHILD DOB
       1     16/03/2003
       2     -
       Episodes
       CHILD REC DEC
       1     E11 15/03/2021
       1     E12 16/03/2021 ✗
       1     X1  16/03/2021
       1     E11 -
       2     E11 16/03/2021
       3     E11 16/03/2021`,
    ],
  },
  {
    code: '387',
    message: 'The child moved into independent living, but was under 14 when the episode ceased.',
    hint: 'Check the date of birth, the day on which the episode ceased and the reason.',
    tables: ['Header', 'Episodes'],
    fields: ['REC'],
    check: ceasedUnder(14, independentLiving),
    cases: [
      `Header
       CHILD DOB
       1     16/03/2007
       Episodes
       CHILD REC DEC
       1     E5  15/03/2021 ✗
       1     E6  15/03/2021 ✗
       1     E5  16/03/2021
       1     E7  15/03/2021
       1     E5  -
       1     E6  19XX/33rd`,
    ],
  },
  {
    code: '389',
    message: 'The child moved to the care of adult social care, but was under 16 when the episode ceased.',
    hint: 'Check the date of birth, the day on which the episode ceased and the reason.',
    tables: ['Episodes', 'Header'],
    fields: ['REC'],
    check: ceasedUnder(16, new Set(['E7'])),
  },
  {
    code: '407',
    message: 'The episode ended with a special guardianship order, but the child had turned 18.',
    hint: 'Check the date of birth, the day on which the episode ceased and the reason.',
    tables: ['Episodes', 'Header'],
    fields: ['DEC', 'DOB', 'REC'],
    check: eachCombination(
      'Episodes',
      'Header',
      (episode) => specialGuardianship.has(episode.REC) && hasTurned(18, episode.child, episode.DEC),
    ),
    cases: [
      `Header
       CHILD DOB
       1     01/01/2000
       2     11/01/2002 ✗
       3     -
       4     01/01/2002 ✗
       Episodes
       CHILD REC DEC
       1     E45 31/12/2017
       1     E15 01/01/2019
       1     E45 -
       2     E48 10/01/2020
       2     E47 12/01/2020 ✗
       3     E46 12/01/2020
       4     E46 01/01/2020 ✗`,
    ],
  },
  {
    code: '437',
    message: 'The episode says that the child died or was found to be 18 or over, but there are later episodes.',
    hint: 'Check the reason why the episode ceased, and whether the later episodes belong to this child.',
    tables: ['Episodes'],
    fields: ['REC'],
    check: eachPair('Episodes', 'earlier', (earlier) => final.has(earlier.REC) && !Number.isNaN(earlier.DECOM)),
    cases: [
      `Episodes
       CHILD DECOM      REC
       1     20/10/2020 E2
       2     19/11/2020 E15
       2     17/06/2020 X1
       3     04/04/2020 E15 ✗
       3     11/09/2020 E2  ✗
       3     07/10/2020 -
       4     -          E2
       4     20/12/2020 X1`,
    ],
  },
  {
    code: '460',
    message: 'The child stayed with their carers at 18, but was under 18 when the episode ceased.',
    hint: 'Check the date of birth, the day on which the episode ceased and the reason.',
    tables: ['Header', 'Episodes'],
    fields: ['DEC', 'REC'],
    check: ceasedUnder(18, new Set(['E17'])),
  },
]
