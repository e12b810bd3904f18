import type { Located } from '../../finding.ts'
import { type Rule, type Studied, isInContents, located } from '../../studied.ts'

/** `the table above (table H)`, where table H stands below, or another stands between. */
export const whereTablesAre: Rule = (studied) => {
  const captions = captionsOf(studied)
  if (captions.length < 2) return []
  return studied.sentences.flatMap((sentence): Located[] => {
    for (const form of FORMS) {
      const { kind = '', label = '', where = '' } = form.exec(sentence.text)?.groups ?? {}
      if (label === '') continue
      const isAbove = /above|previous|preceding/i.test(where)
      const own = captions.filter((one) => one.label === label.toUpperCase() && one.kind === kindOf(kind))
      const [caption, other] = own
      if (!caption || other) continue
      const isThere = isAbove ? caption.start < sentence.start : caption.start > sentence.start
      const near = captions.filter((one) => one.kind === kindOf(kind) && one !== caption)
      const between = near.find(({ start }) => isAbove ? caption.start < start && start < sentence.start : sentence.start < start && start < caption.start) // prettier-ignore
      const isDirect = /^(?:the|this) /i.test(form.exec(sentence.text)?.[0] ?? '')
      if (isThere && !(between && isDirect)) continue
      return [
        located(studied, {
          at: sentence,
          also: isThere ? (between ?? caption) : caption,
          place: sentence.passage.place,
          kind: 'reference',
          message: isThere
            ? `The ${kindOf(kind)} ${isAbove ? 'above' : 'below'} is not ${kindOf(kind)} ${label}, but ${between?.label ?? ''}.`
            : `${kind} ${label} stands ${isAbove ? 'below' : 'above'}, not ${isAbove ? 'above' : 'below'}.`,
          expected: null,
          severity: 'error',
          confidence: 0.84,
        }),
      ]
    }
    return []
  })
}

const KIND = '(?<kind>table|figure|chart|graph)'
const LABEL = '(?<label>[A-Z]\\d?|\\d{1,2}[a-z]?)'
const FORMS = [
  new RegExp(`\\b(?:the|this) (?:table|figure|chart|graph) (?:(?:just|directly|immediately) )?(?<where>above|below)[,:]?\\s*[*_]*\\(?[*_]*${KIND} ${LABEL}\\b`, 'i'),
  new RegExp(`\\b(?:the|this) (?<where>previous|preceding|following|next) (?:table|figure|chart|graph)[,:]?\\s*[*_]*\\(?[*_]*${KIND} ${LABEL}\\b`, 'i'),
  new RegExp(`\\b${KIND} ${LABEL},? (?:\\(|just |directly |immediately )?(?<where>above|below)\\b`, 'i'),
] // prettier-ignore

interface Caption {
  kind: string
  label: string
  start: number
  end: number
}

const kindOf = (word: string): string => (/^(?:chart|graph)/i.test(word) ? 'chart' : word.toLowerCase())
const CAPTION =
  /^\W*([Tt]able|TABLE|[Ff]igure|FIGURE|[Cc]hart|[Gg]raph)\s+([A-Z]\d?|\d{1,2}[a-z]?)(?:\s*[:.\u2013\u2014-]\s*\S|\s+(?=[A-Z][a-z]))/
const LONGEST_CAPTION = 200

/** The captions of the report, each where it stands: of a table, in the passage above it or in its first row. */
function captionsOf(studied: Studied): Caption[] {
  const { passages, tables } = studied
  const rows = tables.flatMap(({ rows: [row] }) =>
    row ? [{ text: row.cells.map(({ text }) => text).join(' '), start: row.start, end: row.end }] : [],
  )
  return [...passages, ...rows].flatMap(({ text, start, end }): Caption[] => {
    if (text.length > LONGEST_CAPTION || isInContents(studied, { start, end })) return []
    const [, kind = '', label = ''] = CAPTION.exec(text.trim()) ?? []
    return kind === '' ? [] : [{ kind: kindOf(kind), label: label.toUpperCase(), start, end }]
  })
}
