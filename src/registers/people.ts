import type { MaySee } from '../kernel/visibility.ts'
import type { StoredRows } from './incoming/draft.ts'
import { type Content, type Register, peopleNamed } from './register.ts'

/** The rows of these registers that are about nobody, or only about people who may be seen. */
export const rowsSeen = (registers: readonly Register[], stored: StoredRows, maySee: MaySee): StoredRows =>
  new Map(
    registers.map((register) => {
      const isSeen = (content: Content) => peopleNamed(register, content).every(maySee)
      return [register.name, new Map([...(stored.get(register.name) ?? [])].filter(([, content]) => isSeen(content)))]
    }),
  )

/** Everyone whom rows of these registers are about. */
export const peopleIn = (registers: readonly Register[], stored: StoredRows): Set<string> =>
  new Set(
    registers.flatMap((register) =>
      [...(stored.get(register.name)?.values() ?? [])].flatMap((content) => peopleNamed(register, content)),
    ),
  )
