/**
 * Where an import through the pages stands. `checking` and `storing`: work goes on elsewhere; `ready`: checked, and
 * waiting to be confirmed; `failed`: a fault of ours.
 */
export type RunState = 'checking' | 'ready' | 'refused' | 'storing' | 'stored' | 'failed'

/** How far the work has come, in any unit. */
export interface RunProgress<Stage extends string> {
  stage: Stage
  done: number
  total: number
}

/** One import through the pages, from choosing files to having stored them, with what was `Asked` of it. */
export type Run<Asked, Result, Stage extends string> = Asked & {
  id: string
  sourceName: string
  state: RunState
  progress: RunProgress<Stage> | null
  result: Result | null
  /** How many imports are before this one, which has not been begun; null where it does not wait. */
  waitsFor: number | null
  /** Whether it should be at work but nothing has been heard of it for a minute. */
  isStalled: boolean
}

/** A file that was sent. */
export interface SentFile {
  name: string
  content: Buffer
}

/** Where imports through the pages are kept while they go on: any web process can show any of them. */
export interface RunStore<Asked, Result, Stage extends string> {
  /** Keeps the files and gives the run's id. Its state is `checking`. */
  begin: (
    run: Asked & { authority: { code: string; name: string }; sourceName: string; files: readonly SentFile[] },
  ) => Promise<string>
  find: (authority: string, id: string) => Promise<Run<Asked, Result, Stage> | null>
  files: (authority: string, id: string) => Promise<SentFile[]>
  /** Moves the run on, unless it is in another state by now: of two clicks only the first does. */
  advance: (authority: string, id: string, from: RunState, to: RunState) => Promise<boolean>
  note: (authority: string, id: string, progress: RunProgress<Stage>) => Promise<void>
  /** Says that it waits for so many others, or, with null, that it is at work still. */
  noteWaiting: (authority: string, id: string, before: number | null) => Promise<void>
  /** Ends a run from outside where it is still at work: what it has stored by now stays stored, and the run says so. */
  stop: (authority: string, id: string, state: 'refused' | 'failed', result: Result | null) => Promise<void>
  /** Throws away what nobody has gone on with: files after a day, all else after a week. */
  clear: (authority: string) => Promise<void>
  /** Ends the work of a state; only a run that is `ready` keeps its files. */
  finish: (authority: string, id: string, state: RunState, result: Result | null) => Promise<void>
  discard: (authority: string, id: string) => Promise<void>
}
