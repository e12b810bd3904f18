import type { World } from '../../children/domain/world.ts'
import type { OtherMeeting } from '../../house/task.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { householdsOf } from '../domain/households.ts'
import { dayOf } from '../domain/next.ts'
import { fosteringPath } from './paths.ts'
import { inSentence } from '../../kernel/words.ts'

/** Asked for by each page of work: worked out once for a world. */
const meetingsIn = rememberedFor((world: World) =>
  rememberedWhileSame((code: string): readonly OtherMeeting[] => meetingsOf(world, code), 1),
)

/** The reviews of households, booked or held, for calendars and for who chairs them. */
export const householdMeetings = (world: World, code: string): readonly OtherMeeting[] => meetingsIn(world)(code)

const meetingsOf = (world: World, code: string): OtherMeeting[] =>
  householdsOf(world).flatMap(({ carer, held, planned }) =>
    [...held, ...planned].flatMap((review): OtherMeeting[] => {
      const on = dayOf(review)
      if (on === null) return []
      const { startsAt, endsAt, officerId, place, format, status } = review
      return [
        {
          on,
          startsAt,
          endsAt,
          officerId,
          about: `household ${carer.carerRef}`,
          href: fosteringPath(code, carer.carerRef),
          where: [place, format && inSentence(formats[format])].filter(Boolean).join(', '),
          isHeld: status === 'HELD',
        },
      ]
    }),
  )
