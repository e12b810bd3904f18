import { startOf } from './facts.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'

/** By how much a sentence says that something changed, what that is in its words, and from which year to which. */
export interface SizedChange {
  by: Quantity
  /** The percentage in brackets that goes with a count. */
  share: Quantity | null
  subject: string
  /** The years of a report by their beginning; null where the sentence names none for it. */
  years: readonly [number, number] | null
}

const VERB =
  /\b(?:rose|risen|increased|grew|grown|gone up|went up|fell|fallen|decreased|dropped|declined|gone down|went down|improved)(?: slightly| sharply| again| further)?\s+by\s+$/i
/** `… by 15 and then by 13`: the same thing, at another time. */
const AGAIN = /^[^;:]{0,60}?(?:,|\band\b|\bthen\b)\s*(?:(?:and|then|again|also)\s+)*by\s+$/i

/** The changes by a number that the sentence tells of, those of one thing one after the other. */
export function sizedChangesIn(sentence: Sentence, reported: number): SizedChange[] {
  const found: SizedChange[] = []
  const { quantities, text, start } = sentence
  quantities.forEach((by, at) => {
    if (!['count', 'percent', 'points'].includes(by.kind)) return
    const previous = quantities.slice(0, at).findLast(({ kind }) => kind !== 'age')
    const lead = text.slice((previous?.end ?? start) - start, by.start - start)
    const verb = VERB.exec(lead)
    const last = found.at(-1)
    const since = last ? text.slice((last.share ?? last.by).end - start, by.start - start) : ''
    const subject = verb
      ? (lead
          .slice(0, verb.index)
          .split(/[,;.]|\band\b/)
          .at(-1) ?? '')
      : AGAIN.test(since.replaceAll(/\d[\d/-]*/g, ''))
        ? last?.subject
        : undefined
    if (subject === undefined) return
    const next = quantities[at + 1]
    const gap = next ? text.slice(by.end - start, next.start - start) : ''
    const share = next?.kind === 'percent' && /^(?:,? or|\s*\()\s*$/i.test(gap) ? next : null
    found.push({ by, share, subject, years: yearsAfter(sentence, share ?? by, reported) })
  })
  return found
}

const BETWEEN = /\b(?:between|from)\s+(?:march |31 march )?$/i
const PLAIN =
  /^\)?\s*(?:(?:children|reviews|of them|cases)\s+)?(?:in|during|over|between|from)\s+(?:march |31 march )?$/i
const THIS_YEAR =
  /^\)?\s*(?:in|during|over|this)\s*(?:the (?:latest|last|reporting|most recent) year|this year|year)\b/i

/** The years that stand right after the size of a change. */
function yearsAfter({ quantities, text, start }: Sentence, size: Quantity, reported: number): [number, number] | null {
  const behind = text.slice(size.end - start)
  if (THIS_YEAR.test(behind)) return [reported - 1, reported]
  const [first, second] = quantities.filter(
    (one) => one.start >= size.end && ['period', 'year', 'date'].includes(one.kind),
  )
  const lead = first ? text.slice(size.end - start, first.start - start) : ''
  if (!first || !PLAIN.test(lead)) return null
  const year = yearOf(first)
  const next = second && BETWEEN.test(lead) ? text.slice(first.end - start, second.start - start) : ''
  if (second && /^\s*(?:and|to)\s+(?:march |31 march )?$/i.test(next)) {
    const to = yearOf(second)
    return year === null || to === null ? null : [year, to]
  }
  return year === null ? null : [year - 1, year]
}

const yearOf = ({ text }: Quantity): number | null =>
  startOf(text) ?? (/^(?:19|20)\d{2}$/.test(text) ? Number(text) - 1 : null)
