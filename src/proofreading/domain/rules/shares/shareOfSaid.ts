import type { Located } from '../../finding.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { describes, sharesIn } from '../../words/shares.ts'

/** `Eight in ten of the 70 who answered, 42, …`, `Most reviews (238 of 602)`: a share in words of a whole and its part that stand right after it. */
export const shareOfSaid: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    const { text, start } = sentence
    const counts = countsIn(sentence).filter(({ isApproximate }) => !isApproximate)
    const said = [
      ...sharesIn(text).flatMap((share) => {
        const [whole, part] = counts.filter((one) => one.start - start >= share.at.end)
        const isOf =
          whole &&
          part &&
          OF.test(text.slice(share.at.end, whole.start - start)) &&
          APART.test(text.slice(whole.end - start, part.start - start)) &&
          ENDED.test(text.slice(part.end - start))
        return isOf && part.value < whole.value
          ? [{ words: share.words, part, whole, isRight: describes(share, (part.value / whole.value) * 100) }]
          : []
      }),
      ...[...text.matchAll(MOST)].flatMap((match) => {
        const [part, whole] = counts.filter((one) => one.start - start >= match.index)
        const isOver = !/minority|few/i.test(match[1] ?? '')
        return part && whole && part.value < whole.value
          ? [{ words: match[1] ?? '', part, whole, isRight: part.value > whole.value / 2 === isOver }]
          : []
      }),
    ]
    return said.flatMap(({ words, part, whole, isRight }): Located[] => {
      if (isRight) return []
      const exact = rounded((part.value / whole.value) * 100, 1)
      return [
        located(studied, {
          at: sentence,
          place: sentence.passage.place,
          kind: 'ratio',
          message: `“${words}” does not describe ${shown(part.value)} of ${shown(whole.value)}, which is ${exact}%.`,
          computation: `${shown(part.value)} / ${shown(whole.value)} = ${exact}%`,
          severity: 'error',
          confidence: 0.86,
        }),
      ]
    })
  })

const OF = /^\s+of (?:the |our |all |these |those |all the |all our )*$/i
const APART = /^[^.;:()\d]{0,60}[,(]\s*$/
const ENDED = /^\s*[,.)]/
const MOST =
  /\b(most(?! (?:common|frequent|often|likely|usual|recent|of the time))|the majority|a majority|a minority)\b(?: of)?[^.;()\d]{0,50}\(\s*(?=\d[\d,]* (?:out )?of (?:the )?\d)/gi
