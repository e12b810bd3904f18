import type { Command, CommandContext } from './command.ts'
import { type ExitStatus, exitStatus } from './exitStatus.ts'
import { type Groups, choose } from './program.ts'
import { noProgress, progressOn } from './progress.ts'

/** A stream that may be a terminal. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean }

/** A command line's surroundings. */
export interface Surroundings {
  environment: Readonly<Record<string, string | undefined>>
  stdout: Output
  stderr: Output
  /** Tells of Ctrl-C and of being asked to end. */
  onInterrupt: (interrupted: (signal: 'SIGINT' | 'SIGTERM') => void) => void
  exit: (status: number) => void
}

const INTERRUPTED_WITHIN_MILLISECONDS = 2000

/**
 * Runs the command that `argv` names. Results go to standard output, all else to standard error. Gives the exit status:
 * 0 done, 1 refused, 2 usage, 3 an internal error.
 */
export async function runCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  groups: Groups,
  version: string,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { stdout, stderr } = surroundings
  const isForMachines = /--format[= ]json\b/.test(argv.join(' '))
  let complaint = ''
  const chosen = choose(argv, commands, groups, version, {
    print: (text) => stdout.write(text),
    complain: (text) => (complaint += text),
  })
  if (!('command' in chosen)) {
    if (complaint) stderr.write(isForMachines ? asJson({ errors: [{ reason: complaint.trim() }] }) : complaint)
    return chosen.exitStatus
  }
  return run(chosen.command, chosen.typed, isForMachines, surroundings)
}

async function run(
  command: Command,
  typed: Readonly<Record<string, unknown>>,
  isForMachines: boolean,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { stdout, stderr, environment } = surroundings
  const closers: (() => Promise<void>)[] = []
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  const interruption = new AbortController()
  surroundings.onInterrupt((signal) => {
    if (interruption.signal.aborted) return
    interruption.abort()
    const ended = new Promise((resolve) => setTimeout(resolve, INTERRUPTED_WITHIN_MILLISECONDS).unref())
    void Promise.race([closeAll(), ended]).finally(() => {
      surroundings.exit(signal === 'SIGINT' ? 130 : 143)
    })
  })
  const progress = isForMachines ? noProgress : await progressOn(stderr)
  try {
    const context: CommandContext = {
      configuration: async () => (await import('../configuration.ts')).configurationOf(environment),
      progress,
      print: (text) =>
        new Promise((resolve) =>
          stdout.write(text, () => {
            resolve()
          }),
        ),
      note: (text) => stderr.write(isForMachines ? asJson({ warnings: [{ reason: text }] }) : `${text}\n`),
      atEnd: (close) => closers.push(close),
    }
    const answer = await command.load()
    const result = await answer(typed, context)
    progress.stop()
    stdout.write(result)
    return exitStatus.done
  } catch (error) {
    progress.stop()
    // An interrupted command fails since its database went away: that is no news.
    if (interruption.signal.aborted) return await new Promise<never>(() => undefined)
    // What tells of a failure takes long to load, and most commands need none of it.
    const { failureOf } = await import('./failures.ts')
    const { makeLog } = await import('../web/logging.ts')
    const failure = failureOf(error, makeLog(environment['FOOTPRINT_LOG'] || 'silent'))
    stderr.write(isForMachines ? asJson(failure.json) : `${failure.text}\n`)
    return failure.status
  } finally {
    await closeAll()
  }
}

const asJson = (value: unknown): string => `${JSON.stringify(value)}\n`
