import type { Studied } from '../studied.ts'
import type { Concepts } from './concepts.ts'
import { startOf } from './facts.ts'
import type { Sentence } from './sentences.ts'
import { conceptsOf } from './statements.ts'

/** That something went up (1) or down (-1) since the year before, without saying by how much or besides. */
export interface DirectionTold {
  concepts: Concepts
  /** Whether it is told of a share, and not of how many there are. */
  isShare: boolean
  sign: 1 | -1
  words: string
  sentence: Sentence
}

const SIZE =
  '(?:(?:slight|small|little|modest|further|significant|steady|marked|notable|sharp|large|considerable|continued|continuing|gradual|overall|welcome|positive|substantial|moderate|recent|[a-z]+ly) )*'
const NOUN_UP = 'increase|rise|growth|upturn|upward trend'
const NOUN_DOWN = 'decrease|reduction|fall|drop|decline|downturn|downward trend|dip'
const VERB_UP = 'rose(?! to the)|risen|increased|grew|grown|gone up|went up|climbed'
const VERB_DOWN =
  '(?:fell|fallen)(?! (?:due|within|under|outside|into|short|on|behind|ill|out|through))|decreased|declined|dropped|reduced|gone down|went down|dipped'

/** `a slight increase in informal alerts`: up to where something else is told. */
const IN = new RegExp(
  `\\b(?:an?|the|this|seen|saw|see) ${SIZE}(?:(${NOUN_UP})|(${NOUN_DOWN})) in ([^.;:,()\\d]{3,90}?)(?=$|[.;:,()\\d]|\\s(?:which|where|due|because|compared|since|but|while|whilst|when|as|this|during|over|however|has|have|was|were|is|are)\\b|\\s(?:and|with) (?:an?|the|this|we|it|there|has|have|in|more|fewer)\\b|\\s(?:the|our) (?:number|proportion|percentage|share|rate)\\b)`,
  'gi',
)
/** `participation has continued to increase`, `the number of reviews has seen a slight increase`. */
const VERB = new RegExp(
  `\\b(?:has |have |had )?(?:(?:also|again|slightly|further|steadily|significantly|since|now) )*(?:(${VERB_UP}|continued to (?:increase|rise|grow)|(?:seen|saw|shown|shows) an? ${SIZE}(?:${NOUN_UP})(?! (?:in|of)\\b)|(?:is|are) (?:increasing|rising|growing))|(${VERB_DOWN}|continued to (?:decrease|fall|drop|decline|reduce)|(?:seen|saw|shown|shows) an? ${SIZE}(?:${NOUN_DOWN})(?! (?:in|of)\\b)|(?:is|are) (?:decreasing|falling|declining|reducing)))\\b`,
  'gi',
)
/** `182 children in care, this is up 11`, `80% of children attending, which is down 4%`. */
const OF_NUMBER =
  /\b\d[\d,.]*%? (?:of )?([^.;:,()\d]{3,70}?),? (?:and )?(?:this|which|that) (?:is|was|represents|represented) (?:an? )?(?:slightly )?(?:(up|increase|rise)|(down|decrease|reduction|fall|drop)) (?:by |of |on |from )?(?=[\d£]|(?:the|last) )/gi

/** `leading to fewer formal escalations`. */
const FEWER =
  /\b(?:leading to|led to|resulted in|resulting in|seen|saw|there (?:were|have been)) (?:slightly |far |many |much )?(?:(more)|(fewer|less)) ([^.;:,()\d]{3,60}?)(?=$|[.;:,()\d]|\s(?:occurring|being|due|because|which|where|and|but|this|than|from|in|during|over)\b)/gi

/** What begins another thing. */
const BREAK = /[.;:,()]|\b(?:and (?:the|an?|that|this|we|it)|but|that|which|where|because|although|though|while|whilst|whereas|when|if|as|with)\b/i // prettier-ignore
/** Of others, of a part of the year, of several years, or not yet. */
const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|london|team|area|locality|will|would|should|could|may|might|expect\w*|target|aim\w*|hope|want|plan(?:s|ned|ning)? to|in order to|quarter\w*|q[1-4]|month\w*|half|start of|beginning of|initial\w*|early|if|not|nor|neither|only|except|recent years|(?:two|three|four|five|several|ten|past|\d+) years|(?:pre|post)-?(?:covid|pandemic)|pandemic|lockdown|among|amongst|those)\b|n't\b|["“”]/i
const OLD = /\b(?:last|previous|prior) (?:reporting )?year\b/i
const SINCE_OLD =
  /\b(?:from|on|than|to|with|against|since|compared (?:to|with)) (?:the |that of (?:the )?)?(?:last|previous|prior) (?:reporting )?year\b/gi
