import { adopted } from '../../codes.ts'
import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { firstEpisodeDiffers } from '../shared/lastYear.ts'

/** Last year's episodes and this year's. */
export const episodeLastYearRules: readonly Rule[] = [
  {
    code: '199',
    message: 'An earlier episode, this year or last, says that the child was adopted.',
    hint: 'Check the reason why the earlier episode ceased. After an adoption a child has a new identifier.',
    tables: ['Episodes', 'Episodes_last'],
    optional: ['Episodes_last'],
    fields: ['CHILD'],
    // The same episode may stand in both years' returns: an adoption comes before what starts after it.
    check: eachRow('Episodes', ({ DECOM, child }) =>
      [child.Episodes, child.last.Episodes].some((year) =>
        year.some((earlier) => adopted.has(earlier.REC) && earlier.DECOM < DECOM),
      ),
    ),
  },
  {
    code: '502',
    message: 'Last year’s return ended with an open episode, and this year’s first episode starts on another day.',
    hint: 'Begin this year’s return with the episode that was open on 31 March, with the same start.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['DECOM'],
    check: firstEpisodeDiffers((now, last) => now.DECOM !== last.DECOM),
    cases: [
      `Episodes
       CHILD DECOM
       1     01/06/2020 ✗
       1     05/06/2020
       2     08/06/2020
       3     06/06/2020
       4     08/06/2020 ✗
       5     15/06/2020
       Episodes_last
       CHILD DECOM      DEC
       1     05/06/2020 -
       2     08/06/2020 -
       3     05/06/2020 06/06/2020
       4     08/06/2020 09/06/2020
       4     19/06/2020 -`,
    ],
  },
  {
    code: '503A',
    message: 'The reason for the child’s first episode differs from that of the open episode at the end of last year.',
    hint: 'Correct RNE: it is the same episode in both returns.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['RNE'],
    check: firstEpisodeDiffers((now, last) => now.RNE !== last.RNE),
    cases: [
      `Episodes
       CHILD DECOM      RNE
       1     01/06/2020 L   ✗
       1     05/06/2020 S
       2     05/06/2020 L
       3     06/06/2020 -   ✗
       4     06/06/2020 L
       5     06/06/2020 L
       6     06/06/2020 -
       Episodes_last
       CHILD DECOM      DEC        RNE
       1     01/06/2020 -          S
       2     01/06/2020 -          S
       2     05/06/2020 -          L
       3     06/06/2020 -          P
       4     06/06/2020 07/06/2020 S
       6     06/06/2020 -          -`,
    ],
  },
  {
    code: '503B',
    message:
      'The legal status of the child’s first episode differs from that of the open episode at the end of last year.',
    hint: 'Correct the legal status, or end the old episode and start a new one on the day it changed.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['LS'],
    check: firstEpisodeDiffers((now, last) => now.LS !== last.LS),
  },
  {
    code: '503C',
    message:
      'The category of need of the child’s first episode differs from that of the open episode at the end of last year.',
    hint: 'Correct the category of need: it does not change while a period of care lasts.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['CIN'],
    check: firstEpisodeDiffers((now, last) => now.CIN !== last.CIN),
    cases: [
      `Episodes
       CHILD DECOM      CIN
       1     01/06/2020 N1  ✗
       1     05/06/2020 N2
       2     08/06/2020 N4
       3     03/06/2020 N3  ✗
       4     03/06/2020 N3
       Episodes_last
       CHILD DECOM      DEC        CIN
       1     01/06/2020 -          -
       2     08/06/2020 -          N4
       3     08/06/2020 -          N3
       3     19/06/2020 -          N5
       4     03/06/2020 04/06/2020 N5`,
    ],
  },
  {
    code: '562',
    message: 'The child’s first episode began before this year, but it is not the last episode of last year’s return.',
    hint: 'Correct the day, or add the episode to last year’s return.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['DECOM'],
    check: eachChild((child, fail, { firstDay }) => {
      const [first] = child.Episodes
      if (!first || !(first.DECOM < firstDay)) return
      const last = child.last.Episodes.findLast((episode) => !Number.isNaN(episode.DECOM))
      if (last?.DECOM !== first.DECOM) fail(first)
    }),
    cases: [
      `Episodes
       CHILD DECOM
       1     15/03/2020
       1     05/06/2020
       2     13/03/2020 ✗
       2     14/03/2020
       3     01/01/2020 ✗
       4     01/04/2020
       5     -
       Episodes_last
       CHILD DECOM
       1     15/03/2020
       1     01/06/2019
       2     13/03/2020
       2     14/03/2020
       4     01/06/2019
       5     01/06/2019`,
    ],
  },
]
