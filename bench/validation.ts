import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Benchmark, Row } from './support/bench.ts'
import { measuredFootprint } from './support/processes.ts'

const SAMPLE = join(import.meta.dirname, '../test/data/ssda903-sample')
const RUNS = 5

export const validation: Benchmark = {
  name: 'validate',
  what: 'the whole command on the public sample, and on the sample sixteen times over',
  run: async (bench) => {
    const rows: Row[] = []
    for (const times of [1, 16]) {
      const folder = join(bench.folder, `sample-${times}`)
      writeTimes(SAMPLE, folder, times)
      const runs = []
      for (let run = 0; run < RUNS; run++) {
        bench.say(`validating the sample × ${times}`)
        const out = join(bench.folder, 'validation.json')
        const asked = ['--collection', '2017-18', '--ruleset', '2022-23', '--format', 'json', '--out', out]
        runs.push(await measuredFootprint(bench.folder, ['validate', 'ssda903', folder, ...asked]))
        rmSync(out)
      }
      rows.push({
        what: 'validate, all rules',
        size: `public sample × ${times}`,
        milliseconds: runs.map((run) => run.milliseconds),
        peakMegabytes: Math.max(...runs.map((run) => run.peakMegabytes)),
      })
    }
    return rows
  },
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
