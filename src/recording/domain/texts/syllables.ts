/** Words that the rule below counts wrongly, of those that letters to children use. */
const counted: ReadonlyMap<string, number> = new Map([
  ['something', 2],
  ['someone', 2],
  ['sometimes', 2],
  ['somewhere', 2],
  ['everyone', 3],
  ['every', 2],
  ['everything', 3],
  ['people', 2],
  ['being', 2],
  ['seeing', 2],
  ['doing', 2],
  ['going', 2],
  ['idea', 3],
  ['area', 3],
  ['science', 2],
  ['quiet', 2],
  ['diary', 3],
  ['video', 3],
  ['maybe', 2],
  ['safely', 2],
  ['safety', 2],
  ['lonely', 2],
  ['nicely', 2],
  ['lovely', 2],
  ['somebody', 3],
  ['homework', 2],
  ['whole', 1],
  ['eye', 1],
])

/** How many syllables an English word has, by the groups of its vowels. A number has one a figure. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
  if (/^\d+$/.test(letters)) return letters.length
  return letters
    .split('-')
    .map((part) => ofPart(part.replaceAll(/[^a-z]/g, '')))
    .reduce((sum, one) => sum + one, 0)
}

function ofPart(word: string): number {
  const known = counted.get(word)
  if (known !== undefined) return known
  if (word.length <= 3) return 1
  const spoken = word
    // A silent e at the end, alone or before s or d; but "-le" after a consonant is heard, as is "-ted", "-ses".
    .replace(/(?<=[^aeiouyl])es$/, (end, at: number) => (/[cgsxz]|sh|ch/.test(word.slice(at - 2, at)) ? end : 's'))
    .replace(/(?<=[^aeiouytd])ed$/, 'd')
    .replace(/(?<=[aeiouy][a-z]*)(?<![^aeiouy]l|[aeiouy])e$/, '')
    .replace(/^y/, '')
  const groups = spoken.match(/[aeiouy]+/g) ?? []
  // Two vowels that are said apart: "li-on", "ri-ot", "po-em", "ra-di-o".
  const apart =
    spoken.match(/i[ao](?!us)|[^qg]ua|oe[mt]|eo(?!u|p)|ui[nt]/g)?.filter((pair) => !/[ct]io/.test(pair)) ?? []
  const joined = spoken.match(/[ct]ion|[cstg]i[ao]/g) ?? []
  return Math.max(1, groups.length + Math.max(0, apart.length - joined.length))
}
