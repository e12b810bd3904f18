import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { Finding, Kind, Severity } from '../domain/finding.ts'

/** What came of a file: why it can't be read, or its findings; neither before one was sent. */
export interface Checked {
  problem: string | null
  checked: { name: string; findings: readonly Finding[] } | null
}

const groups: readonly { severity: Severity; heading: string }[] = [
  { severity: 'error', heading: 'Errors: these cannot be as they stand' },
  { severity: 'warning', heading: 'Warnings: these are very likely wrong' },
  { severity: 'note', heading: 'Notes: look at these before you publish' },
]

const kindNames: Readonly<Record<Kind, string>> = {
  sum: 'Sum',
  percentage: 'Percentage',
  'rounded-sum': 'Sum of rounded parts',
  growth: 'Change',
  ratio: 'Ratio',
  'text-table': 'Text against table',
  'text-text': 'Text against text',
  duplicate: 'Copy',
  overlap: 'Bands',
  date: 'Date',
  reference: 'Reference',
  statute: 'Law or guidance',
  'rate-count': 'Rate',
  label: 'Label',
  unit: 'Unit',
  base: 'What it is a percentage of',
  'small-cell': 'Small number',
  'personal-data': 'Personal data',
}

/** The page on which a report is checked. */
export function checkReportPage(code: string, csrfToken: string, { problem, checked }: Checked) {
  const findings = checked?.findings ?? []
  return {
    title: checked ? `What was found in ${checked.name}` : 'Check a report',
    hasErrors: problem !== null,
    errors: problem === null ? [] : [{ text: problem, href: '#files' }],
    fileError: problem === null ? undefined : { text: problem },
    action: authorityPath(code, 'check-report'),
    csrfToken,
    summary: checked === null ? '' : summaryOf(findings),
    groups: groups
      .map(({ severity, heading }) => ({
        heading,
        findings: findings.filter((one) => one.severity === severity).map(shown),
      }))
      .filter((group) => group.findings.length > 0),
  }
}

const summaryOf = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'Nothing was found that does not hold. That a number follows from others does not make it right: read the report all the same.'
    : `${counted(findings.length, 'finding')}. Each says why, so that you can judge it yourself.`

function shown({ kind, place, message, quote, also, computation, expected, confidence }: Finding) {
  const detail = (key: string, value: string | null) =>
    value === null ? [] : [{ key: { text: key }, value: { text: value } }]
  return {
    kind: kindNames[kind],
    place,
    message,
    quote,
    details: [
      ...detail('Beside', also),
      ...detail('Worked out', computation),
      ...detail('Expected', expected),
      ...detail('How sure', confidence >= 0.9 ? 'Very sure' : confidence >= 0.8 ? 'Sure' : 'Likely'),
    ],
  }
}
