import type { Located } from '../../finding.ts'
import { isSame, prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { before, between, countsIn } from '../../words/around.ts'
import type { Sentence } from '../../words/sentences.ts'

/** Sums and quotients that are written out, and the difference between those who came and those who left. */
export const equations: Rule = (studied) =>
  [
    ...studied.sentences.flatMap((sentence) =>
      [...writtenOut(sentence), ...divided(sentence), ...allBut(sentence), ...posts(sentence)].map((wrong) => ({
        sentence,
        wrong,
      })),
    ),
    ...studied.contexts.flatMap((context) => {
      const wrong = netOf(context)
      return wrong ? [wrong] : []
    }),
  ].map(({ sentence, wrong }): Located =>
    located(studied, { at: sentence, place: sentence.passage.place, kind: 'sum', severity: 'error', ...wrong }),
  )

type Wrong = Pick<Said, 'message' | 'computation' | 'expected' | 'confidence'> & Partial<Pick<Said, 'kind'>>

const N = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const SUM = new RegExp(`(?<![\\d/.-])((?:${N})(?:\\s+[+-]\\s+(?:${N}))+)\\s*=\\s*(${N})(?![\\d%]|\\s?%)`, 'g')
const QUOTIENT = new RegExp(`(?<![\\d/.-])(${N})\\s*(?:÷|/)\\s*(${N})\\s*=\\s*(${N})(?![\\d%]|\\s?%)`, 'g')
const numberOf = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''))
const decimalsOf = (text: string | undefined): number => text?.split('.')[1]?.length ?? 0

/** `305 + 131 - 147 = 289`. */
function writtenOut({ text }: Sentence): Wrong[] {
  return [...text.matchAll(SUM)].flatMap(([, left = '', right]): Wrong[] => {
    const terms = [...left.matchAll(new RegExp(`([+-]?)\\s*(${N})`, 'g'))]
    const exact = terms.reduce((sum, [, sign, term]) => sum + (sign === '-' ? -1 : 1) * numberOf(term), 0)
    if (isSame(exact, numberOf(right))) return []
    const expected = shown(exact)
    return [
      {
        message: `${left.trim()} is ${expected}, not ${right ?? ''}.`,
        computation: `${left.trim()} = ${expected}`,
        expected,
        confidence: 0.93,
      },
    ]
  })
}

function divided({ text }: Sentence): Wrong[] {
  return [...text.matchAll(QUOTIENT)].flatMap(([, part, whole, right]): Wrong[] => {
    const exact = numberOf(part) / numberOf(whole)
    const decimals = decimalsOf(right)
    if (!Number.isFinite(exact) || prints(exact, numberOf(right), decimals)) return []
    const expected = rounded(exact, decimals)
    return [
      {
        message: `${part ?? ''} divided by ${whole ?? ''} is ${expected}, not ${right ?? ''}.`,
        computation: `${part ?? ''} / ${whole ?? ''} = ${rounded(exact, decimals + 2)}`,
        expected,
        confidence: 0.93,
      },
    ]
  })
}

/** `All but nine of the 227 pupils had a plan, 96%`: what is left of the whole. */
function allBut(sentence: Sentence): Wrong[] {
  const { quantities } = sentence
  return quantities.flatMap((few, at): Wrong[] => {
    const [whole, percent] = [
      quantities[at + 1],
      quantities.slice(at + 2).find(({ kind }) => kind === 'percent' || kind === 'count'),
    ]
    if (few.kind !== 'count' || whole?.kind !== 'count' || percent?.kind !== 'percent' || whole.value <= few.value)
      return []
    if (
      !/\ball but\s*$/i.test(before(sentence, few)) ||
      !/^\s*(?:\w+\s+){0,2}of\s+(?:the|our|all)?\s*$/i.test(between(sentence, few, whole))
    )
      return []
    const rest = whole.value - few.value
    const exact = (rest / whole.value) * 100
    if (
      prints(exact, percent.value, percent.decimals) ||
      percent.isApproximate ||
      prints(100 - exact, percent.value, percent.decimals)
    )
      return []
    const expected = `${rounded(exact, percent.decimals)}%`
    return [
      {
        kind: 'percentage',
        message: `All but ${shown(few.value)} of ${shown(whole.value)} are ${shown(rest)}, which is ${expected}, not ${percent.text}.`,
        computation: `${shown(rest)} / ${shown(whole.value)} = ${rounded(exact, percent.decimals + 2)}%`,
        expected,
        confidence: 0.87,
      },
    ]
  })
}

