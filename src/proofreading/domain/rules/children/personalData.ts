import type { Located } from '../../finding.ts'
import type { Span } from '../../reportText.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { firstNames } from './firstNames.ts'

/** What can tell who a child is: names, dates of birth, numbers, addresses. */
export const personalData: Rule = (studied) => {
  const cells = studied.tables.flatMap((table) =>
    table.rows.map((row) => ({
      text: row.cells.map(({ text }) => text).join(' '),
      start: row.start,
      end: row.end,
      place: table.place,
      isCell: true,
    })),
  )
  const sentences = studied.sentences.map(({ text, start, end, passage }) => ({
    text,
    start,
    end,
    place: passage.place,
    isCell: false,
  }))
  return [...sentences, ...cells].flatMap((words) => wrongIn(studied, words))
}

interface Words extends Span {
  text: string
  place: string
  isCell: boolean
}

function wrongIn(studied: Studied, words: Words): Located[] {
  const found = [numberOf, birthOf, postcodeOf, nameOf, agedOf, togetherOf, streetOf, relativeOf, onlyOneOf].flatMap(
    (look) => look(words.text) ?? [],
  )
  return found.map(({ message, confidence }) =>
    located(studied, {
      at: words,
      place: words.place,
      kind: 'personal-data',
      message,
      expected: null,
      severity: 'error',
      confidence,
    }),
  )
}

interface Found {
  message: string
  confidence: number
}

const NHS = /(?<![\d-])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?![\d-])/g

/** An NHS number: ten digits whose last follows from the others, or that are called so. */
function numberOf(text: string): Found | null {
  for (const match of text.matchAll(NHS)) {
    const digits = match.slice(1).join('')
    const lead = text.slice(0, match.index)
    const isCalled = /\bNHS\s*(?:number|no\.?|#)?\s*(?:is|was|:|-)?\s*$/i.test(lead)
    if (
      isCalled ||
      (isValidNhs(digits) &&
        !/\b(?:tel|telephone|phone|fax|call|ring|mobile|on)\b[^.]{0,20}$/i.test(lead) &&
        !digits.startsWith('0') &&
        /[ -]/.test(match[0]))
    )
      return { message: `${match[0]} looks like an NHS number.`, confidence: isCalled ? 0.97 : 0.85 }
  }
  if (/\b(?:UPN|unique pupil number)\b\W{0,3}(?:is |was )?[A-Z]\d{11}[\dA-Z]\b/.test(text))
    return { message: 'It gives a pupil’s number (UPN).', confidence: 0.95 }
  if (/\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/.test(text))
    return { message: 'It gives a National Insurance number.', confidence: 0.85 }
  if (
    /\b(?:child(?:'s)? (?:id|number|ref(?:erence)?)|case (?:id|number|ref(?:erence)?)|(?:LCS|Mosaic|Liquid ?Logic|ICS) (?:id|number|no\.?))\W{0,3}(?:is |was )?[A-Z]{0,3}\d{4,}/i.test(
      text,
    )
  )
    return { message: 'It gives the number under which a child’s record is kept.', confidence: 0.85 }
  return null
}

/** The check digit of NHS numbers. Source: NHS Data Dictionary, NHS NUMBER. */
function isValidNhs(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[9]) && new Set(digits).size > 2
}

const DAY =
  '(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?[A-Z][a-z]+\\s+\\d{4}|[A-Z][a-z]+\\s+\\d{1,2},?\\s+\\d{4})'
const BIRTH = new RegExp(
  `(?:\\b(?:d\\.?o\\.?b\\.?|date of birth|born)\\b)\\W{0,3}(?:is |was |on |in )?(?:the )?(${DAY})`,
  'i',
)

function birthOf(text: string): Found | null {
  const match = BIRTH.exec(text)
  return match ? { message: `${match[1] ?? ''} is given as a date of birth.`, confidence: 0.95 } : null
}

const POSTCODE =
  /\b(?:GIR 0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})\b/
