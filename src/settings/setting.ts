import type * as z from 'zod'
import type { PlainDate } from '../kernel/dates.ts'
import type { Field, FieldOfSetting } from './field.ts'
import type { Settings } from './settings.ts'

/** A page of settings, on which settings of several rooms may stand. */
export interface SettingsPage {
  /** As in its address. */
  name: string
  title: string
  /** What it is for, in a sentence. */
  summary: string
  /** Pages stand in this order; those of the house stand ten apart. */
  order: number
  /** Whether its settings are rules of the service, of which a board is told. */
  isOfRules?: boolean
}

/** What fields may depend on. */
export interface FieldsFor {
  today: PlainDate
  /** What has been set, now or at any time that is shown. */
  set: readonly Settings[]
}

/** A setting as the pages and the command line know it, of whatever it holds. */
export interface AnySetting {
  /** As it is kept. No two are the same. */
  key: string
  schema: z.ZodType
  page: SettingsPage
  /** On its page, settings stand in this order; those of the house stand ten apart. */
  order: number
  heading: string
  fields: (asked: FieldsFor) => readonly Field[]
  /** What a page refuses, though a file may say it; null for nothing. */
  refusedOn: (settings: Settings) => { path: readonly string[]; text: string } | null
  /** The settings as they are kept when these take the place of others: what the others said may still be needed. */
  replacingIn: (before: Settings, after: Settings) => Settings
}

/** Something that authorities do differently, as its room describes it once: its default, its page, and how it is read. */
export interface Setting<Schema extends z.ZodType> extends AnySetting {
  /** What holds under these settings: the authority's own, or the default. */
  of: (settings: Settings) => z.output<Schema>
  /** Settings that say this, and nothing else. */
  as: (value: z.input<Schema>) => Settings
}

/** What a room says of a setting. */
export interface SettingDescription<Schema extends z.ZodType> {
  key: string
  /** With its default: the statutory one where the law has one. */
  schema: Schema
  page: SettingsPage
  order: number
  heading: string
  fields: readonly FieldOfSetting[] | ((asked: FieldsFor) => readonly FieldOfSetting[])
  /** What is wrong with a value that the schema takes, in words that follow the name of the field at `at`. */
  refused?: (value: z.output<Schema>) => { at: readonly string[]; text: string } | null
  /** The value as it is kept when it takes the place of another: with what of the other holds on. */
  replacing?: (before: z.output<Schema>, after: z.output<Schema>) => z.input<Schema>
}

/** Describes a setting. */
export function setting<Schema extends z.ZodType>(said: SettingDescription<Schema>): Setting<Schema> {
  const { key, schema, page, order, heading, fields, refused, replacing } = said
  // Settings are the same object for as long as they are the same, and rules ask often.
  const remembered = new WeakMap<Settings, { value: z.output<Schema> }>()
  function of(settings: Settings): z.output<Schema> {
    const known = remembered.get(settings)
    if (known) return known.value
    const value = schema.parse(settings[key])
    remembered.set(settings, { value })
    return value
  }
  const listed = typeof fields === 'function' ? fields : () => fields
  return {
    key,
    schema,
    page,
    order,
    heading,
    of,
    as: (value) => ({ [key]: value }),
    fields: (asked) => listed(asked).map(({ at = [], ...field }) => ({ ...field, path: [key, ...at] })),
    refusedOn: (settings) => {
      const problem = refused?.(of(settings)) ?? null
      return problem && { path: [key, ...problem.at], text: problem.text }
    },
    replacingIn: (before, after) =>
      replacing && key in after ? { ...after, [key]: replacing(of(before), of(after)) } : after,
  }
}

/** A named set of local rules from a published report, to choose from; none is on by itself. */
export interface Preset {
  /** As in its address and on the command line. */
  name: string
  label: string
  settings: Settings
}

/** Every setting and every named set of local rules that rooms declare. */
export interface AllSettings {
  settings: readonly AnySetting[]
  presets: readonly Preset[]
}
