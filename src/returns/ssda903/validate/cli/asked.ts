import * as z from 'zod'
import { parseReportingYear } from '../../../../calendar/reportingYear.ts'
import { parsedBy } from '../../../../platform/cli/parsed.ts'
import { type Ruleset, rulesetFor, rulesets } from '../engine/rulesets.ts'

/** The ruleset of a collection year, or the nearest known. */
function rulesetAsked(text: string): Ruleset | null {
  const year = parseReportingYear(text)
  return year && rulesetFor(year.name)
}

/** What `validate ssda903` is asked. */
export const validateAsked = z
  .object({
    path: z.string(),
    collection: parsedBy(parseReportingYear, '--collection is a collection year like 2025-26'),
    ruleset: parsedBy(rulesetAsked, `--ruleset is a collection year like ${rulesets[0]}`).optional(),
    previous: z.string().optional(),
    rule: z.array(z.string()).default([]),
    reference: z.string().optional(),
    authority: z.string().optional(),
    format: z
      .enum(['table', 'json', 'csv', 'xlsx'], { error: '--format is table, json, csv or xlsx' })
      .default('table'),
    out: z.string().optional(),
  })
  .refine((asked) => asked.format !== 'xlsx' || asked.out !== undefined, {
    error: '--format xlsx needs --out with the file to write',
  })
