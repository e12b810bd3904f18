import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { bundledThread, packageFolder } from '../src/platform/sources.ts'
import { anUntouchedDatabase } from '../test/support/database.ts'
import { footprint as footprintFromSources } from '../test/support/commandLine.ts'
import { bundleInto } from './bundle.ts'

const run = promisify(execFile)
const borough = join(packageFolder, 'test/data/made-up-borough-2022-23/data')
const ofYear = ['--authority', 'E09000033', '--year', '2022-23']

describe('the bundle', async () => {
  const dist = join(packageFolder, 'dist')
  await mkdir(dist, { recursive: true })
  const bundle = await mkdtemp(join(dist, 'test-'))
  const out = await mkdtemp(join(tmpdir(), 'footprint-bundle-'))
  after(() => Promise.all([bundle, out].map((folder) => rm(folder, { recursive: true, force: true }))))
  await bundleInto(bundle)
  const url = await anUntouchedDatabase()
  const environment = { PATH: process.env['PATH'], FOOTPRINT_DATABASE_URL: url }
  const cli = join(bundle, 'cli.js')
  const footprint = (...argv: string[]) => run(process.execPath, [cli, ...argv], { env: environment })

  test('knows the commands that the sources know', async () => {
    assert.equal((await footprint('--help')).stdout, (await footprintFromSources(['--help'])).stdout)
  })

  test('runs the migrations, imports, and finds what the report is made with', async () => {
    assert.match((await footprint('import', 'ssda903', borough, ...ofYear)).stdout, /\d+ added/)
    await footprint('report', ...ofYear, '--out', out, '--format', 'html,docx,pdf')
    assert.match(await readFile(join(out, 'annual-report-2022-23-public.html'), 'utf8'), /<style>[^]*<\/style>/)
    assert.equal((await readFile(join(out, 'annual-report-2022-23-public.docx'))).subarray(0, 2).toString(), 'PK')
    assert.match((await readFile(join(out, 'annual-report-2022-23-public.pdf'))).subarray(0, 5).toString(), /%PDF-/)
  })

  test('has the code of each thread that it starts', async () => {
    const asked = await Promise.all(
      globSync('src/**/*.ts', { cwd: packageFolder }).map(async (file) => {
        const source = await readFile(join(packageFolder, file), 'utf8')
        return [...source.matchAll(/threadFile\('([^']+)'\)/g)].map(([, thread = '']) => bundledThread(thread))
      }),
    )
    assert.ok(asked.flat().length > 0)
    const made = new Set(await readdir(bundle))
    assert.deepEqual(asked.flat().filter((file) => !made.has(file)), []) // prettier-ignore
    const report = join(out, 'report.txt')
    await writeFile(report, 'Annual report 2022-23\n\nOf the 80 reviews 60 (70%) were in time.\n')
    assert.match((await footprint('check-report', report)).stdout, /75/)
  })

  test('serves pages with their styles', async () => {
    const server = spawn(process.execPath, [cli, 'serve', '--port', '0'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const address = await addressIn(server.stdout)
      const page = await (await fetch(address)).text()
      const stylesheet = /href="(?<path>\/[^"]+\.css)"/.exec(page)?.groups?.['path'] ?? ''
      assert.match(await (await fetch(new URL(stylesheet, address))).text(), /\.govuk-/)
    } finally {
      const exited = once(server, 'exit')
      server.kill('SIGKILL')
      await exited
    }
  })
})

async function addressIn(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /http:\/\/[\d.:]+/.exec(line) ?? []
    if (address !== undefined) return address
  }
  throw new Error('it ended without saying where it listens')
}
