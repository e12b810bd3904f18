import { reviewsWithin } from '../../booking/web/clashes.view.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import type { TypedIn, ValuesIn } from '../../platform/web/forms/form.ts'
import { recordsOf } from '../../world/world.ts'
import { absenceKinds, absenceOf } from '../domain/absenceEntry.ts'
import type { absenceForm } from './officer.form.ts'
import { path } from './officers.view.ts'

/** An absence as it was typed, with what was understood of it. */
interface AbsenceSent {
  typed: TypedIn<typeof absenceForm>
  values: ValuesIn<typeof absenceForm>
}

/** All that absenceCheck.njk shows: whom an absence concerns; null where no review is booked within it, or it can't be entered. */
export function absenceCheckPage(
  world: World,
  { officerId, name }: OfficerFact,
  { typed, values }: AbsenceSent,
  code: string,
  csrfToken: string,
) {
  const absence = absenceOf({ officerId, ...values }, recordsOf(world, officers), recordsOf(world, absences))
  if ('problems' in absence) return null
  const reviews = reviewsWithin(world, officerId, absence, code)
  if (reviews.length === 0) return null
  return {
    title: `Check before you enter an absence of ${name}`,
    back: { href: path(code, officerId), text: name },
    action: path(code, officerId, 'absences'),
    csrfToken,
    typed,
    summary: [
      { key: 'Days away', value: daysWords(absence) },
      { key: 'Kind of absence', value: absenceKinds[absence.kind] },
    ],
    reviews,
    told: `${counted(reviews.length, 'review is', 'reviews are')} booked with ${name} on these days. They stay booked until you give them to other IROs or move them: you can do that as soon as the absence is entered.`,
  }
}

const daysWords = ({ from, to }: { from: PlainDate; to: PlainDate }): string => `${longDate(from)} to ${longDate(to)}`
