import { dayNumberOf } from '../../../../../kernel/dayNumbers.ts'
import { eachChild, eachRow, notADate } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** The day on which the Children Act 1989 came into force. */
const CHILDREN_ACT_IN_FORCE = dayNumberOf(1991, 10, 14)

/** When an episode starts and ends. */
export const episodeDateRules: readonly Rule[] = [
  {
    code: '141',
    message: 'The day on which the episode began is not a date.',
    hint: 'Enter the day as DD/MM/YYYY.',
    tables: ['Episodes'],
    fields: ['DECOM'],
    check: notADate('Episodes', 'DECOM'),
  },
  {
    code: '147',
    message: 'The day on which the episode ceased is not a date.',
    hint: 'Enter the day as DD/MM/YYYY, or leave it blank while the episode is open.',
    tables: ['Episodes'],
    fields: ['DEC'],
    check: notADate('Episodes', 'DEC'),
  },
  {
    code: '148',
    message: 'The episode has a day on which it ceased but no reason, or a reason but no day.',
    hint: 'Enter both for an episode that has ceased; leave both blank while it is open.',
    tables: ['Episodes'],
    fields: ['DEC', 'REC'],
    check: eachRow('Episodes', (episode) => episode.has('DEC') !== episode.has('REC')),
  },
  {
    code: '302',
    message: 'The child’s first episode starts before the child was born.',
    hint: 'Check the date of birth and the day on which the episode began.',
    tables: ['Header', 'Episodes'],
    fields: ['DECOM', 'DOB'],
    check: eachChild((child, fail) => {
      const [first] = child.Episodes
      for (const header of child.Header) {
        if (!first || !(header.DOB > first.DECOM)) continue
        fail(first)
        fail(header)
      }
    }),
  },
  {
    code: '353',
    message: 'The episode starts before 14 October 1991, when the Children Act 1989 came into force.',
    hint: 'Check the day on which the episode began.',
    tables: ['Episodes'],
    fields: ['DECOM'],
    check: eachRow('Episodes', (episode) => episode.DECOM < CHILDREN_ACT_IN_FORCE),
    cases: [
      `Episodes
       CHILD DECOM
       1     13/10/1991 ✗
       1     14/10/1991
       1     06/06/1890 ✗
       1     -`,
    ],
  },
  {
    code: '354',
    message: 'The episode starts after the end of the collection year.',
    hint: 'Check the day. An episode that began after 31 March belongs in next year’s return.',
    tables: ['Episodes'],
    fields: ['DECOM'],
    check: eachRow('Episodes', (episode, { lastDay }) => episode.DECOM > lastDay),
  },
  {
    code: '355',
    message: 'The episode starts and ends on the same day.',
    hint: 'Check both days. An episode of less than 24 hours is not reported.',
    tables: ['Episodes'],
    fields: ['DECOM', 'DEC'],
    check: eachRow('Episodes', (episode) => episode.DECOM === episode.DEC),
  },
  {
    code: '356',
    message: 'The episode ends before it starts.',
    hint: 'Check the two days: they may be the wrong way round.',
    tables: ['Episodes'],
    fields: ['DECOM', 'DEC'],
    check: eachRow('Episodes', (episode) => episode.DEC < episode.DECOM),
  },
  {
    code: '385',
    message: 'The episode ends after the end of the collection year.',
    hint: 'Check the day. If the episode was open on 31 March, leave the day and the reason blank.',
    tables: ['Episodes'],
    fields: ['DEC'],
    check: eachRow('Episodes', (episode, { lastDay }) => episode.DEC > lastDay),
  },
]
