import type * as z from 'zod'
import type { Worlds } from '../../children/app/worlds.ts'
import { type Instant, type PlainDate, isBefore } from '../../kernel/dates.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { textTable } from '../../platform/cli/textTable.ts'
import { toCsv } from '../../platform/csv.ts'
import { signsWorld } from '../app/signsWorld.ts'
import type { AnySign } from '../domain/sign.ts'
import { allSignsIn, newSigns } from '../domain/signs.ts'
import type { signsAsked } from './asked.ts'

/** What the command is given to work with. */
export interface SignsDeps {
  worlds: Worlds
  /** The moment just before what was imported last; null where nothing was. */
  beforeLastImport: (authority: string) => Promise<Instant | null>
  today: () => PlainDate
  note: (text: string) => void
}

/** `footprint signs`: what an officer should look at on a day, as the contract words it. */
export async function signs(asked: z.infer<typeof signsAsked>, deps: SignsDeps): Promise<string> {
  const { worlds, beforeLastImport, today, note } = deps
  const { code } = authorityNamed(asked.authority)
  const asAt = asked.asAt ?? today()
  const world = await signsWorld(worlds, code, asAt, asked.knownAt ?? null)
  if (world.coverage.length === 0) note(`no return of ${code} is imported: nothing is known of where children live`)
  const all = allSignsIn(world)
  const since = asked.newSince === 'import' ? await beforeLastImport(code) : asked.newSince
  const fresh = since ? newSigns(all, allSignsIn(await signsWorld(worlds, code, asAt, since))) : all
  const shown = fresh.filter(
    ({ kind, since }) =>
      (asked.kind.length === 0 || asked.kind.includes(kind)) && (!asked.since || !isBefore(since, asked.since)),
  )
  switch (asked.format) {
    case 'json':
      return `${JSON.stringify({ authority: code, asAt: asAt.toString(), signs: shown.map(inContract) }, null, 1)}\n`
    case 'csv':
      return toCsv([
        ['kind', 'child', 'since', 'why', 'prompts', 'subject'],
        ...shown.map(({ kind, child, subject, since, why, prompts }) => [kind, child, since.toString(), why, prompts, subjectText(subject)]), // prettier-ignore
      ])
    case 'table':
      return textTable(
        ['Since', 'Child', 'Sign', 'Proposes', 'Why'],
        shown.map(({ kind, child, subject, since, why, prompts }) => [since.toString(), child ?? subjectText(subject), kind, prompts ?? '', why]), // prettier-ignore
      )
  }
}

const subjectText = ({ kind, ref }: AnySign['subject']): string => `${kind} ${ref}`

const inContract = ({ kind, child, subject, since, why, prompts }: AnySign) => ({
  kind,
  child,
  subject,
  since: since.toString(),
  why,
  prompts,
})
