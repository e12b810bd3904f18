import * as z from 'zod'
import type { AllSettings, AnySetting, Preset } from './setting.ts'
import { type Settings, isSame } from './settings.ts'

/** What settings hold, those of every room filled in where the authority has none of its own. */
export type Complete = Readonly<Record<string, unknown>>

/** What a file or a page may set: the settings of every room, and no others. */
export const schemaOf = (all: readonly AnySetting[]) =>
  z.strictObject(Object.fromEntries(all.map(({ key, schema }) => [key, schema])))

/** The settings complete. Those of no room are left out. */
export const completeOf = (all: readonly AnySetting[], settings: Settings): Complete =>
  Object.fromEntries(all.map(({ key, schema }) => [key, schema.parse(settings[key])]))

/** What the authority has set itself of the settings that rooms declare. */
export const declaredOf = (all: readonly AnySetting[], settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => all.some(({ key }) => key === name)))

/**
 * What an authority sets itself where these are its settings: those that differ from the defaults. What belongs to no
 * room stays: the room may come back.
 */
export function ownOf(all: readonly AnySetting[], settings: Settings): Settings {
  const defaults = completeOf(all, {})
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => !(name in defaults) || !isSame(value, defaults[name])),
  )
}

/** The named set of local rules; undefined where there is none of that name. */
export const presetNamed = ({ presets }: AllSettings, name: string): Preset | undefined =>
  presets.find((preset) => preset.name === name)

/** What an authority sets itself with these local rules over it. */
export const withPreset = (all: AllSettings, own: Settings, preset: Preset): Settings =>
  ownOf(all.settings, { ...own, ...completed(all.settings, preset.settings) })

const completed = (all: readonly AnySetting[], settings: Settings): Settings =>
  Object.fromEntries(
    all.filter(({ key }) => key in settings).map(({ key, schema }) => [key, schema.parse(settings[key])]),
  )
