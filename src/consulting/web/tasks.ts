import { bookings, meetingOf } from '../../booking/domain/bookings.ts'
import type { World } from '../../children/domain/world.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import { addDays, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { formsOfReview } from '../domain/asked.ts'
import { invitationKind } from '../domain/clocks.ts'
import { remindAfterSetting } from '../settings.ts'
import { consultationPath } from './consultation.view.ts'

/** Reviews before which the child is to be asked, and those before which people who have not answered are to be followed up. */
export const consultationTasks = (world: World, whose: Whose, code: string): Task[] =>
  bookings(world)
    .planned()
    .flatMap((booking): Task[] => {
      const { child, reviewRef } = booking.review
      const on = meetingOf(booking, world.asAt)?.on
      if (!on || isBefore(on, world.asAt) || !isOf(whose, child)) return []
      const forms = formsOfReview(world, reviewRef)
      const task = { href: consultationPath(code, reviewRef), child, note: '' }
      if (!forms.some(({ party }) => party === 'CHILD')) {
        const deadline = openDeadlinesOf(world, child).find(({ clock }) => clock.kind === invitationKind)
        return deadline ? [{ ...task, what: 'Ask the child and others for their views', by: deadline.due }] : []
      }
      const days = remindAfterSetting.of(world.settings)
      const silent = forms.filter(({ sentOn, returnedOn }) => returnedOn === null && isOnOrBefore(addDays(sentOn, days), world.asAt)) // prettier-ignore
      return silent.length === 0
        ? []
        : [{ ...task, what: 'Follow up those who have not given their views', by: on, startOn: world.asAt }]
    })
