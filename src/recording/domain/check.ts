import { letterChecksSetting } from '../settings.ts'
import { isForChild } from './decisions.ts'
import type { Reader } from './record.ts'
import { namesIn } from './texts/names.ts'
import { plainWords, says } from './texts/plain.ts'
import { type ReadingAge, readingAges } from './texts/readingAge.ts'
import { sensitiveWordsIn } from './texts/sensitive.ts'
import { withheldQuoted } from './texts/withheld.ts'
import { toldInEasyRead, toldInLetter } from './written/letter.ts'
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
  /** People named, other than the child, the IRO and those who may be. */
  names: readonly string[]
  /** Words of the authority’s list, and what it quotes of what is withheld from its reader. */
  sensitive: readonly string[]
  /** What it quotes of what is withheld from its reader. */
  quoted: readonly string[]
}

/** The versions that tell the child of each decision. */
const isToldToChild = (kind: WrittenKind): boolean => kind === 'letter' || kind === 'easy-read'

/** What is right and wrong in a version. */
export function checkVersion(written: ReviewWritten, { kind, reader, texts }: VersionText): VersionChecked {
  const { sensitiveWords, mayBeNamed } = letterChecksSetting.of(written.settings)
  const plain = texts.map(plainWords)
  const told = kind === 'easy-read' ? toldInEasyRead : toldInLetter
  const stands = new Map(
    written.decisions.filter(isForChild).map((decision) => {
      const words = told(decision)
      return [decision.number, words !== null && plain.every((text) => says(text, words))] as const
    }),
  )
  const numbered = (isWanted: boolean) => [...stands].filter(([, is]) => is === isWanted).map(([number]) => number)
  const all = texts.join('\n')
  const quoted = [...new Set(texts.flatMap((text) => withheldQuoted(text, written.sections, reader)))]
  const allowed = [written.childName ?? '', written.knownAs ?? '', written.iro ?? '', written.issuer, ...mayBeNamed]
  return {
    decisions: numbered(true),
    missing: isToldToChild(kind) ? numbered(false) : [],
    readingAges: readingAges(texts[0] ?? ''),
    names: namesIn(all, { allowed, others: written.otherNames }),
    sensitive: [...sensitiveWordsIn(all, sensitiveWords), ...quoted],
    quoted,
  }
}

/** Whether a version may not leave as it is. */
export const isWrong = ({ missing, quoted }: VersionChecked): boolean => missing.length > 0 || quoted.length > 0
