/** A measure that reports of reviewing services print, and the words by which a sentence or a row of a table names it. */
export interface Measure {
  id: string
  unit: 'count' | 'percent' | 'rate' | 'fte'
  /** The words around a number, with `#` in its place. */
  said: readonly RegExp[]
  /** Words by which it is named under a heading that says the rest. */
  under?: { heading: RegExp; said: readonly RegExp[] }
  /** What makes it another measure. */
  not?: RegExp
  /** The label of a row, or of a total together with its caption. */
  row?: RegExp
  total?: RegExp
}

export const CHILDREN =
  '(?:children|young people|children and young people|cared for children|looked after children|children looked after|CLA|LAC)'
export const REVIEWS =
  "(?:(?:statutory|looked after|child(?:ren)?(?: looked after)?|LAC|CLA|cared for|children's) )*(?:review meetings|reviews?(?! of))"
export const IN_TIME = '(?:with)?(?:in|on) (?:the )?(?:statutory |required )?time'
export const re = (text: string): RegExp => new RegExp(text, 'i')

/** Reviews of others than children in care, and reviews of one kind. */
export const OTHER_REVIEWS =
  /pathway|foster|carer|conferences?|late\b|outside|out of time|not (?:held|in)|initial|first|second|subsequent|rearranged|adjourned|cancelled|good practice|audit|child protection|attended by|minutes|letters|recommendation|observ|(?:chaired|led|run) by (?!(?:the |our |an? )?(?:IROs?|service|team|independent|(?:reviewing )?officers?|us)\b)|(?:held|chaired|undertaken|completed|took place) (?:online|virtually|remotely|face|in person|by (?:video|tele|phone)|at (?:school|home|the)|in (?:school|the home|two|more))|hybrid|virtual/i
