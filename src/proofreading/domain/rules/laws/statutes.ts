import type { Located } from '../../finding.ts'
import type { Passage } from '../../reportText.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { type Named, acts, guidance, letteredSections, misnamedLaws, regulations, sections } from './statuteList.ts'

/** Acts, regulations and guidance with a wrong name or year, and sections named of another Act. */
export const statutes: Rule = (studied) => {
  const cells = studied.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.map((cell) => ({ text: cell.text, start: cell.start, end: cell.end, place: table.place })),
    ),
  )
  const all = [...studied.passages, ...cells]
  return all.flatMap((passage) => [
    ...misnamed(studied, passage),
    ...wrongSections(studied, passage),
    ...turnedSections(studied, passage),
    ...missingSections(studied, passage),
    ...pairedSections(studied, passage),
  ])
}

const OF_1989 =
  /\b(?:[Ss]ections?|[Ss]\.?)\s?(\d{1,3}[A-Z]{1,3})((?:\s?\(\w{1,4}\))*)(?:\s*[-,]|\s+of)?\s*(?:the\s+)?(?:Children\s+Act\s+1989|1989\s+Act|CA\s?1989)\b/g

/** `section 25K of the Children Act 1989`: a letter that no section of its number has. */
function missingSections(studied: Studied, { text, start, place }: Words): Located[] {
  return [...text.matchAll(OF_1989)].flatMap((match): Located[] => {
    const [words, number = ''] = match
    if (letteredSections.has(number.toUpperCase()) || /^52[ABC]$/.test(number)) return []
    return [
      located(studied, {
        at: { start: start + match.index, end: start + match.index + words.length },
        place,
        kind: 'statute',
        message: `The Children Act 1989 has no section ${number}.`,
        expected: null,
        severity: 'error',
        confidence: 0.9,
      }),
    ]
  })
}

/** `section 52B`, of the officers' duties: there is none, and 25B is the one on them. */
function turnedSections(studied: Studied, { text, start, place }: Words): Located[] {
  if (!/\b(?:IRO|IROs|reviewing officers?|Cafcass)\b/i.test(text)) return []
  return [...text.matchAll(/\b(?:section|s\.?)\s?52([ABC])\b/gi)].map((match): Located => {
    const [words, letter = ''] = match
    const { index } = match
    const expected = `section 25${letter.toUpperCase()}`
    return located(studied, {
      at: { start: start + index, end: start + index + words.length },
      place,
      kind: 'statute',
      message: `There is no “${words}” of the Children Act 1989: ${expected} is about reviewing officers.`,
      expected,
      severity: 'error',
      confidence: 0.87,
    })
  })
}

const PAIRED =
  /\b(?:[Ss]ections?|[Ss]s?\.?)\s?(\d{1,2})(?:\s?\(\w{1,3}\))*[^.;\d]{0,60}?(?:,|\band\b|\bor\b|&|\/)[^.;\d]{0,40}?(?:[Ss]ections?\s|[Ss]s?\.?\s?)?(\d{1,2})(?:\s?\(\w{1,3}\))*,?\s+(?:of\s+)?(?:the\s+)?Children\s+Act,?\s+((?:19|20)\d{2})\b/g
/** Of the Children Act 1989, as reports name two of them in one breath. */
const USUAL = new Set(['17', '20', '31', '38', '47'])

/** `sections 20 and 31 of the Children Act 2004`: two that only the Act of 1989 has beside each other. */
function pairedSections(studied: Studied, { text, start, place }: Words): Located[] {
  return [...text.replaceAll(/\b([Ss])s?\.(?=\s?\d)/g, '$1 ').matchAll(PAIRED)].flatMap((match): Located[] => {
    const [, one = '', other = '', year = ''] = match
    if (one === other || !USUAL.has(one) || !USUAL.has(other) || year !== '2004') return []
    return [
      located(studied, {
        at: { start: start + match.index, end: start + match.index + match[0].length },
        place,
        kind: 'statute',
        message: `Sections ${one} and ${other} on children in need, accommodation, care orders and enquiries are of the Children Act 1989.`,
        expected: `sections ${one} and ${other} of the Children Act 1989`,
        severity: 'error',
        confidence: 0.88,
      }),
    ]
  })
}

type Words = Pick<Passage, 'text' | 'start' | 'end' | 'place'>

