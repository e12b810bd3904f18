import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Tables that say nothing without an episode in the year. */
const aboutChildrenLookedAfter = ['PlacedAdoption', 'Missing', 'Reviews', 'AD1', 'PrevPerm', 'OC2'] as const

/** Children whose episodes are not there. */
export const missingEpisodeRules: readonly Rule[] = [
  {
    code: '1012',
    message: 'The child has no episodes this year, so nothing but care leaver details (OC3) should be returned.',
    hint: 'Add the child’s episodes, or take this row out.',
    tables: ['Episodes', ...aboutChildrenLookedAfter],
    optional: aboutChildrenLookedAfter,
    fields: ['CHILD'],
    check: eachChild((child, fail) => {
      if (child.Episodes.length > 0) return
      for (const table of aboutChildrenLookedAfter) child[table].forEach(fail)
    }),
    cases: [
      `Episodes
       CHILD
       1
       2
       2
       OC2
       CHILD
       1
       3 ✗
       Reviews
       CHILD
       2
       3 ✗
       3 ✗
       Missing
       CHILD
       4 ✗
       OC3
       CHILD
       3`,
      `Episodes
       CHILD
       1
       AD1
       CHILD
       2 ✗
       PlacedAdoption
       CHILD
       2 ✗
       PrevPerm
       CHILD
       2 ✗
       1`,
    ],
  },
  {
    code: 'NoE',
    message: 'The episode began before this year, but last year’s return has no episodes of this child.',
    hint: 'Check the child’s identifier, and whether last year’s return was complete.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['DECOM'],
    check: eachRow(
      'Episodes',
      ({ DECOM, child }, { firstDay }) => DECOM < firstDay && child.last.Episodes.length === 0,
    ),
    cases: [
      `Episodes
       CHILD DECOM
       1     14/03/2020
       2     01/04/2020
       3     31/03/2020 ✗
       3     01/04/2020
       4     -
       Episodes_last
       CHILD DECOM
       1     14/02/2020`,
    ],
  },
]
