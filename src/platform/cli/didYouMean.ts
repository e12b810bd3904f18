/** A name that differs in more places than this from what was typed was not meant. */
const MOST_DIFFERENCES = 3
const MOST_NAMES = 3

/** `. Did you mean reviews.on_time?`: the names that are nearest to what was typed; empty where none is near. */
export function didYouMean(typed: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, differences: differencesOf(letters(typed), letters(name)) }))
    .filter(({ differences }) => differences <= MOST_DIFFERENCES)
    .sort((a, b) => a.differences - b.differences)
  const nearest = near.filter(({ differences }) => differences === near[0]?.differences).slice(0, MOST_NAMES)
  return nearest.length === 0 ? '' : `. Did you mean ${nearest.map(({ name }) => name).join(' or ')}?`
}

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** How many letters must be put in, left out or changed to make one text of the other (Levenshtein). */
function differencesOf(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [row, letter] of Array.from(one).entries()) {
    const line = [row + 1]
    for (const [column, its] of Array.from(other).entries()) {
      const changed = (before[column] ?? 0) + (letter === its ? 0 : 1)
      line.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    before = line
  }
  return before.at(-1) ?? 0
}
