import type { World } from '../../children/domain/world.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import { isBefore, longDate } from '../../kernel/dates.ts'
import { fosterCheckKinds } from '../registers/fosterChecks.ts'
import { fosterEventKinds, ladoOutcomes } from '../registers/fosterEvents.ts'
import { recommendations } from '../registers/fosterReviews.ts'
import { latestChecks, unannouncedVisits } from './checks.ts'
import { eventsOf } from './events.ts'
import type { HeldFosterReview, Household } from './households.ts'
import { membersOf } from './next.ts'
import { inSentence } from '../../kernel/words.ts'

/** The day from which the record tells: the last review before this one, or the approval. */
const sinceOf = ({ carer, held }: Household, review: HeldFosterReview) =>
  held.filter(({ heldOn }) => isBefore(heldOn, review.heldOn)).at(-1)?.heldOn ?? carer.approvedOn

/** What the record of a review begins with: what the registers say, worked out, for the person who writes to go on from. */
export function recordBeginning(world: World, household: Household, review: HeldFosterReview): WrittenFields {
  const { carerRef } = household.carer
  const since = sinceOf(household, review)
  const visits = unannouncedVisits(world, carerRef, since, review.heldOn)
  const checks = latestChecks(world, carerRef).map(({ kind, person, on, againBy, isLate }) => {
    const whose = person === null ? '' : `, ${person}`
    const again = againBy === null ? '' : `; again by ${longDate(againBy)}${isLate ? ' (late)' : ''}`
    return `- ${fosterCheckKinds[kind]}${whose}: ${longDate(on)}${again}`
  })
  const events = eventsOf(world, carerRef)
    .filter(({ on }) => !isBefore(on, since))
    .map(({ kind, on, ladoToldOn, endedOn, ladoOutcome }) => {
      const lado = ladoToldOn === null ? 'the designated officer (LADO) is not recorded as told' : `the designated officer (LADO) was told on ${longDate(ladoToldOn)}` // prettier-ignore
      const end = endedOn === null ? 'not ended' : `ended on ${longDate(endedOn)}${ladoOutcome ? `, ${inSentence(ladoOutcomes[ladoOutcome])}` : ''}` // prettier-ignore
      return `- ${fosterEventKinds[kind]} on ${longDate(on)}: ${lado}; ${end}`
    })
  const last = household.held.filter(({ heldOn }) => isBefore(heldOn, review.heldOn)).at(-1)
  return {
    unannounced_text: visits.length === 0 ? `None is recorded since ${longDate(since)}.` : visits.map((on) => `- ${longDate(on)}`).join('\n'), // prettier-ignore
    checks_text: checks.length === 0 ? 'None is recorded.' : checks.join('\n'),
    allegations_text: events.length === 0 ? `None is recorded since ${longDate(since)}.` : events.join('\n'),
    last_time_text: last?.recommendation ? `${longDate(last.heldOn)}: ${recommendations[last.recommendation]}.` : '',
    recommendation_text: review.recommendation ? `${recommendations[review.recommendation]}.` : '',
  }
}

/** What the decision letter begins with. */
export function letterBeginning(
  world: World,
  household: Household,
  review: HeldFosterReview,
  { council }: { council: string },
): WrittenFields {
  const carers = membersOf(world, household).now.filter(({ party }) => party === 'CARER').map(({ person }) => person) // prettier-ignore
  const isProposal = review.recommendation !== null && review.recommendation !== 'CONTINUE'
  const decided =
    review.decisionOn === null ? 'We have not decided yet.' : `We decided on ${longDate(review.decisionOn)}.`
  const says = {
    CONTINUE: 'Your approval continues as it is.',
    CHANGE_TERMS: 'We propose to change the terms of your approval: say here how, and why.',
    TERMINATE: 'We propose to end your approval: say here why.',
  }
  return {
    letter_text: [
      `Dear ${carers.join(' and ') || 'foster carer'},`,
      `Thank you for taking part in the review of your approval on ${longDate(review.heldOn)}.`,
      `${decided} ${review.recommendation ? says[review.recommendation] : ''}`.trim(),
      ...(isProposal
        ? [
            'If you do not agree, you have 28 days from the date of this letter. In that time you can ask us to look at it again with the fostering panel, or ask for an independent review. You cannot do both.',
          ]
        : []),
      'Yours sincerely,',
      council,
    ].join('\n\n'),
  }
}
