import { monthsAfter, yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { reasonsForNoUpn, shortBreaks } from '../../codes.ts'
import { eachCombination, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const UPN = /^[A-HJ-NP-RT-Z](\d{12}|\d{11}[A-Z])$/
const DAYS_A_WEEK = 7

/** The unique pupil number. */
export const upnRules: readonly Rule[] = [
  {
    code: '168',
    message: 'The unique pupil number (UPN) is neither a valid number nor one of UN1 to UN5.',
    hint: 'Check the number with the school: a letter, then 12 digits, or 11 digits and a letter. If there is none, enter UN1 to UN5 for the reason.',
    tables: ['Header'],
    fields: ['UPN'],
    check: eachRow(
      'Header',
      (header) => header.has('UPN') && !UPN.test(header.UPN) && !reasonsForNoUpn.has(header.UPN),
    ),
  },
  {
    code: '208',
    message: 'The unique pupil number differs from the one in last year’s return.',
    hint: 'Check which is right. A number may replace UN1 to UN5, and UN2 to UN5 may replace UN1, but a number does not change.',
    tables: ['Header', 'Header_last'],
    fields: ['UPN'],
    check: eachRow('Header', (header) =>
      header.child.last.Header.some((last) => last.UPN !== header.UPN && !mayBecome(last.UPN, header.UPN)),
    ),
    cases: [
      `Header
       CHILD UPN
       1     H801200001001
       2     H801200001001 ✗
       3     UN1
       4     UN2
       5     -
       6     UN3           ✗
       7     -             ✗
       8     UN4
       9     A801200001001
       10    H801200001111
       11    UN5
       12    UN1           ✗
       13    UN1           ✗
       Header_last
       CHILD UPN
       1     UN5
       2     X888888888888
       3     UN1
       4     UN1
       5     -
       6     UN4
       7     UN1
       8     -
       9     a801200001001
       10    -
       12    -
       13    X888888888888`,
    ],
  },
  {
    code: '209',
    message: 'The unique pupil number is UN1 (not of school age), but the child is of school age.',
    hint: 'Enter the child’s UPN, or the code among UN2 to UN5 that says why there is none.',
    tables: ['Header'],
    fields: ['UPN', 'DOB'],
    // Four years old by 31 August before the collection year began.
    check: eachRow('Header', (header, { firstDay }) => {
      const lastDayOfAugust = monthsAfter(firstDay, -7) - 1
      return header.UPN === 'UN1' && yearsAfter(header.DOB, 4) <= lastDayOfAugust
    }),
  },
  {
    code: '210',
    message:
      'The unique pupil number is UN4 (newly looked after, number not yet known), but the child had been looked after for more than a week on 31 March.',
    hint: 'Ask the child’s school or the national pupil database for the number.',
    tables: ['Header', 'Episodes'],
    fields: ['UPN', 'DECOM'],
    check: eachCombination(
      'Header',
      'Episodes',
      (header, episode, { lastDay }) => header.UPN === 'UN4' && episode.DECOM < lastDay - DAYS_A_WEEK,
    ),
    cases: [
      `Header
       CHILD UPN
       1     UN4           ✗
       2     UN4
       3     UN3
       4     H801200001001
       5     UN4
       Episodes
       CHILD DECOM
       1     23/03/2021    ✗
       1     30/03/2021
       2     24/03/2021
       3     01/01/2021
       4     01/01/2021
       6     01/01/2021`,
    ],
  },
  {
    code: '442',
    message: 'The unique pupil number is blank.',
    hint: 'Enter the number. If there is none, enter UN1 to UN5 for the reason.',
    tables: ['Header', 'Episodes'],
    fields: ['UPN'],
    check: eachRow(
      'Header',
      (header) => !header.has('UPN') && header.child.Episodes.some((episode) => !shortBreaks.has(episode.LS)),
    ),
    cases: [
      `Header
       CHILD UPN
       1     -             ✗
       2     H801200001001
       3     UN1
       4     -
       5     -             ✗
       6     -
       Episodes
       CHILD LS
       1     -
       2     C2
       3     C2
       4     V4
       4     V3
       5     V3
       5     C1`,
    ],
  },
  {
    code: '444',
    message: 'Another row has the same unique pupil number.',
    hint: 'Check both numbers with the schools. If both rows are about one child, keep one of them.',
    tables: ['Header'],
    fields: ['UPN'],
    from: '2025-26',
    check: ({ rows }, fail) => {
      const rowsByNumber = Map.groupBy(rows.Header, (header) => header.UPN)
      for (const [number, sharing] of rowsByNumber) {
        if (number !== '' && !reasonsForNoUpn.has(number) && sharing.length > 1) sharing.forEach(fail)
      }
    },
    cases: [
      `Header
       CHILD UPN
       1     UN1
       2     UN1
       3     H801200001001 ✗
       4     X888888888888
       5     H801200001001 ✗
       6     -
       7     -`,
    ],
  },
]

/** Whether what stood in last year's return may have become this: a reason gives way to a number, or UN1 to UN2 to UN5. */
function mayBecome(last: string, now: string): boolean {
  const wasUnknown = last === '' || reasonsForNoUpn.has(last)
  const isKnown = now !== '' && !reasonsForNoUpn.has(now)
  const hasReachedSchoolAge = (last === '' || last === 'UN1') && reasonsForNoUpn.has(now) && now !== 'UN1'
  return (wasUnknown && isKnown) || hasReachedSchoolAge
}
