import type { Located } from '../../finding.ts'
import { isSame, prints, rounded, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { before } from '../../words/around.ts'
import { type Pair, pairsIn } from '../../words/pairs.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type IsOne, type Part, farFrom, namedIn, partsNear, partsTold, setsOf, shareOf } from '../../words/parts.ts'

/** `11% were in homes and 7% with parents, 18% in all`: the sum of two rounded shares, which the share of the two together is not. */
export const roundedTogether: Rule = (studied) =>
  studied.contexts.flatMap((context) => {
    const pairs = pairsIn(context)
    const told = partsTold(pairs)
    return context.flatMap((sentence, index) => {
      if (!sentence.quantities.some(({ kind }) => kind === 'percent')) return []
      const near = partsNear(studied, sentence, told)
      return sentence.quantities.flatMap((claim): Located[] => {
        if (claim.kind !== 'percent' || claim.isApproximate || ELSEWHERE.test(before(sentence, claim))) return []
        const own = pairs.find((pair) => pair.percent === claim)
        const wrong = own
          ? ofCount(near, own)
          : TOGETHER.test(sentence.text)
            ? ofShares({ near, far: farFrom(studied, sentence) }, sentence, claim, context[index - 1])
            : null
        return wrong ? [said(studied, sentence, claim, wrong)] : []
      })
    })
  })

const ELSEWHERE =
  /\b(?:from|than|compared (?:with|to)|last year|previous(?: year)?|target|national\w*|england|by|increase of|decrease of|rise of|fall of)\s*$/i
const TOGETHER =
  /\b(?:together|combined|between them|in all|altogether|both|in total|jointly|the two|those two|these two|the three|account\w* for|ma(?:ke|kes|de|king) up|add(?:s|ed|ing)? up|total(?:s|led|ling)?|sum|so|therefore|or (?:above|below|over|more|less|better)|(?:under|over|below|above) (?:the age of )?(?:\d|five|ten|twelve|sixteen)|and (?:over|above|under|older)|at least|up to)\b/i

interface Wrong {
  parts: readonly Part[]
  exact: number
}

/** Four rounded shares are at most so far off, in their last digit. */
const MOST_OFF = 2.1

const isWrong = (set: readonly Part[], { value, decimals }: Quantity): Wrong[] => {
  const exact = (sumOf(set.map(({ count }) => count)) / (set[0]?.whole ?? NaN)) * 100
  const isNear = Math.abs(exact - value) < MOST_OFF * 10 ** -decimals
  return isNear && isSame(sumOf(set.map((part) => shareOf(part, decimals))), value) && !prints(exact, value, decimals)
    ? [{ parts: set, exact }]
    : []
}

/** `4 (4%)`, where rows of 2, 1 and 1 have 2%, 1% and 1%. */
function ofCount(near: readonly Part[][], { sentence, count, percent, base }: Pair): Wrong | null {
  const wholes = [...(base ? [base.value] : []), ...near.flatMap(([part]) => part?.whole ?? [])]
  if (wholes.some((whole) => prints((count.value / whole) * 100, percent.value, percent.decimals))) return null
  const sets = near
    .flatMap((parts) => setsOf(parts.filter(namedIn(sentence))))
    .filter((set) => isSame(sumOf(set.map((part) => part.count)), count.value))
  return sets.flatMap((set) => isWrong(set, percent))[0] ?? null
}

/** Parts that the sentence names, or whose shares it or the one before it prints; of tables further off, both. */
function ofShares(
  { near, far }: { near: readonly Part[][]; far: readonly Part[][] },
  sentence: Sentence,
  claim: Quantity,
  previous: Sentence | undefined,
): Wrong | null {
  const printed = [...(previous?.quantities ?? []), ...sentence.quantities].filter(
    (one) => one !== claim && one.kind === 'percent',
  )
  const isPrinted: IsOne = ({ count, whole }) =>
    printed.some(({ value, decimals }) => prints((count / whole) * 100, value, decimals))
  const isNamed = namedIn(sentence)
  const sets = [
    ...near.flatMap((parts) => [...setsOf(parts.filter(isPrinted)), ...setsOf(parts.filter(isNamed))]),
    ...far.flatMap((parts) => setsOf(parts.filter((part) => isPrinted(part) && isNamed(part)))),
  ]
  const exactOf = (set: readonly Part[]) => (sumOf(set.map(({ count }) => count)) / (set[0]?.whole ?? NaN)) * 100
  if (sets.some((set) => prints(exactOf(set), claim.value, claim.decimals))) return null
  return sets.flatMap((set) => isWrong(set, claim))[0] ?? null
}

function said(studied: Studied, at: Sentence, claim: Quantity, { parts, exact }: Wrong): Located {
  const [first] = parts
  const counts = parts.map(({ count }) => shown(count)).join(' + ')
  const expected = `${rounded(exact, claim.decimals)}%`
  return located(studied, {
    at,
    place: at.passage.place,
    kind: 'rounded-sum',
    message: `${counts} of ${shown(first?.whole ?? NaN)} is ${expected}, not ${claim.text}: shares were added that had been rounded.`,
    computation: `(${counts}) / ${shown(first?.whole ?? NaN)} = ${rounded(exact, claim.decimals + 2)}%`,
    expected,
    severity: 'error',
    confidence: 0.84,
  })
}
