import { ageOn } from '../../../calendar/age.ts'
import { addDays, daysBetween, isAfter, isOnOrAfter } from '../../../kernel/dates.ts'
import type { officerRequests } from '../../../officers/registers/officerRequests.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { choices } from '../../../participation/registers/choices.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { periodNow } from './around.ts'

const CHOICE = 312
const REQUEST = 313

const wheres = ['At home', 'In school', 'At the youth centre', 'A walk first, then at home', 'Not in school']
const whens = ['After school', 'Not on a Friday', 'In the holidays', 'Before tea', 'Not in a lesson that I like']
const others = ['Could we have biscuits?', 'I want to start the meeting', 'Please keep it short', null, null]

/** How some children of 6 and over want their reviews to be. */
export function choiceRows(life: Life, span: Span): RowOf<typeof choices>[] {
  const period = periodNow(life, span)
  if (!period) return []
  const random = randomOf(...life.seeds, CHOICE, period.from.year)
  const date = addDays(period.from, 20 + random.between(0, 200))
  if (!random.isTrue(0.4) || isAfter(date, span.today) || ageOn(life.bornOn, date) < 6) return []
  return [
    {
      child: life.child,
      on: date,
      where: random.oneOf(wheres),
      when: random.oneOf(whens),
      format: random.weighted({ IN_PERSON: 80, HYBRID: 12, VIRTUAL: 8 }),
      whoToCome: random.oneOf(['My carer', 'My carer and my social worker', 'Mum', null]),
      whoNotToCome: random.oneOf(['Nobody from school', null, null]),
      contactsNotToCome: random.isTrue(0.2) ? ['school'] : [],
      anythingElse: random.oneOf(others),
      toldTo: random.oneOf(['The officer', 'The social worker', 'The carer']),
    },
  ]
}

const DAYS_TO_DECIDE = 45

/** A few children's wishes for another officer, decided some weeks later. */
export function requestRows(life: Life, span: Span): RowOf<typeof officerRequests>[] {
  const period = periodNow(life, span)
  if (!period) return []
  const random = randomOf(...life.seeds, REQUEST, period.from.year)
  const date = addDays(period.from, random.between(60, 600))
  if (!random.isTrue(0.18) || !isOnOrAfter(date, span.since) || isAfter(date, span.today)) return []
  if (ageOn(life.bornOn, date) < 8) return []
  const reason = random.oneOf(['Would rather have a woman', 'Does not feel listened to', 'Would rather have a man'])
  const asked = { child: life.child, on: date, askedBy: 'CHILD' as const, reason }
  const decidedOn = addDays(date, DAYS_TO_DECIDE)
  if (daysBetween(date, span.today) < DAYS_TO_DECIDE) {
    return [{ ...asked, decision: null, decidedOn: null, decisionReason: null }]
  }
  const isAgreed = random.isTrue(0.5)
  const decisionReason = isAgreed ? null : 'After meeting again the child wanted to stay with the officer'
  return [{ ...asked, decision: isAgreed ? 'AGREED' : 'NOT_AGREED', decidedOn, decisionReason }]
}