/** A capital or a joining word, up to nine of them before "Act" or "Regulations". */
const NAME = "(?<!\\w)((?:(?:[A-Z][\\w'-]*|and|of|the|to|etc\\.?|for|\\([A-Z][\\w ,'-]*\\)),?\\s+){1,12}"
const ACT = new RegExp(`${NAME}Acts?)\\s*(?:of\\s+)?[,(]?\\s*((?:19|20)\\d{2})\\b`, 'g')
const REGULATIONS = new RegExp(
  `${NAME}(?:\\([A-Z][\\w ]*\\)\\s+)?Regulations?(?:\\s+\\([A-Z][a-z]+\\))?)\\s*[,(]?\\s*((?:19|20)\\d{2})\\b`,
  'g',
)

function misnamed(studied: Studied, passage: Words): Located[] {
  const ofKind = (form: RegExp, known: readonly Named[]) =>
    [...passage.text.matchAll(form)].flatMap((match) => {
      const [words, name = '', year] = match
      const wrong = wrongName(name, Number(year), known)
      return wrong ? [saidOf(studied, passage, match.index, words, wrong)] : []
    })
  const ofGuidance = guidance.flatMap((known) => {
    const form = new RegExp(
      `\\b${known.name.replaceAll(' ', '\\s+')}["']?\\s*[,(]*\\s*(?:(?<=\\(\\s*)(?:[A-Za-z]+,?\\s+){1,9})?((?:19|20)\\d{2})\\b(?!\\s?[-/]\\s?\\d)`,
      'gi',
    )
    return [...passage.text.matchAll(form)].flatMap((match) =>
      known.years.includes(Number(match[1]))
        ? []
        : [
            saidOf(studied, passage, match.index, match[0], {
              expected: `${known.name} ${String(nearest(known.years, Number(match[1])))}`,
              confidence: 0.85,
            }),
          ],
    )
  })
  const ofName = misnamedLaws.flatMap(({ words, expected }) => {
    const match = words.exec(passage.text)
    return match ? [saidOf(studied, passage, match.index, match[0], { expected, confidence: 0.9 })] : []
  })
  return [...ofKind(ACT, acts), ...ofKind(REGULATIONS, regulations), ...ofGuidance, ...ofName]
}

interface WrongName {
  expected: string
  confidence: number
}

function saidOf(
  studied: Studied,
  { start, place }: Words,
  index: number,
  words: string,
  { expected, confidence }: WrongName,
): Located {
  const lead =
    /^(?:(?:The|Under|In|Of|And|With|By|As|To|For|Since|Section|Sections|Part|Both|See)\s+)+/i.exec(words)?.[0]
      .length ?? 0
  const at = { start: start + index + lead, end: start + index + words.length }
  const quoted = words.slice(lead).replaceAll(/\s+/g, ' ')
  return located(studied, {
    at,
    place,
    kind: 'statute',
    message: `There is no “${quoted}”: ${expected} is probably meant.`,
    expected,
    severity: 'error',
    confidence,
  })
}

const LEAD = /^(?:the|under|in|of|and|with|by|as|to|for|since|sections?|part|both|see|from|this|that|revised|new)\s+/

