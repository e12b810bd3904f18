import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { shortBreaks } from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'

/** Social workers while a child is looked after. */
export const socialWorkerInCareRules: readonly Rule[] = [
  {
    code: 'SW12STG2',
    message: 'Care started or ended with this episode, but the return names no social worker for it.',
    hint: 'Enter all social workers of the year, also those of the time when the child was not looked after.',
    tables: ['SWEpisodes', 'Episodes'],
    fields: ['SW_DECOM', 'DECOM', 'DEC'],
    from: '2023-24',
    check: eachRow('Episodes', lacksSocialWorker),
    since: {
      '2024-25': {
        hint: 'Enter all social workers of this year and the year before, also those of the time when the child was not looked after.',
        check: eachRow(
          'Episodes',
          (episode, { firstDay, lastDay }) =>
            lacksSocialWorker(episode) && !(episode.DEC < yearsAfter(firstDay, -1)) && !(episode.DEC > lastDay),
        ),
      },
    },
    cases: [
      // One social worker who fits is enough.
      `collection 2024-25
       SWEpisodes
       CHILD SW_DECOM
       1     01/01/2023
       1     01/01/2025
       Episodes
       CHILD DECOM      DEC RNE REC LS
       1     01/02/2024 -   S   -   C1
       2     01/02/2024 -   S   -   C1 ✗
       3     01/02/2024 -   S   -   V3`,
    ],
  },
]

/** An episode with which care starts or does not go on, and no social worker who came after it started or before it ended. */
function lacksSocialWorker(episode: Row<'Episodes'>): boolean {
  const startsCare = episode.RNE === 'S'
  const isCarriedOn = episode.REC === 'X1'
  if (shortBreaks.has(episode.LS) || (!startsCare && isCarriedOn)) return false
  return !episode.child.SWEpisodes.some(
    ({ SW_DECOM }) => (startsCare && SW_DECOM >= episode.DECOM) || (!isCarriedOn && SW_DECOM <= episode.DEC),
  )
}
