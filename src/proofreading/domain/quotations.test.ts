import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainText } from '../read/plainText.ts'
import { checkReport } from './check.ts'

/** What published reports say, in short quotations, and what is wrong with it: the kind, and what should stand there. */
const WRONG: readonly (readonly [text: string, kind: string, expected: string | null])[] = [
  [
    'During 2023-24 there were 1102 statements (up by 36%) created to share views, which is an increase of 339 since 2022-23.',
    'growth',
    '44%',
  ],
  ['There are 8 females (1 British Asian, 5 White British, 1 mixed heritage) and 1 male (White British).', 'sum', '7'],
  [
    'From the 64 audits completed between January and March 2024, 1.5% were graded Inadequate, 25% Requires Improvement, 62.5% Good and 11% Outstanding.',
    'percentage',
    '1.6%',
  ],
  [
    'The IROs have chaired 1233 cared for reviews in this period. Over the year 531 reviews were rearranged equating to 44%.',
    'percentage',
    '43%',
  ],
  [
    'The percentage of reviews in timescale was 97.1%. This is an increase of 0.6% compared to 2022-23, which was 96.5%.',
    'unit',
    '0.6 percentage points',
  ],
  [
    '138 audits were completed: 38 for 0-5 year olds, 19 for 5-10 year olds, 21 for 11-15 year olds and 60 for 16+.',
    'overlap',
    null,
  ],
  ['The framework is the Children and Adoption Act 2002.', 'statute', 'Adoption and Children Act 2002'],
  [
    'IROs may refer a case under Children Act 1989, Section 118, where needed.',
    'statute',
    'section 118 of the Adoption and Children Act 2002',
  ],
  ['This shows an average of 37.2 for the year with a range between 29% and 43.6%.', 'unit', '37.2%'],
]

/** What they say that holds. */
const RIGHT: readonly string[] = [
  'Over the 2009-14 period the use of Section 20 has reduced from 86 (26.5%) to 54 (12.2%).',
  'During 2022-2023 there were 12 occasions when the protocol was applied; 10 were informal challenges, 1 formal challenge and 1 themed service challenge.',
  'The service comprises nine permanent IROs, five of the team work full time and four part time.',
  'In 2022-2023, of the 48 children aged 0-13 (90 % - 43) were placed with foster carers.',
  '38 via an Interim Care Order and 86 on a Full Care Order and 1 via Remand; of the 1,758 this represents 7.1%.',
  'The Adoption and Children Act 2002, section 118, amends section 26 of the Children Act 1989.',
  'The Fostering Services (England) Regulations 2011 and Children’s Homes Regulations 2001 apply.',
]

describe('what published reports say', () => {
  for (const [text, kind, expected] of WRONG) {
    it(`${kind}: ${text.slice(0, 60)}`, () => {
      const found = checkReport(plainText(text))
      assert.ok(
        found.some((one) => one.kind === kind && one.expected === expected && text.includes(one.quote)),
        JSON.stringify(found),
      )
    })
  }
  for (const text of RIGHT) {
    it(`holds: ${text.slice(0, 60)}`, () => {
      assert.deepEqual(checkReport(plainText(text)), [])
    })
  }
})