const OF_A_CHILD =
  /\b(?:child|children|young person|he|she|his|her|boy|girl|foster|placement|placed|lives?|living|moved|home address|siblings?|mother|father|family|aged)\b/i
const OF_AN_OFFICE =
  /\b(?:council|office|offices|town hall|civic|telephone|tel|email|contact us|website|published|ofsted|cafcass|department|services?,|ltd|house,|building|centre)\b/i

function postcodeOf(text: string): Found | null {
  const match = POSTCODE.exec(text)
  if (!match || !OF_A_CHILD.test(text) || OF_AN_OFFICE.test(text)) return null
  return { message: `${match[0]} is a full postcode, which some fifteen homes share.`, confidence: 0.88 }
}

/** `Jo Ward, of Mill Lane`, `Jo Ward, Year 8`: a name with where somebody lives or goes to school. */
const FULL_NAME = "[A-Z][a-z]+(?:-[A-Z][a-z]+)? [A-Z][a-z'-]+"
const LIVES = new RegExp(
  `\\b${FULL_NAME},? (?:\\(?aged \\d{1,2}\\)?,? )?(?:(?:of|from|who lives (?:at|in|on)|living (?:at|in|on)) (?:\\d+ )?(?:[A-Z][a-z]+ ){1,3}?(?:Street|Road|Lane|Avenue|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Grove|Hill|Row|Mews)\\b|(?:in )?Year \\d{1,2} (?:at|in|pupil))`,
)

const HOME = new RegExp(
  `\\b(?:liv(?:e[sd]?|ing)|mov(?:ed?|ing)|placed|resid\\w+|home|hous(?:e|ed|ing)|stay\\w*|return\\w*)\\b[^.;]{0,40}?\\b(?:at|to|in|is)\\s+((?:\\d{1,3}[A-Za-z]?,? |Flat \\d+,? )(?:[A-Z][a-z']+ ){1,3}?(?:Street|Road|Lane|Avenue|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Grove|Hill|Row|Mews|Place|Square|Walk))\\b`,
)

function streetOf(text: string): Found | null {
  const home = HOME.exec(text)
  if (
    home &&
    OF_A_CHILD.test(text) &&
    !/\b(?:office|centre|council|team|service|building|staff|panel|hub)s?\b/i.test(home[0])
  )
    return { message: `“${home[1] ?? ''}” is where somebody lives.`, confidence: 0.9 }
  const match = LIVES.exec(text)
  return match ? { message: `“${match[0]}” names somebody with their street or school.`, confidence: 0.9 } : null
}

const RELATIVE =
  /\b(?:parents?|mothers?|fathers?|mum|dad|grand(?:mother|father|parents?)|aunt|uncle|step(?:mother|father)|family)\b/i
