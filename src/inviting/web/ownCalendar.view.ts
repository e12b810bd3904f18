import type { Instant } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { momentInWords } from '../../platform/web/moments.ts'

/** All that calendar.njk shows. `address`: only just made, the one time that it can be shown. */
export function calendarPage(
  { officerId, begunAt, address }: { officerId: string | null; begunAt: Instant | null; address: string | null },
  code: string,
  csrfToken: string,
) {
  return {
    title: 'Your calendar',
    back: { href: authorityPath(code, 'due'), text: 'Due' },
    action: authorityPath(code, 'calendar'),
    offAction: authorityPath(code, 'calendar', 'off'),
    csrfToken,
    address,
    isOn: begunAt !== null,
    since: begunAt === null ? null : momentInWords(begunAt),
    note:
      officerId === null
        ? 'You have no id as an officer here, so no review is booked with you and your calendar stays empty. An administrator enters it under Settings, People.'
        : null,
    makeText: begunAt === null ? 'Get an address for your calendar' : 'Get a new address',
  }
}