const AHEAD =
  /\b(?:priorit\w*|next (?:year|steps)|looking (?:ahead|forward)|going forward|plans? for|action plan|aims|targets|recommendations)\b/i
const SHARE = /\b(?:proportion|percentage|per ?cent|share|rates?)\b|%/i
const OF_SHARES = new Set(['took part', 'attended', 'in time', 'late', 'not taking part'])
const BARE = /\b(?:proportion|percentage|share|numbers?|total|performance|overall|amount|level|levels|rates?)\b/gi

/** `escalations that need to be actioned`: all of them. */
const RAISED =
  /\s(?:(?:that|which) )?(?:(?:need(?:ed)?|have|had) (?:to be|been) |(?:were|are|being) )?(?:actioned|raised|made|received|occurring|recorded|reported|taking place)\s*$/i

/** What the sentences of a report say that went up or down since the year before. */
export function directionsTold(studied: Studied): DirectionTold[] {
  const reported = studied.period?.startYear
  return reported === undefined ? [] : studied.sentences.flatMap((sentence) => toldIn(sentence, reported))
}

function toldIn(sentence: Sentence, reported: number): DirectionTold[] {
  const { text, passage } = sentence
  if (passage.kind === 'heading' || AHEAD.test(passage.place)) return []
  let from = 0
  return text.split(/(?<=[.;]\s)/).flatMap((piece): DirectionTold[] => {
    const at = from
    from += piece.length
    if (ELSEWHERE.test(piece) || OLD.test(piece.replaceAll(SINCE_OLD, ' '))) return []
    if (!isOfThisYear(sentence, at, piece, reported)) return []
    return changesOf(piece).flatMap(({ words, isUp, subject }) => {
      const of = ofWhat(subject)
      return of ? [{ ...of, sign: isUp ? 1 : -1, words: words.trim(), sentence }] : []
    })
  })
}

function changesOf(text: string): { words: string; isUp: boolean; subject: string }[] {
  const ofNouns = [...text.matchAll(IN)].map(([words, up, , subject = '']) => ({ words, isUp: up !== undefined, subject }))
  const ofVerbs = [...text.matchAll(VERB)].map((match) => {
    const lead = text.slice(0, match.index).split(BREAK).at(-1) ?? ''
    const counted = lead.split(/(?=\b(?:the|our) (?:overall |total )?(?:numbers?|proportion|percentage|share) of\b)/i).at(-1) ?? ''
    return { words: match[0], isUp: match[1] !== undefined, subject: counted }
  })
  const ofNumbers = [...text.matchAll(OF_NUMBER)].map(([words, subject = '', up]) => ({
    words,
    isUp: up !== undefined,
    subject: words.includes('%') ? `share of ${subject}` : `number of ${subject}`,
  }))
  const ofFewer = [...text.matchAll(FEWER)].map(([words, more, , subject = '']) => ({ words, isUp: more !== undefined, subject: `number of ${subject}` }))
  return [...ofNouns, ...ofVerbs, ...ofNumbers, ...ofFewer]
} // prettier-ignore

/** What a change is told of, and whether of a share of it; null where that is not plain. */
export function ofWhat(subject: string): { concepts: Concepts; isShare: boolean } | null {
  const concepts = conceptsOf(subject.replaceAll(BARE, ' ').replace(RAISED, ' '))
  const isOfReviews = concepts.narrowed.some((name) => OF_SHARES.has(name))
  const entity = concepts.entity === 'child' && isOfReviews ? 'review' : (concepts.entity ?? (isOfReviews ? 'review' : null))
  const isNumber = /\bnumbers?\b|\btotal\b/i.test(subject)
  if (entity === null || concepts.narrowed.length > MOST_NARROWED) return null
  // `An increase in children`: of what they are an increase is not said.
  if (concepts.narrowed.length === 0 && !isNumber && entity === 'child') return null
  const isShare = SHARE.test(subject) || (isOfReviews && !isNumber)
  return { concepts: { ...concepts, entity }, isShare }
} // prettier-ignore

const MOST_NARROWED = 3

/** Whether the times that it names are this year, alone or with the one before. */
function isOfThisYear({ quantities, start }: Sentence, at: number, piece: string, reported: number): boolean {
  const years = quantities
    .filter(({ kind }) => kind === 'period' || kind === 'year' || kind === 'date')
    .filter((one) => one.start >= start + at && one.end <= start + at + piece.length)
    .map(({ text, kind, value }) => (kind === 'year' ? value - 1 : startOf(text)))
  return years.every((year) => year === reported || year === reported - 1) && (years.length !== 1 || years[0] === reported)
} // prettier-ignore
