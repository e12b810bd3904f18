import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '../../test/support/database.ts'
import { servicesOn } from '../../test/support/services.ts'
import { folderOf } from '../../test/support/smallReturn.ts'
import { checkLog } from '../access/app/checkLog.ts'
import { addMonths, date } from '../kernel/dates.ts'
import { authorityNamed } from '../platform/authorities.ts'
import { noProgress } from '../platform/cli/progress.ts'
import { connect } from '../platform/database/database.ts'
import { withAuthority } from '../platform/database/withAuthority.ts'
import { importRegisters, importRegistersAsked } from '../registers/cli/importRegisters.ts'
import { importAsked, importSsda903 } from '../returns/ssda903/cli/importSsda903.ts'
import { retention, retentionAsked } from './cli/retention.ts'
import { retentionOn } from './services.ts'

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
const HERE = 'E09000033'
const THERE = 'E06000016'
const TODAY = date('2026-11-30')

/** An old child, one who died, one of whom a spreadsheet made the date of birth, one without any, and one of today. */
const files = {
  'header.csv': [
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
    'OLD,2,1940-05-09,WBRI,,,',
    'DIED,1,2000-01-01,WBRI,,,',
    'TYPO,2,1900-01-01,WBRI,,,',
    'NONE,2,,WBRI,,,',
    'NOW,1,2012-02-03,WBRI,,,',
  ].join('\n'),
  'episodes.csv': [
    EPISODES,
    'OLD,1950-01-02,S,C2,N1,U6,PR1,1956-05-09,E8,,,,',
    'DIED,2004-01-05,S,C2,N1,U6,PR1,2005-06-01,E2,,,,',
    'TYPO,2022-05-09,S,C2,N1,U6,PR1,,,,,,',
    'NONE,2022-05-09,S,C2,N1,U6,PR1,,,,,,',
    'NOW,2022-05-09,S,C2,N1,U6,PR1,,,,,,',
  ].join('\n'),
  'reviews.csv': 'CHILD,DOB,REVIEW,REVIEW_CODE\nNOW,2012-02-03,2022-06-06,PN1',
}
const registers = {
  'children.csv': 'child,known_as\nOLD,Ann\nNOW,Bea',
  'reviews.csv': 'review_ref,child,kind,status,held_date\nR1,OLD,CLA,HELD,1950-02-01\nR2,NOW,CLA,HELD,2022-06-06',
  'recommendations.csv': 'review_ref,number,text,responsible\nR1,1,a,b\nR2,1,a,b',
  'challenges.csv': 'challenge_ref,raised_date,route\nX1,2022-06-06,FORMAL',
  'challenge_children.csv': 'challenge_ref,child\nX1,OLD\nX1,NOW',
}

