import { continuations, reasonsCareCeased } from '../../codes.ts'
import { eachChild, eachPair } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** How an episode follows on from the one before. */
export const episodeSequenceRules: readonly Rule[] = [
  {
    code: '142',
    message: 'The child has a later episode, but this one has not ended.',
    hint: 'Enter the day and the reason why this episode ceased: X1 if the child went on being looked after.',
    tables: ['Episodes'],
    fields: ['DEC', 'REC'],
    check: eachPair(
      'Episodes',
      'earlier',
      (earlier, later) => !Number.isNaN(later.DECOM) && (Number.isNaN(earlier.DEC) || !earlier.has('REC')),
    ),
  },
  {
    code: '388',
    message:
      'The reason why the episode ceased does not fit what follows: X1 means that another episode starts that day.',
    hint: 'Enter X1 where the next episode starts on the day this one ends; enter why care ended where none does.',
    tables: ['Episodes'],
    fields: ['REC'],
    check: eachChild((child, fail) => {
      child.Episodes.forEach((episode, at) => {
        const next = child.Episodes[at + 1]
        if (Number.isNaN(episode.DEC) || !episode.has('REC')) return
        // A next episode whose start can't be read says nothing of whether this one is carried on.
        const isFollowed = next ? next.DECOM === episode.DEC : false
        if (next && Number.isNaN(next.DECOM)) return
        if ((episode.REC === 'X1') !== isFollowed) fail(episode)
      })
    }),
  },
  {
    code: '431',
    message: 'The episode starts a period of care, but the episode before it ended on that day or later.',
    hint: 'If the child was looked after without a break, change RNE from S to the reason for the new episode.',
    tables: ['Episodes'],
    fields: ['RNE', 'DECOM'],
    check: eachPair('Episodes', 'later', (earlier, later) => later.RNE === 'S' && later.DECOM <= earlier.DEC),
  },
  {
    code: '432',
    message:
      'The child stopped being looked after at the end of the episode before, but this one does not start a period of care.',
    hint: 'If the child came back into care, change RNE to S; if care never ended, change REC of the episode before to X1.',
    tables: ['Episodes'],
    fields: ['RNE'],
    check: eachPair('Episodes', 'later', (earlier, later) => reasonsCareCeased.has(earlier.REC) && later.RNE !== 'S'),
  },
  {
    code: '433',
    message: 'The episode carries on from another, but does not start on the day the episode before it ended.',
    hint: 'Correct the day, add the episode that is missing, or change RNE to S if the child came back into care.',
    tables: ['Episodes'],
    fields: ['RNE', 'DECOM'],
    check: eachPair(
      'Episodes',
      'later',
      (earlier, later) => continuations.has(later.RNE) && earlier.DEC !== later.DECOM,
    ),
    cases: [
      `Episodes
       CHILD DECOM      RNE DEC
       1     20/10/2020 P   20/11/2020
       1     21/11/2020 S   30/11/2020
       2     19/11/2020 P   -
       2     17/06/2020 P   19/11/2020
       3     04/04/2020 B   12/09/2020
       3     11/09/2020 U   06/10/2020 ✗
       3     07/10/2020 T   -          ✗
       3     08/10/2020 L   -          ✗
       3     -          P   -          ✗`,
    ],
  },
  {
    code: '501',
    message: 'The episode starts before the episode before it has ended.',
    hint: 'Check the two days: episodes may not overlap.',
    tables: ['Episodes'],
    fields: ['DECOM', 'DEC'],
    check: eachPair('Episodes', 'later', (earlier, later) => later.DECOM < earlier.DEC),
  },
  {
    code: '504',
    message: 'The category of need differs from that of the episode before, though the child stayed looked after.',
    hint: 'Enter the category of need from the start of the period of care: it does not change while the period lasts.',
    tables: ['Episodes'],
    fields: ['CIN'],
    check: eachPair(
      'Episodes',
      'later',
      (earlier, later) => earlier.REC === 'X1' && earlier.DEC === later.DECOM && later.CIN !== earlier.CIN,
    ),
  },
]
