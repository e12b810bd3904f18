import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import { isMoreBetter } from '../../words/directions.ts'
import { type Sentence, withJoined } from '../../words/sentences.ts'

/** `6 (4.3%) as outstanding, down from 0.7%`, `80%, up 4% from the 84% of last year`: a number with the old one right after it, and the wrong way or step between them. */
export const upFrom: Rule = (studied) =>
  withJoined(studied.sentences).flatMap((sentence): Located[] =>
    sentence.passage.kind === 'heading'
      ? []
      : sentence.quantities.flatMap((old) => {
          const wrong = wrongBefore(sentence, old)
          return wrong ? [located(studied, { at: sentence, place: sentence.passage.place, kind: 'growth', expected: null, severity: 'error', confidence: 0.85, ...wrong })] : []
        }),
  ) // prettier-ignore

const UP = 'up|risen|rose|increased|rise|increase|growth|gain|upward trend|improvement'
const DOWN = 'down|fallen|fell|reduced|decreased|dropped|fall|drop|decrease|decline|reduction|downward trend'
/** What stands between the two numbers: `, which is an increase of 21 from the`. */
const LINK = new RegExp(
  String.raw`(?:[,(–]|\s-|\b(?:which|this|that|it) (?:is|was|represents|represented|shows)|\ba (?:figure|number|rate|share|total) (?:that|which)(?: has)?)\s*(?:an? )?(?:[a-z]+ly |slight |small |further |significant |sharp )*(?:(${UP})|(${DOWN}))(?:\sin [a-z% ]{1,40}?)?(?:\s(?:of|by))?\s*(?:(\d[\d,]*(?:\.\d+)?)\s?(%)?\s*(?:[a-z]+ ){0,2},?\s*)?(?:from|on|compared (?:to|with))\s+(?:the |our |its )?(?:figure of |rate of |total of |(?:last|previous|prior) (?:year's |(?:reporting )?(?:year|period) \(\s?))?$`,
  'i',
)
const KINDS = new Set<Quantity['kind']>(['count', 'percent', 'rate', 'money', 'fte'])
/** Numbers further apart are of two things. */
const MOST_TIMES = 12
/** `From the 64 audits`: where nothing says that it was before, what follows must. */
const FAR = 130

function wrongBefore(sentence: Sentence, old: Quantity): { message: string; computation: string } | null {
  const { text, start, quantities } = sentence
  if (!KINDS.has(old.kind) || old.isApproximate || old.value === 0) return null
  const ahead = text.slice(0, old.start - start)
  const match = LINK.exec(ahead.slice(-FAR))
  if (!match) return null
  const at = start + Math.max(0, ahead.length - FAR) + match.index
  const own = quantities.findLast((one) => one.end <= at && one.kind === old.kind)
  if (!own || own.isApproximate || own.value === 0 || at - own.end > FAR) return null
  const gap = text.slice(own.end - start, at - start).replace(/^\s*;\s*$/, '')
  if (/[;]|\.\s(?!$)|\b(?:while|whilst|whereas|but|although|target|national\w*|regional\w*)\b/i.test(gap)) return null
  const [words, up, , size, sign] = match
  if (Math.max(own.value, old.value) > Math.min(own.value, old.value) * MOST_TIMES) return null
  const change = own.value - old.value
  const computation = `${shown(own.value)} - ${shown(old.value)} = ${shown(change)}`
  if (change !== 0 && change > 0 !== (up !== undefined))
    // What is better may be less of something.
    return /improvement/i.test(words) && isMoreBetter(text) !== true ? null : { message: `From ${old.text} to ${own.text} is not ${up === undefined ? 'down' : 'up'}.`, computation }
  const by = size === undefined ? null : Number(size.replaceAll(',', ''))
  if (by === null || !['count', 'percent'].includes(old.kind)) return null
  const decimals = Math.max(own.decimals, old.decimals, size?.split('.')[1]?.length ?? 0)
  const room = decimals > 0 || old.kind === 'percent' ? 10 ** -decimals + 1e-9 : 1e-9
  const isStep = (old.kind === 'percent' || sign === undefined) && Math.abs(Math.abs(change) - by) <= room
  const isShare = sign === '%' && Math.abs((Math.abs(change) / old.value) * 100 - by) <= 1
  return isStep || isShare ? null : { message: `From ${old.text} to ${own.text} is a step of ${shown(Math.abs(change))}, not ${size ?? ''}${sign ?? ''}.`, computation }
} // prettier-ignore
