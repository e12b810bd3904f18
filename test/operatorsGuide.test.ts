/** The operator's guide, run as it is printed: what an operator copies must work. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import pg from 'pg'
import { aServer, serversHere } from './support/postgres.ts'

const root = join(import.meta.dirname, '..')
const guide = readFileSync(join(root, 'docs/operators-guide.md'), 'utf8')

const section = (heading: string): string => {
  const from = guide.indexOf(`\n${heading}\n`)
  assert.notEqual(from, -1, heading)
  const level = heading.indexOf(' ')
  const next = guide.slice(from + 1).search(new RegExp(`\\n#{1,${level}} (?!.*${heading.slice(level + 1)})`))
  return guide.slice(from, next === -1 ? undefined : from + 1 + next)
}

/** The blocks of a language in a part of the guide, in order, without what they are indented by. */
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([^]*?)^ *\`\`\``, 'gm'))].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )

const database = section('## Database')
const entra = section('### Microsoft Entra, step by step')
const OWNER = 'owner-p%40ss'
const LOGIN = 'login-p%40ss'

/** Runs a script in bash until it ends, or until it has printed what is waited for; then it is interrupted. */
async function bash(script: string, until?: RegExp): Promise<{ status: number | null; output: string }> {
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn('bash', ['-e', '-c', script], {
    cwd: root,
    env: { PATH, HOME, TMPDIR, USER: 'root' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const interrupt = () => child.pid !== undefined && process.kill(-child.pid, 'SIGINT')
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      const had = until?.test(output) ?? false
      output += text
      if (!had && until?.test(output)) interrupt()
    })
  }
  return new Promise((resolve) => {
    child.on('close', (status) => {
      resolve({ status, output })
    })
  })
}

for (const { version, programs } of serversHere()) {
  describe(`the operator's guide, on PostgreSQL ${version}`, async () => {
    const server = await aServer(programs)
    const folder = mkdtempSync(join(tmpdir(), 'fp-guide-'))
    after(() => {
      rmSync(folder, { recursive: true, force: true })
    })
    const here = (text: string) =>
      text
        .replaceAll('/etc/footprint', folder)
        .replaceAll('db.example', server.host)
        // The server of the test is on this computer, and has no certificate.
        .replaceAll('?sslmode=verify-full', '')
        .replaceAll('sudo ', '')
        .replaceAll('-o "$USER" ', '')
        .replaceAll('--port 3000', '--port 0')
    async function asSuperuser(...statements: readonly string[]): Promise<void> {
      const client = new pg.Client({ connectionString: server.superuser })
      await client.connect()
      for (const statement of statements) await client.query(statement)
      await client.end()
    }
    /** As an editor would write it, with the password in its place. */
    const write = (file: string, text: string, password = '') =>
      `cat >> ${folder}/${file} <<'END'\n${here(text).replaceAll('PASSWORD', password)}END\n`

    test('as it is printed, all of it works', async () => {
      const [roles = ''] = blocks(database, 'sql')
      const statements = roles
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const [, role = ''] = /^\\password (\w+)$/.exec(line) ?? []
          const password = decodeURIComponent(role === 'footprint_owner' ? OWNER : LOGIN)
          return role === '' ? line : `alter role ${role} password '${password}'`
        })
      await asSuperuser(...statements)

      const [makeFiles = '', useThem = ''] = blocks(database, 'sh')
      const [owner = '', settings = ''] = blocks(database, 'ini')
      const [migrate = '', addPerson = ''] = useThem.split('\n')
      const first = await bash(
        [here(makeFiles), write('owner', owner, OWNER), write('settings', settings, LOGIN), here(migrate)].join('\n'),
      )
      assert.match(first.output, /^Brought up to date: 0001_records/)
      assert.equal(first.status, 0)
      const second = await bash(here(addPerson))
      assert.match(second.output, /^Ada Adams/)
      assert.equal(second.status, 0)

      const [signIn = ''] = blocks(entra, 'ini')
      const [serve = ''] = blocks(entra, 'sh')
      const served = await bash([write('settings', signIn), here(serve)].join('\n'), /Footprint is at/)
      assert.match(served.output, /Footprint is at .* People sign in at https:\/\/footprint\.example\.gov\.uk/)

      const [times = ''] = blocks(section('### What has been kept for its time'), 'sh')
      const { status, output } = await bash(here(times))
      assert.equal(status, 0, output)
      assert.match(output, /Nothing has been deleted[^]*Restart every "footprint serve"/)
    })

    test('with the owner’s rights to make roles, as earlier guides had it, the owner may run queries too', async () => {
      await asSuperuser('drop database if exists footprint with (force)', 'drop role if exists footprint_app')
      await asSuperuser(`create role maker login createrole password 'maker'`, 'create database made owner maker')
      const environment = `export FOOTPRINT_DATABASE_URL='${server.urlOf('maker', 'maker', 'made')}'`
      const { status, output } = await bash(`${environment}\nbin/footprint people list --authority Westminster`)
      assert.equal(status, 0, output)
      // The other test begins, as an operator does, on a server without roles of ours.
      await asSuperuser('drop database made with (force)', 'drop role footprint_app')
    })
  })
}

test('the guide shows no password on a command line, and no address without encryption', () => {
  for (const command of blocks(guide, 'sh')) assert.doesNotMatch(command, /password|secret|:\/\/[^/\s]*:[^/\s]*@/i)
  for (const [address] of guide.matchAll(/postgres(ql)?:\/\/\S+@db\.example\S*/g))
    assert.match(address, /sslmode=verify-full/)
})
