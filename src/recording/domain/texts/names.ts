import { commonNames } from './commonNames.ts'
import { plainWords, says } from './plain.ts'
import { sentencesIn } from './sentences.ts'

/** Words that begin with a capital wherever they stand, and name nobody. */
const NO_NAMES = new Set(
  (
    'I Im Ill Ive Id IRO Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June ' +
    'July August September October November December Christmas Easter Eid Diwali Ramadan Hanukkah Halloween English ' +
    'Maths Welsh British England Wales Britain Mum Mums Mummy Dad Dads Daddy Nan Nanny Nana Gran Granny Grandma Grandad Grandpa ' +
    'Auntie Aunt Uncle Mr Mrs Ms Miss Dr Sir TV GP PEP SDQ NHS CAMHS ICT PE Year Key Stage Street Road School College Academy Primary ' +
    'Secondary Nursery Council Team Centre Hospital Court House Zoo Park Club Church Mosque Dear Yours Best With'
  ).split(' '),
)

const TITLES = /\b(?:Mr|Mrs|Ms|Miss|Dr|Mx|Auntie|Aunt|Uncle)\.? (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/gu

/** Who may be named in a text to a child, and whom the records know. */
export interface NamesKnown {
  /** The child, the child’s IRO, and those whom the authority lets be named. */
  allowed: readonly string[]
  /** Names of others that the records hold: contacts, officers, other children. */
  others: readonly string[]
}

/**
 * The names of others that a text seems to hold, in the order in which they come: those that the records know, those after
 * a title, common first names, and words with a capital in the middle of a sentence. A help for the person who reads the
 * text before it goes: it lists a place too often rather than a person too seldom.
 */
export function namesIn(text: string, { allowed, others }: NamesKnown): string[] {
  const allowedWords = new Set(allowed.flatMap(partsOf))
  const found = new Map<string, number>()
  const add = (name: string, at: number) => {
    const isAllowed = partsOf(name).every((part) => allowedWords.has(part))
    if (!isAllowed && !found.has(name)) found.set(name, at)
  }
  const plain = plainWords(text)
  for (const name of others) {
    if (says(plain, name)) add(name, text.toLowerCase().indexOf(name.toLowerCase()))
    else
      for (const part of name.split(/\s+/)) if (isNameAlone(part) && inText(text, part)) add(part, text.indexOf(part))
  }
  for (const match of text.matchAll(TITLES)) add(match[0], match.index)
  for (const sentence of sentencesIn(text)) {
    const start = text.indexOf(sentence)
    for (const match of sentence.matchAll(/\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+)*/gu)) {
      for (const name of namesOfRun(match[0], match.index === 0)) add(name, start + match.index)
    }
  }
  const names = [...found].toSorted((a, b) => a[1] - b[1]).map(([name]) => name)
  // "Jane" beside "Jane Porter" says nothing more.
  return names.filter((name) => !names.some((other) => other !== name && says(plainWords(other), name)))
}

/** Of words with capitals side by side, those that may name someone. At the start of a sentence the first is one where it is a common name. */
function namesOfRun(run: string, isAtStart: boolean): string[] {
  const words = run.split(' ')
  const isNone = (word: string) => NO_NAMES.has(word.replaceAll(/['’]s?/g, ''))
  while (words.length > 0 && ((isAtStart && words[0] !== undefined && !isCommon(words[0])) || isNone(words[0] ?? ''))) {
    words.shift()
    isAtStart = false
  }
  while (words.length > 0 && isNone(words.at(-1) ?? '')) words.pop()
  const name = words.join(' ').replace(/['’]s?$/, '')
  return name === '' ? [] : [name]
}

const isCommon = (word: string): boolean => commonNames.has(word.replace(/['’]s?$/, '').toLowerCase())
const partsOf = (name: string): string[] => plainWords(name).trim().split(' ').filter(Boolean)
/** A part of a name that stands for the person alone; short ones and titles do not. */
const isNameAlone = (part: string): boolean => part.length > 2 && /^\p{Lu}/u.test(part) && !NO_NAMES.has(part)
const inText = (text: string, part: string): boolean =>
  new RegExp(`(?<![\\p{L}])${part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u').test(text)
