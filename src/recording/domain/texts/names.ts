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

/** Words before “will”, “is” and the like at the start of a sentence that name nobody. */
const NOBODY = new Set(
  (
    'we you i he she they it this that these those there here who what when where how why which one both all some most ' +
    'everyone everybody someone somebody nobody people no my your our his her their its the a an next last then now today ' +
    'tomorrow soon mum dad mummy daddy nan nana gran granny grandma grandad grandpa carers parents family staff workers teachers ' +
    'brothers sisters friends school college nursery home food money health time things nothing everything help advocate contact police ' +
    'so and but if or as at by for from in of on to with not yes well also still just maybe please life plans plan'
  ).split(' '),
)
/** Names that are ordinary words as well, where they are written small. */
const WORDS_TOO = new Set(
  'amber ash carol daisy dawn dean eve frank glen heather holly ivy jack jade june lily max nick penny poppy robin ruby sue teddy violet willow'.split(
    ' ',
  ),
)
const BEFORE_A_VERB =
  /^(\p{Lu}[\p{L}’'-]+) (?:will|is|was|has|had|can|could|would|should|may|wants?|says?|said|does|did|comes|came|goes|went|lives|knows|thinks|and \p{Lu})\b/u

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
      for (const part of name.split(/\s+/)) if (isNameAlone(part) && standsIn(text, part)) add(part, text.indexOf(part))
  }
  for (const match of text.matchAll(TITLES)) add(match[0], match.index)
  for (const sentence of sentencesIn(text)) {
    const start = text.indexOf(sentence)
    // "Tirion will visit you": a name that is in no list, where a sentence begins.
    const first = BEFORE_A_VERB.exec(sentence)?.[1]
    if (first !== undefined && !NOBODY.has(first.toLowerCase()) && !isNoName(first)) add(first, start)
    // Written small or in capitals: "ask josh", "ASK JOSH".
    for (const { 0: word, index } of sentence.matchAll(/[\p{L}'’-]+/gu)) {
      const isSmall = word === word.toLowerCase() && !WORDS_TOO.has(word)
      const isOddlyWritten = isSmall || (word.length > 2 && word === word.toUpperCase())
      if (isOddlyWritten && isCommon(word)) add(word.replace(/['’]s?$/i, ''), start + index)
    }
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
  const namesNobody = (word: string) => isNoName(word) || NOBODY.has(word.toLowerCase())
  while (
    words.length > 0 &&
    ((isAtStart && words[0] !== undefined && !isCommon(words[0])) || namesNobody(words[0] ?? ''))
  ) {
    words.shift()
    isAtStart = false
  }
  while (words.length > 0 && namesNobody(words.at(-1) ?? '')) words.pop()
  const name = words.join(' ').replace(/['’]s?$/, '')
  return /\p{Ll}/u.test(name) ? [name] : []
}

const isNoName = (word: string): boolean => NO_NAMES.has(word.replaceAll(/['’]s?/g, ''))
const isCommon = (word: string): boolean => commonNames.has(word.replace(/['’]s?$/, '').toLowerCase())
const partsOf = (name: string): string[] => plainWords(name).trim().split(' ').filter(Boolean)
/** A part of a name that stands for the person alone; short ones and titles do not. */
const isNameAlone = (part: string): boolean => part.length > 2 && /^\p{Lu}/u.test(part) && !NO_NAMES.has(part)
/** In capitals too, unless it is so short that it may be a word. */
const standsIn = (text: string, part: string): boolean =>
  inText(text, part) || (part.length > 4 && inText(text, part.toUpperCase()))
const inText = (text: string, part: string): boolean =>
  new RegExp(`(?<![\\p{L}])${part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u').test(text)
