/** Small returns in a table: what is given, and what must come out of it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CaseGiven, returnCase } from './returnCase.ts'

/**
 * What must come out: a deadline of a child by its clock, a figure (`id#key`: of one key of its breakdown), or what is odd
 * (`!code` for what is not).
 */
type Expected =
  | readonly [asAt: string, child: string, clock: string, due: string | null]
  | readonly [year: number, figure: string, value: string, asAt?: string]
  | string

/** A small return with what is right of it. */
export interface SmallCase extends CaseGiven {
  about: string
  right: readonly Expected[]
}

/** Tries each case: one test a case, in a group for each kind. */
export function trySmallCases(kinds: Readonly<Record<string, readonly SmallCase[]>>): void {
  for (const [kind, cases] of Object.entries(kinds)) {
    describe(kind, () => {
      for (const { about, right, ...given } of cases) {
        test(about, async () => {
          const { due, figure, findings } = await returnCase(given)
          for (const expected of right) {
            if (typeof expected === 'string') {
              const isThere = !expected.startsWith('!')
              assert.equal(findings.includes(expected.replace('!', '')), isThere, `${expected}: ${findings.join(', ')}`)
            } else if (typeof expected[0] === 'string') {
              const [asAt, child, clock, day] = expected
              assert.deepEqual(due(asAt, child, clock), day?.split(', ') ?? [], `${clock} of ${child} on ${asAt}`)
            } else {
              const [year, id, value, asAt] = expected
              assert.equal(
                figure(year, id, asAt ?? undefined),
                value,
                `${id} of ${year}${asAt === undefined ? '' : ` as at ${asAt}`}`,
              )
            }
          }
        })
      }
    })
  }
}
