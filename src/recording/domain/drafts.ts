import type { WrittenFields } from '../../documents/kind.ts'

/** How a draft says which window wrote it, and the how manyth saving of that window it is. */
export const WINDOW_FIELD = 'window'
export const SAVES_FIELD = 'saves'
/** How a draft of a record keeps the answers beside its texts: as JSON. */
export const FACTS_FIELD = 'facts'

const savesIn = (written: WrittenFields): number => Number(written[SAVES_FIELD] ?? '0')

/**
 * Whether a draft is what the same window saved before: its answer was lost on the way, and nothing of anyone else would be
 * overwritten. An older saving that comes late is none.
 */
export const isOfSameWindow = (stands: WrittenFields, sent: WrittenFields): boolean =>
  (sent[WINDOW_FIELD] ?? '') !== '' && stands[WINDOW_FIELD] === sent[WINDOW_FIELD] && savesIn(sent) > savesIn(stands)
