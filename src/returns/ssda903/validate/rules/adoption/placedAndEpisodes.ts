import { adopted, adoptionPlacements, shortBreaks } from '../../codes.ts'
import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { againstEpisode } from './details.ts'

/** The decisions that a child should be placed for adoption against the child's episodes. */
export const placedAndEpisodesRules: readonly Rule[] = [
  {
    code: '1003',
    message:
      'The decision that the child should be placed for adoption was made before the child started to be looked after.',
    hint: 'Check the day of the decision, and the start of the first period of care.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED', 'DECOM', 'RNE'],
    check: againstEpisode(
      (child) => child.Episodes.find((episode) => episode.RNE === 'S'),
      (placed, start) => start !== undefined && placed.DATE_PLACED < start.DECOM,
    ),
    cases: [
      `Episodes
       CHILD DECOM      RNE
       1     01/03/1980 S ✗
       2     01/03/1980 S
       3     01/01/1981 S
       3     01/02/1970 P
       3     01/03/1979 S ✗
       4     01/03/1979 P
       5     01/01/1981 S
       6     -          S
       PlacedAdoption
       CHILD DATE_PLACED
       1     26/05/1978 ✗
       2     -
       3     26/05/1970 ✗
       4     01/02/1960
       5     01/01/1981
       6     01/01/1981`,
    ],
  },
  {
    code: '117',
    message:
      'A decision whether to place the child for adoption is dated after the end of the year, or after the child stopped being looked after.',
    hint: 'Check the days of the decisions, and the day on which the last period of care ended.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED_CEASED', 'DATE_PLACED', 'DEC', 'REC', 'DECOM'],
    check: againstEpisode(
      (child) => child.Episodes.findLast((episode) => episode.REC !== 'X1' && !Number.isNaN(episode.DECOM)),
      ({ DATE_PLACED, DATE_PLACED_CEASED }, last, { lastDay }) =>
        [DATE_PLACED, DATE_PLACED_CEASED].some((day) => day > lastDay || (last !== undefined && day > last.DEC)),
    ),
    cases: [
      // Child 3’s episode of 2010 went on (X1); children 6 and 7 were looked after to the end, or are in no episode.
      `collection 2017-18
       Episodes
       CHILD DECOM      DEC        REC
       1     01/01/2001 01/01/2009 E45
       2     03/01/2019 03/01/2019 E46 ✗
       2     01/01/2001 01/01/2001 E4A
       3     10/01/2002 10/01/2002 E11 ✗
       3     11/02/2010 11/02/2010 X1
       4     25/01/2002 25/01/2002 E47 ✗
       4     -          -          E45
       5     01/01/2002 -          -
       6     01/01/2002 -          X1
       PlacedAdoption
       CHILD DATE_PLACED DATE_PLACED_CEASED
       1     26/05/2000  01/01/2009
       2     26/05/2000  01/07/2018 ✗
       3     01/02/2016  26/05/2017 ✗
       4     26/05/2019  -          ✗
       5     31/03/2018  -
       6     01/04/2018  -          ✗
       7     01/04/2018  -          ✗`,
    ],
  },
  {
    code: '118',
    message:
      'The decision no longer to place the child for adoption is dated before the year, or before the child started to be looked after.',
    hint: 'Check the day of the decision. If it was made in an earlier year, it belongs in that year’s return.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED_CEASED', 'DECOM', 'LS'],
    check: againstEpisode(
      (child) => child.Episodes.find((episode) => !shortBreaks.has(episode.LS) && !Number.isNaN(episode.DECOM)),
      ({ DATE_PLACED_CEASED }, first, { firstDay }) =>
        DATE_PLACED_CEASED < firstDay || (first !== undefined && DATE_PLACED_CEASED < first.DECOM),
    ),
    cases: [
      // Child 2’s first episode is of short breaks; child 5 is in no episode.
      `collection 2020-21
       Episodes
       CHILD LS DECOM
       1     C2 01/01/2019 ✗
       2     V3 01/01/2020
       2     C2 20/12/2020 ✗
       2     C2 03/01/2021
       3     C2 01/01/2019
       4     C2 01/01/2019
       PlacedAdoption
       CHILD DATE_PLACED_CEASED
       1     31/03/2020 ✗
       2     22/06/2020 ✗
       3     01/04/2020
       4     -
       5     31/03/2020 ✗`,
    ],
  },
  {
    code: '551',
    message: 'The child was placed for adoption, but there is no day of the decision that the child should be.',
    hint: 'Enter the day of the decision in PlacedAdoption, or correct the placement type.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED', 'PLACE'],
    check: eachRow(
      'Episodes',
      (episode) =>
        adoptionPlacements.has(episode.PLACE) &&
        !episode.child.PlacedAdoption.some((placed) => placed.has('DATE_PLACED')),
    ),
    cases: [
      `Episodes
       CHILD PLACE
       1     U1
       2     A3 ✗
       3     A4
       4     A5
       5     A6 ✗
       6     A3
       PlacedAdoption
       CHILD DATE_PLACED
       2     -
       3     01/01/2020
       4     28th_Jan_1930
       6     01/01/2020
       6     -`,
    ],
  },
  {
    code: '552',
    message: 'The child was placed for adoption before the decision that the child should be.',
    hint: 'Check the day of the decision, and the first day of the placement for adoption.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED', 'DECOM'],
    check: eachChild((child, fail) => {
      const decision = child.PlacedAdoption.findLast((placed) => !Number.isNaN(placed.DATE_PLACED))
      const placement = child.Episodes.find((episode) => adoptionPlacements.has(episode.PLACE))
      if (!decision || !placement || !(placement.DECOM < decision.DATE_PLACED)) return
      fail(placement)
      fail(decision)
    }),
  },
  {
    code: '558',
    message: 'The child was adopted, but the decision to place the child for adoption was reversed.',
    hint: 'Leave the reversal blank for the decision that led to the adoption, or check why the episode ended.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED_CEASED', 'REC'],
    check: eachRow(
      'Episodes',
      ({ REC, child }) =>
        adopted.has(REC) &&
        child.PlacedAdoption.length > 0 &&
        child.PlacedAdoption.every((placed) => placed.has('DATE_PLACED_CEASED')),
    ),
    cases: [
      // Child 5’s first decision was reversed; the second led to the adoption.
      `Episodes
       CHILD REC
       1     E11
       2     E12 ✗
       3     E4A
       4     E11 ✗
       5     E12
       6     E11
       PlacedAdoption
       CHILD DATE_PLACED_CEASED
       1     -
       2     01/01/2020
       3     15/04/2020
       4     28th_Jan_1930
       5     01/01/2018
       5     -`,
    ],
  },
]
