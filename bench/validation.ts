import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, type Benchmark, type Row, median } from './support/bench.ts'
import { footprintProcess, peakMegabytesOf, scriptProcess, timeOfProcess } from './support/processes.ts'

const SAMPLE = join(import.meta.dirname, '../test/data/ssda903-sample')
const BARE_READ = join(import.meta.dirname, 'support/bareRead.ts')
const RUNS = 9

export const validation: Benchmark = {
  name: 'validate',
  what: 'the whole command on the public sample, and on it sixteen times over, beside a bare read of its files',
  run: async (bench) => {
    const rows: Row[] = []
    for (const times of [1, 16]) {
      const folder = join(bench.folder, `sample-${times}`)
      writeTimes(SAMPLE, folder, times)
      bench.say(`validating the sample × ${times}`)
      rows.push(...(await validationsOf(bench, folder, `public sample × ${times}`)))
    }
    return rows
  },
}

/** Validates a return, alone and with itself as last year's, in turn with the bare read that it is measured against. */
async function validationsOf(bench: Bench, folder: string, size: string): Promise<Row[]> {
  const out = join(bench.folder, 'validation.json')
  const rules = ['--collection', '2019-20', '--ruleset', '2025-26']
  const validate = ['validate', 'ssda903', folder, ...rules, '--format', 'json', '--out', out]
  const ways = [
    { what: 'bare read', process: scriptProcess(BARE_READ, [folder]) },
    { what: 'validate, all rules', process: footprintProcess(validate) },
    { what: 'validate, all rules, with last year', process: footprintProcess([...validate, '--previous', folder]) },
  ].map((way) => ({ ...way, milliseconds: new Array<number>() }))
  for (let run = 0; run < RUNS; run++) {
    for (const { process, milliseconds } of ways) {
      rmSync(out, { force: true })
      milliseconds.push(await timeOfProcess(process))
    }
  }
  const bare = median(ways[0]?.milliseconds ?? [])
  const rows: Row[] = []
  for (const { what, process, milliseconds } of ways) {
    const peakMegabytes = await peakMegabytesOf(bench.folder, process)
    rows.push({ what, size, milliseconds, ratio: median(milliseconds) / bare, peakMegabytes })
  }
  return rows
}

/** Writes the CSV files of a return with every row so many times, each time for other children. */
function writeTimes(from: string, folder: string, times: number): void {
  mkdirSync(folder)
  for (const file of readdirSync(from).filter((name) => name.endsWith('.csv'))) {
    const [header = '', ...rows] = readFileSync(join(from, file), 'utf8').trimEnd().split(/\r?\n/)
    const copies = Array.from({ length: times }, (_, time) => rows.map((row) => `${time}-${row}`))
    writeFileSync(join(folder, file), `${[header, ...copies.flat()].join('\n')}\n`)
  }
}
