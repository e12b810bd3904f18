import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import Papa from 'papaparse'
import { type RuleCase, parseCase, readPublishedCases } from '../../../../test/support/ruleCases.ts'
import type { TableName } from '../tables.ts'
import { disputedCases } from './cases-disputed.ts'
import { type IndexedReturn, indexReturn } from './engine/indexedReturn.ts'
import { type Rule, asOf, isInForce } from './engine/rule.ts'
import { type Ruleset, rulesets } from './engine/rulesets.ts'
import { rules } from './registry.ts'
import { runRules } from './validate.ts'

const dataFolder = new URL('../../../../test/data/ssda903-rules/', import.meta.url)
const published = readPublishedCases(
  readFileSync(process.env['RULE_CASES'] ?? new URL('rule-cases.json', dataFolder), 'utf8'),
)

/** `RULES=101,SW08STG2` runs only these rules' cases. */
const only = process.env['RULES']?.split(',')
const chosen = rules.filter((rule) => !only || only.includes(rule.code))

for (const rule of chosen) {
  const own = (rule.cases ?? []).map((text, at) => parseCase(rule.code, `own case ${at + 1}`, text))
  for (const ruleCase of [...published.filter((each) => each.rule === rule.code), ...own]) {
    test(`rule ${rule.code}, ${ruleCase.name}, ${ruleCase.rulesets?.join(' ') ?? 'all rulesets'}`, () => {
      checkCase(rule, ruleCase)
    })
  }
}

function checkCase(rule: Rule, ruleCase: RuleCase): void {
  const disputed = disputedCases.find((each) => each.rule === ruleCase.rule && each.name === ruleCase.name)
  const expected = disputed?.expected ?? ruleCase.expected
  const inForce = rulesets.filter((each) => ruleCase.rulesets?.includes(each) ?? isInForce(rule, each))
  assert.ok(inForce.length > 0, 'a case of no ruleset tests nothing')
  const data = indexReturn(ruleCase.tables, ruleCase.previous, ruleCase)
  for (const ruleset of inForce) {
    const outcome = outcomeOf(rule, data, ruleset)
    assert.equal(outcome.skipped !== '', ruleCase.isNotApplicable, `ruleset ${ruleset}: skipped: ${outcome.skipped}`)
    assert.deepEqual(outcome.found, expected, `ruleset ${ruleset}`)
  }
}

function outcomeOf(rule: Rule, data: IndexedReturn, ruleset: Ruleset) {
  const { failures, rulesSkipped } = runRules([rule], data, ruleset)
  const found: Partial<Record<TableName, number[]>> = {}
  for (const { table, rows } of failures) found[table] = rows.map((row) => row.row)
  return { found, skipped: rulesSkipped.map((each) => each.reason).join() }
}

describe('the register of rules', () => {
  const { data: listed } = Papa.parse<Record<string, string>>(readFileSync(new URL('rules.csv', dataFolder), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const ruleOf = (line: Record<string, string>): Rule | undefined => rules.find((rule) => rule.code === line['code'])

  test('has every rule of the list', () => {
    assert.equal(listed.length, 333)
    assert.deepEqual(
      listed.filter((line) => !ruleOf(line)).map((line) => line['code']),
      [],
    )
  })

  test('has no rule that the list lacks, and none twice', () => {
    const codes = rules.map((rule) => rule.code)
    assert.deepEqual(
      codes.filter((code) => !listed.some((line) => line['code'] === code)),
      [],
    )
    assert.equal(new Set(codes).size, codes.length)
  })

  test('has each rule in the rulesets that the list says', () => {
    const named = (text: string): string => text.trim().replace('_', '-')
    for (const line of listed) {
      const rule = ruleOf(line)
      if (!rule) continue
      const inForce = rulesets.filter((ruleset) => isInForce(rule, ruleset))
      assert.deepEqual(
        [inForce[0], inForce.at(-1)],
        [line['first_ruleset'], line['last_ruleset']].map((text) => named(text ?? '')),
        rule.code,
      )
      const versions = (line['ruleset_versions'] ?? '').split(';').map(named)
      const changes = Object.keys(rule.since ?? {})
      assert.deepEqual(
        changes.filter((ruleset) => !versions.includes(ruleset)),
        [],
        `${rule.code} changed in other rulesets`,
      )
    }
  })

  test('looks at the tables that the list says, and perhaps at more', () => {
    for (const line of listed) {
      const rule = ruleOf(line)
      if (!rule) continue
      const tables = (line['tables'] ?? '').split(';').map((table) => table.trim())
      const known = new Set<string>([...rule.tables, ...(rule.reference === 'providers' ? ['Provider Info'] : [])])
      assert.deepEqual(
        tables.filter((table) => !known.has(table)),
        [],
        rule.code,
      )
    }
  })

  test('says what is wrong and what to do in whole sentences, and has a case for each rule', () => {
    for (const rule of rules.flatMap((each) => rulesets.map((ruleset) => asOf(each, ruleset)))) {
      assert.match(rule.message, /^[A-Z].*\.$/, rule.code)
      assert.match(rule.hint, /^[A-Z].*\.$/, rule.code)
      const cases = [...published.filter((each) => each.rule === rule.code), ...(rule.cases ?? [])]
      assert.ok(cases.length > 0, `${rule.code} has no case: write one beside it`)
    }
  })

  test('disputes only cases that there are', () => {
    for (const disputed of disputedCases) {
      assert.ok(
        published.some((each) => each.rule === disputed.rule && each.name === disputed.name),
        disputed.rule,
      )
    }
  })
})
