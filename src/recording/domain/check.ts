import { letterChecksSetting } from '../settings.ts'
import { isForChild } from './decisions.ts'
import type { Reader, Section } from './record.ts'
import { namesIn } from './texts/names.ts'
import { type ReadingAge, readingAges } from './texts/readingAge.ts'
import { sensitiveWordsIn } from './texts/sensitive.ts'
import { wordsIn } from './texts/sentences.ts'
import { standing } from './texts/standing.ts'
import { withheldQuoted } from './texts/withheld.ts'
import { withoutPictures } from './letters/linePictures.ts'
import { earlierInWords } from './letters/template.ts'
import { earlierTold, isKeptFrom, templateText, toldInEasyRead, toldInLetter } from './written/letter.ts'
import type { ReviewWritten, WrittenKind } from './written/reviewWritten.ts'

/** One version of what is written, as text: what its files say. */
export interface VersionText {
  kind: WrittenKind
  reader: Reader
  /** What each of its files says; one text where there is no file. */
  texts: readonly string[]
}

/** Whether a version says what it must, and nothing that it must not. */
export interface VersionChecked {
  /** The decisions for the child that stand in every file of it, by number. */
  decisions: readonly number[]
  /** Those that must and do not, or that nobody has put into words for the child. */
  missing: readonly number[]
  readingAges: readonly ReadingAge[]
  /** Those of the template’s own sentences, whatever the decisions; empty for what has no template. */
  templateReadingAges: readonly ReadingAge[]
  /** People named, other than the child, the IRO and those who may be. */
  names: readonly string[]
  /** Words of the authority’s list, and what it quotes of what is withheld from its reader. */
  sensitive: readonly string[]
  /** What it quotes of what is withheld from its reader. */
  quoted: readonly string[]
}

/** The versions that tell the child of each decision. */
const isToldToChild = (kind: WrittenKind): kind is 'letter' | 'easy-read' => kind === 'letter' || kind === 'easy-read'

/** What is right and wrong in a version. */
export function checkVersion(written: ReviewWritten, { kind, reader, texts: files }: VersionText): VersionChecked {
  const texts = kind === 'easy-read' ? files.map(withoutPictures) : files
  const { sensitiveWords, mayBeNamed } = letterChecksSetting.of(written.settings)
  const told = kind === 'easy-read' ? toldInEasyRead : toldInLetter
  const needed = written.decisions.filter((one) => isForChild(one) && !isKeptFrom(written, told(one) ?? '', reader))
  const words = needed.map((one) => told(one) ?? '')
  const earlier = earlierTold(written, told).map(earlierInWords)
  const found = texts.map((text) => standing(text, words, earlier))
  const stands = new Map(needed.map(({ number }, at) => [number, found.every((one) => one[at] === true)] as const))
  const numbered = (isWanted: boolean) => [...stands].filter(([, is]) => is === isWanted).map(([number]) => number)
  const all = isToldToChild(kind) ? texts.join('\n') : withoutLabels(texts.join('\n'))
  const withheld = [...written.sections, ...notForChild(written)]
  const quoted = [...new Set(texts.flatMap((text) => withheldQuoted(text, withheld, reader)))]
  const allowed = [written.childName ?? '', written.knownAs ?? '', written.iro ?? '', written.issuer, ...mayBeNamed]
  return {
    decisions: numbered(true),
    missing: isToldToChild(kind) ? numbered(false) : [],
    readingAges: readingAges(texts[0] ?? ''),
    templateReadingAges: isToldToChild(kind) ? readingAges(templateText(written, kind)) : [],
    names: namesIn(all, { allowed, others: written.otherNames }),
    sensitive: [...sensitiveWordsIn(all, sensitiveWords), ...quoted],
    quoted,
  }
}

/** Fewer words may stand in any letter by chance. */
const FEWEST_WORDS = 5

/** The decisions that the child is not told of, as what is withheld from the child. */
const notForChild = ({ decisions, lookedAt }: ReviewWritten): Section[] =>
  [...decisions, ...lookedAt]
    .filter((decision) => !isForChild(decision) && wordsIn(decision.text).length >= FEWEST_WORDS)
    .map(({ text }) => ({ key: '', label: '', text, withheldFrom: ['child'], whyWithheld: '' }))

/** Each answer and each cell on a line of its own, without the words before it, which are ours and name nobody. */
const withoutLabels = (text: string): string =>
  text.replaceAll(/(?:^|[:;]\s)(?:What|Who|By when|Outcome|Urgent)\b:?\s?|:\s/gm, '\n')

/** Whether a version may not leave as it is. */
export const isWrong = ({ missing, quoted }: VersionChecked): boolean => missing.length > 0 || quoted.length > 0
