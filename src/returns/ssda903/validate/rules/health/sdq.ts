import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { sdqReasons } from '../../codes.ts'
import { eachRow, notOneOf } from '../../engine/checks.ts'
import type { Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'
import { isLookedAfterAllYear } from '../shared/lookedAfter.ts'

const HIGHEST_SCORE = 40
/** The questionnaire is about children from 4 to 16. */
const YOUNGEST = 4
const TOO_OLD = 17

/** Strengths and difficulties questionnaire (OC2). */
export const sdqRules: readonly Rule[] = [
  {
    code: '157',
    message: 'The reason for no score is SDQ1 (too young or too old), but the child was from 4 to 16 all year.',
    hint: 'Enter the score, or one of SDQ2 to SDQ5 as the reason why there is none.',
    tables: ['OC2', 'Episodes'],
    fields: ['DOB', 'SDQ_REASON'],
    check: eachRow(
      'OC2',
      (oc2, data) =>
        oc2.SDQ_REASON === 'SDQ1' &&
        !oc2.has('SDQ_SCORE') &&
        yearsAfter(oc2.DOB, YOUNGEST) <= data.firstDay &&
        yearsAfter(oc2.DOB, TOO_OLD) > data.lastDay &&
        isLookedAfterAllYear(oc2.child, data),
    ),
    cases: [
      `OC2
       CHILD DOB        SDQ_SCORE SDQ_REASON
       1     01/04/2016 -         SDQ1 ✗
       2     02/04/2016 -         SDQ1
       3     01/04/2004 -         SDQ1 ✗
       4     31/03/2004 -         SDQ1
       5     01/04/2010 10        SDQ1
       6     01/04/2010 -         SDQ2
       7     01/04/2010 -         SDQ1
       8     01/04/2010 -         SDQ1
       Episodes
       CHILD DECOM      RNE DEC        REC LS
       1     01/03/2020 S   -          -   C2
       2     01/03/2020 S   -          -   C2
       3     01/03/2020 S   31/03/2021 X1  C2
       4     01/03/2020 S   -          -   C2
       5     01/03/2020 S   -          -   C2
       6     01/03/2020 S   -          -   C2
       7     01/03/2020 S   -          -   V3`,
    ],
  },
  {
    code: '180',
    message: 'The SDQ score is not a whole number from 0 to 40.',
    hint: 'Enter the total difficulties score. If there is none, leave it blank and give the reason in SDQ_REASON.',
    tables: ['OC2'],
    fields: ['SDQ_SCORE'],
    check: eachRow('OC2', (oc2) => oc2.has('SDQ_SCORE') && !isScore(Number(oc2.SDQ_SCORE))),
  },
  {
    code: '185',
    message: 'The child was not looked after for the whole year, but an SDQ score is filled in.',
    hint: 'Check the child’s episodes. If they are right, leave SDQ_SCORE blank.',
    tables: ['Episodes', 'OC2'],
    fields: ['SDQ_SCORE'],
    check: eachRow('OC2', (oc2, data) => oc2.has('SDQ_SCORE') && !isLookedAfterAllYear(oc2.child, data)),
    cases: [
      `OC2
       CHILD SDQ_SCORE
       1     10
       2     10 ✗
       3     -
       4     10 ✗
       Episodes
       CHILD DECOM      RNE DEC        REC LS
       1     01/03/2020 S   31/03/2021 E4A C2
       2     01/03/2020 S   30/03/2021 E4A C2
       3     02/04/2020 S   -          -   C2`,
    ],
  },
  {
    code: '186',
    message:
      'The child was from 4 to 16 all year and looked after for the whole of it, but there is no SDQ score and no reason why not.',
    hint: 'Enter the score, or one of SDQ2 to SDQ5 as the reason why there is none.',
    tables: ['Episodes', 'OC2'],
    fields: ['SDQ_SCORE'],
    check: eachRow(
      'OC2',
      (oc2, data) =>
        hasNoAnswer(oc2) &&
        yearsAfter(oc2.DOB, YOUNGEST) <= data.firstDay &&
        yearsAfter(oc2.DOB, TOO_OLD) > data.lastDay &&
        isLookedAfterAllYear(oc2.child, data),
    ),
  },
  {
    code: '188',
    message: 'The child was under 4 at the end of the year, but an SDQ score or a reason for none is filled in.',
    hint: 'Leave SDQ_SCORE and SDQ_REASON blank, or correct the date of birth.',
    tables: ['OC2'],
    fields: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'],
    check: eachRow('OC2', (oc2, { lastDay }) => yearsAfter(oc2.DOB, YOUNGEST) > lastDay && !hasNoAnswer(oc2)),
  },
  {
    code: '189',
    message:
      'The young person was 17 or over at the start of the year, but an SDQ score or a reason for none is filled in.',
    hint: 'Leave SDQ_SCORE and SDQ_REASON blank, or correct the date of birth.',
    tables: ['OC2'],
    fields: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'],
    check: eachRow('OC2', (oc2, { firstDay }) => yearsAfter(oc2.DOB, TOO_OLD) <= firstDay && !hasNoAnswer(oc2)),
    cases: [
      `OC2
       CHILD DOB        SDQ_SCORE SDQ_REASON
       1     01/04/2003 10        - ✗
       2     02/04/2003 10        -
       3     01/04/2003 -         SDQ1 ✗
       4     01/04/2000 -         -
       5     -          10        -`,
    ],
  },
  {
    code: '196',
    message: 'The reason for no SDQ score is not a known code.',
    hint: 'Enter one of SDQ1 to SDQ5.',
    tables: ['OC2'],
    fields: ['SDQ_REASON'],
    check: notOneOf('OC2', 'SDQ_REASON', sdqReasons),
  },
  {
    code: '197a',
    message: 'There is an SDQ score, so there should be no reason for having none.',
    hint: 'Leave SDQ_REASON blank.',
    tables: ['OC2'],
    fields: ['SDQ_SCORE', 'SDQ_REASON'],
    check: eachRow('OC2', (oc2) => oc2.has('SDQ_SCORE') && oc2.has('SDQ_REASON')),
  },
  {
    code: '197B',
    message: 'The child turned 4 or 17 in the year, but there is no SDQ score and no reason why not.',
    hint: 'Enter the score, or one of SDQ1 to SDQ5 as the reason why there is none.',
    tables: ['OC2', 'Episodes'],
    fields: ['DOB', 'SDQ_REASON'],
    check: eachRow('OC2', (oc2, data) => {
      const birthdays = [YOUNGEST, TOO_OLD].map((age) => yearsAfter(oc2.DOB, age))
      return (
        hasNoAnswer(oc2) &&
        birthdays.some((birthday) => data.firstDay <= birthday && birthday <= data.lastDay) &&
        isLookedAfterAllYear(oc2.child, data)
      )
    }),
  },
  {
    code: '198',
    message: 'The child was not looked after for the whole year, but a reason for no SDQ score is filled in.',
    hint: 'Check the child’s episodes. If they are right, leave SDQ_REASON blank.',
    tables: ['Episodes', 'OC2'],
    fields: ['SDQ_REASON'],
    check: eachRow('OC2', (oc2, data) => oc2.has('SDQ_REASON') && !isLookedAfterAllYear(oc2.child, data)),
  },
]

const isScore = (score: number): boolean => Number.isInteger(score) && score >= 0 && score <= HIGHEST_SCORE

const hasNoAnswer = (oc2: Row<'OC2'>): boolean => !oc2.has('SDQ_SCORE') && !oc2.has('SDQ_REASON')
