import type { Register } from '../registers/register.ts'
import type { AllSettings } from '../settings/setting.ts'
import type { MessageKind } from './messageKind.ts'
import type { Permission } from './permission.ts'
import type { Room } from './room.ts'

/** The registers of these rooms, those before others that refer to them. */
export const registersOf = <World>(all: readonly Room<World>[]): readonly Register[] =>
  all.flatMap(({ registers = [] }) => registers)

/** What the messages are for that these rooms write. */
export const messageKindsOf = <World>(all: readonly Room<World>[]): readonly MessageKind[] =>
  all.flatMap(({ messageKinds = {} }) => Object.values(messageKinds))

/** What authorities do differently in these rooms. */
export const settingsIn = <World>(all: readonly Room<World>[]): AllSettings => ({
  settings: all.flatMap(({ settings = [] }) => settings),
  presets: all.flatMap(({ presets = [] }) => presets),
})

/** What these rooms let people do. */
export const permissionsOf = <World>(all: readonly Room<World>[]): readonly Permission[] =>
  all.flatMap(({ permissions = {} }) => Object.values(permissions))
