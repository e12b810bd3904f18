import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type Provision, provisions, sources } from './lawTopics.ts'
import { acts, regulations } from './statuteList.ts'

/** `make enquiries under section 37`, `section 22 of the Children Act 2004`: another section, or another Act, than the one of which the words tell. */
export const provisionsNamed: Rule = (studied) => {
  let last: string | null = null
  return studied.sentences.flatMap((sentence, index): Located[] => {
    const named = lawsIn(sentence.text, last)
    const previous = studied.sentences[index - 1]
    const before = previous?.passage === sentence.passage ? previous : null
    const found = [...wrongSections(studied, sentence, before, named, last), ...wrongSource(studied, sentence, named)]
    last = named.at(-1)?.law ?? last
    return found.slice(0, 1)
  })
}

interface Law {
  law: string
  start: number
  end: number
}

const FULL =
  /\b((?:[A-Z][\w']*|and|of)(?:,? (?:[A-Z][\w']*|and|of|\([A-Z][\w ]*\)))* (?:Act|Regulations))(?: of)?,? ((?:19|20)\d{2})\b/g
const SHORT = /\b(?:the )?((?:19|20)\d{2}) (Act|Regulations)\b|\b(?:that|the same|this|the) (Act|Regulations)\b/g
const names = [...acts, ...regulations].map(({ name }) => name).toSorted((a, b) => b.length - a.length)
const BY_YEAR: ReadonlyMap<string, string> = new Map([
  ['1989 Act', 'Children Act 1989'],
  ['2004 Act', 'Children Act 2004'],
  ['2002 Act', 'Adoption and Children Act 2002'],
  ['2008 Act', 'Children and Young Persons Act 2008'],
  ['2014 Act', 'Children and Families Act 2014'],
  ['2017 Act', 'Children and Social Work Act 2017'],
  ['2010 Regulations', 'Care Planning, Placement and Case Review (England) Regulations 2010'],
])

/** The laws that a sentence names, in order: by name, by year, or as the one named last. */
function lawsIn(text: string, last: string | null): Law[] {
  const full = [...text.matchAll(FULL)].flatMap((match): Law[] => {
    const [words, said = '', year = ''] = match
    const name = names.find((one) => said.endsWith(one))
    return name === undefined
      ? [{ law: words, start: match.index, end: match.index + words.length }]
      : [{ law: `${name} ${year}`, start: match.index, end: match.index + words.length }]
  })
  const short = [...text.matchAll(SHORT)].flatMap((match): Law[] => {
    const [words, year, ofYear] = match
    const at = { start: match.index, end: match.index + words.length }
    if (full.some(({ start, end }) => start < at.end && at.start < end)) return []
    const earlier = full.findLast(({ end }) => end <= at.start)?.law ?? last
    const law = year === undefined ? earlier : (BY_YEAR.get(`${year} ${ofYear ?? ''}`) ?? null)
    return law === null ? [] : [{ law, ...at }]
  })
  return [...full, ...short].toSorted((a, b) => a.start - b.start)
}

interface Mention extends Law {
  number: string
  isExplicit: boolean
}

const SECTION = /\b(sections?|ss?\.?|regulations?|reg\.)\s?(\d{1,3}[A-Z]{0,3})(?:\s?\(\w{1,4}\))*(?=[\s,.;:)]|$)/gi
const FAR = 70
const CHILDREN_ACT = 'Children Act 1989'

