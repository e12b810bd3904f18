import type { Sentence } from './sentences.ts'

/** `Although demand increased, …`: what goes before is told of something else. */
export const LEADING =
  /^\W*(?:although|though|even though|despite|in spite of|while|whilst|whereas|because|since|given|notwithstanding)\b[^,;.]*,/i
/** Where what is told of another thing begins. */
const BETWEEN =
  /;(?!\s*(?:so )?(?:this|that|which|it) (?:is|was)\b)|,?\s(?:while|whilst|whereas|although|but)\s|,\s(?:and|with)\s(?:the|our|a)\s|,?\s(?:(?:has |have )?(?:meant|means|led)|so)\s(?:that|to)\s/gi

/** The clauses of a sentence, each with the numbers in it. */
export function clausesOf(sentence: Sentence): Sentence[] {
  const clauses: Sentence[] = []
  let from = 0
  const add = (to: number) => {
    const [start, end] = [sentence.start + from, sentence.start + to]
    const quantities = sentence.quantities.filter((one) => one.start >= start && one.end <= end)
    clauses.push({ ...sentence, start, end, text: sentence.text.slice(from, to), quantities })
    from = to
  }
  const leading = LEADING.exec(sentence.text)?.[0].length ?? 0
  if (leading > 0) add(leading)
  for (const { index } of sentence.text.matchAll(BETWEEN)) if (index > leading) add(index)
  add(sentence.text.length)
  return clauses
}
