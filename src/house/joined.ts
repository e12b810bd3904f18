import type { Register } from '../registers/register.ts'
import type { AllSettings, Preset } from '../settings/setting.ts'
import type { Settings } from '../settings/settings.ts'
import type { NamedOn } from '../world/world.ts'
import type { MessageKind } from './messageKind.ts'
import type { Permission } from './permission.ts'
import type { Room } from './room.ts'

/** The registers of these rooms, those before others that refer to them. */
export const registersOf = <World>(all: readonly Room<World>[]): readonly Register[] =>
  all.flatMap(({ registers = [] }) => registers)

/** Whom the registers of these rooms name on a day, in order, each once. */
export const namedOnOf = <World>(all: readonly Room<World>[]): NamedOn => {
  const given = all.flatMap(({ namedOn }) => namedOn ?? [])
  return (registers, day) => [...new Set(given.flatMap((namedOn) => namedOn(registers, day)))].sort()
}

/** What the messages are for that these rooms write. */
export const messageKindsOf = <World>(all: readonly Room<World>[]): readonly MessageKind[] =>
  all.flatMap(({ messageKinds = {} }) => Object.values(messageKinds))

/** What authorities do differently in these rooms. */
export const settingsIn = <World>(all: readonly Room<World>[]): AllSettings => ({
  settings: all.flatMap(({ settings = [] }) => settings),
  presets: [
    ...Map.groupBy(
      all.flatMap(({ presets = [] }) => presets),
      ({ name }) => name,
    ).values(),
  ].flatMap(presetOf),
})

/** The local rules of one report, of which several rooms have a part: `Leicester 2020-21: one; another`. */
function presetOf([first, ...others]: readonly Preset[]): Preset[] {
  if (!first) return []
  const [report = ''] = first.label.split(': ')
  return [
    {
      name: first.name,
      label: [first.label, ...others.map(({ label }) => label.replace(`${report}: `, ''))].join('; '),
      settings: others.reduce<Settings>((all, { settings }) => ({ ...all, ...settings }), first.settings),
    },
  ]
}

/** What these rooms let people do. */
export const permissionsOf = <World>(all: readonly Room<World>[]): readonly Permission[] =>
  all.flatMap(({ permissions = {} }) => Object.values(permissions))
