import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { parsedBy } from '../../platform/cli/parsed.ts'
import { Refusal } from '../../platform/refusal.ts'
import { populationSetting } from '../../children/settings.ts'
import { completeOf, declaredOf, presetNamed, schemaOf } from '../../settings/all.ts'
import type { SettingsStore } from '../../settings/app/ports.ts'
import type { AllSettings } from '../../settings/setting.ts'
import { type Settings, isSame } from '../../settings/settings.ts'

/** `2022-23=148000`. */
const population = parsedBy((text) => {
  const match = /^(\d{4}-\d{2})=(\d+)$/.exec(text)
  return match?.[1] !== undefined && match[2] !== undefined ? { year: match[1], value: Number(match[2]) } : null
}, '--population is a year and a number like 2022-23=148000')

/** What `settings` is asked. */
export const settingsAsked = ({ presets }: AllSettings) => {
  const names = presets.map(({ name }) => name).sort()
  return z
    .object({
      authority: z.string(),
      preset: z
        .string()
        .refine((name) => names.includes(name), { error: `--preset is one of ${names.join(', ')}` })
        .optional(),
      file: z.string().optional(),
      population: z.array(population).default([]),
      populationSource: z.string().min(1).optional(),
    })
    .refine((asked) => asked.population.length === 0 || asked.populationSource !== undefined, {
      error: '--population needs --population-source, to say what estimate it is',
    })
    .refine((asked) => asked.preset === undefined || asked.file === undefined, {
      error: '--preset and --file exclude each other',
    })
}

/** What the command is given to work with. */
export interface SettingsDeps {
  store: Pick<SettingsStore, 'current' | 'replace'>
  all: AllSettings
  /** By which id the history of settings names the person who runs commands. */
  by: string
  /** Throws `Refusal` for an authority that is not known. */
  authorityNamed: (codeOrName: string) => { code: string; name: string }
}

/**
 * `footprint settings`: sets what is asked and shows what then holds. Throws `Refusal` for a file that can't be read or
 * holds no settings, and where someone else changed them meanwhile.
 */
export async function settings(
  asked: z.infer<ReturnType<typeof settingsAsked>>,
  { store, all, by, authorityNamed }: SettingsDeps,
): Promise<string> {
  const authority = authorityNamed(asked.authority)
  const { own: before, version } = await store.current(authority.code)
  const own = withPopulation(withFile(withPreset(before, asked.preset, all), asked.file, all), asked)
  if (!isSame(own, before) && !(await store.replace(authority, own, { by, replaces: version }))) {
    throw new Refusal('Someone else changed the settings at this moment. Try again.')
  }
  const answer = {
    authority: authority.code,
    own: declaredOf(all.settings, own),
    settings: completeOf(all.settings, own),
  }
  return `${JSON.stringify(answer, null, 1)}\n`
}

const withPreset = (own: Settings, name: string | undefined, all: AllSettings): Settings => ({
  ...own,
  ...(name === undefined ? {} : presetNamed(all, name)?.settings),
})

function withFile(own: Settings, file: string | undefined, all: AllSettings): Settings {
  if (file === undefined) return own
  const inFile = readJson(file)
  const read = z.record(z.string(), z.unknown()).safeParse(inFile)
  const problems = read.error ?? schemaOf(all.settings).safeParse(inFile).error
  if (read.data && !problems) return read.data
  throw new Refusal(
    (problems?.issues ?? []).map(({ path, message }) => ({
      file,
      column: path.length > 0 ? path.join('.') : null,
      reason: message,
    })),
  )
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'can not be read'
    throw new Refusal([{ file, reason }])
  }
}

function withPopulation(own: Settings, asked: z.infer<ReturnType<typeof settingsAsked>>): Settings {
  if (asked.population.length === 0) return own
  const source = asked.populationSource ?? ''
  const added = Object.fromEntries(asked.population.map(({ year, value }) => [year, { value, source }]))
  return { ...own, ...populationSetting.as({ ...populationSetting.of(own), ...added }) }
}