/** The sections that a sentence names, each of the law right after or before it, else of the Children Act. */
function mentionsIn(text: string, laws: readonly Law[], last: string | null): Mention[] {
  return [...text.matchAll(SECTION)].flatMap((match): Mention[] => {
    const [words, kind = '', number = ''] = match
    const at = { start: match.index, end: match.index + words.length }
    const after = laws.find(({ start }) => start >= at.end && start - at.end < FAR)
    const isOf = after && /^(?:[^.;]*\b(?:of|under|in)\b|\s*,|\s*\()?[^.;]*$/.test(text.slice(at.end, after.start))
    const ahead = laws.findLast(({ end }) => end <= at.start && at.start - end < 4)
    const law = (isOf ? after : ahead)?.law ?? null
    const isRegulation = /^reg/i.test(kind)
    if (law !== null) return isRegulation === / Regulations /.test(law) ? [{ ...at, law, number, isExplicit: true }] : []
    const usual = isRegulation ? (last !== null && / Regulations /.test(last) ? last : null) : (last ?? CHILDREN_ACT)
    return usual === null || isRegulation !== / Regulations /.test(usual) ? [] : [{ ...at, law: usual, number, isExplicit: false }]
  }) // prettier-ignore
}

function wrongSections(
  studied: Studied,
  sentence: Sentence,
  previous: Sentence | null,
  laws: readonly Law[],
  last: string | null,
): Located[] {
  const { text } = sentence
  const mentions = mentionsIn(text, laws, last)
  return mentions.flatMap((mention, at): Located[] => {
    const own = text.slice(mentions[at - 1]?.end ?? 0, mentions[at + 1]?.start ?? text.length)
    const words = previous && /^\W*(?:that|this|the|such an?) (?:duty|power|right|requirement|scheme|is)\b/i.test(text) ? `${previous.text.replace(/\.\s*$/, '')} ${own}` : own // prettier-ignore
    const meant = wrongFor(words, mention, mentions)
    if (!meant) return []
    const expected = `${/Regulations/.test(meant.law) ? 'regulation' : 'section'} ${meant.number} of the ${meant.law}`
    return [saidOf(studied, sentence, `${mention.number} of the ${mention.law}`, expected, meant.about)]
  })
}

/** The provision of which the words tell alone, where the one named is not about it. */
function wrongFor(words: string, { law, number, isExplicit }: Mention, all: readonly Mention[]): Provision | null {
  const own = provisions.find((one) => one.law === law && one.number === number)
  if (own?.loosely.test(words) === true) return null
  const fitting = provisions.filter((one) => one.strictly?.test(words) === true)
  const isNamed = (one: Provision) => all.some((other) => other.number === one.number && other.law === one.law)
  const [meant, other] = fitting.filter((one) => !isNamed(one) && (one.law === law || one.number === number))
  if (meant && !other) return own || isExplicit ? meant : null
  const elsewhere = provisions.filter((one) => one.number === number && one.law !== law && one.loosely.test(words))
  const [only, second] = elsewhere
  return isExplicit && !own && only && !second && (only.strictly?.test(words) ?? false) ? only : null
}

/** `Sections 25A and 25B were inserted by the Children and Families Act 2014`. */
function wrongSource(studied: Studied, sentence: Sentence, laws: readonly Law[]): Located[] {
  const [law, ...others] = laws.filter(({ law: name }) => !/ Regulations /.test(name))
  const wrong = sources.find(({ words, laws: right }) => words.test(sentence.text) && law && !laws.some((one) => right.slice(0, 1).includes(one.law)) && !right.includes(law.law)) // prettier-ignore
  const by = /\b(?:inserted|added|introduced|brought in)\b[^.;]{0,70}\bby (?:the )?$/i
  const source = law && others.length > 0 ? laws.find(({ start }) => by.test(sentence.text.slice(0, start))) : law
  const [expected = ''] = (wrong ?? sources.find(({ words }) => words.test(sentence.text)))?.laws ?? []
  if (!source || expected === '' || source.law === expected) return []
  const isBy = by.test(sentence.text.slice(0, source.start))
  return wrong || (isBy && others.length > 0)
    ? [saidOf(studied, sentence, source.law, `the ${expected}`, 'this')]
    : []
} // prettier-ignore

const saidOf = (studied: Studied, at: Sentence, named: string, expected: string, about: string): Located =>
  located(studied, {
    at,
    place: at.passage.place,
    kind: 'statute',
    message: `“${named}”: ${expected} is about ${about}.`,
    expected,
    severity: 'error',
    confidence: 0.84,
  })
