import * as z from 'zod'
import { type PlainDate, date, isAfter, longDate } from '../../kernel/dates.ts'
import { counted, listed } from '../../kernel/words.ts'
import type { Authority } from '../../platform/authorities.ts'
import { orNull, parsedBy } from '../../platform/cli/parsed.ts'
import { textTable } from '../../platform/cli/textTable.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Found, Retention } from '../app/retention.ts'

/** What `retention` is asked. */
export const retentionAsked = z.object({
  authority: z.string(),
  asAt: parsedBy(orNull(date), '--as-at is a date like 2026-03-31').optional(),
  delete: z.boolean().default(false),
  format: z.enum(['table', 'json'], { error: '--format is table or json' }).default('table'),
})

export interface RetentionCommandDeps {
  retention: Retention
  today: PlainDate
  authorityNamed: (codeOrName: string) => Authority
}

/** `footprint retention`: what is past its time, and with `--delete` that it has been deleted. */
export async function retention(
  asked: z.infer<typeof retentionAsked>,
  { retention: kept, today, authorityNamed }: RetentionCommandDeps,
): Promise<string> {
  const authority = authorityNamed(asked.authority)
  const day = asked.asAt ?? today
  if (asked.delete && isAfter(day, today)) {
    throw new Refusal('Nothing is deleted before its time: with --delete, --as-at can not be after today.')
  }
  const found = await kept[asked.delete ? 'delete' : 'find'](authority.code, day)
  return asked.format === 'json' ? inJson(authority, found, asked.delete) : inWords(authority, found, asked.delete)
}

function inJson(
  { code }: Authority,
  { asAt, times, past, unknown, doubtful, counts }: Found,
  isDeleted: boolean,
): string {
  const children = past.map(({ child, since, why }) => ({ child, since: since.toString(), why }))
  const said = { authority: code, asAt: asAt.toString(), isDeleted, times, children, unknown, doubtful, kinds: counts }
  return `${JSON.stringify(said, null, 1)}\n`
}

function inWords({ name, code }: Authority, found: Found, isDeleted: boolean): string {
  const { asAt, times, past, unknown, doubtful, counts } = found
  const some = counts.filter(({ rows }) => rows > 0)
  const why = {
    birth: `${times.yearsFromBirth} years from birth`,
    death: `${times.yearsFromDeath} years from death`,
  }
  return [
    some.length === 0
      ? `Nothing that is kept of ${name} (${code}) is past its time on ${longDate(asAt)}.`
      : `${isDeleted ? 'Deleted' : 'Past its time'}, of ${name} (${code}), on ${longDate(asAt)}:`,
    '',
    ...(some.length === 0
      ? []
      : [
          textTable(
            ['What', 'Rows'],
            some.map(({ kind, rows }) => [kind, String(rows)]),
          ),
          '',
        ]),
    ...past.map((one) => `Child ${one.child}: ${why[one.why]} were over on ${longDate(one.since)}.`),
    ...(doubtful.length === 0
      ? []
      : [`Not deleted, since the date of birth can not be right: ${listed(doubtful)}. Correct it in the return.`]),
    ...(unknown.length === 0
      ? []
      : [`No date of birth is recorded of ${counted(unknown.length, 'child', 'children')}: they are kept.`]),
    isDeleted
      ? 'Restart every "footprint serve": it may still remember what was deleted. Backups made before still hold it.'
      : 'Nothing has been deleted. Add --delete to delete what is listed, for good.',
    '',
  ].join('\n')
}
