import { join } from 'node:path'
import { type Benchmark, rateOf, timesOf } from './support/bench.ts'
import { writeReturns } from './support/madeUp.ts'

export const generating: Benchmark = {
  name: 'make-up',
  what: 'making up an authority and writing its returns',
  run: async (bench) => {
    const rows = []
    for (const { children, years, history } of [
      { children: 2_000, years: 10, history: 'year_only' },
      { children: 40_000, years: 1, history: 'carried' },
    ] as const) {
      bench.say(`making up ${children} children`)
      let count = 0
      const milliseconds = await timesOf(1, () => {
        const returns = writeReturns(join(bench.folder, `made-up-${children}`), { children, years, history })
        count = returns.reduce((sum, made) => sum + made.rows, 0)
      })
      const size = `${children.toLocaleString('en-GB')} children at a time, ${years} years`
      rows.push({ what: `make-up, ${history}`, size, milliseconds, perSecond: rateOf(count, milliseconds) })
    }
    return rows
  },
}
