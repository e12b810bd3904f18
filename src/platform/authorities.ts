import * as z from 'zod'
import listed from './authorities.json' with { type: 'json' }
import { Refusal } from './refusal.ts'

/** A local authority. */
export interface Authority {
  /** The GSS code: `E09000033`. */
  code: string
  name: string
}

/** The authority of the demonstration. It is made up, and its code can't be any real one's. */
export const demoAuthority: Authority = { code: 'X99000001', name: 'Hartsmere (made up)' }

const schema = z.array(
  z.strictObject({
    code: z.string(),
    name: z.string(),
    until: z.iso.date().optional(),
    /** The code of the one authority that took its place as a whole: the same authority with another code. */
    successor: z.string().optional(),
  }),
)

// Read when first asked for: many commands never ask.
let all: z.output<typeof schema> | null = null
const everyCode = () => (all ??= schema.parse(listed))

/** The other codes that the authority with this code has or had: the code changes where its area changes a little. */
export function otherCodesOf(code: string): string[] {
  return everyCode().flatMap((one) =>
    one.successor === undefined ? [] : one.code === code ? [one.successor] : one.successor === code ? [one.code] : [],
  )
}

/**
 * The local authorities of England with children's services, those first that still exist: where an authority was
 * followed by another of its name, the name means the later one.
 * Source: ONS register of GSS codes.
 */
function readAuthorities(): readonly Authority[] {
  const inOrder = everyCode().toSorted((a, b) => Number(a.until !== undefined) - Number(b.until !== undefined))
  return [...inOrder.map(({ code, name }) => ({ code, name })), demoAuthority]
}

let known: readonly Authority[] | null = null

/** Case, accents of punctuation and `&` or `and` are nobody's to remember. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** The authority with this GSS code or name, in any case. Throws `Refusal`, naming those that are near. */
export function authorityNamed(codeOrName: string): Authority {
  known ??= readAuthorities()
  const wanted = plain(codeOrName)
  const found = known.find(({ code, name }) => plain(code) === wanted || plain(name) === wanted)
  if (found) return found
  const near = known.filter(({ name }) => wanted !== '' && plain(name).includes(wanted)).slice(0, 5)
  const hint =
    near.length > 0
      ? `Did you mean ${near.map(({ code, name }) => `${name} (${code})`).join(', ')}?`
      : 'Give its GSS code, like E09000033, or its name.'
  throw new Refusal(`No authority is called “${codeOrName.slice(0, 60)}”. ${hint}`)
}

/** The authority with exactly this GSS code; null where there is none. */
export function authorityOfCode(code: string): Authority | null {
  known ??= readAuthorities()
  return known.find((one) => one.code === code) ?? null
}