test('what has been kept for its time', async (t) => {
  const { database, urlOf } = await aDatabase()
  const services = await servicesOn(database)
  const kept = retentionOn(services.house, database)
  const count = async (table: string, where: ReturnType<typeof sql<boolean>> = sql<boolean>`true`) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(database)
    return rows[0]?.n
  } // prettier-ignore
  for (const authority of [HERE, THERE]) {
    const asked = importAsked.parse({ path: folderOf(files), authority, year: '2022-23', format: 'json' })
    await importSsda903(asked, { importReturn: services.importReturn, authorityNamed, progress: noProgress })
    const beside = importRegistersAsked.parse({ path: folderOf(registers), authority })
    await importRegisters(beside, { registers: services.registersImport, authorityNamed })
    await withAuthority(database, authority, async (transaction) => {
      for (const [child, state] of [['OLD', 'needs_someone'], ['NOW', 'delivered'], ['NOW', 'waiting']]) {
        await sql`insert into message (authority, key, kind, child, contact_ref, role, name, channel, address, subject, body, state, put_at, put_by)
          values (${authority}, ${`${child} ${state}`}, 'invitation', ${child}, 'c', 'MOTHER', 'x', 'EMAIL', 'x@example.org', 's', 'b', ${state}, '2023-01-02', 'p')`.execute(transaction)
      }
      await sql`insert into message_event (authority, message_id, number, at, by, step, state, attempts)
        select authority, message_id, 1, put_at, 'p', 'put', state, 0 from message`.execute(transaction)
      await sql`insert into private_link (authority, token_hash, review_ref, contact_ref) values
        (${authority}, 'a', 'R1', 'c'), (${authority}, 'b', 'R2', 'c')`.execute(transaction)
      await sql`insert into private_link (authority, token_hash, contact_ref, child, purpose, ends_on) values
        (${authority}, 'c', 'c', 'NOW', 'form', '2025-01-02'), (${authority}, 'd', 'c', 'NOW', 'form', '2026-01-02')`.execute(transaction)
      await sql`insert into document_issue (authority, issue_id, kind, ref, children, issued_at, issued_by, content, fingerprint)
        select ${authority}, gen_random_uuid(), 'k', ref, children, now(), 'p', '{}', encode(sha256('{}'), 'hex')
        from (values ('R1', '{OLD}'::text[]), ('R2', '{NOW}'), ('R1 and R2', '{OLD,NOW}')) as of (ref, children)`.execute(transaction)
      await sql`insert into document_issue (authority, issue_id, kind, ref, children, issued_at, issued_by, content, fingerprint, replaces)
        select authority, gen_random_uuid(), kind, ref, children, now(), 'p', '{}', fingerprint, issue_id
        from document_issue where ref = 'R1'`.execute(transaction)
      await sql`insert into child_seal (authority, child, known_from, person_ids, reason, recorded_by) values
        (${authority}, 'DIED', now(), '{p}', 'why', 'p')`.execute(transaction)
    })
  } // prettier-ignore

  const asked = (words: object) => retentionAsked.parse({ authority: HERE, format: 'json', ...words })
  const ask = (words: object) => retention(asked(words), { retention: kept, today: TODAY, authorityNamed })
  const kinds = (told: string) =>
    Object.fromEntries(
      (JSON.parse(told) as { kinds: { kind: string; rows: number }[] }).kinds
        .filter(({ rows }) => rows > 0)
        .map(({ kind, rows }) => [kind, rows]),
    )
  const right = {
    'what became of messages': 2,
    messages: 2,
    'private links': 2,
    'documents issued': 2,
    // Ann's name, her review and its decision, and that she was one of those whom a challenge was about.
    'rows of registers, with their versions': 4,
    'parts of returns, with their versions': 2,
    seals: 1,
  }

  await t.test('is listed, with whom nobody can judge, and nothing goes', async () => {
    const told = await ask({})
    assert.deepEqual(kinds(told), right)
    const { children, unknown, doubtful } = JSON.parse(told) as { children: unknown; unknown: unknown; doubtful: unknown }
    assert.deepEqual(children, [
      { child: 'DIED', since: '2020-06-01', why: 'death' },
      { child: 'OLD', since: '2015-05-09', why: 'birth' },
    ])
    assert.deepEqual([unknown, doubtful], [['NONE'], ['TYPO']])
    assert.equal(await count('return_child'), 10)
    assert.match(await ask({ format: 'table' }), /Nothing has been deleted\. Add --delete/)
  }) // prettier-ignore

  await t.test('is not deleted before its time, nor by an account that does not own the tables', async () => {
    await assert.rejects(ask({ delete: true, asAt: '2026-12-01' }), /before its time/)
    const role = `login_${process.pid}`
    await sql`create role ${sql.ref(role)} login in role footprint_app`.execute(database)
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database)
    const application = connect(urlOf(rows[0]?.name ?? '').replace(/\/\/[^@/]*@/, `//${role}@`))
    try {
      await assert.rejects(retentionOn(services.house, application).delete(HERE, TODAY), /FOOTPRINT_DATABASE_OWNER_URL/)
    } finally {
      await application.destroy()
      await sql`drop role ${sql.ref(role)}`.execute(database)
    }
    assert.deepEqual(kinds(await ask({})), right)
  })

  await t.test('goes whole when told to, of this authority alone; the log says so by ids and keeps no name', async () => {
    assert.deepEqual(kinds(await ask({ delete: true })), right)
    assert.deepEqual(kinds(await ask({})), {})
    for (const table of ['return_child', 'register_row', 'message', 'child_seal']) {
      const theirs = sql<boolean>`child in ('OLD', 'DIED')`
      assert.equal(await count(table, sql<boolean>`authority = ${HERE} and ${theirs}`), 0, table)
      assert.ok(((await count(table, sql<boolean>`authority = ${THERE} and ${theirs}`)) ?? 0) > 0, table)
    }
    assert.equal(await count('register_row', sql<boolean>`authority = ${HERE} and row_key like '%R1%'`), 0)
    assert.equal(await count('document_issue', sql<boolean>`authority = ${HERE}`), 2)
    const [entry] = await services.log.latest(HERE, { before: null, most: 1 })
    assert.match(entry?.what ?? '', /^deleted what had been kept for its time: 2 what became of messages, 2 messages/)
    assert.deepEqual(entry?.children, ['DIED', 'OLD'])
    assert.doesNotMatch(JSON.stringify(entry), /Ann/)
    assert.equal((await checkLog(services.log, HERE, null)).isWhole, true)
    await assert.rejects(sql`delete from document_issue`.execute(database), /not changed/)
  }) // prettier-ignore

  await t.test('the log loses its oldest entries, and the rest is checked from where it begins', async () => {
    const before = await checkLog(services.log, HERE, null)
    assert.ok(before.isWhole && before.last)
    await kept.delete(HERE, addMonths(TODAY, 12 * 11))
    const after = await checkLog(services.log, HERE, before.last)
    assert.ok(after.isWhole)
    assert.deepEqual([after.beginsAfter, after.entries], [before.last.number - 1, 2])
    const early = await checkLog(services.log, HERE, { number: 1, hash: 'f'.repeat(64) })
    assert.match(early.isWhole ? '' : early.why, /deleted after their time/)
    await sql`update audit_begin set entry_hash = 'x' where authority = ${HERE}`.execute(database)
    assert.equal((await checkLog(services.log, HERE, null)).isWhole, false)
    await assert.rejects(sql`delete from audit_entry`.execute(database), /only ever added to/)
    assert.equal((await checkLog(services.log, THERE, null)).isWhole, true)
  })

  await t.test('every table that names a child is known here', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('child', 'children') order by 1`.execute(database)
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['audit_entry', 'child_seal', 'document_draft', 'document_issue', 'message', 'private_link', 'register_row', 'return_child', 'seal_naming', 'seal_opening'],
    ) // prettier-ignore
  })
})
