import type { Located } from '../../finding.ts'
import { type Rule, type Said, located } from '../../studied.ts'

/** `Fewer children left (247) than started (212)`, `nearly all (81%)`, `fell in all areas: 431 to 447, …`: numbers right beside the words that they do not bear out. */
export const bracketsCompared: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    const wrong = [...thanIn(sentence.text), ...besideThan(sentence.text), ...amountsIn(sentence.text), ...allOf(sentence.text)]
    return wrong.slice(0, 1).map((one) => located(studied, { at: sentence, place: sentence.passage.place, kind: 'text-text', severity: 'error', ...one }))
  }) // prettier-ignore

type Wrong = Pick<Said, 'message' | 'computation' | 'confidence'>

const said = (message: string, computation: string): Wrong => ({ message, computation, confidence: 0.85 })
const numberOf = (text = ''): number => Number(text.replaceAll(/[,£%\s]/g, ''))
const N = String.raw`(£?\d[\d,]*(?:\.\d+)?\s?%?)`

const MORE = 'more|higher|larger|greater|bigger|longer|older'
const LESS = 'fewer|less|lower|smaller|shorter|younger'
const THAN = new RegExp(
  `\\b(?<!no |not |or |and |any )(?:(${MORE})|(${LESS}))\\b(?! than)([^.;()]{0,80})\\(\\s?${N}\\s?\\),? than\\b[^.;()]{0,60}\\(\\s?${N}\\s?\\)`,
  'gi',
)

/** `higher in 2022/23 (95.1%) than in 2021/22 (96.4%)`. */
const thanIn = (text: string): Wrong[] =>
  [...text.matchAll(THAN)].flatMap((match) => {
    const [words, more, less, , one = '', other = ''] = match
    const [own, beside] = [numberOf(one), numberOf(other)]
    const isLike = one.includes('%') === other.includes('%') && one.includes('£') === other.includes('£')
    return isLike && own !== beside && own > beside === (less !== undefined)
      ? [
          said(
            `“${words}”: ${one} is not ${(more ?? less ?? '').toLowerCase()} than ${other}.`,
            `${one} against ${other}`,
          ),
        ]
      : []
  })

const BESIDE_THAN = new RegExp(
  `\\(\\s?${N}\\s?\\)[^.;()\\d]{0,60}\\b(?<!no |not |or |and |any )(?:(${MORE})|(${LESS})) than [^.;()\\d]{0,50}\\(\\s?${N}\\s?\\)`,
  'gi',
)
const THAN_TO = new RegExp(
  `\\b(?<!no |not |or |and |any )(?:(${MORE})|(${LESS})) than (?!doubl|trebl|tripl|hal[fv])(?:(?!\\bfrom\\b)[^.;:,()\\d]){3,40}?(?:,|:|,? at|,? by)? (?:approximately |about |around |roughly )?${N} (?:to|against|compared (?:to|with)) ${N}`,
  'gi',
)

/** `boys (301) are more than girls (325)`, `boys are fewer than girls, about 55% to 45%`. */
const besideThan = (text: string): Wrong[] => {
  const beside = [...text.matchAll(BESIDE_THAN)].map(([words, one, more, less, other]) => ({ words, one, more, less, other }))
  const after = [...text.matchAll(THAN_TO)].map(([words, more, less, one, other]) => ({ words, one, more, less, other }))
  return [...beside, ...after].flatMap(({ words, one = '', more, less, other = '' }) => {
    // `more than the 50 to 70 that the Handbook advises`: a range.
    if (/\bthe (?:\w+ ){0,2}[\d.,]+ to [\d.,]+\s*$/i.test(words)) return []
    const [own, against] = [numberOf(one), numberOf(other)]
    const isLike = one.includes('%') === other.includes('%') && one.includes('£') === other.includes('£')
    return isLike && own !== against && own > against === (less !== undefined)
      ? [said(`“${words}”: ${one.trim()} is not ${(more ?? less ?? '').toLowerCase()} than ${other.trim()}.`, `${one.trim()} against ${other.trim()}`)]
      : []
  })
} // prettier-ignore

/** Amounts in words, with the least and the most per cent that they may stand for. */
const AMOUNTS: readonly (readonly [string, number, number])[] = [
  ['nearly all|almost all|virtually all|all but a few', 88, 100],
  ['the (?:vast|great|overwhelming) majority', 70, 100],
  ['(?:the|a) (?:clear )?majority|more than half|over half|well over half', 50, 100],
  ['fewer than half|less than half|under half|a minority', 0, 50],
  ['hardly any|very few|almost none|only a handful', 0, 12],
  ['a small minority', 0, 30],
]
const amounts = AMOUNTS.map(([words, least, most]) => ({
  form: new RegExp(String.raw`\b(${words})\b[^.;()\d]{0,60}\(\s?(\d[\d.]*)\s?%\s?\)`, 'gi'),
  least,
  most,
}))

const amountsIn = (text: string): Wrong[] =>
  amounts.flatMap(({ form, least, most }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const [, words = '', share = ''] = match
      const value = Number(share)
      return value < least || value > most ? [said(`“${words}” does not describe ${share}%.`, `${share}%`)] : []
    }),
  )

const ALL_OF =
  /\b(?:(rose|risen|increased|grew|grown|gone up|went up|up)|(fell|fallen|decreased|declined|dropped|gone down|went down|down))\s+in\s+(?:all|each|every|both)\b/i
const FROM_TO = /(?<![\d/-])(\d+(?:,\d{3})*(?:\.\d+)?)\s?%?\s+to\s+(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d/-])/g

/** `Numbers fell in all four areas: North 431 to 447, East 376 to 369`. */
function allOf(text: string): Wrong[] {
  const match = ALL_OF.exec(text)
  const pairs = [...text.matchAll(FROM_TO)].map(([words, from, to]) => ({ words, from: numberOf(from), to: numberOf(to) }))
  if (!match || pairs.length < 2 || /\b(?:aged?|years?|band|except|but)\b/i.test(text)) return []
  const isUp = match[1] !== undefined
  const wrong = pairs.find(({ from, to }) => (isUp ? to <= from : to >= from))
  return wrong ? [said(`“${match[0]}”: ${wrong.words} is none.`, wrong.words)] : []
} // prettier-ignore
