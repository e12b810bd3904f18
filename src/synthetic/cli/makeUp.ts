import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { isInYear, parseReportingYear } from '../../calendar/reportingYear.ts'
import { type PlainDate, addDays, date, isBefore, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { orNull, parsedBy } from '../../platform/cli/parsed.ts'
import { toCsv } from '../../platform/csv.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AuthorityOptions, madeUpChildren, scopesOf } from '../domain/authority.ts'
import { type OddityKind, oddityKinds } from '../domain/oddities.ts'
import type { Life } from '../domain/life.ts'
import { isInRegisters, madeUpRegisters, registersSince } from '../domain/registers/madeUpRegisters.ts'
import { writeRegisters } from '../write/registersWriter.ts'
import { csvWriter, xmlWriter } from '../write/returnWriter.ts'

const MOST_CHILDREN = 100_000
const DEFAULT_ODD_SHARE = 0.05

const year = (option: string) => parsedBy(parseReportingYear, `${option} is a reporting year like 2022-23`)

const kinds = parsedBy(
  (text): OddityKind[] | null => {
    if (text === 'all') return oddityKinds
    const asked = text.split(',').map((name) => oddityKinds.find((kind) => kind === name.trim()))
    return asked.every((kind) => kind !== undefined) ? asked : null
  },
  `--oddities is "all", or some of ${oddityKinds.join(', ')} with commas between them`,
)

/** What `make-up` is asked. */
export const makeUpAsked = z
  .object({
    children: z.coerce
      .number({ error: '--children is a number' })
      .int('--children is a whole number')
      .min(1, '--children is at least 1')
      .max(MOST_CHILDREN, `--children is at most ${MOST_CHILDREN.toLocaleString('en-GB')}`),
    from: year('--from'),
    to: year('--to').optional(),
    until: parsedBy(orNull(date), '--until is a date like 2026-11-22').optional(),
    seed: z.coerce.number({ error: '--seed is a number' }).int('--seed is a whole number').min(0).default(1),
    out: z.string(),
    history: z.enum(['year_only', 'carried'], { error: '--history is year_only or carried' }).default('year_only'),
    registers: z.boolean().default(false),
    format: z.enum(['csv', 'xml'], { error: '--format is csv or xml' }).default('csv'),
    oddities: kinds.optional(),
    oddShare: z.coerce
      .number({ error: '--odd-share is a number from 0 to 1' })
      .min(0)
      .max(1)
      .default(DEFAULT_ODD_SHARE),
  })
  .refine(({ from, to }) => !to || to.startYear >= from.startYear, { error: '--to is not before --from' })
  .refine(({ from, to, until }) => !until || isInYear(until, to ?? from), { error: '--until lies in the last year' })

/** What `make-up` is given to work with. */
export interface MakeUpDeps {
  holidays: BankHolidays
  /** Told now and then how many children are written. */
  onProgress: (childrenSoFar: number) => void
}

const CHILDREN_BETWEEN_NEWS = 500

/**
 * `footprint make-up`: writes a made-up authority's returns, a folder or an XML file a year, with oddities a list of
 * them, and where asked for the service's registers as they are on the last day. Gives what was written.
 */
export function makeUp(asked: z.infer<typeof makeUpAsked>, deps: MakeUpDeps): string {
  const { out, format, oddities } = asked
  const options: AuthorityOptions = {
    seed: asked.seed,
    children: asked.children,
    from: asked.from,
    to: asked.to ?? asked.from,
    until: asked.until ?? null,
    history: asked.history,
    oddities: oddities ? { kinds: oddities, share: asked.oddShare } : null,
  }
  const years = new Map(
    scopesOf(options).map(({ year: { name } }) => {
      const path = join(out, format === 'csv' ? name : `${name}.xml`)
      return [name, { path, children: 0, writer: format === 'csv' ? csvWriter(path) : xmlWriter(path) }]
    }),
  )
  const planted: string[][] = [['child', 'oddity']]
  const { knownOn: today } = scopesOf(options).at(-1) ?? { knownOn: options.to.lastDay }
  if (asked.registers) demandKnownDays(today, deps.holidays)
  const lives: Life[] = []
  let children = 0
  for (const child of madeUpChildren(options, deps.holidays)) {
    for (const { scope, rows } of child.returns) {
      const target = years.get(scope.year.name)
      if (!target) continue
      target.children++
      target.writer.add(rows)
    }
    if (asked.registers && isInRegisters(child.life, today)) lives.push(child.life)
    if (child.planted) planted.push([child.planted.child, child.planted.kind])
    if (++children % CHILDREN_BETWEEN_NEWS === 0) deps.onProgress(children)
  }
  const lines = [...years].map(([name, target]) => {
    target.writer.close()
    return `${name}: ${counted(target.children, 'child', 'children')} in ${target.path}`
  })
  if (oddities) {
    const path = join(out, 'oddities.csv')
    writeFileSync(path, toCsv(planted))
    lines.push(`${counted(planted.length - 1, 'oddity', 'oddities')} listed in ${path}`)
  }
  if (asked.registers) {
    const { seed, holidays } = { ...options, ...deps }
    const made = madeUpRegisters(lives, { seed, children: options.children, today, holidays })
    const path = join(out, 'registers')
    const rows = writeRegisters(path, made)
    lines.push(`registers: ${counted(rows, 'row')} in ${path}`)
  }
  return `${lines.join('\n')}\n`
}

/** Registers are full of working days: they need bank holidays, from two years before to a year after. */
function demandKnownDays(today: PlainDate, { firstKnownDay, lastKnownDay }: BankHolidays): void {
  if (isBefore(addDays(firstKnownDay, 150), registersSince(today)) && isBefore(addDays(today, 400), lastKnownDay))
    return
  throw new Refusal(
    `--registers needs the bank holidays from two years before the last year to one after it: they are known from ${longDate(firstKnownDay)} to ${longDate(lastKnownDay)}.`,
  )
}
