import { bookings, meetingOf } from '../../booking/domain/bookings.ts'
import type { World } from '../../children/domain/world.ts'
import { longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import {
  REVIEWS_UNTIL_ADVOCATE,
  type Needed,
  neededBefore,
  readiness,
  reviewsWithoutViews,
} from '../domain/preparation.ts'
import { formsOfReview } from '../domain/asked.ts'
import { isOpen, wishesOf } from '../domain/wishes.ts'
import { consultationPath } from './consultation.view.ts'
import { wishesPanel } from './wishes.view.ts'

const stateWords: Readonly<Record<Needed['state'], string>> = {
  ready: 'Ready',
  missing: 'Missing',
  not_known: 'Not known',
}

const doneWords = {
  asked: 'The social worker is asked for what is missing.',
  no_address: 'The social worker has neither an email address nor a telephone number here, so nobody was asked.',
} as const

/** What the social worker can bring: the report and the plans, not what the child says. */
export const missingOf = (needed: readonly Needed[]): string[] =>
  needed.flatMap(({ what, state }) =>
    state === 'missing' && !/^(?:What the child says|Child seen)/.test(what) ? [what.toLowerCase()] : [],
  )

/** All that preparation.njk shows. */
export function preparationPage(
  world: World,
  review: RegisterReviewFact,
  code: string,
  done: string,
  may: { send: boolean; writeWishes: boolean },
) {
  const { child, reviewRef } = review
  const booking = bookings(world).get(reviewRef)
  const meeting = booking ? meetingOf(booking, world.asAt) : null
  const needed = neededBefore(world, review)
  const { ready, of } = readiness(needed)
  const without = reviewsWithoutViews(world, child)
  const forms = formsOfReview(world, reviewRef)
  const returned = forms.filter(({ returnedOn }) => returnedOn !== null).length
  return {
    title: 'Prepare for the review',
    caption: `Child ${child}${meeting ? `, ${longDateWithWeekday(meeting.on)}` : ''}`,
    back: { href: authorityPath(code, 'reviews', reviewRef), text: 'The review' },
    done: Object.entries(doneWords).find(([name]) => name === done)?.[1] ?? null,
    readiness: `${ready} of ${of} ready`,
    rows: needed.map(({ what, state, detail, on }) => ({
      what,
      state: stateWords[state],
      isMissing: state === 'missing',
      detail: `${detail}${on === null ? '' : `, ${longDate(on)}`}`,
    })),
    // A form that came back on paper, or whose answers the user may not read, is kept as a day alone.
    noAnswers:
      returned === 0
        ? 'Nobody has answered yet.'
        : `${returned} of ${forms.length} have answered. No answer is kept here that you may read.`,
    missing: missingOf(needed),
    chaseAction: authorityPath(code, 'reviews', reviewRef, 'preparation', 'chase'),
    consultationHref: may.send ? consultationPath(code, reviewRef) : null,
    advocate:
      without >= REVIEWS_UNTIL_ADVOCATE
        ? `At the last ${counted(without, 'review')} the child gave no views. Think of an advocate, and of another way to ask.`
        : null,
    openWishes: wishesOf(world, child).filter(isOpen).length,
    wishes: wishesPanel(world, child, code, may.writeWishes),
  }
}
