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

/** An import that is done, and what came of it in the form of its kind: to be noted where the records are stored. */
export interface EndedRun {
  runId: string
  result: unknown
}

/** A file that was sent. */
export interface SentFile {
  name: string
  content: Buffer
}

/** A file that was sent, to be kept: as a whole, or piece by piece as it lies elsewhere. */
export interface FileToKeep {
  name: string
  content: Buffer | AsyncIterable<Buffer>
}

/** Where imports through the pages are kept while they go on: any web process can show any of them. */
export interface RunStore<Asked, Result, Stage extends string> {
  /** Keeps the files and gives the run's id. Its state is `checking`. */
  begin: (
    run: Asked & { authority: { code: string; name: string }; sourceName: string; files: readonly FileToKeep[] },
  ) => Promise<string>
  find: (authority: string, id: string) => Promise<Run<Asked, Result, Stage> | null>
  files: (authority: string, id: string) => Promise<SentFile[]>
  /** Moves the run on, unless it is in another state by now: of two clicks only the first does. */
  advance: (authority: string, id: string, from: RunState, to: RunState) => Promise<boolean>
  note: (authority: string, id: string, progress: RunProgress<Stage>) => Promise<void>
  /** Says that the run is still worked on. */
  beat: (authority: string, id: string) => Promise<void>
  /** Ends a run of which nothing has been heard for too long: it can't be stored any more. False where it is not so. */
  giveUp: (authority: string, id: string) => Promise<boolean>
  /** Says that it waits for so many others, or, with null, that it is at work still. */
  noteWaiting: (authority: string, id: string, before: number | null) => Promise<void>
  /** Ends a run from outside where it is still at work: what it has stored by now stays stored, and the run says so. */
  stop: (authority: string, id: string, state: 'refused' | 'failed', result: Result | null) => Promise<void>
  /** Ends the work of a state; only a run that is `ready` keeps its files. What is done already does not fail any more. */
  finish: (authority: string, id: string, state: RunState, result: Result | null) => Promise<void>
  discard: (authority: string, id: string) => Promise<void>
}

/** The run as it stands. One of which nothing has been heard for too long has ended: nothing of it is stored later. */
export async function runAsItStands<Asked, Result, Stage extends string>(
  runs: Pick<RunStore<Asked, Result, Stage>, 'find' | 'giveUp'>,
  authority: string,
  id: string,
): Promise<Run<Asked, Result, Stage> | null> {
  const run = await runs.find(authority, id)
  if (!run?.isStalled || (await runs.giveUp(authority, id))) return run
  return runs.find(authority, id)
}

/** How the log names an import, so that what was sent and what was confirmed can be told to be the same. */
export const importNamed = (id: string): string => `import ${id.slice(0, 8)}`
