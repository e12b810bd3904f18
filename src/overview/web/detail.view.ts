import { officerName } from '../../officers/domain/names.ts'
import { participationCodes } from '../../children/domain/codes.ts'
import type { World } from '../../children/domain/world.ts'
import { date, longDate } from '../../kernel/dates.ts'
import { officerRoles, officers } from '../../officers/registers/officers.ts'
import { reviewClocks } from '../../reviews/domain/clocks.ts'
import { recordsOf } from '../../world/world.ts'

const clockTitles = new Map<string, string>(Object.values(reviewClocks).map(({ id, title }) => [id, title]))

type Detail = string | number | boolean | null

/** What a record says more of itself, in words: files keep the codes and the ISO dates. */
export function detailWords(world: World): (name: string, value: Detail) => string {
  const inWords: Readonly<Record<string, (code: string) => string | undefined>> = {
    Participation: (code) => labelOf(participationCodes, code),
    Officer: (code) => officerName(recordsOf(world, officers), code),
    Role: (code) => labelOf(officerRoles, code),
    Rule: (code) => clockTitles.get(code),
  }
  return (name, value) => {
    if (value === null) return ''
    if (typeof value === 'boolean') return value ? 'Yes' : 'No'
    const text = String(value)
    return /^\d{4}-\d\d-\d\d$/.test(text) ? longDate(date(text)) : (inWords[name]?.(text) ?? text)
  }
}

const labelOf = (labels: Readonly<Record<string, string>>, code: string): string | undefined =>
  labels[code] === undefined ? undefined : `${labels[code]} (${code})`
