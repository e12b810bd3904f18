import packageJson from '../../package.json' with { type: 'json' }
import { runCommandLine } from '../platform/cli/commandLine.ts'
import { commands, groups } from './commands.ts'

// The reader of a pipe may leave before the end (`footprint figures | head`): that is its right, and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write('The results could not be written: is the disk full?\n')
  process.exit(3)
})

process.exitCode = await runCommandLine(process.argv.slice(2), commands, groups, packageJson.version, {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  onInterrupt: (interrupted) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupted)
  },
  exit: (status) => process.exit(status),
})
