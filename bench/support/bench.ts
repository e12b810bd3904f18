import type { BenchServer } from './servers.ts'

/** One line of the results. */
export interface Row {
  what: string
  /** How large the case was, in words. */
  size: string
  /** How long each run took. */
  milliseconds: readonly number[]
  /** Rows or pages a second, where a rate says something. */
  perSecond?: number
  /** How many times as long as what it is measured against. */
  ratio?: number
  peakMegabytes?: number
}

/** What a benchmark is given to work with. */
export interface Bench {
  /** The servers to measure on, started at the first call. */
  servers: () => Promise<readonly BenchServer[]>
  /** A folder of its own, removed at the end. */
  folder: string
  /** Says on standard error what is being done. */
  say: (text: string) => void
}

/** A named benchmark. It says what it measures and gives its lines; it writes nothing. */
export interface Benchmark {
  name: string
  what: string
  run: (bench: Bench) => Promise<Row[]>
}

/** How long `work` takes, each time it is run. */
export async function timesOf(runs: number, work: () => unknown): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times
}

/** The middle of the values; of an even number of them the upper of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

/** So many in the middle one of these times, a second. */
export const rateOf = (count: number, milliseconds: readonly number[]): number => (1000 * count) / median(milliseconds)

/** The value below which this share (0 to 1) of the values lies. NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
}
