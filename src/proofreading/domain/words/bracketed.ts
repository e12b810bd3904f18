import { between } from './around.ts'
import type { Portion } from './divisions.ts'
import type { Sentence } from './sentences.ts'

/** `101 with our own carers and 106 with agency carers`: counts of a sentence, each with the words after it, up to the next stop. */
export function pairsInBrackets(sentence: Sentence): Portion[] {
  const counts = sentence.quantities.filter(({ kind, isApproximate }) => kind === 'count' && !isApproximate)
  return counts.map((count, at) => {
    const next = counts[at + 1]
    const behind = next ? between(sentence, count, next) : sentence.text.slice(count.end - sentence.start)
    const label = (behind.split(/[,;.()]/)[0] ?? '').replace(/\band\s*$/i, '')
    return { label, count: count.value, share: null, at: sentence }
  })
}
