import { Argument, Command as Program, CommanderError, Option } from 'commander'
import type { Command } from './command.ts'

/** What was asked for: a command with what was typed after it, or nothing but to read what commander has printed. */
export type Chosen = { command: Command; typed: Readonly<Record<string, unknown>> } | { exitStatus: 0 | 2 }

/** Where the help and the complaints of usage go. */
export interface HelpOutput {
  print: (text: string) => void
  complain: (text: string) => void
}

/** What the words of a group are for, where commands share a first word. */
export type Groups = Readonly<Record<string, string>>

const USAGE = 2

/** Finds the command that was typed, with its options by name; prints help and complaints. Runs nothing. */
export function choose(
  argv: readonly string[],
  commands: readonly Command[],
  groups: Groups,
  version: string,
  output: HelpOutput,
): Chosen {
  let chosen: Chosen = { exitStatus: USAGE }
  const program = made('footprint', output)
    .description('The workbench of an Independent Reviewing Service')
    .version(version)
    .addHelpText('after', `${exampleHelp('footprint demo')}\n\n${statusHelp}\n\n${environmentHelp}`)
  const groupPrograms = new Map<string, Program>()
  for (const command of commands) {
    const [first = '', ...rest] = command.name.split(' ')
    const parent = rest.length === 0 ? program : groupOf(first)
    parent.addCommand(
      describe(command, rest[0] ?? first, output, (typed) => {
        chosen = { command, typed }
      }),
    )
  }
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { exitStatus: error.exitCode === 0 ? 0 : USAGE }
  }
  return chosen

  function groupOf(name: string): Program {
    const known = groupPrograms.get(name)
    if (known) return known
    const group = made(name, output).description(groups[name] ?? '')
    const first = commands.find((command) => command.name.startsWith(`${name} `))
    if (first) group.addHelpText('after', exampleHelp(first.example))
    groupPrograms.set(name, group)
    program.addCommand(group)
    return group
  }
}

function made(name: string, output: HelpOutput): Program {
  return new Program(name)
    .exitOverride()
    .configureOutput({ writeOut: output.print, writeErr: output.complain })
    .showHelpAfterError('(add --help for what it takes)')
    .helpCommand(false)
}

function describe(
  command: Command,
  name: string,
  output: HelpOutput,
  choose: (typed: Readonly<Record<string, unknown>>) => void,
): Program {
  const program = made(name, output)
    .description(command.summary)
    .allowExcessArguments(false)
    .addHelpText('after', `${exampleHelp(command.example)}\n\n${statusHelp}`)
  for (const { flags, summary, isRequired, isRepeatable } of command.options) {
    const option = new Option(flags, summary).makeOptionMandatory(isRequired === true)
    if (isRepeatable) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
    program.addOption(option)
  }
  const { argument } = command
  if (argument) program.addArgument(new Argument(`<${argument.name}>`, argument.summary))
  return program.action(() => {
    choose({ ...program.opts(), ...(argument && { [argument.name]: program.args[0] }) })
  })
}

const exampleHelp = (example: string): string => `\nExample:\n  ${example}`

const statusHelp = `Exit status:
  0  done, whatever the answer is
  1  refused, with the reasons on standard error; nothing is stored
  2  what was typed is no request
  3  an internal error`

const environmentHelp = `Environment:
  FOOTPRINT_DATABASE_URL        a PostgreSQL database; without it, an embedded one
  FOOTPRINT_DATABASE_OWNER_URL  the same database as its owner, where only that user may change tables
  FOOTPRINT_DATA                the folder of the embedded database (default ./data)
  FOOTPRINT_LOG                 writes a log to standard error: error, warn, info or debug
  FOOTPRINT_OIDC_ISSUER         where people sign in; docs/operators-guide.md says what goes with it
  FOOTPRINT_PRODUCTION          true where real children’s records are: refuses what is for trying out only`
