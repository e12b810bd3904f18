import { join } from 'node:path'
import { type Bench, type Benchmark, type Row, median, rateOf, timesOf } from './support/bench.ts'
import { bareCopy } from './support/bareCopy.ts'
import { oneAuthority } from './support/imported.ts'
import { type WrittenReturn, writeReturns } from './support/madeUp.ts'
import { type MeasuredImport, importOnce } from './support/processes.ts'

const sizes = [
  { ...oneAuthority, runs: 5 },
  // About 40,000 children in one return.
  { name: 'twenty authorities', children: 22_000, runs: 3 },
]

export const imports: Benchmark = {
  name: 'import',
  what: 'importing a return that carries its history, beside a bare COPY of its files',
  run: async (bench) => {
    const rows: Row[] = []
    for (const { name, children, runs } of sizes) {
      bench.say(`making up ${name}`)
      const [made] = writeReturns(join(bench.folder, `import-${children}`), { children, years: 1, history: 'carried' })
      if (made) rows.push(...(await importsOf(bench, name, made, runs)))
    }
    return rows
  },
}

async function importsOf(bench: Bench, name: string, made: WrittenReturn, runs: number): Promise<Row[]> {
  const rows: Row[] = []
  const size = `${name}: ${made.children.toLocaleString('en-GB')} children in a return, ${made.reviews.toLocaleString('en-GB')} reviews`
  for (const server of await bench.servers()) {
    bench.say(`importing ${name} (${server.name})`)
    const copyTimes: number[] = []
    const first: MeasuredImport[] = []
    const again: MeasuredImport[] = []
    for (let run = 0; run < runs; run++) {
      const url = await server.makeDatabase()
      copyTimes.push(...(await timesOf(1, () => bareCopy(url, made.path))))
      first.push(await importOnce(url, 'X98000001', made))
      again.push(await importOnce(url, 'X98000001', made))
    }
    const row = (what: string, milliseconds: number[]): Row => ({
      what: `${what}, ${server.name}`,
      size,
      milliseconds,
      perSecond: rateOf(made.rows, milliseconds),
      ratio: median(milliseconds) / median(copyTimes),
    })
    const peakMegabytes = Math.max(...[...first, ...again].map((run) => run.peakMegabytes))
    rows.push(
      row('bare COPY', copyTimes),
      row(
        'import, until stored',
        first.map((run) => run.stored),
      ),
      {
        ...row(
          'import, with its findings',
          first.map((run) => run.milliseconds),
        ),
        peakMegabytes,
      },
      row(
        'the same again',
        again.map((run) => run.milliseconds),
      ),
    )
  }
  return rows
}
