import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { isAfter, isBefore } from '../../kernel/dates.ts'
import { choiceField, tickField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { type ValuesIn, formOf } from '../../platform/web/forms/form.ts'
import { numberField } from '../../platform/web/forms/texts.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { type WhatIf, nothingTried } from '../domain/ahead.ts'
import { flowOf } from '../domain/flow.ts'
import { officerItems, oneDecimal } from './words.ts'

/** What is tried, as it stands in the address. */
export const aheadForm = (world: World, flow = flowOf(world)) =>
  formOf({
    officer: choiceField(officerItems(officersAhead(world)), { first: 'Nobody' }),
    from: dayField('The first day away'),
    to: dayField('The last day away'),
    fte: numberField('Enter the new posts as a number above 0, like 0.5'),
    postFrom: dayField('The first day of the new post'),
    flow: tickField(
      `Assume that as many children come and go as in the last 12 months (${oneDecimal(flow.arrivals)} came and ${oneDecimal(flow.departures)} left before 18, in a month on average)`,
    ),
  })
type AheadForm = ReturnType<typeof aheadForm>

/** Those who may be away: the officers in post now or later. */
const officersAhead = (world: World) =>
  recordsOf(world, officers).filter(
    (officer) =>
      isReviewingOfficer(officer) && (isInPost(officer, world.asAt) || isAfter(officer.startedOn, world.asAt)),
  )

type TryProblem =
  'officer_missing' | 'from_missing' | 'to_missing' | 'to_before_from' | 'fte_out_of_range' | 'post_from_missing'

/** What the address says is to be tried; nothing of a part that is wrong. */
export function triedIn({ officer, from, to, fte, postFrom }: ValuesIn<AheadForm>): {
  tried: WhatIf
  problems: TryProblem[]
} {
  const problems: TryProblem[] = []
  let { absence, post } = nothingTried
  if (officer !== null || from || to) {
    if (officer === null) problems.push('officer_missing')
    if (!from) problems.push('from_missing')
    if (!to) problems.push('to_missing')
    if (from && to && isBefore(to, from)) problems.push('to_before_from')
    else if (officer !== null && from && to) absence = { officerId: officer, from, to }
  }
  if (fte !== null || postFrom) {
    const isShare = fte !== null && fte > 0 && fte <= 20
    if (!isShare) problems.push('fte_out_of_range')
    if (!postFrom) problems.push('post_from_missing')
    if (isShare && postFrom) post = { fte, from: postFrom }
  }
  return { tried: { absence, post }, problems }
}

/** What is wrong with what was tried, in words. */
export function problemText(problem: TryProblem): string {
  switch (problem) {
    case 'officer_missing':
      return 'Choose who would be away'
    case 'from_missing':
      return 'Enter the first day away as a date, like 31 3 2026'
    case 'to_missing':
      return 'Enter the last day away as a date, like 31 3 2026'
    case 'to_before_from':
      return 'The last day away must be on or after the first'
    case 'fte_out_of_range':
      return 'Enter the new posts as a number above 0, like 0.5'
    case 'post_from_missing':
      return 'Enter the first day of the new post as a date, like 31 3 2026'
  }
}

/** The field that it is about. */
export const fieldOf = {
  officer_missing: 'officer',
  from_missing: 'from',
  to_missing: 'to',
  to_before_from: 'to',
  fte_out_of_range: 'fte',
  post_from_missing: 'postFrom',
} as const satisfies Record<TryProblem, string>