/** `4.5 FTE in post, with a vacancy of 0.5 FTE: an establishment of 5.0 FTE`. */
function posts(sentence: Sentence): Wrong[] {
  const [one, other, whole, more] = sentence.quantities.filter(({ kind }) => kind === 'fte')
  if (
    !one ||
    !other ||
    !whole ||
    more ||
    !/\b(?:establishment|total) of\s*$|\b(?:making|totalling)\s*$/i.test(before(sentence, whole))
  )
    return []
  if (
    !/\b(?:vacan\w*|and|plus)\b/i.test(between(sentence, one, other)) ||
    [one, other, whole].some(({ isApproximate }) => isApproximate)
  )
    return []
  const exact = one.value + other.value
  if (isSame(Number(exact.toFixed(6)), whole.value)) return []
  const expected = shown(Number(exact.toFixed(6)))
  return [
    {
      message: `${one.text} and ${other.text} are ${expected}, not ${whole.text}.`,
      computation: `${shown(one.value)} + ${shown(other.value)} = ${expected}`,
      expected,
      confidence: 0.88,
    },
  ]
}

const CAME =
  /^\s*(?:children |young people |of them )?(?:\(\S+\) )?(?:who )?(?:had )?(?:started|starting|came into|came in to|became looked after|become looked after|entered|joined|were admitted|new(?:ly)? looked after)\b/i
const LEFT =
  /^\s*(?:children |young people |of them )?(?:\(\S+\) )?(?:who )?(?:had )?(?:ceased|left|leaving|exited|ended)\b/i
const NET =
  /\bnet (?:increase|rise|growth|decrease|fall|reduction|change|gain|loss)\b[^.;\d]{0,25}$|\b(?:explains?|giving|making|leaving|which is|meaning)\b[^.;\d]{0,20}\b(?:rise|increase|growth|fall|decrease|reduction) of\s*$/i

/** `231 started to be looked after and 202 ceased. The net increase was 29.` */
function netOf(context: readonly Sentence[]): { sentence: Sentence; wrong: Wrong } | null {
  const counts = context.flatMap((sentence) => countsIn(sentence).map((one) => ({ sentence, one })))
  const behind = ({ sentence, one }: (typeof counts)[number]) => sentence.text.slice(one.end - sentence.start)
  const ahead = ({ sentence, one }: (typeof counts)[number]) => sentence.text.slice(0, one.start - sentence.start)
  const [came, ...moreCame] = counts.filter((each) => CAME.test(behind(each)))
  const [left, ...moreLeft] = counts.filter((each) => LEFT.test(behind(each)))
  const net = counts.find((each) => NET.test(ahead(each)))
  if (!came || !left || !net || moreCame.length > 0 || moreLeft.length > 0) return null
  if (came.one.isApproximate || left.one.isApproximate || net.one.isApproximate || came === left) return null
  const exact = Math.abs(came.one.value - left.one.value)
  if (isSame(exact, net.one.value)) return null
  return {
    sentence: net.sentence,
    wrong: {
      message: `${came.one.text} who came and ${left.one.text} who left make a difference of ${shown(exact)}, not ${net.one.text}.`,
      computation: `${shown(came.one.value)} - ${shown(left.one.value)} = ${shown(came.one.value - left.one.value)}`,
      expected: shown(exact),
      confidence: 0.87,
    },
  }
}
