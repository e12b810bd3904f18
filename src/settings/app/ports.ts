import type { Instant } from '../../kernel/dates.ts'
import type { Settings } from '../settings.ts'

/** An authority's settings, as known at a moment, or now where null. */
export type SettingsReader = (authority: string, knownAt: Instant | null) => Promise<Settings>

/** What an authority has set itself, and the version that the person who changes it must have seen. */
export interface CurrentSettings {
  own: Settings
  /** Another after each change; empty before the first. */
  version: string
}

/** What an authority had set itself from a moment on. */
export interface SettingsVersion {
  own: Settings
  knownFrom: Instant
  /** The person's id; null where nobody noted who it was. */
  by: string | null
}

/** Where what authorities have set themselves is kept, in versions. */
export interface SettingsStore {
  /** Remembers what is known now until it changes: the head of every page asks for it. */
  read: SettingsReader
  current: (authority: string) => Promise<CurrentSettings>
  /** Every version so far, latest first. */
  versions: (authority: string) => Promise<readonly SettingsVersion[]>
  /**
   * Makes these the authority's own settings from now on; what they were stays known. False, and nothing is stored,
   * where `replaces` is not the version that holds: someone else came first.
   */
  replace: (
    authority: { code: string; name: string },
    own: Settings,
    change: { by: string; replaces: string },
  ) => Promise<boolean>
}
