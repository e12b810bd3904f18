/** A word that says which way something went, and where it stands in the text. */
export interface Direction {
  words: string
  /** 1 for up, -1 for down. */
  sign: 1 | -1
  start: number
  end: number
}

const UP =
  'rose|ris(?:en|es|ing|e)|increas(?:ed|es|ing|e)|grew|grown|grow(?:s|ing|th)|climb(?:ed|ing|s)?|(?:gone|went|going|moved|edged|crept|moving) up|jump(?:ed|s)?|soared|upward trend|doubled|trebled'
const DOWN =
  '(?:fell|fall(?:en|s|ing)?)(?! (?:within|under|outside|into|short|on|behind|ill|out|through|due))|decreas(?:ed|es|ing|e)|reduc(?:ed|tion|es|ing|e)|dropp(?:ed|ing)|drops?|declin(?:ed|es|ing|e)|(?:gone|went|going|come|came|moved|edged|crept|moving|brought) down|dipp(?:ed|ing)|dips?|shr[aiu]nk|downturn|halved|downward trend'
const BETTER = 'improv(?:ed|ement|es|ing|e)|strengthened|(?:was|were|is|been) better'
const WORSE =
  'worsen(?:ed|ing|s)?|deteriorat(?:ed|ion|es|ing)|slipp(?:ed|ing)|weaken(?:ed|ing)?|(?:was|were|is|been) worse'

const WORD = new RegExp(`\\b(?:(${UP})|(${DOWN})|(${BETTER})|(${WORSE}))\\b`, 'gi')

/** Of these fewer is better. */
const FEWER_IS_BETTER =
  /\b(?:late|overdue|missed|missing|delay\w*|wait\w*|caseloads?|vacanc\w*|sickness|absen\w*|turnover|complaints?|moves|three or more|3 or more|breakdowns?|disruptions?|exclusions?|suspensions?|agency|outside|out of time|days|weeks|cost\w*|not|without|no views|unsuitable|NEET)\b/i
/** Of these more is better. */
const MORE_IS_BETTER =
  /\b(?:performance|timel\w+|in time(?:scales?)?|on time|within|participat\w+|attend\w*|took part|views|up[- ]to[- ]date|assessments?|completed|completion|compliance|checks?|visits|permanence|stability|satisfaction|engagement|suitable)\b/i

/** Whether more of what a sentence tells of is better; null where the words don't say. */
export function isMoreBetter(text: string): boolean | null {
  const [fewer, more] = [FEWER_IS_BETTER.test(text), MORE_IS_BETTER.test(text)]
  return fewer === more ? null : more
}

/** The words of a text that say which way something went, in their order. */
export function directionsIn(text: string): Direction[] {
  const better = isMoreBetter(text)
  return [...text.matchAll(WORD)].flatMap((match): Direction[] => {
    const [words, up, down, good] = match
    const at = { words, start: match.index, end: match.index + words.length }
    if (up !== undefined) return [{ ...at, sign: 1 }]
    if (down !== undefined) return [{ ...at, sign: -1 }]
    return better === null ? [] : [{ ...at, sign: (good !== undefined) === better ? 1 : -1 }]
  })
}
