/** Where a long command says how far it has come. */
export interface Progress {
  /** What is being done, and how much of it: `Reading episodes.csv`, in any unit. */
  at: (what: string, done: number, total: number) => void
  /** Clears away what must not stand among results. */
  stop: () => void
}

/** For those who read the result by machine: nothing beside it. */
export const noProgress: Progress = { at: () => undefined, stop: () => undefined }

/** A bar on a terminal; plain lines elsewhere, one for each tenth that is done. */
export async function progressOn(stream: NodeJS.WritableStream & { isTTY?: boolean }): Promise<Progress> {
  return stream.isTTY ? await bar(stream) : lines((line) => stream.write(`${line}\n`))
}

const percent = (done: number, total: number): number => (total === 0 ? 100 : Math.floor((100 * done) / total))

/** Exported to be tested: what a log or a pipe sees. */
export function lines(write: (line: string) => void): Progress {
  let last = ''
  return {
    at: (what, done, total) => {
      const line = `${what}: ${Math.floor(percent(done, total) / 10) * 10}%`
      if (line !== last) write(line)
      last = line
    },
    stop: () => undefined,
  }
}

async function bar(stream: NodeJS.WritableStream): Promise<Progress> {
  const { MultiBar, Presets } = await import('cli-progress')
  const bars = new MultiBar(
    { stream, format: '{bar} {percentage}%  {what}', hideCursor: true, clearOnComplete: true },
    Presets.rect,
  )
  const single = bars.create(100, 0, { what: '' })
  return {
    at: (what, done, total) => {
      single.update(percent(done, total), { what })
    },
    stop: () => {
      bars.stop()
    },
  }
}
