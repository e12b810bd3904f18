import type { Command, CommandContext, CommandOption, Run } from '../platform/cli/command.ts'
import type { Register } from '../registers/register.ts'
import type { AllSettings } from '../settings/setting.ts'
import type { House } from './house.ts'

/** Opens the house for a command; it is closed when the command ends. */
export type OpenHouse = (context: Pick<CommandContext, 'configuration' | 'atEnd'>) => Promise<House>

/** What the command line gives the commands of rooms. */
export interface CommandLine {
  open: OpenHouse
  /** Loads the registers of every room, also for commands that need no house. */
  registers: () => Promise<readonly Register[]>
  /** Loads the settings of every room. */
  settings: () => Promise<AllSettings>
}

/** A command of a room. */
export interface RoomCommand extends Omit<Command, 'load'> {
  /** In the help, commands stand in this order; those of the house stand ten apart. */
  order: number
  /** Loads what it runs, only when it runs. */
  load: (line: CommandLine) => Promise<Run>
}

/** Options that several commands have. */
export const authorityOption: CommandOption = {
  flags: '--authority <code or name>',
  summary: 'the authority: GSS code or name',
  isRequired: true,
}
export const yearOption: CommandOption = {
  flags: '--year <year>',
  summary: '2022-23: 1 April 2022 to 31 March 2023',
  isRequired: true,
}
export const asAtOption: CommandOption = {
  flags: '--as-at <date>',
  summary: 'the day to look from (default: the last day of the year, or today while it is not over)',
}
export const knownAtOption: CommandOption = {
  flags: '--known-at <time>',
  summary: 'as it was known then (default: now)',
}
export const formatOption: CommandOption = {
  flags: '--format <format>',
  summary: 'table, json or csv (default: table)',
}
