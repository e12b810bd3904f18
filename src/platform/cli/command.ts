import type * as z from 'zod'
import type { Configuration } from '../configuration.ts'
import type { Progress } from './progress.ts'

/** What the frame gives every command. */
export interface CommandContext {
  /** What the environment says of the installation. Throws `Refusal` where it says something wrong. */
  configuration: () => Promise<Configuration>
  progress: Progress
  /** Writes to standard output at once, for what can't wait until the command ends; done when it is written. */
  print: (text: string | Uint8Array) => Promise<void>
  /** Says on standard error what the answer alone does not say. */
  note: (text: string) => void
  /** Has `close` run when the command has ended, failed or been interrupted; the last registered first. */
  atEnd: (close: () => Promise<void>) => void
}

/** Runs a command on the arguments and options as typed, and gives what to print on standard output. */
export type Run = (typed: Readonly<Record<string, unknown>>, context: CommandContext) => Promise<string>

/** One option: as commander writes it, and what it does. */
export interface CommandOption {
  /** `--year <year>`. */
  flags: string
  summary: string
  isRequired?: boolean
  /** Whether it may be given several times; the command then gets a list. */
  isRepeatable?: boolean
}

/** A command as data: enough for its help, without a line of what it runs. */
export interface Command {
  /** `import ssda903`. */
  name: string
  summary: string
  /** What it takes without a name, and what that is. */
  argument?: { name: string; summary: string }
  options: readonly CommandOption[]
  /** A whole command line, for the help. */
  example: string
  /** Loads what it runs, only when it runs. */
  load: () => Promise<Run>
}

/** Thrown where what was typed is no request at all. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A command's run from the form of what it is asked and what answers it. Throws `UsageError` for another form. */
export const asking =
  <Schema extends z.ZodType>(
    schema: Schema,
    answer: (asked: z.output<Schema>, context: CommandContext) => Promise<string>,
  ): Run =>
  async (typed, context) => {
    const asked = schema.safeParse(typed)
    if (asked.success) return answer(asked.data, context)
    throw new UsageError(asked.error.issues.map((issue) => issue.message).join('\n'))
  }
