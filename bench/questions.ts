import { join } from 'node:path'
import { type Benchmark, type Row, median, timesOf } from './support/bench.ts'
import { CODE, importedAuthority, largeAuthority, oneAuthority } from './support/imported.ts'
import { footprint } from './support/processes.ts'

const RUNS = 9
/** A server has been asked before. */
const RUNS_BEFORE = 9
const COMMAND_RUNS = 5
const authorities = [oneAuthority, largeAuthority]

export const questions: Benchmark = {
  name: 'questions',
  what: 'all figures of a year, the due list and the annual report, of authorities with ten years of history',
  run: async (bench) => {
    const rows: Row[] = []
    for (const server of await bench.servers()) {
      for (const asked of authorities) {
        const { url, size, figures, due, close } = await importedAuthority(bench, server, asked, 10)
        const time = async (what: string, runs: number, work: () => Promise<unknown>) => {
          rows.push({ what: `${what}, ${server.name}`, size, milliseconds: await timesOf(runs, work) })
        }
        for (const [what, ask] of Object.entries({ 'figures of a year': figures, due })) {
          await time(`${what}, first`, 1, ask)
          await timesOf(RUNS_BEFORE, ask)
          await time(what, RUNS, ask)
        }
        await close()
        const year = ['--authority', CODE, '--year', '2025-26']
        const day = ['--authority', CODE, '--as-at', '2026-03-31']
        await time('command "figures"', COMMAND_RUNS, () => footprint(url, ['figures', ...year]))
        await time('command "due"', COMMAND_RUNS, () => footprint(url, ['due', ...day]))
        const out = join(bench.folder, 'report')
        await time('command "report"', COMMAND_RUNS, () => footprint(url, ['report', ...year, '--out', out]))
      }
    }
    return rows
  },
}

export const growth: Benchmark = {
  name: 'growth',
  what: 'the same two questions about one year as the history behind it grows 1, 4 and 16 times',
  run: async (bench) => {
    const rows: Row[] = []
    for (const server of await bench.servers()) {
      for (const asked of authorities) {
        const firsts = new Map<string, number>()
        for (const years of [1, 4, 16]) {
          const { size, figures, due, close } = await importedAuthority(bench, server, asked, years)
          for (const [what, ask] of Object.entries({ 'figures of a year': figures, due })) {
            await timesOf(RUNS_BEFORE, ask)
            const milliseconds = await timesOf(RUNS, ask)
            const first = firsts.get(what) ?? median(milliseconds)
            firsts.set(what, first)
            rows.push({ what: `${what}, ${server.name}`, size, milliseconds, ratio: median(milliseconds) / first })
          }
          await close()
        }
      }
    }
    return rows
  },
}
