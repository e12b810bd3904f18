import type { ColumnType, JSONColumnType } from 'kysely'

/** The tables of this room: see the first migration. Days and moments are texts here. */
export type ReturnTables = {
  return_import: {
    authority: string
    recorded_at: string
    year: number
    source_name: string
    row_counts: JSONColumnType<Partial<Record<string, number>>>
    carries_earlier_reviews: boolean
    recorded_by: string | null
    added: number
    changed: number
    removed: number
    unchanged: number
    undoes: string | null
    is_withdrawal: ColumnType<boolean, boolean | undefined>
  }
  return_child: {
    authority: string
    child: string
    year: number
    known_from: string
    known_to: ColumnType<string, string | undefined>
    first_day: string | null
    last_day: string | null
    content: string
    rows: string
  }
}
