// Forward only: the next migration puts mistakes right. Nothing from src/: this must mean the same in ten years.
// The SQL runs on PostgreSQL 15 and later.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table message (
      authority text not null references authority,
      message_id uuid not null default gen_random_uuid(),
      key text not null,
      kind text not null,
      child text not null,
      review_ref text,
      contact_ref text not null,
      role text not null,
      name text not null,
      channel text not null check (channel in ('EMAIL', 'TEXT', 'LETTER')),
      address text not null,
      subject text not null,
      body text not null,
      event json,
      send_from timestamptz,
      state text not null check (state in
        ('draft', 'waiting', 'sending', 'sent', 'delivered', 'needs_someone', 'withdrawn', 'settled')),
      reason text,
      attempts integer not null default 0,
      put_at timestamptz not null,
      put_by text not null,
      sent_at timestamptz,
      version integer not null default 1,
      next_at timestamptz,
      provider text,
      provider_id text,
      asks integer not null default 0,
      replaces uuid,
      primary key (authority, message_id),
      unique (authority, key)
    )`.execute(db)
  await sql`comment on table message is 'The outbox: what someone is to be told, and how far that has come'`.execute(db)
  await sql`comment on column message.key is 'The same message has the same key: put in twice, it is one'`.execute(db)
  await sql`comment on column message.next_at is
    'When the next step is due: to send it, to look after a sending that nobody has ended, to ask whether it arrived. Null: none'`.execute(
    db,
  )
  await sql`comment on column message.asks is
    'How often the provider was asked what became of it, since it was last sent'`.execute(db)
  await sql`comment on column message.replaces is 'The message in whose place this one was sent'`.execute(db)
  await sql`create index message_due on message (authority, next_at) where next_at is not null`.execute(db)
  await sql`create index message_state on message (authority, state, put_at)`.execute(db)
  await sql`create index message_of_child on message (authority, child, put_at)`.execute(db)
  await sql`create index message_of_review on message (authority, review_ref, put_at)
    where review_ref is not null`.execute(db)

  await sql`
    create table message_event (
      authority text not null,
      message_id uuid not null,
      number integer not null,
      at timestamptz not null,
      by text not null,
      step text not null,
      state text not null,
      attempts integer not null,
      why text,
      was json,
      primary key (authority, message_id, number),
      foreign key (authority, message_id) references message
    )`.execute(db)
  await sql`comment on table message_event is
    'Every change of a message, only ever added to: when, by whom, what, why, and in which state it left the message'`.execute(
    db,
  )
  await sql`comment on column message_event.was is 'The words that the change replaced, where it replaced any'`.execute(
    db,
  )

  // After a transaction the setting reads '' and not null, hence the nullif.
  const named = sql`(select nullif(current_setting('app.authority', true), ''))`
  for (const table of ['message', 'message_event']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    await sql`create policy own_authority on ${sql.table(table)}
      using (authority = ${named}) with check (authority = ${named})`.execute(db)
  }
  // To whom, about whom and under which key a message goes never changes: another address is another message.
  await sql`grant select, insert,
    update (subject, body, send_from, state, reason, attempts, sent_at, version, next_at, provider, provider_id, asks)
    on message to footprint_app`.execute(db)
  await sql`grant select, insert on message_event to footprint_app`.execute(db)
}
