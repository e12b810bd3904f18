import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { numberOf } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `The IRO Handbook recommends 50 to 90 children`, `a 30-day limit to settle disputes`, `proceedings must be over in 36 weeks`: limits that are others. */
export const limitsTold: Rule = (studied) =>
  studied.sentences.flatMap((sentence) =>
    sentence.passage.kind === 'heading'
      ? []
      : [caseloadRange(sentence), outsideRange(sentence), ofDisputes(sentence), ofProceedings(sentence), timesAYear(sentence)]
          .flatMap((wrong) => wrong ?? [])
          .map((wrong) => said(studied, sentence, wrong)),
  ) // prettier-ignore

interface Wrong {
  message: string
  expected: string
}

const said = (studied: Studied, at: Sentence, { message, expected }: Wrong): Located =>
  located(studied, {
    at,
    place: at.passage.place,
    kind: 'statute',
    message,
    expected,
    severity: 'error',
    confidence: 0.84,
  })

const SOURCE = String.raw`(?:handbook|recommend\w*|guidance|guidelines?|advis(?:es|ed)|suggest(?:s|ed)|national standard)`
const RANGE = String.raw`(?<!\d)(\d{2})\s*(?:-|to|and)\s*(\d{2,3})(?![\d%]|\s?%|\.\d)`
/** The numbers told as what the Handbook asks for: after it, or before `as recommended by`. */
const RANGES_ASKED = [
  new RegExp(
    String.raw`\b${SOURCE}\b(?:(?!\b(?:ours?|we|was|were|ranged?|actual|local\w*|currently|with|against|so)\b)[^.;\d]){0,110}?${RANGE}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:the|a)\s+${RANGE}\s+(?:range\s+|children\s+|cases\s+){0,2}(?:as\s+)?(?:recommended|suggested|set out|advised|asked for)\b[^.;]{0,25}\b(?:handbook|guidance)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\bthe\s+${RANGE}\s+(?:range\s+|children\s+|cases\s+){0,2}(?:of|in|from|by|that) the (?:IRO )?handbook\b`,
    'i',
  ),
]
const LEAST = 50
const MOST = 70
const [LOWEST, HIGHEST] = [30, 120]

const OF_CASELOADS =
  /\bcase ?-?loads?\b|\b(?:per|for (?:a|each|every)) (?:full-time )?IRO\b|\bthe \d{2} to \d{2,3} (?:of|that) the (?:IRO )?handbook\b/i

/** Source: IRO Handbook, paragraph 7.15: 50 to 70 children for an officer who works full time. */
function caseloadRange({ text }: Sentence): Wrong | null {
  if (!OF_CASELOADS.test(text) || /\b50\b[^.;\d]{0,20}\b70\b|\bchild protection\b|\bsocial workers?\b/i.test(text))
    return null
  const match = RANGES_ASKED.map((form) => form.exec(text)).find((one) => one !== null)
  const [from, to] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || !(from >= LOWEST && to <= HIGHEST && from < to)) return null
  return {
    message: `The IRO Handbook asks for caseloads of ${LEAST} to ${MOST}, not ${from} to ${to}.`,
    expected: `${LEAST} to ${MOST}`,
  }
} // prettier-ignore

const CASELOAD = String.raw`\bcase ?-?loads?\b(?: (?:of|for|per|an?|each|the|full[- ]time|FTE|IROs?|officers?|in|this|year|at|end))*`
const WITHIN = String.raw`(?:within|in line with|inside|consistent with|meets|in keeping with)`
const ASKED = String.raw`(?:the |what )?(?:[\w'-]+ ){0,2}?(?:recommend\w*|handbook|guid(?:ance|elines?)|standard)`
const SAID_TO_FIT = new RegExp(
  String.raw`${CASELOAD} (?:is|was|of|at|stood at|stands at|being) (?:now |about |around |currently |at )?(\d{2,3}(?:\.\d)?)(?! ?(?:-|to|and) ?\d|%)(?:(?!\b(?:not|was|were|than|from|above|over|outside|below|until|if|will|would|should|bring\w*|down)\b)[^.;\d]){0,70}?\b${WITHIN} ${ASKED}`,
  'i',
)

/** `an average caseload of 78, within the recommended range`. */
function outsideRange({ text }: Sentence): Wrong | null {
  const match = SAID_TO_FIT.exec(text)
  const said = Number(match?.[1])
  if (!match || (said >= LEAST - 0.5 && said <= MOST + 0.5) || said < 20 || said > 200) return null
  if (/\b(?:child protection|fostering|social workers?)\b/i.test(match[0])) return null
  return {
    message: `${match[1] ?? ''} lies outside the ${LEAST} to ${MOST} that the IRO Handbook asks for.`,
    expected: `outside ${LEAST} to ${MOST}`,
  }
}