const TITLED = /\b(?:Mrs|Mr|Ms|Miss)\.?\s+(?:[A-Z]\.?\s+)?[A-Z][a-z'-]{1,20}\b/

/** `A parent wrote: contact Mrs Dunmore`: the name of somebody's family, which is the child's. */
function relativeOf(text: string): Found | null {
  const match = TITLED.exec(text)
  if (!match || !RELATIVE.test(text) || PRETENDED.test(text)) return null
  const around = text.slice(Math.max(0, match.index - 40), match.index + match[0].length + 40)
  return ROLE.test(around)
    ? null
    : { message: `“${match[0]}” looks like the name of a child’s family.`, confidence: 0.85 }
}

const ONLY_ONE =
  /\bthe only\b[^.;,]{0,50}\b(?:child|boy|girl|young person|sibling group|baby|[A-Z][a-z]+[- ]speaking \w+|\d{1,2}[- ]year[- ]old)\b[^.;]{0,40}\b(?:in|from) (?:the|our) (?:county|city|borough|town|village|area|school|island|district|council|authority|care population)\b/i

/** `the only girl from Mali in the borough`: people who know the place know who it is. */
const onlyOneOf = (text: string): Found | null =>
  ONLY_ONE.test(text) && OF_A_CHILD.test(text)
    ? {
        message: 'It tells of somebody of whom there is only one in the place: those who live there know who it is.',
        confidence: 0.82,
      }
    : null

/** `Ollie Tranter, who is 13 and at …`, `Kiera Dawson (15, of …)`, `Dwayne O., 17, who lives …`: a name with an age, whatever the name. */
const NAMED_AND_AGED =
  /\b([A-Z][a-z]{2,})(?: (?:[A-Z][a-z'-]+|[A-Z]\.?))?(?:,? who (?:is|was|has just turned) (?:aged |now |then )?(?:[1-9]|1[0-7])\b(?! (?:of|per|times|years? of))|,? (?:aged|age) (?:[1-9]|1[0-7])\b(?! (?:and|or) (?:over|above|under|older|younger)|\+)|,? \(?(?:aged )?(?:[1-9]|1[0-7])(?:,| years) (?:of|from|in|at|who|whose|and|old|lives?|living|[A-Z][a-z]+)\b)/g
/** What begins with a capital and is nobody's name. */
const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Year|Years|Key|Stage|Level|Table|Figure|Chart|Section|Part|Article|Regulation|Appendix|Annex|Page|Paragraph|Chapter|Priority|Act|Schedule|Children|Child|Young|People|Boys?|Girls?|The|This|These|Those|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Under|Over|Aged|All|Any|And|For|From|With|Each|Every|Some|Many|Most|Total|Other|North|South|East|West|Children's|Quarter|Month|Week|Day|Group|Team|Service|Another|Anyone|Someone|Everyone|Nobody|Somebody|Brothers?|Sisters?|Siblings?|Twins?|White|Black|Asian|Mixed|Vietnamese|Afghan|Albanian|Sudanese|Eritrean|Iraqi|Iranian|Kurdish|Syrian|Somali|English|British|Irish|Polish|Romanian)$/

function agedOf(text: string): Found | null {
  if (PRETENDED.test(text)) return null
  const match = [...text.matchAll(NAMED_AND_AGED)].find(
    ([words, first = '']) => !NO_NAME.test(first) && !ROLE.test(words),
  )
  return match ? { message: `“${match[0].trim()}” looks like a name with an age.`, confidence: 0.85 } : null
}

const KIN_AND_AGES =
  /\b(?:brothers?(?: and sisters?)?|sisters?|siblings|twins|cousins)\b[^.;]{0,25}?\b(?:aged? )?\d{1,2}(?:,? and |, )\d{1,2}\b[^.;]{0,20}?\b(?:from|of|in|near|at) (?:the )?(?!January|February|March|April|May|June|July|August|September|October|November|December)([A-Z][a-z]+(?: [A-Z][a-z]+)?)/

const KIN_NAMED =
  /\b(?:sisters|brothers|siblings|twins|cousins|girls|boys)(?: called| named)?,? (?!January|February|March|April|May|June|July|August|September|October|November|December|North|South|East|West|White|Black|Asian)[A-Z][a-z]+(?:, [A-Z][a-z]+)*,? and [A-Z][a-z]+\b(?! (?:Council|Team|Service|Road|Street|School|Act))/

/** `brothers aged 15 and 16 from Lisson Grove`: who know the place know who they are. */
function togetherOf(text: string): Found | null {
  const named = PRETENDED.test(text) ? null : KIN_NAMED.exec(text)
  if (named) return { message: `“${named[0]}” gives the names of children.`, confidence: 0.86 }
  const match = KIN_AND_AGES.exec(text)
  return match ? { message: `“${match[0]}” tells who they are: kin, ages and place.`, confidence: 0.84 } : null
}

/** Words that people who work with children bear after or before their names. */
const ROLE =
  /\b(?:IRO|IROs|officer|manager|social worker|director|head of|councillor|cllr|chair|author|advocate|service|lead|minister|judge|justice|professor|dr|advisor|adviser|administrator|commissioner|co-?ordinator|consultant|inspector|principal|report of|originator|sign(?:ed)? off|member|practitioner|worker|agency|colleague|staff|team|joined|retired|appointed|seconded)\b/i
const PRETENDED =
  /\b(?:not (?:his|her|their) real name|names? (?:has|have) been changed|pseudonym|anonymi[sz]ed|real name)\b/i
/** What is said of a child in care. */
const CHILD =
  /\b(?:(?:his|her|their) (?:(?:own |CLA |LAC |looked after |statutory |child in care )(?=reviews?))?(?:foster|carers?|social worker|IRO|placement|siblings?|brothers?|sisters?|mother|father|mum|dad|birth|reviews?|care plan|school|personal advis\w+)|aged? \d{1,2}|\d{1,2}[- ]years?[- ]old|was placed|is placed|lives with|living with|became looked after|came into care|came in to care|in foster care|entered care|looked after|attended (?:his|her|their)|chaired (?:his|her|their)|year \d{1,2} pupil)\b/i
const NAME = /\b([A-Z][a-z]{2,11})\b(?:\s+([A-Z][a-z'-]{1,15}))?/g
const WITH_AGE =
  /\b(?:[A-Z][a-z]{2,11})(?:\s[A-Z][a-z'-]{1,15})?\s*,?\s*\(?(?:aged )?(?:[1-9]|1[0-7])\)?(?=[,);]|\s(?:and|who|was|is|has|had|moved|lives))/

function nameOf(text: string): Found | null {
  if (PRETENDED.test(text)) return null
  const isOfChild = CHILD.test(text)
  for (const match of text.matchAll(NAME)) {
    const [whole, first = '', last] = match
    if (!firstNames.has(first.toLowerCase())) continue
    // `Amina Yusuf told us that her IRO …`: who is told of has an officer, and is none.
    const after = text
      .slice(match.index + whole.length, match.index + whole.length + 30)
      .replaceAll(/\b(?:his|her|their) (?:IRO|(?:social|key|support) worker|advocate|reviewing officer)\b/gi, ' ')
    const lead = text.slice(Math.max(0, match.index - 30), match.index)
    const isAged = WITH_AGE.test(text.slice(match.index, match.index + whole.length + 14))
    if (
      (!isAged && (ROLE.test(after) || ROLE.test(lead))) ||
      /^'?s? (?:Act|House|Road|Street|Centre|School|Trust|Court|Council|Law|Review)\b/.test(after)
    )
      continue
    if (
      last !== undefined &&
      /^(?:House|Road|Street|Centre|Center|School|Trust|Court|Council|Law|Act|Review|Foundation|Hospital|College|Close|Avenue|Lane|Park|Hall|Report|Inquiry)$/.test(
        last,
      )
    )
      continue
    // Months and words that are names too begin sentences.
    const isWord = [
      'may',
      'april',
      'june',
      'august',
      'grace',
      'hope',
      'faith',
      'joy',
      'will',
      'mark',
      'rose',
      'summer',
      'autumn',
      'star',
      'art',
      'bill',
      'frank',
      'grant',
      'chase',
      'max',
      'miles',
      'dale',
      'jade',
      'ruby',
      'amber',
      'daisy',
      'poppy',
      'ivy',
      'lily',
      'holly',
      'willow',
      'sky',
      'skye',
      'melody',
      'harmony',
      'destiny',
      'pearl',
      'heath',
      'kay',
      'penny',
      'gene',
      'sage',
      'river',
      'rowan',
    ].includes(first.toLowerCase())
    // `Chloe M, who is 12`.
    const isSaidAged = /^(?:\s[A-Z]\b)?,? who (?:is|was|turned) (?:aged )?(?:[1-9]|1[0-7])\b/.test(
      text.slice(match.index + whole.length),
    )
    if (isAged || isSaidAged || (isOfChild && !isWord))
      return {
        message: `“${whole}” looks like the name of a child.`,
        confidence: isAged && isOfChild ? 0.95 : isOfChild ? 0.87 : 0.85,
      }
  }
  return null
}
