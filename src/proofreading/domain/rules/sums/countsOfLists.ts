import type { Located } from '../../finding.ts'
import type { Span } from '../../reportText.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `We have three priorities:` and four of them; `four actions: a new form, a leaflet and training`. */
export const countsOfLists: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading') return []
      const wrong = ofItems(sentence, context.slice(index + 1)) ?? ofWords(sentence)
      return wrong ? [countSaid(studied, { at: sentence, place: sentence.passage.place, ...wrong })] : []
    }),
  )

interface Wrong {
  words: string
  count: number
}

interface Counted extends Wrong {
  at: Span
  also?: Span | null
  place: string
}

/** That a list has another number of items than is said of it. */
export const countSaid = (studied: Studied, { at, also = null, place, words, count }: Counted): Located =>
  located(studied, {
    at,
    also,
    place,
    kind: 'text-text',
    message: `“${words}”, and ${count} are listed.`,
    computation: `${words} against ${count}`,
    severity: 'error',
    confidence: 0.82,
  })

const LISTED =
  'priorities|aims|actions|areas|themes|reasons|recommendations|steps|principles|objectives|outcomes|strengths|standards|stages|questions|teams|groups|parts|sections|headings|categories|functions|duties|changes|improvements|challenges|goals|strands|pledges|promises|localities|districts|quadrants|subjects|topics|forms|ways|things'
const NAMED = new RegExp(
  `^\\s*(?:(?:key|main|broad|new|further|strategic|service|overall|big|clear|common|commonest|linked|priority|simple) ){0,2}(?:${LISTED})\\b`,
  'i',
)
const MORE =
  /\b(?:include[ds]?|including|such as|for example|among|amongst|at least|over|more than|e\.g|some of|other|remaining|of the|of our|first|last|these are in addition)\b/i
const LEAST = 2
const MOST = 12
/** A list further off is of something else. */
const MOST_OFF = 2

/** The count that a sentence gives of what it lists: the only one before a colon. */
function countIn(sentence: Sentence, colon: number): Wrong | null {
  const lead = sentence.text.slice(0, colon)
  const counts = countsIn(sentence).filter(({ end }) => end - sentence.start <= colon)
  const [count, other] = counts
  if (!count || other || count.isApproximate || count.decimals > 0 || MORE.test(lead)) return null
  const behind = lead.slice(count.end - sentence.start)
  const noun = NAMED.exec(behind)?.[0]
  return noun === undefined || count.value < LEAST || count.value > MOST ? null : { words: `${count.text}${noun}`, count: count.value }
} // prettier-ignore

const isNear = (listed: number, { count }: Wrong): boolean =>
  listed >= LEAST && listed !== count && Math.abs(listed - count) <= MOST_OFF

function ofItems(sentence: Sentence, following: readonly Sentence[]): Wrong | null {
  if (!sentence.text.trimEnd().endsWith(':')) return null
  const told = countIn(sentence, sentence.text.length)
  const items = [...new Set(following.map(({ passage }) => passage))].filter((passage) => passage !== sentence.passage)
  if (!told || items.some(({ kind }) => kind !== 'item')) return null
  // An item that itself leads up to a list has items of its own.
  if (items.some(({ text }) => text.trimEnd().endsWith(':'))) return null
  return isNear(items.length, told) ? { words: told.words, count: items.length } : null
}

/** `: a new form, a new leaflet and training for every officer.` */
function ofWords(sentence: Sentence): Wrong | null {
  const colon = sentence.text.indexOf(':')
  const told = colon === -1 ? null : countIn(sentence, colon)
  const list = sentence.text
    .slice(colon + 1)
    .trim()
    .replace(/\.$/, '')
  if (!told || list === '' || /[:(]|\.\s|\b(?:or|which|who|because|so that|etc)\b|\d/i.test(list)) return null
  const parts = list.includes(';') ? list.split(/;\s*(?:and\s+)?/) : list.split(/,\s*(?:and\s+)?|\s+and\s+/)
  // With an `and` in one of its parts it is not plain how many there are.
  const ands = [...list.matchAll(/\band\b/g)].length
  const isPlain = list.includes(';') || (ands === 1 && /(?:,\s*and|\S\s+and)\s+[^,]+$/.test(list))
  return isPlain && parts.length >= 2 && isNear(parts.length, told) ? { words: told.words, count: parts.length } : null
}
