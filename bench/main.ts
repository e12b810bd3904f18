/**
 * `npm run bench [name…]`: runs the named benchmarks, or all, and prints one table. What is worth keeping is written
 * down in docs/benchmarks.md, with the machine it was measured on.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { textTable } from '../src/platform/cli/textTable.ts'
import { severalAuthorities } from './authorities.ts'
import { disclosure } from './disclosure.ts'
import { everyone } from './everyone.ts'
import { generating } from './generating.ts'
import { imports } from './imports.ts'
import { killed } from './killed.ts'
import { pages } from './pages.ts'
import { growth, questions } from './questions.ts'
import { recording } from './recording.ts'
import { registers } from './registers.ts'
import { signs } from './signs.ts'
import { published, reports } from './reports.ts'
import { type Benchmark, type Row, median, quantile } from './support/bench.ts'
import { type BenchServer, startServers } from './support/servers.ts'
import { validation } from './validation.ts'
import { workingDay } from './working.ts'

const benchmarks: readonly Benchmark[] = [
  generating,
  imports,
  questions,
  growth,
  pages,
  everyone,
  registers,
  signs,
  reports,
  published,
  validation,
  workingDay,
  severalAuthorities,
  killed,
  disclosure,
  recording,
]

const names = process.argv.slice(2)
const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
if (unknown.length > 0 || names.includes('--help')) {
  process.stderr.write(`npm run bench [name…]\n${benchmarks.map(({ name, what }) => `  ${name}: ${what}\n`).join('')}`)
  process.exit(2)
}
const chosen = benchmarks.filter(({ name }) => names.length === 0 || names.includes(name))

const say = (text: string) => process.stderr.write(`${text}\n`)
const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-'))
chmodSync(folder, 0o755) // the servers may run as another user
const running: BenchServer[] = []
const servers = async () => {
  if (running.length === 0) running.push(...(await startServers(folder, process.env['FOOTPRINT_DATABASE_URL'])))
  return running
}
const rows: Row[] = []
try {
  for (const benchmark of chosen) {
    say(`${benchmark.name}: ${benchmark.what}`)
    rows.push(...(await benchmark.run({ servers, folder, say })))
  }
} finally {
  for (const server of running) await server.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Below so many runs, the 95th in a hundred is just the longest. */
const ENOUGH_FOR_A_SHARE = 20
const whole = (value: number) => Math.round(value).toLocaleString('en-GB')
const brief = (value: number) => (value < 100 ? value.toFixed(1) : whole(value))
const memory = whole(totalmem() / 2 ** 30)
const processor = cpus()[0]?.model ?? 'an unknown processor'
// Times taken while others keep the machine busy compare with nothing: the load shows them for what they are.
const load = loadavg().map((value) => value.toFixed(1))
console.log(
  `${availableParallelism()} × ${processor}, ${memory} GB; Node ${process.versions.node}; load ${load.join(', ')}\n`,
)
console.log(
  textTable(
    ['What', 'Size', 'Runs', 'Median ms', 'Least', 'Most', 'p95', 'A second', 'Ratio', 'Peak MB'],
    rows.map(({ what, size, milliseconds, perSecond, ratio, peakMegabytes }) => [
      what,
      size,
      milliseconds.length,
      brief(median(milliseconds)),
      brief(Math.min(...milliseconds)),
      brief(Math.max(...milliseconds)),
      milliseconds.length < ENOUGH_FOR_A_SHARE ? null : brief(quantile(milliseconds, 0.95)),
      perSecond === undefined ? null : whole(perSecond),
      ratio === undefined ? null : ratio.toFixed(2),
      peakMegabytes === undefined ? null : whole(peakMegabytes),
    ]),
  ),
)
