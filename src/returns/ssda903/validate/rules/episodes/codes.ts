import { categoriesOfNeed, legalStatuses, reasonsEpisodeCeased, reasonsForNewEpisode } from '../../codes.ts'
import { notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Codes of an episode that are no codes. */
export const episodeCodeRules: readonly Rule[] = [
  {
    code: '143',
    message: 'The reason for the new episode is not a known code.',
    hint: 'Enter S, L, P, T, B or U.',
    tables: ['Episodes'],
    fields: ['RNE'],
    check: notOneOf('Episodes', 'RNE', reasonsForNewEpisode),
    cases: [
      `Episodes
       CHILD RNE
       1     S
       1     -
       1     p ✗
       1     X ✗`,
    ],
  },
  {
    code: '144',
    message: 'The legal status is not a known code.',
    hint: 'Enter the code of the legal status that the child was looked after under in this episode, like C2 or V2.',
    tables: ['Episodes'],
    fields: ['LS'],
    check: notOneOf('Episodes', 'LS', legalStatuses),
  },
  {
    code: '145',
    message: 'The category of need is not a known code.',
    hint: 'Enter N1 to N8.',
    tables: ['Episodes'],
    fields: ['CIN'],
    check: notOneOf('Episodes', 'CIN', categoriesOfNeed),
  },
  {
    code: '149',
    message: 'The reason why the episode ceased is not a known code.',
    hint: 'Enter X1 if the child went on being looked after, or the code that says why care ended.',
    tables: ['Episodes'],
    fields: ['REC'],
    check: notOneOf('Episodes', 'REC', reasonsEpisodeCeased),
  },
]
