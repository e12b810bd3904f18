import { Writable } from 'node:stream'
import { commands, groups } from '../../src/main/commands.ts'
import type { Command } from '../../src/platform/cli/command.ts'
import { runCommandLine } from '../../src/platform/cli/commandLine.ts'

/** What a command line gave. */
export interface Ran {
  status: number
  stdout: string
  stderr: string
}

/** Runs a command line in this process, as `bin/footprint` does in its own. */
export async function footprint(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  all: readonly Command[] = commands,
): Promise<Ran> {
  const [stdout, stderr] = [collector(), collector()]
  const status = await runCommandLine(argv, all, groups, '0.0.0', {
    environment,
    stdout,
    stderr,
    onInterrupt: () => undefined,
    exit: () => undefined,
  })
  return { status, stdout: stdout.text(), stderr: stderr.text() }
}

function collector(): Writable & { text: () => string } {
  const pieces: string[] = []
  const stream = new Writable({
    write(piece, _encoding, done) {
      pieces.push(String(piece))
      done()
    },
  })
  return Object.assign(stream, { text: () => pieces.join('') })
}
