import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { ChosenReview } from '../app/seen.ts'
import { type Booking, nextMeeting, versionOfBooking } from '../domain/bookings.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { manyFilter, officersToChoose } from './forms.ts'
import { errorsOf } from './problems.view.ts'
import { officerName, reviewsPath, whenWords } from './words.ts'

/** Which reviews are marked, as the list's form says; after a change, how many of them were changed. */
export const severalQuery = z.object({
  review: manyFilter,
  changed: z.coerce.number().int().min(0).nullable().catch(null),
})

/** What is to be done with them. */
export const severalForm = z.object({
  review: manyFilter,
  action: z.enum(['officer', 'call_off']).nullable().catch(null),
  officerId: textFilter,
  reason: textFilter,
})
export type SeveralForm = z.infer<typeof severalForm>

const BETWEEN = '~'

/** A marked review with what the page showed of it, as one field. */
const fieldOf = (booking: Booking): string => `${versionOfBooking(booking)}${BETWEEN}${booking.review.reviewRef}`

/** The marked reviews of a form. */
export const chosenIn = ({ review }: Pick<SeveralForm, 'review'>): ChosenReview[] =>
  review.map((field) => {
    const [replaces = '', ...rest] = field.split(BETWEEN)
    return { replaces, reviewRef: rest.join(BETWEEN) }
  })

/** All that several.njk shows. `left`: these are what is left of more that were marked. */
export function severalPage(
  world: World,
  marked: readonly Booking[],
  form: SeveralForm,
  problems: readonly BookingProblem[],
  changedSome: number | null,
  code: string,
  csrfToken: string,
) {
  const allOfficers = recordsOf(world, officers)
  const isEmpty = marked.length === 0
  const shown: readonly BookingProblem[] =
    isEmpty && changedSome === null && problems.length === 0 ? [{ code: 'nothing_chosen' }] : problems
  const { errors, errorOf } = errorsOf(shown)
  return {
    title: isEmpty ? 'Change several reviews' : `Change ${counted(marked.length, 'review')}`,
    back: { href: reviewsPath(code, 'booked'), text: 'Booked reviews' },
    action: reviewsPath(code, 'several'),
    listHref: reviewsPath(code, 'booked'),
    csrfToken,
    errors,
    errorOf,
    form,
    left:
      changedSome === null
        ? null
        : `${counted(changedSome, 'review was', 'reviews were')} changed. Those below were not: the officer is not free then, or someone has changed them meanwhile. Move them one by one, or call them off.`,
    rows: marked.map((booking) => {
      const meeting = nextMeeting(booking)
      return {
        field: fieldOf(booking),
        child: booking.review.child,
        childHref: authorityPath(code, 'children', booking.review.child),
        href: reviewsPath(code, booking.review.reviewRef),
        moveHref: reviewsPath(code, booking.review.reviewRef, 'move'),
        when: meeting ? whenWords(meeting) : 'Not booked',
        officer: officerName(allOfficers, meeting?.officerId ?? null),
      }
    }),
    officers: [
      { value: '', text: 'Choose an officer', selected: form.officerId === '' },
      ...officersToChoose(world).map(({ officerId, name }) => ({
        value: officerId,
        text: name,
        selected: officerId === form.officerId,
      })),
    ],
  }
}
