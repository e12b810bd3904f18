import { join } from 'node:path'
import { type Benchmark, type Row, median, timesOf } from './support/bench.ts'
import { CHILDREN, CODE, importedAuthority } from './support/imported.ts'
import { footprint } from './support/processes.ts'

const RUNS = 9
const COMMAND_RUNS = 5
const looked = `${CHILDREN.toLocaleString('en-GB')} children at a time`

export const questions: Benchmark = {
  name: 'questions',
  what: 'all figures of a year, the due list and the annual report, of one authority with ten years of history',
  run: async (bench) => {
    const rows: Row[] = []
    const size = `${looked}, 10 years`
    for (const server of await bench.servers()) {
      const authority = await importedAuthority(bench, server, 10)
      const time = async (what: string, runs: number, work: () => Promise<unknown>) => {
        rows.push({ what: `${what}, ${server.name}`, size, milliseconds: await timesOf(runs, work) })
      }
      await time('figures of a year', RUNS, authority.figures)
      await time('due', RUNS, authority.due)
      await authority.close()
      const year = ['--authority', CODE, '--year', '2025-26']
      const day = ['--authority', CODE, '--as-at', '2026-03-31']
      const { url } = authority
      await time('command "figures"', COMMAND_RUNS, () => footprint(url, ['figures', ...year]))
      await time('command "due"', COMMAND_RUNS, () => footprint(url, ['due', ...day]))
      const out = join(bench.folder, 'report')
      await time('command "report"', COMMAND_RUNS, () => footprint(url, ['report', ...year, '--out', out]))
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
      const firsts = new Map<string, number>()
      for (const years of [1, 4, 16]) {
        const authority = await importedAuthority(bench, server, years)
        for (const [what, ask] of Object.entries({ 'figures of a year': authority.figures, due: authority.due })) {
          const milliseconds = await timesOf(RUNS, ask)
          const first = firsts.get(what) ?? median(milliseconds)
          firsts.set(what, first)
          const ratio = median(milliseconds) / first
          rows.push({ what: `${what}, ${server.name}`, size: `${looked}, ${years} years`, milliseconds, ratio })
        }
        await authority.close()
      }
    }
    return rows
  },
}
