import type { Transaction } from 'kysely'
import { maySeeWith, seesEveryone } from '../../../kernel/visibility.ts'
import { nextMoment } from '../../../platform/database/versions.ts'
import type { SeenChanges, StoredImport, UndoneChanges, Undoing } from '../app/ports.ts'
import { importsOf, recordImport } from './imports.ts'
import { bringBack, compareIncoming, replaceBy } from './incoming.ts'
import type { ReturnTables } from './tables.ts'

/** What undoing an import would change; null where it is not the latest of its year. */
export async function compareUndone(db: Transaction<ReturnTables>, undoing: Undoing): Promise<UndoneChanges | null> {
  const found = await toUndo(db, undoing)
  if (!found) return null
  const { seen } = await compareIncoming(await bringBack(db, undoing), undoing)
  return { ...told(seen, undoing), restored: found.restored }
}

/** Makes a year what it was before its latest import; null where the import is not that. */
export async function undo(db: Transaction<ReturnTables>, undoing: Undoing): Promise<UndoneChanges | null> {
  // First: it waits for the person who else imports, so that the latest import stays the latest.
  const { moment } = await nextMoment(db, undoing.authority.code, 'return_import', 'recorded_at')
  const found = await toUndo(db, undoing)
  if (!found) return null
  const { restored, latest } = found
  const incoming = await bringBack(db, undoing)
  const { seen } = await compareIncoming(incoming, undoing)
  // All of the import, of children whom nobody may see too: in part undone, the year would be neither return.
  const ofEveryone = await compareIncoming(incoming, { ...undoing, visibility: seesEveryone })
  const { authority, year, recordedBy } = undoing
  const ready = {
    authority,
    year,
    recordedBy,
    sourceName: (restored ?? latest).sourceName,
    rowCounts: restored?.rowCounts ?? {},
    carriesEarlierReviews: restored?.carriesEarlierReviews ?? false,
  }
  await recordImport(db, ready, moment, ofEveryone.all, { undoes: undoing.recordedAt, isWithdrawal: restored === null })
  await replaceBy(incoming, { ...undoing, visibility: seesEveryone }, moment)
  return { ...told(seen, undoing), restored }
}

/** The import to be undone, where it is the latest of its year, and what stood before it. */
async function toUndo(db: Transaction<ReturnTables>, { authority, year, recordedAt }: Undoing) {
  const ofYear = (await importsOf(db, authority.code)).filter((one) => one.year === year)
  const [latest, before] = ofYear
  if (latest?.recordedAt.epochNanoseconds !== recordedAt.epochNanoseconds) return null
  const restored: StoredImport | null = before && !before.isWithdrawal ? before : null
  return { latest, restored }
}

/** No files say anything here: of whom someone may not see they are told nothing. */
function told(seen: SeenChanges, { visibility }: Undoing): SeenChanges {
  const addedChildren = seen.addedChildren.filter(maySeeWith(visibility))
  return { ...seen, addedChildren, added: addedChildren.length }
}
