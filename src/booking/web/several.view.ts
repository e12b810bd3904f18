import { officerName } from '../../officers/domain/names.ts'
import { bookingSetting } from '../../reviews/settings.ts'
import { officers } from '../../officers/registers/officers.ts'
import { meetings, type MeetingFact } from '../../reviews/registers/meetings.ts'
import { recordsOf } from '../../world/world.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { ChosenReview } from '../app/seen.ts'
import { nextMeeting, type Booking, versionOfBooking } from '../domain/bookings.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { formOf, type FaultIn, type TypedIn } from '../../platform/web/forms/form.ts'
import { lineField, textsField } from '../../platform/web/forms/texts.ts'
import { clashOf, ownOfficerOf } from '../domain/clashes.ts'
import { type TakenTime, takenBy } from '../domain/diary.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { officerField } from './forms.ts'
import { bookingFault } from './problems.view.ts'
import { clashWords, notFreeWords } from './clashes.view.ts'
import { reviewsPath, whenWords } from './words.ts'

/** Which reviews are marked, as the list's form says; after a change, how many of them were changed. */
export const severalQuery = z.object({
  review: z
    .array(z.string())
    .or(z.string().transform((one) => [one]))
    .catch([]),
  changed: z.coerce.number().int().min(0).nullable().catch(null),
  /** The id of an officer: all of their reviews that clash are meant. */
  clash: textFilter,
  /** The id of an officer: the reviews of their children that are booked with others are meant. */
  own: textFilter,
})

/** What is to be done with them. */
export const severalForm = (world: World) =>
  formOf({
    review: textsField(),
    action: choiceField(
      itemsOf({
        own: 'Give each to the child’s own IRO',
        officer: 'Give them to another IRO',
        call_off: 'Call them off',
      }),
    ),
    officerId: officerField(world),
    reason: lineField(),
  })
type SeveralForm = ReturnType<typeof severalForm>

/** What is wrong with a change of several reviews, where it is put right: in one of the two forms, or in the list. */
export const severalFaults = (problems: readonly BookingProblem[]): FaultIn<SeveralForm>[] =>
  problems.map(bookingFault).map(({ field, text }) => ({
    field: field === 'officerId' || field === 'reason' ? field : 'review',
    text,
  }))

const BETWEEN = '~'

/** A marked review with what the page showed of it, as one field. */
const fieldOf = (booking: Booking): string => `${versionOfBooking(booking)}${BETWEEN}${booking.review.reviewRef}`

/** The marked reviews of a form. */
export const chosenIn = (review: readonly string[]): ChosenReview[] =>
  review.map((field) => {
    const [replaces = '', ...rest] = field.split(BETWEEN)
    return { replaces, reviewRef: rest.join(BETWEEN) }
  })

/** All that several.njk shows. `left`: these are what is left of more that were marked. */
export function severalPage(
  world: World,
  marked: readonly Booking[],
  typed: TypedIn<SeveralForm>,
  faults: readonly FaultIn<SeveralForm>[],
  changedSome: number | null,
  hidden: readonly TakenTime[],
  code: string,
  csrfToken: string,
) {
  const allOfficers = recordsOf(world, officers)
  const isEmpty = marked.length === 0
  const taken = [...takenBy(recordsOf(world, meetings), bookingSetting.of(world.settings).meetingMinutes), ...hidden]
  const isNothingChosen = isEmpty && changedSome === null && faults.length === 0
  const shown = isNothingChosen ? severalFaults([{ code: 'nothing_chosen' }]) : faults
  return {
    title: isEmpty ? 'Change several reviews' : `Change ${counted(marked.length, 'review')}`,
    back: { href: reviewsPath(code, 'booked'), text: 'Booked reviews' },
    action: reviewsPath(code, 'several'),
    listHref: reviewsPath(code, 'booked'),
    csrfToken,
    ...severalForm(world).shown(typed, shown),
    left:
      changedSome === null
        ? null
        : `${changedSome === 0 ? 'No review was' : counted(changedSome, 'review was', 'reviews were')} changed. Those below were not: the IRO is not free then, or someone else changed them meanwhile. Move them one by one, give them to another IRO, or call them off.`,
    // Where the child’s own IRO is the one who is away, there is nobody to give the review back to.
    hasOtherOwn: marked.some((booking) => hasOtherOwn(world, nextMeeting(booking))),
    rows: marked.map((booking) => {
      const meeting = nextMeeting(booking)
      const clash = meeting && clashOf(world, meeting)
      return {
        field: fieldOf(booking),
        child: booking.review.child,
        childHref: authorityPath(code, 'children', booking.review.child),
        href: reviewsPath(code, booking.review.reviewRef),
        moveHref: reviewsPath(code, booking.review.reviewRef, 'move'),
        when: meeting ? whenWords(meeting) : 'Not booked',
        officer: officerName(allOfficers, meeting?.officerId ?? null),
        clash: clash ? clashWords(clash, allOfficers) : '',
        ...(meeting ? ownWords(world, meeting, taken) : { own: '', ownNote: '' }),
      }
    }),
  }
}

/** Whether the child's own IRO on the day of a meeting is somebody other than the IRO whom it is booked with. */
function hasOtherOwn(world: World, meeting: MeetingFact | null): boolean {
  const own = meeting && ownOfficerOf(world, meeting)
  return own !== null && own !== meeting?.officerId
}

/** The child's own IRO on the day of a meeting, and what keeps them from it, in words. */
function ownWords(world: World, meeting: MeetingFact, taken: readonly TakenTime[]): { own: string; ownNote: string } {
  const allOfficers = recordsOf(world, officers)
  const own = ownOfficerOf(world, meeting)
  if (own === null) return { own: 'Nobody yet', ownNote: '' }
  if (own === meeting.officerId) return { own: officerName(allOfficers, own), ownNote: '' }
  return { own: officerName(allOfficers, own), ownNote: notFreeWords(world, meeting, own, taken) }
}
