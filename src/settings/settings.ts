/**
 * What an authority has set itself, by the key of each setting; what is not among it has its default. Read through the
 * setting alone: `meetingLength.of(settings)`. What a room set that is no longer there stays, and nothing reads it.
 */
export type Settings = Readonly<Record<string, unknown>>

/** The settings of an authority that has set none. */
export const defaultSettings: Settings = Object.freeze({})

/** Whether two values of settings say the same, in whatever order their parts stand. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
