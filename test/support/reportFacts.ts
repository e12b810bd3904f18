import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import type { FigureRecord, FigureValue } from '../../src/figures/figure.ts'
import { date } from '../../src/kernel/dates.ts'
import type { ReportFacts } from '../../src/reporting/domain/reportYear.ts'

const figure: z.ZodType<FigureValue> = z.object({
  id: z.string(),
  area: z.string(),
  label: z.string(),
  unit: z.enum(['count', 'percent', 'number']),
  value: z.number().nullable(),
  reason: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  leftOut: z.number().nullable().default(null),
  breakdown: z.array(z.object({ key: z.string(), label: z.string(), value: z.number() })),
  definition: z.string(),
  source: z.string(),
  decimals: z.number(),
  betterWhen: z.enum(['higher', 'lower']).nullable(),
  version: z.number().default(1),
})

const review = z
  .object({ date: z.string().transform(date), due: z.string().transform(date).nullable(), counts: z.boolean() })
  .transform((said): FigureRecord => ({ child: '', kind: 'review', key: null, detail: () => ({}), ...said }))

const frozen = z.object({
  settings: z.record(z.string(), z.unknown()),
  figures: z.array(figure),
  figuresBefore: z.array(figure),
  reviews: z.array(review),
})

/**
 * The figures of two years of a made-up authority, kept as they were once: what the report makes of them changes only
 * with the report.
 */
export function frozenFacts(): ReportFacts {
  const path = join(import.meta.dirname, '../data/annual-report/facts.json')
  const { settings, figures, figuresBefore, reviews } = frozen.parse(JSON.parse(readFileSync(path, 'utf8')))
  const year = reportingYear(2022)
  return {
    authority: { code: 'X99000001', name: 'Hartsmere (made up)' },
    year,
    asAt: year.lastDay,
    figures,
    figuresBefore,
    figuresEarlier: [],
    comparators: [],
    reviews,
    findings: [
      { label: 'Overlapping episodes', counted: 'The earlier episode ends where the later one starts.', times: 3 },
      { label: 'Review outside care', counted: 'It is in no figure.', times: 1 },
    ],
    returns: [
      { year: '2022-23', readOn: date('2023-06-12') },
      { year: '2021-22', readOn: date('2022-06-20') },
    ],
    hasRegisters: false,
    settings,
  }
}
