import type { StoredRows } from './incoming/draft.ts'
import { type Content, type Register, personIn } from './register.ts'

/** The rows of these registers that are about nobody, or about someone who may be seen. */
export const rowsSeen = (
  registers: readonly Register[],
  stored: StoredRows,
  maySee: (person: string) => boolean,
): StoredRows =>
  new Map(
    registers.map((register) => {
      const isSeen = (content: Content) => {
        const person = personIn(register, content)
        return person === null || maySee(person)
      }
      return [register.name, new Map([...(stored.get(register.name) ?? [])].filter(([, content]) => isSeen(content)))]
    }),
  )

/** Everyone whom rows of these registers are about. */
export const peopleIn = (registers: readonly Register[], stored: StoredRows): Set<string> =>
  new Set(
    registers.flatMap((register) =>
      [...(stored.get(register.name)?.values() ?? [])].flatMap((content) => personIn(register, content) ?? []),
    ),
  )
