/** A queue of work that takes much memory: what waits is told how much is before it. */
export interface WorkQueue<Work> {
  /** Has it done as soon as there is room. */
  add: (work: Work) => void
}

export interface WorkQueueDeps<Work> {
  /** How much is done at once. */
  mostAtOnce: number
  /** Does it; whatever becomes of it, the promise is kept. */
  doWork: (work: Work) => Promise<void>
  /** Told now and then of all that waits, and of what is at work (`before` null), so that nobody takes it for stopped. */
  note: (work: Work, before: number | null) => Promise<void>
  onFault: (fault: unknown) => void
  /** Calls `task` every so often; gives what ends it. */
  every: (task: () => void) => () => void
}

/** Does work in the order in which it comes, so much at once and no more. */
export function makeWorkQueue<Work>(deps: WorkQueueDeps<Work>): WorkQueue<Work> {
  const { mostAtOnce, doWork, note, onFault, every } = deps
  const waiting: Work[] = []
  const atWork = new Set<Work>()
  let stopNoting: (() => void) | null = null
  const noteOne = (work: Work, before: number | null): void => {
    note(work, before).catch(onFault)
  }
  const noteWaiting = (): void => {
    for (const [before, work] of waiting.entries()) noteOne(work, before + atWork.size)
  }
  const noteAll = (): void => {
    for (const work of atWork) noteOne(work, null)
    noteWaiting()
  }
  const advance = (): void => {
    while (atWork.size < mostAtOnce) {
      const next = waiting.shift()
      if (next === undefined) break
      atWork.add(next)
      void begin(next)
    }
    if (atWork.size > 0) stopNoting ??= every(noteAll)
    else {
      stopNoting?.()
      stopNoting = null
    }
  }
  const begin = async (work: Work): Promise<void> => {
    await note(work, null).catch(onFault)
    await doWork(work).catch(onFault)
    atWork.delete(work)
    advance()
    noteWaiting()
  }
  return {
    add: (work) => {
      waiting.push(work)
      advance()
      noteWaiting()
    },
  }
}
