/**
 * Runs every test: `node scripts/test.ts [--coverage] [--shuffle SEED] [file…]`. Ends with one line, `N passed, N failed`,
 * and exits 1 where any failed or none was found. `--shuffle` runs files, and the tests in each, in another order for each
 * seed (a whole number), and always in the same for the same.
 */
import { chmodSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const FILES_OF_A_PROCESS = 5

const { values, positionals } = parseArgs({
  options: { coverage: { type: 'boolean' }, shuffle: { type: 'string' } },
  allowPositionals: true,
})
// Those in a browser take longest: begun last, one of them would keep the other processors waiting.
const isInBrowser = (file: string): boolean => file.startsWith('test/e2e/')
const inOrder = (a: string, b: string): number => Number(isInBrowser(b)) - Number(isInBrowser(a)) || (a < b ? -1 : 1)
const all = () => globSync('{src,test,migrations,scripts,bench}/**/*.test.ts').sort(inOrder)
// A database server of this run's own, held for as long as it lasts, so that no file has to start it again.
const folder = mkdtempSync(join(tmpdir(), 'footprint-test-'))
chmodSync(folder, 0o755) // the server may run as another user
process.env['FOOTPRINT_TEST_DATA'] = folder
// Most files load the same modules.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/footprint/compiled')
const files = positionals.length > 0 ? positionals : inProcesses(all())
const { useTestServer } = await import('../test/support/database.ts')
const server = await useTestServer()

/**
 * Gives each process five files of a room or an engine: most of the time of one is to load what it tests. What is begun in a
 * browser, ends a process or is long has a process of its own.
 */
function inProcesses(each: readonly string[]): readonly string[] {
  const isShort = (file: string): boolean => /^src\/(?!main\/)/.test(file) && !file.endsWith('killed.test.ts')
  const short = each.filter(isShort)
  const together = Array.from({ length: Math.ceil(short.length / FILES_OF_A_PROCESS) }, (_, at) => {
    const process = join(folder, `files-${at + 1}.test.mjs`)
    const of = short.slice(at * FILES_OF_A_PROCESS, (at + 1) * FILES_OF_A_PROCESS)
    writeFileSync(process, of.map((file) => `import ${JSON.stringify(pathToFileURL(file).href)}\n`).join(''))
    return process
  })
  return [...each.filter((file) => !isShort(file)), ...together]
}

const result = { passed: 0, failed: 0 }
/** Suites that failed before any of their tests was there to fail: no count of tests has them. */
let suitesFailed = 0
const tests = run({
  files: [...files],
  concurrency: availableParallelism(),
  ...(values.shuffle !== undefined && { randomize: true, randomSeed: Number(values.shuffle) }),
  coverage: values.coverage === true,
  coverageIncludeGlobs: ['src/**/*.ts'],
  coverageExcludeGlobs: ['**/*.test.ts'],
})
tests.on('test:fail', ({ details: { type, error } }) => {
  if (type === 'suite' && !('failureType' in error && error.failureType === 'subtestsFailed')) suitesFailed++
})
tests.on('test:summary', ({ counts, file }) => {
  if (file !== undefined) return // that of one file
  result.passed = counts.passed
  result.failed = counts.tests - counts.passed - counts.skipped - counts.todo + suitesFailed
})
const report = tests.compose(spec)
for await (const text of report) process.stdout.write(String(text))

await server.close()
rmSync(folder, { recursive: true, force: true })
console.log(`${result.passed} passed, ${result.failed} failed`)
process.exitCode = result.failed > 0 || result.passed === 0 ? 1 : 0
