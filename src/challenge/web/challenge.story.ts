import { type PlainDate, compareDates } from '../../kernel/dates.ts'
import { notes } from '../domain/entries.ts'
import type { Standing } from '../domain/standing.ts'
import { routes } from '../registers/challenges.ts'

/** One thing that happened to a challenge. */
interface Event {
  on: PlainDate
  what: string
  more: string[]
}

/** What happened, in order of its days. */
export function storyOf({ challenge, stages, end, cafcass }: Standing): Event[] {
  const noted = (on: PlainDate | null, what: string): Event[] => (on ? [{ on, what, more: [] }] : [])
  return [
    {
      on: challenge.raisedOn,
      what: routes[challenge.route],
      more: challenge.concern === null ? [] : [challenge.concern],
    },
    ...stages.flatMap((stage): Event[] => [
      {
        on: stage.startedOn,
        what: `It came to “${stage.of?.label ?? `stage ${stage.stage}`}”`,
        more: [
          ...(stage.withRole === null ? [] : [`To answer: ${stage.withRole}`]),
          ...(stage.skippedWhy === null ? [] : [`Stages were skipped: ${stage.skippedWhy}`]),
        ],
      },
      ...(stage.answer !== null && stage.endedOn
        ? [
            {
              on: stage.endedOn,
              what: 'It was answered',
              more: [stage.answer, ...(stage.answeredBy === null ? [] : [`By ${stage.answeredBy}`])],
            },
          ]
        : []),
    ]),
    ...(cafcass?.on ? [{ on: cafcass.on, what: cafcass.how === 'REFERRED' ? 'It was referred to Cafcass' : 'It was discussed with Cafcass', more: [] }] : []), // prettier-ignore
    ...noted(challenge.legalAdviceOn, notes.legal_advice),
    ...noted(challenge.courtToldOn, notes.court_told),
    ...noted(challenge.fedBackOn, notes.fed_back),
    ...(end
      ? [
          {
            on: end.on,
            what: end.how === 'resolved' ? 'It was resolved' : 'It was withdrawn',
            more: challenge.outcome === null ? [] : [challenge.outcome],
          },
        ]
      : []),
  ].sort((a, b) => compareDates(a.on, b.on))
}
