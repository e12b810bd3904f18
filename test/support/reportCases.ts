import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkReport } from '../../src/proofreading/domain/check.ts'
import type { Rule } from '../../src/proofreading/domain/studied.ts'
import { readReport } from '../../src/proofreading/read/readReport.ts'

/** What a rule says of a text: the message must match, or there must be nothing to say. */
export interface Case {
  text: string
  /** What is found; absent where all of it holds. */
  found?: RegExp
}

export const wrong = (text: string, found: RegExp): Case => ({ text, found })
export const right = (text: string): Case => ({ text })
export const table = (caption: string, ...rows: string[]): string => [caption, ...rows].join('\n')
export const cells = (...texts: (string | number)[]): string => texts.join('\t')

const ABOUT = 'Independent Reviewing Service annual report 2022-23'

/** Each rule says what its cases, by the name of the rule, say that it finds; a rule without cases fails. */
export function eachRule(rules: readonly Rule[], cases: Readonly<Record<string, readonly Case[]>>): void {
  describe('each rule', () => {
    it('has cases', () => {
      assert.deepEqual(Object.keys(cases).sort(), rules.map(({ name }) => name).sort())
    })
    for (const rule of rules) {
      for (const { text, found } of cases[rule.name] ?? []) {
        it(`${rule.name} ${found ? 'finds' : 'says nothing of'}: ${text.replaceAll(/\s+/g, ' ').slice(0, 80)}`, async () => {
          const report = await readReport('report.txt', Buffer.from(`${ABOUT}\n\n${text}\n`))
          const messages = checkReport(report, [rule]).map(({ message }) => message)
          if (found)
            assert.ok(messages.some((message) => found.test(message)), messages.join('\n') || 'nothing') // prettier-ignore
          else assert.deepEqual(messages, [])
        })
      }
    }
  })
}
