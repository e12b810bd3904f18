import { plainWords, spellingDistance } from './spelling.ts'

/** Something that can be found: by its id, and by any of its names. */
export interface Findable {
  id: string
  names: readonly string[]
}

/** How well something was found: less is better. */
const FIT = { id: 0, name: 10, partOfId: 20, partOfName: 30, spelledOtherwise: 40 } as const

/** Fewer letters of an id than this are part of nearly every id. */
const SHORTEST_PART_OF_ID = 3

/**
 * What a search finds, the best first: by id or part of one, and by name, where each word that was typed is a word of the
 * name, begins one, or is spelled nearly like one. What fits equally stands in order of name.
 */
export function found<Item extends Findable>(items: readonly Item[], typed: string): Item[] {
  const words = plainWords(typed)
  const id = typed.trim().toLowerCase()
  if (words.length === 0) return []
  return items
    .flatMap((item) => {
      const fit = fitOf(item, id, words)
      return fit === null ? [] : [{ item, fit }]
    })
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        (a.item.names[0] ?? '').localeCompare(b.item.names[0] ?? '') ||
        a.item.id.localeCompare(b.item.id),
    )
    .map(({ item }) => item)
}

function fitOf({ id, names }: Findable, typed: string, words: readonly string[]): number | null {
  const own = id.toLowerCase()
  if (own === typed) return FIT.id
  const fits = names.map((name) => nameFit(plainWords(name), words))
  if (typed.length >= SHORTEST_PART_OF_ID && own.includes(typed)) fits.push(FIT.partOfId)
  // Both at once, as lists show them: `Wilf Bexley, 116852`.
  if (words.length > 1 && words.includes(own)) fits.push(FIT.id)
  return fits.reduce<number | null>((best, fit) => (fit === null || (best !== null && best <= fit) ? best : fit), null)
}

/** As well as the word that fits worst; null where a word fits none of the name's. */
function nameFit(name: readonly string[], words: readonly string[]): number | null {
  let worst: number = FIT.name
  for (const word of words) {
    const fit = Math.min(...name.map((part) => wordFit(part, word)))
    if (fit === Infinity) return null
    worst = Math.max(worst, fit)
  }
  return worst
}

function wordFit(part: string, word: string): number {
  if (part === word) return FIT.name
  if (part.startsWith(word)) return FIT.partOfName
  const allowed = wrongLettersAllowed(word)
  if (allowed === 0) return Infinity
  // The beginning alone as well: a name that is typed half and wrongly.
  const distance = Math.min(spellingDistance(part, word), spellingDistance(part.slice(0, word.length), word) + 1)
  return distance <= allowed ? FIT.spelledOtherwise + distance : Infinity
}

/** One wrong letter in a short word, two in a long one; none in a word of which that would leave nothing. */
const wrongLettersAllowed = ({ length }: string): number => (length < 4 ? 0 : length < 7 ? 1 : 2)
