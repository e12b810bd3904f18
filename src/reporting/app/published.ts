import { createHash } from 'node:crypto'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import type { World } from '../../children/domain/world.ts'

/** What of a figure is kept with a publication beside its value: how it was counted, and of which records. */
export interface PublishedFigure {
  id: string
  definition: string
  source: string
  version: number
  /** How many records there were; null where it could not be worked out. */
  records: number | null
  /** SHA-256 of the records, in hexadecimal; null likewise. */
  fingerprint: string | null
}

/** What a publication rests on. */
export interface PublishedContent {
  /** What `footprint figures --format json` printed, letter for letter. */
  figures: string
  definitions: readonly PublishedFigure[]
}

/** The figure with its definition and a fingerprint of the records behind it: the same records give the same one. */
export function publishedFigure(figure: Figure<World>, world: World): PublishedFigure {
  const { definition } = { ...figure, ...figure.wording?.(world) }
  const records = figure.records(world)
  const isWorkedOut = typeof records !== 'string'
  return {
    id: figure.id,
    definition,
    source: figure.source,
    version: figure.version ?? 1,
    records: isWorkedOut ? records.length : null,
    fingerprint: isWorkedOut ? fingerprintOf(records) : null,
  }
}

/** SHA-256 of all that is counted of records, in their order, in hexadecimal. */
export function fingerprintOf(records: readonly FigureRecord[]): string {
  const hash = createHash('sha256')
  for (const { child, kind, date, due, counts, amount, key } of records) {
    hash.update(JSON.stringify([child, kind, date.toString(), due?.toString() ?? null, counts, amount ?? null, key]))
    hash.update('\n')
  }
  return hash.digest('hex')
}
