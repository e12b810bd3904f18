import type { TableName } from '../tables.ts'

/** A published test case that we believe wrong, with what we expect instead. */
export interface DisputedCase {
  rule: string
  /** The name of the case: `test_validate#1`. */
  name: string
  /** Why, from the text of DfE's rule. */
  reason: string
  /** The rows that fail, by table. */
  expected: Partial<Record<TableName, readonly number[]>>
}

/**
 * Published cases (`test/data/ssda903-rules/rule-cases.json`) that show what another tool does where DfE's rule says
 * otherwise. The test holds us to our own expectation.
 */
export const disputedCases: readonly DisputedCase[] = [
  {
    rule: '210',
    name: 'test_validate#1',
    reason:
      'DfE’s text: children looked after for more than a week at 31 March should not have UN4. The case fails episodes that started in the last week, for which UN4 is meant, and passes a child who came into care in January (667).',
    expected: { Header: [0, 3, 4], Episodes: [0, 1, 8, 10, 11] },
  },
]
