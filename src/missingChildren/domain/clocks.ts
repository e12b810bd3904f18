import { type Clock, deadlineKind } from '../../clocks/clock.ts'

/** What the clocks of this room are about. */
export const missingDeadlines = {
  missing: deadlineKind({ id: 'missing', words: 'Children who go missing' }),
}

const stage = {
  kind: missingDeadlines.missing,
  limit: { amount: 5, unit: 'working_days' },
  source: 'The authority’s own protocol',
  confidence: 'local practice',
} as const

/** The time limits when a child goes missing. Rulebook H. */
export const missingClocks = {
  stage1: {
    ...stage,
    id: 'CLK-MIS-1',
    title: 'First-stage meeting of a child who goes missing',
    rule: 'within 5 working days of the fifth missing episode in 90 days',
  },
  stage2: {
    ...stage,
    id: 'CLK-MIS-2',
    title: 'Second-stage meeting of a child who goes missing',
    rule: 'within 5 working days of the ninth missing episode in 90 days',
  },
  interview: {
    id: 'CLK-MIS-3',
    kind: missingDeadlines.missing,
    title: 'Return home interview',
    limit: { amount: 72, unit: 'hours' },
    rule: 'within 72 hours of coming back',
    source: 'Statutory guidance on children who run away or go missing from home or care (2014)',
    confidence: 'certain',
  },
} as const satisfies Record<string, Clock>
