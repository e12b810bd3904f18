import type { Located } from '../../finding.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'

/** `twice as many boys (74) as girls (34)`. */
export const timesAsMany: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const [, words = '', part = '', whole = ''] = FORM.exec(sentence.text) ?? []
    const times = TIMES.find((one) => one.words.test(words))
    const [more, less] = [part, whole].map((text) => Number(text.replaceAll(',', '')))
    if (!times || !more || !less) return []
    const exact = more / less
    if (exact >= times.least && exact <= times.most) return []
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'ratio',
        message: `“${words} as many” does not describe ${shown(more)} and ${shown(less)}: it is ${rounded(exact, 1)} times.`,
        computation: `${shown(more)} / ${shown(less)} = ${rounded(exact, 2)}`,
        expected: null,
        severity: 'warning',
        confidence: 0.87,
      }),
    ]
  })

const FORM =
  /\b((?:more than |over |nearly |almost |about )?(?:twice|double|three times|four times)) as many [^.;()]{2,40}\((\d[\d,]*)\) as [^.;()]{2,40}\((\d[\d,]*)\)/i
const TIMES: readonly { words: RegExp; least: number; most: number }[] = [
  { words: /(?:more than|over) (?:twice|double)/i, least: 2, most: 3 },
  { words: /(?:nearly|almost) (?:twice|double)/i, least: 1.7, most: 2 },
  { words: /twice|double/i, least: 1.8, most: 2.5 },
  { words: /(?:more than|over) three times/i, least: 3, most: 4 },
  { words: /(?:nearly|almost) three times/i, least: 2.6, most: 3 },
  { words: /three times/i, least: 2.7, most: 3.5 },
  { words: /four times/i, least: 3.6, most: 4.6 },
]
