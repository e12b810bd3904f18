import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** Written by the database itself, never by us. */
type Given<Value> = ColumnType<Value, never, never>

/** The tables of this room: see its migrations. Moments are texts here. */
export type PeopleTables = {
  person: {
    authority: string
    person_id: string
    known_from: string
    known_to: ColumnType<string, string | undefined>
    name: string
    email: string
    roles: string[]
    team: string | null
    officer_id: string | null
    worker_id: string | null
    issuer: string | null
    subject: string | null
    is_active: boolean
    recorded_by: string
  }
  session: {
    authority: string
    token_hash: Buffer
    person_id: string
    session_id: Generated<string>
    signed_in_at: Generated<string>
    last_seen_at: Generated<string>
    authenticated_at: string | null
    browser: string
  }
  kept_form: {
    authority: string
    form_id: Generated<string>
    person_id: string
    address: string
    fields: JSONColumnType<(readonly [string, string])[]>
    kept_at: Generated<string>
  }
  child_seal: {
    authority: string
    child: string
    known_from: string
    known_to: ColumnType<string, string | undefined>
    person_ids: string[]
    reason: string
    recorded_by: string
  }
  seal_opening: {
    authority: string
    opening_id: Generated<string>
    child: string
    person_id: string
    reason: string
    told: string[]
    opened_at: Generated<string>
    open_until: string
    seen_by: string | null
    seen_at: string | null
  }
  seal_naming: {
    authority: string
    naming_id: Generated<string>
    child: string
    person_id: string
    named_by: string
    named_at: Generated<string>
    seen_by: string | null
    seen_at: string | null
  }
  audit_entry: {
    authority: string
    entry_number: Given<string>
    recorded_at: Given<string>
    person_id: string
    action: 'read' | 'change'
    what: string
    children: string[]
    entry_hash: Given<Buffer>
  }
  audit_begin: {
    authority: string
    entry_number: Given<string>
    entry_hash: Given<Buffer>
    begun_at: Given<string>
  }
}
