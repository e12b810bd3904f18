import { type Part, type ReadTable, alike } from '../reportText.ts'
import type { Studied } from '../studied.ts'
import type { Sentence } from './sentences.ts'

/** When a note holds, and what it points to. */
const NOTE =
  /^\W*(?:where|if|when(?:ever)?|unless|as in|see|not? |others? |this (?:is|includes|excludes|counts)|these (?:are|include)|it (?:is|counts))\b|\b(?:below|above|overleaf|opposite|counts? (?:once|as|only|each|those|every)|counted|whichever|whoever|defined|means?|worked out|measured|shown|hidden|suppressed|not (?:yet )?(?:recorded|known|available|held))\b/i

/** What happened: words in the past that do not only say of whom or of what kind something is. */
const HAPPENED =
  /\b(?:was|were|had|did|held|took|gave|made|led|came|went|met|found|said|told|wrote|began|became|left|rose|fell|grew|sent|brought|kept|saw|spoke|ran|built|put)\b|(?<!\b(?:is|are|be|been|being|as|those|not|or|by|when|if|where)\s+(?:[a-z]+ly\s+)?)\b(?!(?:aged|based|related|named|detailed|need|needed|speed|indeed|unaccompanied)\b)[a-z]{2,}ed\b(?! (?:after|in time|on time)\b)/i

const TOLD = new Set(['count', 'percent', 'points', 'money', 'rate', 'fte'])

/**
 * Whether a sentence may stand in two places on purpose, as a note of two tables or the definition of two figures: it says
 * nothing that happened and no number, or says when it holds, or has no number and
 * is a paragraph of its own beside a table.
 */
export function isStanding({ report }: Studied, { text, passage, quantities }: Sentence): boolean {
  const hasNumbers = quantities.some(({ kind }) => TOLD.has(kind))
  if (NOTE.test(text) || !(hasNumbers || HAPPENED.test(text))) return true
  if (hasNumbers || passage.text.trim() !== text.trim()) return false
  const at = report.parts.findIndex(({ start }) => start === passage.start)
  const [before, after, next] = [report.parts[at - 1], report.parts[at + 1], report.parts[at + 2]]
  // A caption stands between a note and its table.
  return [before, after, next?.kind === 'table' && isCaptionOf(after, next) ? next : undefined].some(
    (part) => part?.kind === 'table',
  )
}

const isCaptionOf = (part: Part | undefined, { caption }: ReadTable): boolean =>
  caption !== null && part !== undefined && part.kind !== 'table' && part.text.trim() === alike(caption).trim()
