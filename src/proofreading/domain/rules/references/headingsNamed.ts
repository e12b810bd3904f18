import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located, titleOf } from '../../studied.ts'
import { valueOfWords } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `the part of this report headed "Education outcomes"`, `Part eight sets out …`: a part of the report that it has not. */
export const headingsNamed: Rule = (studied) => {
  const headings = studied.passages.filter(
    ({ kind, text }) => kind === 'heading' || (text.length < LONGEST && !/[.!?]$/.test(text.trim())),
  )
  const titles = new Set(headings.map(({ text }) => titleOf(text)))
  const parts = partsNumbered(studied)
  return studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    const quoted = headedIn(sentence, titles)
    const numbered = parts.size < FEWEST ? null : numberedIn(sentence, parts)
    const name = quoted ?? numbered
    return name === null ? [] : [said(studied, sentence, name)]
  })
}

const said = (studied: Studied, at: Sentence, name: string): Located =>
  located(studied, {
    at,
    place: at.passage.place,
    kind: 'reference',
    message: `The report has no part “${name}”.`,
    severity: 'error',
    confidence: 0.84,
  })

const LONGEST = 90
const FEWEST = 3
const HEADED =
  /\b(?:(?:section|part|chapter|appendix|annex|page|pages|heading)\b[^.;"]{0,40}|under|see|in) (?:headed|called|titled|entitled|named|the heading|the section|the part)(?: called| headed)?,? ["']([A-Z][^"]{3,70}?)["'](?=\W|$)/i

/** A heading in quotation marks that no heading of the report is, nor goes on from. */
function headedIn({ text }: Sentence, titles: ReadonlySet<string>): string | null {
  const name = HEADED.exec(text)?.[1]
  if (name === undefined || !/\b(?:this|the|our) (?:report|section|part)|\b(?:section|part|page|heading)\b/i.test(text)) return null
  if (/\b(?:last year|previous|handbook|guidance|strategy|policy|website|government|national)\b/i.test(text)) return null
  const title = titleOf(name)
  return [...titles].some((one) => one !== '' && (one.includes(title) || (title.includes(one) && one.length > 5))) ? null : name
} // prettier-ignore

const NUMBER = '(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const OWN = new RegExp(`^\\W*(part|section|chapter) ${NUMBER}\\b`, 'i')
const NAMED = new RegExp(
  `\\b(part|section|chapter) ${NUMBER}\\b(?! of (?:the|that|this) (?:act|children|handbook))`,
  'gi',
)

/** The parts that headings number in words: `Part six: raising concerns`. */
function partsNumbered({ passages }: Studied): Map<string, number> {
  const numbers = passages.flatMap(({ kind, text }): [string, number][] => {
    const [, word = '', number = ''] = (kind === 'heading' ? OWN.exec(text) : null) ?? []
    return number === '' ? [] : [[`${word} ${number}`.toLowerCase(), valueOfWords(number)]]
  })
  return new Map(numbers)
}

function numberedIn({ text }: Sentence, parts: ReadonlyMap<string, number>): string | null {
  const words = new Set([...parts.keys()].map((key) => key.split(' ')[0]))
  const wrong = [...text.matchAll(NAMED)].find(
    ([, word = '', number = '']) =>
      words.has(word.toLowerCase()) && !parts.has(`${word} ${number}`.toLowerCase()) && !/\bact\b|regulation|handbook/i.test(text),
  )
  return wrong?.[0] ?? null
} // prettier-ignore
