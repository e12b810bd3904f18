import type { ServiceToReach } from '../../messages/settings.ts'
import type { InvitedMeeting } from '../app/invitedMeeting.ts'
import { longDateWithWeekday } from '../../kernel/dates.ts'
import type { MeetingEntry } from '../domain/feed.ts'
import { fromTo, howInWords, reachService } from '../domain/wording.ts'

/** All that link.njk shows. It names no child to anybody. */
export function linkPage(
  { role, meeting, chair, movedFrom, service, authority, council }: InvitedMeeting,
  token: string,
) {
  const words = role === 'CHILD' ? toChild : toAdult
  const { on, startsAt, endsAt, place, format, isCancelled, whyNotAsChosen } = meeting
  const moved = movedFrom === null ? null : words.moved(longDateWithWeekday(movedFrom))
  return {
    title: isCancelled ? words.cancelledTitle : words.title,
    isForChild: role === 'CHILD',
    serviceName: `${service.name}, ${council}`,
    footerFor: authority.code,
    // Ways to answer that need no account: nothing of the child stands in them.
    answers: [
      ...(service.phone === ''
        ? []
        : [{ text: words.call(service.phone), href: `tel:${service.phone.replaceAll(/[^+\d]/g, '')}` }]),
      ...(service.email === '' ? [] : [{ text: words.write(service.email), href: `mailto:${service.email}` }]),
    ],
    news: isCancelled ? words.cancelled : moved,
    opening: isCancelled ? null : words.opening,
    isCancelled,
    rows: [
      { key: words.labels.when, value: fromTo(on, startsAt, endsAt) },
      ...(isCancelled
        ? []
        : [
            { key: words.labels.where, value: place ?? words.unknown },
            { key: words.labels.how, value: format === null ? words.unknown : howInWords(format) },
            { key: words.labels.chair, value: chair ?? words.unknown },
          ]),
    ],
    // Written to the child, who has chosen otherwise: nobody else is told what a child has chosen.
    why: role === 'CHILD' && !isCancelled && whyNotAsChosen !== null ? whyNotAsChosen : null,
    calendarHref: isCancelled ? null : `/invitations/${encodeURIComponent(token)}/meeting.ics`,
    calendarText: words.calendar,
    closing: words.closing(service),
    address: [service.name, council, ...service.address.split('\n')].filter(Boolean),
  }
}

const toAdult = {
  title: 'You are invited to a meeting',
  cancelledTitle: 'This meeting will not take place',
  opening: 'This page always shows what holds now. It is for you alone, so please do not pass its address on.',
  moved: (before: string) => `The date has changed. It was ${before}.`,
  cancelled: 'It is cancelled. Please take it out of your calendar. You will be told if there is a new date.',
  labels: { when: 'When', where: 'Where', how: 'How people meet', chair: 'Who chairs it' },
  unknown: 'Not known yet',
  calendar: 'Add it to your calendar',
  call: (phone: string) => `Call ${phone}`,
  write: (email: string) => `Write to ${email}`,
  closing: (service: ServiceToReach): string[] => {
    const ways = reachService(service)
    return [`If you can’t come, or have a question, ${ways ?? 'please tell the child’s social worker'}.`]
  },
}

const toChild = {
  title: 'You are invited!',
  cancelledTitle: 'The meeting will not happen',
  opening: 'We would like you to be there. What you think matters.',
  moved: (before: string) => `The day has changed. It was ${before}.`,
  cancelled: 'We are sorry. You have done nothing wrong. If there is a new day, we will tell you.',
  labels: { when: 'When', where: 'Where', how: 'How we meet', chair: 'Who leads it' },
  unknown: 'We do not know yet',
  calendar: 'Put it in my calendar',
  call: (phone: string) => `Call us: ${phone}`,
  write: (email: string) => `Write to us: ${email}`,
  closing: (service: ServiceToReach): string[] => {
    const ways = reachService(service)
    return [
      'You can choose if you come. If you stay away, you can still tell us what you think.',
      `Do you want to change something, or ask something? ${ways === null ? 'Tell your social worker' : `You can ${ways}`}.`,
    ]
  },
}

/** The meeting as an entry for the invited person's calendar, without a place: calendars are seen by others. */
export const linkEntry = (
  { meeting, calendar }: InvitedMeeting,
  changedAt: MeetingEntry['changedAt'],
  url: string,
): MeetingEntry => ({
  ...calendar,
  summary: 'Meeting',
  description: 'Open the link to see where it is, and whether anything has changed.',
  url,
  isCancelled: meeting.isCancelled,
  changedAt,
})
