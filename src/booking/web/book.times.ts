import { bookingSetting } from '../../reviews/settings.ts'
import { officers } from '../../officers/registers/officers.ts'
import { absences } from '../../officers/registers/absences.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { people } from '../../children/registers/people.ts'
import { recordsOf } from '../../world/world.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { weekdaysRuledOut } from '../../participation/domain/wishedDays.ts'
import { type TakenTime, takenBy } from '../domain/diary.ts'
import type { PlannedReview } from '../domain/plan.ts'
import { type SuggestedSlot, suggestedSlots } from '../domain/slots.ts'
import { OWN_TIME, type TypedBooking } from './forms.ts'
import { slotValue, whenWords } from './words.ts'

/** The suggested times of the officer that the form names, as radios. */
export function suggestedTimes(
  world: World,
  child: string,
  entry: PlannedReview | null,
  typed: TypedBooking,
  hidden: readonly TakenTime[],
) {
  const allOfficers = recordsOf(world, officers)
  const allAbsences = recordsOf(world, absences)
  const allMeetings = recordsOf(world, meetings)
  const { meetingMinutes } = bookingSetting.of(world.settings)
  const legend = 'When'
  const officer = allOfficers.find(({ officerId }) => officerId === typed.officerId)
  if (!officer)
    return { legend, note: 'Choose an IRO below to see when they are free, or enter a day and time.', items: [] }
  const wish = choicesOf(world, child)?.when ?? null
  const ruledOut = weekdaysRuledOut(wish)
  const minutes = Number(typed.minutes)
  const slots = suggestedSlots(
    {
      officerId: officer.officerId,
      minutes: minutes >= 15 && minutes <= 480 ? minutes : meetingMinutes,
      today: world.asAt,
      bestBookedBy: entry?.bestBookedBy ?? null,
      latestPractical: entry?.latestPractical ?? null,
      bornOn: bornOn(world, child),
      weekdaysRuledOut: ruledOut,
    },
    { officers: allOfficers, absences: allAbsences, taken: [...takenBy(allMeetings, meetingMinutes), ...hidden] },
    world.holidays,
  )
  if (slots.length === 0)
    return {
      legend,
      note: `${officer.name} has no free time that is in time. Enter a day and time, or look for another IRO.`,
      items: [],
    }
  const items = slots.map((slot) => ({
    value: slotValue(slot),
    text: whenWords(slot),
    checked: typed.slot === slotValue(slot),
    ...hintOf(slot),
  }))
  return {
    legend,
    note: `Times at which ${officer.name} is free. ${ruledOut.size > 0 ? `The child wishes: ${wish ?? ''}. Days that fit come first. ` : ''}School holidays are not known here, so times out of school hours come first.`,
    items: [...items, { value: OWN_TIME, text: 'Another day or time', checked: !items.some(({ checked }) => checked) }],
  }
}

const hintOf = ({ isInSchoolHours, isAgainstWish }: SuggestedSlot) => {
  const words = [isInSchoolHours && 'In school hours', isAgainstWish && 'Not a day that the child wishes'].filter(
    Boolean,
  )
  return words.length > 0 && { hint: { text: words.join('. ') } }
}

const bornOn = (world: World, child: string): PlainDate | null =>
  historyOf(world, child)?.record.bornOn ??
  recordsOf(world, people).find((person) => person.child === child)?.bornOn ??
  null
