import { adopted, adoptionPlacements } from '../../codes.ts'
import { eachChild, eachCombination, eachRow } from '../../engine/checks.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import type { Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'
import { adoptionDetails, hasAllDetails, hasSomeDetails } from '../shared/adoptionDetails.ts'

/** Placements for adoption with the child's foster carer, and with others; A1 and A2 are codes of earlier years. */
const withTheirCarer: ReadonlySet<string> = new Set(['A2', 'A3', 'A5'])
const withOthers: ReadonlySet<string> = new Set(['A1', 'A4', 'A6'])
/** Care ended by adoption; E1 is the code of earlier years. */
const everAdopted: ReadonlySet<string> = new Set(['E1', ...adopted])

const isAdoptionInYear = (episode: Row<'Episodes'>, { firstDay, lastDay }: IndexedReturn): boolean =>
  adopted.has(episode.REC) && episode.DEC >= firstDay && episode.DEC <= lastDay

/** Children adopted in the year (AD1) against their episodes. */
export const adoptedAndEpisodesRules: readonly Rule[] = [
  {
    code: '331',
    message: 'The child was matched with the adopters after being placed for adoption.',
    hint: 'Check the day of the match, and the first day of the episode that ended in adoption.',
    tables: ['AD1', 'Episodes'],
    fields: ['DATE_MATCH', 'DECOM', 'REC'],
    check: eachCombination(
      'AD1',
      'Episodes',
      (adoption, episode) => adopted.has(episode.REC) && adoption.DATE_MATCH > episode.DECOM,
    ),
  },
  {
    code: '334',
    message:
      'The decision that the child should be placed for adoption was made before the latest period of care started.',
    hint: 'Check the day of the decision, and the start of the period of care.',
    tables: ['Episodes', 'AD1'],
    fields: ['DATE_INT', 'DECOM', 'RNE'],
    check: eachChild((child, fail) => {
      const start = child.Episodes.findLast((episode) => episode.RNE === 'S' && !Number.isNaN(episode.DECOM))
      if (!start) return
      for (const adoption of child.AD1.filter((each) => each.DATE_INT < start.DECOM)) {
        fail(start)
        fail(adoption)
      }
    }),
  },
  {
    code: '335',
    message: 'Whether a foster carer adopted the child does not agree with the last placement.',
    hint: 'Check the placement (A3 and A5: with the foster carer; A4 and A6: with others) and the answer in FOSTER_CARE.',
    tables: ['Episodes', 'AD1'],
    fields: ['PLACE', 'FOSTER_CARE'],
    check: eachCombination(
      'Episodes',
      'AD1',
      ({ REC, PLACE }, { FOSTER_CARE }) =>
        everAdopted.has(REC) &&
        ((FOSTER_CARE === '0' && withTheirCarer.has(PLACE)) || (FOSTER_CARE === '1' && withOthers.has(PLACE))),
    ),
    cases: [
      `Episodes
       CHILD PLACE REC
       1     A4    E12 ✗
       2     A6    E11
       3     A5    X1
       AD1
       CHILD FOSTER_CARE
       1     1 ✗
       2     0
       3     0`,
    ],
  },
  {
    code: '521',
    message: 'The child was placed for adoption before the decision that adoption is best for the child.',
    hint: 'Check the day of the decision, and the first day of the placement.',
    tables: ['Episodes', 'AD1'],
    fields: ['PLACE', 'DECOM', 'DATE_INT'],
    check: eachCombination(
      'Episodes',
      'AD1',
      (episode, adoption) => adoptionPlacements.has(episode.PLACE) && adoption.DATE_INT > episode.DECOM,
    ),
    cases: [
      `Episodes
       CHILD PLACE DECOM
       1     A6    01/01/2020 ✗
       1     A5    01/11/2020
       1     U1    22/01/2020
       2     A5    -
       3     A3    22/06/2020
       4     A4    01/01/2020
       AD1
       CHILD DATE_INT
       1     08/03/2020 ✗
       2     22/07/2020
       3     22/06/2020
       4     -`,
    ],
  },
  {
    code: '582',
    message: 'The child was adopted on the very day of being matched with the adopters.',
    hint: 'Check both days: the match usually comes well before the adoption.',
    tables: ['Episodes', 'AD1'],
    fields: ['DEC', 'DATE_MATCH'],
    check: eachRow(
      'Episodes',
      (episode) =>
        adopted.has(episode.REC) && episode.child.AD1.some((adoption) => adoption.DATE_MATCH === episode.DEC),
    ),
    cases: [
      `Episodes
       CHILD REC DEC
       1     E11 01/01/2020 ✗
       2     E12 01/01/2020
       3     E11 01/01/2020
       4     X1  01/01/2020
       5     E12 -
       AD1
       CHILD DATE_MATCH
       1     01/01/2020
       2     02/01/2019
       4     01/01/2020
       5     -`,
    ],
  },
  {
    code: '601',
    message: 'The child was adopted in the year, but the adoption details are not all filled in.',
    hint: 'Fill in the child’s row in AD1, or check why the episode ended.',
    tables: ['Episodes', 'AD1'],
    fields: ['REC', ...adoptionDetails],
    check: eachChild((child, fail, data) => {
      const adoptions = child.Episodes.filter((episode) => isAdoptionInYear(episode, data))
      const unfinished = child.AD1.filter((adoption) => !hasAllDetails(adoption))
      if (adoptions.length === 0 || (child.AD1.length > 0 && unfinished.length === 0)) return
      for (const row of [...adoptions, ...unfinished]) fail(row)
    }),
    cases: [
      // Child 1 is not in AD1 at all.
      `Episodes
       CHILD DEC        REC
       1     01/05/2020 E11 ✗
       2     01/05/2020 E12
       3     01/05/2019 E12
       AD1
       CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
       2     01/05/2019 01/06/2019 0           1         F1         L0
       3     -          -          -           -         -          -`,
    ],
  },
  {
    code: '602',
    message: 'Adoption details are given, but the child’s episodes show no adoption in the year.',
    hint: 'Take the child out of AD1, or end the last episode with E11 or E12 on the day of the adoption.',
    tables: ['Episodes', 'AD1'],
    fields: ['CHILD'],
    check: eachRow(
      'AD1',
      (adoption, data) =>
        hasSomeDetails(adoption) && !adoption.child.Episodes.some((episode) => isAdoptionInYear(episode, data)),
    ),
  },
]
