import type { Instant } from '../../kernel/dates.ts'
import type { OwnSettings, Settings } from '../settings.ts'

/** An authority's settings, complete, as known at a moment, or now where null. */
export type SettingsReader = (authority: string, knownAt: Instant | null) => Promise<Settings>

/** Where what authorities have set themselves is kept, in versions. */
export interface SettingsStore {
  read: SettingsReader
  /** What the authority has set itself, without the defaults; empty where nothing. */
  own: (authority: string) => Promise<OwnSettings>
  /** Makes these the authority's own settings from now on; what they were stays known. */
  replace: (authority: { code: string; name: string }, own: OwnSettings) => Promise<void>
}