const NUMBER = String.raw`(\d{1,3}|[a-z]+(?:-[a-z]+)?)`
const DAYS = String.raw`${NUMBER}[- ]+(?:working[- ]+)?days?`
const DISPUTE =
  /\b(?:disputes?|disagreements?|escalations?|resolution process|resolution protocol|problem resolution|issues? resolution)\b/i
const WHOLE_OF_IT = [
  new RegExp(String.raw`\b${DAYS}(?: \w+){0,2} (?:maximum|limit|time ?-?limit|timescale|time ?-?frame|deadline)\b`, 'i'),
  new RegExp(String.raw`\b(?:maximum|limit|deadline)\b[^.;\d]{0,30}\bof ${DAYS}`, 'i'),
  new RegExp(String.raw`\b(?:whole|entire|full|overall|complete) (?:\w+ ){0,3}?process\b[^.;\d]{0,60}\b(?:in|within|exceed|than) ${DAYS}`, 'i'),
] // prettier-ignore
const OF_THE_WHOLE =
  /\b(?:maximum|whole|entire|overall|beginning|conclusion|start to finish|handbook|statutory|guidance|in total|altogether|from start)\b/i
const OF_A_STEP =
  /\b(?:stages?|steps?|levels?|first|second|informal|respon(?:d|ses?)|acknowledg\w*|locally|complaints?)\b/i

/** Source: IRO Handbook, paragraph 6.4: no more than 20 working days for the whole of the process. */
function ofDisputes({ text }: Sentence): Wrong | null {
  if (!DISPUTE.test(text) || !OF_THE_WHOLE.test(text)) return null
  const match = WHOLE_OF_IT.map((form) => form.exec(text)).find((one) => one !== null)
  const days = valueOf(match?.[1])
  const clause = text.slice(Math.max(0, (match?.index ?? 0) - 70), (match?.index ?? 0) + 110)
  if (
    !match ||
    days === null ||
    days === 20 ||
    days < 2 ||
    OF_A_STEP.test(clause) ||
    /\b(?:average|took|taken)\b/i.test(text)
  )
    return null
  return {
    message: `The IRO Handbook gives 20 working days to settle a dispute, not ${days}.`,
    expected: '20 working days',
  }
}

const WEEKS = String.raw`${NUMBER}[- ]weeks?`
const PROCEEDINGS = [
  new RegExp(String.raw`\b(?:care|court|family|public law) proceedings\b[^.;\d]{0,60}\b(?:within|in|than|of) ${WEEKS}`, 'i'),
  new RegExp(String.raw`\b${WEEKS} (?:court )?(?:timescales?|time ?-?limit|timetable|time ?-?frame|limit|target|deadline)\b[^.;\d]{0,40}\b(?:care|court|family|public law)? ?proceedings\b`, 'i'),
] // prettier-ignore
const RULED =
  /\b(?:measures?|timescales?|time ?-?limit|limit|target|statutory|timetable|should|must|required?|expectation|deadline|Public Law Outline|PLO)\b/i

/** Source: Children Act 1989, section 32: 26 weeks. */
function ofProceedings({ text }: Sentence): Wrong | null {
  if (!RULED.test(text) || /\b(?:average|mean|took|taken|26|twenty-six|extension|extended|pre-?\s?proceedings)\b/i.test(text))
    return null
  const match = PROCEEDINGS.map((form) => form.exec(text)).find((one) => one !== null)
  const weeks = valueOf(match?.[1])
  if (!match || weeks === null || weeks < 16) return null
  return { message: `Care proceedings are to be over in 26 weeks, not ${weeks}.`, expected: '26 weeks' }
} // prettier-ignore

const A_YEAR = new RegExp(
  String.raw`\b(?:must|should|has to|have to|required to|entitled to) (?:have|receive|be given)\b[^.;\d]{0,20}\bat least ${NUMBER} (?:[\w-]+ ){0,3}?reviews? (?:per|a|each|every|in each|in a) (?:calendar )?(?:year|twelve months|12 months)\b`,
  'i',
)

/** `Each child must have at least three reviews a year`: every six months makes two. */
function timesAYear({ text }: Sentence): Wrong | null {
  const match = A_YEAR.exec(text)
  const times = valueOf(match?.[1])
  if (!match || times === null || times === 2 || times > 12 || /\b(?:first year|foster|carers?|health|PEP|under five|babies)\b/i.test(text))
    return null
  return { message: `Reviews every six months make two a year, not ${times}.`, expected: 'two' }
} // prettier-ignore

/** What digits or words say; null where the words are no number. */
function valueOf(words: string | undefined): number | null {
  if (words === undefined) return null
  const value = numberOf(words)
  return Number.isFinite(value) && value > 0 ? value : null
}
