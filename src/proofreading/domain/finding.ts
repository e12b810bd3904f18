/** What can be wrong. */
export const kinds = [
  'sum',
  'percentage',
  'rounded-sum',
  'growth',
  'ratio',
  'text-table',
  'text-text',
  'duplicate',
  'overlap',
  'date',
  'reference',
  'statute',
  'rate-count',
  'label',
  'unit',
  'base',
  'small-cell',
  'personal-data',
] as const

export type Kind = (typeof kinds)[number]

/** `error`: it cannot be as it stands. `warning`: it is very likely wrong. `note`: worth a look before printing. */
export type Severity = 'error' | 'warning' | 'note'

/** Something that does not hold in a report. */
export interface Finding {
  /** Letter for letter from the report's text. */
  quote: string
  /** What it is set against, also letter for letter; null where nothing else is needed to see it. */
  also: string | null
  /** Page, heading or table. */
  place: string
  kind: Kind
  message: string
  /** How it was worked out: `1033 / 1233 = 83.8%`. */
  computation: string | null
  /** What should stand there, where that can be said. */
  expected: string | null
  severity: Severity
  /** From 0 to 1: how sure this is. */
  confidence: number
}

/** A finding, and where in the text it begins. */
export interface Located {
  start: number
  finding: Finding
}