/** Words of a name, without what reports leave out or write another way. */
const bare = (name: string): string => {
  let words = name
    .replaceAll(/\([A-Z]{3,}\)/g, ' ')
    .toLowerCase()
    .replaceAll(/[(),.]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  while (LEAD.test(words)) words = words.replace(LEAD, '')
  return words.replace(/\bacts\b/, 'act').replace(/\bregulation\b/, 'regulations')
}

const withoutCountry = (name: string): string =>
  name
    .replaceAll(/\bengland\b/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
const loose = (name: string): string =>
  withoutCountry(name)
    .replaceAll(/\bpersons?'?s?'?\b|\bpeople'?s?\b/g, 'person')
    .replaceAll(/\bchild(?:ren)?'?s?'?\b/g, 'child')
    .replaceAll(/\boffenders?\b/g, 'offender')
    .replaceAll(/\bfamily\b|\bfamilies\b/g, 'family')
    .replaceAll("'", '')
    .replaceAll(/\b(?:and|of|the)\b/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .sort()
    .join(' ')

function wrongName(said: string, year: number, known: readonly Named[]): WrongName | null {
  const name = bare(said)
  const endsAs = (one: Named) => {
    const plain = bare(one.name)
    return name === plain || withoutCountry(name) === withoutCountry(plain) || name.endsWith(` ${plain}`)
  }
  // The longest name that fits: "Adoption and Children Act" ends in "Children Act" too.
  const exact = known.filter(endsAs).toSorted((a, b) => b.name.length - a.name.length)[0]
  const alike = known.filter((one) => loose(bare(one.name)) === loose(name))
  const rightYear = alike.find((one) => one.years.includes(year))
  if (exact && withoutCountry(bare(exact.name)) === withoutCountry(name)) {
    if (known.some((one) => one.years.includes(year) && withoutCountry(bare(one.name)) === withoutCountry(name)))
      return null
    const other = rightYear ?? exact
    return { expected: `${other.name} ${String(rightYear ? year : nearest(other.years, year))}`, confidence: 0.93 }
  }
  if (rightYear) return { expected: `${rightYear.name} ${year}`, confidence: 0.92 }
  const close = known.find((one) => one.years.includes(year) && isOneWordOff(loose(name), loose(bare(one.name))))
  if (close) return { expected: `${close.name} ${year}`, confidence: 0.86 }
  const [near] = alike
  if (near) return { expected: `${near.name} ${String(nearest(near.years, year))}`, confidence: 0.85 }
  // No others are called so: what else is said of them is a slip.
  const [main] = known
  if (main && name.startsWith('care planning') && name.endsWith('regulations'))
    return { expected: `${main.name} ${String(main.years[0] ?? year)}`, confidence: 0.85 }
  // A longer name that ends in a known one may be another law; only a list runs on ("… and Children Act 1998").
  return exact && /\b(?:and|the)$/.test(name.slice(0, -bare(exact.name).length).trim()) && !exact.years.includes(year)
    ? { expected: `${exact.name} ${String(nearest(exact.years, year))}`, confidence: 0.8 }
    : null
}

const FEWEST_WORDS = 4

/** Whether names of one year differ by one word, of names long enough that no two laws do. */
function isOneWordOff(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), other.split(' ')]
  if (others.length < FEWEST_WORDS || Math.abs(words.length - others.length) > 1) return false
  const extra = words.filter((word) => !others.includes(word))
  const lacking = others.filter((word) => !words.includes(word))
  return extra.length <= 1 && lacking.length === 1
}

const nearest = (years: readonly number[], year: number): number =>
  years.reduce((best, one) => (distance(one, year) < distance(best, year) ? one : best), years[0] ?? year)

const digitsOf = (year: number): string => Array.from(String(year)).toSorted().join('')

/** Digits that differ count more than years that lie apart: 1998 is a slip for 1989. */
const distance = (one: number, other: number): number =>
  digitsOf(one) === digitsOf(other) ? 0.5 : Math.abs(one - other)

const SECTION_OF =
  /\b(?:[Ss]ection|s)\.?\s*(\d{1,3}[A-Z]{0,2})(?:\s?\(\w{1,3}\))*\s*(?:,|of|-)?\s*(?:of\s+)?(?:the\s+)?((?:[A-Z][\w'-]*|and|of)(?:\s+(?:[A-Z][\w'-]*|and|of|\([A-Z][\w ]*\)))*\s+Act)\s+((?:19|20)\d{2})/g
const ACT_SECTION =
  /\b((?:[A-Z][\w'-]*|and|of)(?:\s+(?:[A-Z][\w'-]*|and|of|\([A-Z][\w ]*\)))*\s+Act)\s+((?:19|20)\d{2})\s*[,(]\s*(?:[Ss]ection|s)\.?\s*(\d{1,3}[A-Z]{0,2})\b/g

function wrongSections(studied: Studied, { text, start, place }: Words): Located[] {
  const named = [
    ...[...text.matchAll(SECTION_OF)].map((match) => ({
      match,
      number: match[1] ?? '',
      act: match[2] ?? '',
      year: Number(match[3]),
    })),
    ...[...text.matchAll(ACT_SECTION)].map((match) => ({
      match,
      number: match[3] ?? '',
      act: match[1] ?? '',
      year: Number(match[2]),
    })),
  ]
  return named.flatMap(({ match, number, act, year }): Located[] => {
    const around = text.slice(Math.max(0, match.index - 80), match.index + match[0].length + 80)
    const meant = sections.find((one) => one.number.test(number) && (one.isAbout === null || one.isAbout.test(around)))
    const isOther = acts.some((one) => bare(one.name) === bare(act) && one.years.includes(year))
    if (!meant || !isOther || (bare(meant.act) === bare(act) && meant.year === year)) return []
    const at = { start: start + match.index, end: start + match.index + match[0].length }
    const message = `Section ${number} on ${meant.about} is of the ${meant.act} ${meant.year}.`
    return [
      located(studied, {
        at,
        place,
        kind: 'statute',
        message,
        expected: `section ${number} of the ${meant.act} ${meant.year}`,
        severity: 'error',
        confidence: 0.88,
      }),
    ]
  })
}
