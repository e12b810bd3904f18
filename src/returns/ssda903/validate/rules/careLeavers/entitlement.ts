import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { adopted, shortBreaks } from '../../codes.ts'
import type { Child, Day, Row } from '../../engine/rows.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Thirteen weeks in care since the 14th birthday, some of it since the 16th, make a care leaver. */
const DAYS_SINCE_14 = 13 * 7
const DAYS_SINCE_16 = 1
/** Of older care leavers two years' returns hold too little to tell. */
const TOO_OLD_TO_TELL = 20

/** Whether a young person's episodes make them a care leaver: Children Act 1989, section 23A and schedule 2. */
export const entitlementRules: readonly Rule[] = [
  {
    code: '1001',
    message:
      'By this year’s episodes and last year’s the young person is not a care leaver, so there should be no details.',
    hint: 'Take the row out of OC3. If there were episodes before last year, explain it to DfE.',
    tables: ['Episodes', 'OC3', 'Header', 'Episodes_last'],
    fields: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
    check: eachRow('OC3', ({ child }, { lastDay }) => {
      const episodes = episodesOfBothYears(child)
      const born = child.Header.find((header) => !Number.isNaN(header.DOB))?.DOB ?? NaN
      if (adopted.has(episodes.at(-1)?.REC ?? '')) return true
      if (yearsAfter(born, TOO_OLD_TO_TELL) <= lastDay) return false
      const daysSince = (age: number): number => daysInCare(episodes, yearsAfter(born, age), lastDay)
      return !(daysSince(14) >= DAYS_SINCE_14 && daysSince(16) >= DAYS_SINCE_16)
    }),
    cases: [
      `Header
       CHILD DOB
       1     01/04/2004
       2     01/04/2004
       3     31/03/2001
       4     31/03/2001
       OC3
       CHILD
       1
       2     ✗
       3
       4     ✗
       Episodes
       CHILD LS DECOM      DEC        REC
       1     C2 01/01/2020 31/03/2020 X1
       1     C2 31/03/2020 -          -
       2     C2 30/03/2021 -          -
       4     C2 01/01/2020 01/02/2020 E11
       Episodes_last
       CHILD LS DECOM      DEC        REC
       1     C2 01/01/2020 -          -`,
    ],
  },
]

/** The child's episodes in order of their start. One that stands in both years' returns counts once, as the one that ended. */
function episodesOfBothYears(child: Child): readonly Row<'Episodes'>[] {
  const byStart = new Map<Day, Row<'Episodes'>>()
  for (const episode of [...child.Episodes, ...child.last.Episodes]) {
    const known = byStart.get(episode.DECOM)
    const isKnownToEndSooner = known && (Number.isNaN(episode.DEC) || known.DEC <= episode.DEC)
    if (!isKnownToEndSooner && !Number.isNaN(episode.DECOM)) byStart.set(episode.DECOM, episode)
  }
  return [...byStart.values()].sort((a, b) => a.DECOM - b.DECOM)
}

/** Days in care since this day, short breaks apart; the last episode lasts to the year's end if it has none of its own. */
function daysInCare(episodes: readonly Row<'Episodes'>[], since: Day, lastDay: Day): number {
  let days = 0
  for (const episode of episodes) {
    const end = episode === episodes.at(-1) && Number.isNaN(episode.DEC) ? lastDay : episode.DEC
    if (Number.isNaN(end) || shortBreaks.has(episode.LS)) continue
    days += Math.max(0, end - Math.max(episode.DECOM, since))
  }
  return days
}
