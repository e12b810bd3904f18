import * as z from 'zod'
import { isAfter, isBefore } from '../../kernel/dates.ts'
import { notBefore } from '../../registers/checks.ts'
import { day, mandatory, optional, text, wholeNumber } from '../../registers/columns.ts'
import { type Fault, type RowOf, register } from '../../registers/register.ts'
import { impossibleStages } from '../domain/stageFaults.ts'
import { protocolFor } from '../domain/protocol.ts'
import { protocolSetting } from '../settings.ts'
import { type ChallengeFact, challengeReference, challenges } from './challenges.ts'

/** The stages that challenges went through. */
export const challengeStages = register({
  name: 'challenge_stages',
  summary: 'Each stage of a challenge, in the order in which it went through them.',
  key: ['challengeRef', 'stage'],
  columns: z.object({
    challengeRef: mandatory(challengeReference()),
    stage: mandatory(wholeNumber('1 for the first, 2 for the next, in the order gone through', { above: 0 })),
    step: optional(
      text(
        'The key of the stage in the authority’s protocol; blank: the first informal one for INFORMAL and ALERT, the first formal one for others, then the next',
      ),
    ),
    startedOn: mandatory(day('The day on which it came to this stage'), 'started_date'),
    endedOn: optional(day('The day on which it was answered, or passed on'), 'ended_date'),
    withRole: optional(text('Who was to answer')),
    skippedWhy: optional(text('Why stages before it were skipped')),
    answer: optional(text('What was answered')),
    answeredBy: optional(text('Who answered')),
  }),
  checks: [notBefore('endedOn', 'startedOn')],
  setChecks: [
    (rows) =>
      new Map(
        stagesByChallenge(rows).flatMap(([, stages]) =>
          stages.flatMap(({ key, row }, index): [string, Fault[]][] => {
            const before = stages[index - 1]?.row
            if (row.stage !== index + 1)
              return [[key, [{ column: 'stage', reason: `is there without stage ${index + 1}` }]]]
            const reason = before ? whyNotNext(row, before) : null
            return reason === null ? [] : [[key, [{ column: 'startedOn', reason }]]]
          }),
        ),
      ),
  ],
  checksWith: [
    {
      reads: [challenges],
      faults: (rows, { rowsOf, settings }) => {
        const known = new Map(rowsOf(challenges).map((challenge) => [challenge.challengeRef, challenge]))
        return new Map(
          stagesByChallenge(rows).flatMap(([ref, stages]): [string, Fault[]][] => {
            const challenge = known.get(ref)
            if (!challenge) return []
            const protocol = settings && protocolFor(protocolSetting.of(settings), challenge.raisedOn)
            const ofProtocol = protocol
              ? impossibleStages(
                  protocol,
                  challenge,
                  stages.map(({ row }) => row),
                ).map(({ index, ...fault }): [string, Fault[]] => [stages[index]?.key ?? '', [fault]])
              : []
            const ofDays = stages.flatMap(({ key, row }): [string, Fault[]][] => {
              const faults = daysNotOf(challenge, row)
              return faults.length === 0 ? [] : [[key, faults]]
            })
            return [...ofProtocol, ...ofDays]
          }),
        )
      },
    },
  ],
})

/** A stage of a challenge. */
export type ChallengeStageFact = RowOf<typeof challengeStages>

interface StageRow {
  challengeRef: string
  stage: number
}

/** The stages of each challenge among these rows, in their order, with the keys of their rows. */
function stagesByChallenge<Row extends StageRow>(
  rows: ReadonlyMap<string, Row>,
): [string, { key: string; row: Row }[]][] {
  const all = [...rows].map(([key, row]) => ({ key, row }))
  return [...Map.groupBy(all, ({ row }) => row.challengeRef)].map(([ref, of]) => [
    ref,
    of.toSorted((a, b) => a.row.stage - b.row.stage),
  ])
}

/** Why a stage can't have begun on its day, by the one before it: that was passed on by then. Null where it can. */
function whyNotNext(
  { startedOn }: Pick<ChallengeStageFact, 'startedOn'>,
  before: Pick<ChallengeStageFact, 'stage' | 'startedOn' | 'endedOn'>,
): string | null {
  if (isBefore(startedOn, before.startedOn))
    return `is before stage ${before.stage} began, on ${before.startedOn.toString()}`
  return before.endedOn && isBefore(startedOn, before.endedOn)
    ? `is before stage ${before.stage} ended, on ${before.endedOn.toString()}`
    : null
}

/** What can't be of the days of a stage, by what is known of its challenge. */
function daysNotOf(
  { raisedOn, resolvedOn, withdrawnOn }: Pick<ChallengeFact, 'raisedOn' | 'resolvedOn' | 'withdrawnOn'>,
  { startedOn, endedOn }: Pick<ChallengeStageFact, 'startedOn' | 'endedOn'>,
): Fault[] {
  if (isBefore(startedOn, raisedOn))
    return [{ column: 'startedOn', reason: `is before the challenge was raised, on ${raisedOn.toString()}` }]
  const over = resolvedOn ?? withdrawnOn
  if (!over) return []
  const reason = `is after the challenge was over, on ${over.toString()}`
  if (isAfter(startedOn, over)) return [{ column: 'startedOn', reason }]
  return endedOn && isAfter(endedOn, over) ? [{ column: 'endedOn', reason }] : []
}
