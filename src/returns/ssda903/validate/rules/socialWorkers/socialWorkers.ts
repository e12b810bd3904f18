import { eachPair } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const DAYS_OF_TOLERANCE = 7

/** Which social worker a child had when. */
export const socialWorkerRules: readonly Rule[] = [
  {
    code: 'SW08STG2',
    message: 'The child has a later social worker, but the time with this one has not ended.',
    hint: 'Enter the day on which the change came.',
    tables: ['SWEpisodes'],
    fields: ['SW_DEC'],
    from: '2023-24',
    check: eachPair(
      'SWEpisodes',
      'earlier',
      (earlier, later) => Number.isNaN(earlier.SW_DEC) && !Number.isNaN(later.SW_DECOM),
    ),
  },
  {
    code: 'SW10STG2',
    message: 'The time with this social worker starts more than 7 days before or after the end of the one before.',
    hint: 'Check the days: one social worker should take over from the other.',
    tables: ['SWEpisodes'],
    fields: ['SW_DECOM'],
    from: '2023-24',
    check: eachPair(
      'SWEpisodes',
      'later',
      (earlier, later) => !(Math.abs(later.SW_DECOM - earlier.SW_DEC) <= DAYS_OF_TOLERANCE),
    ),
    since: {
      '2024-25': {
        check: eachPair(
          'SWEpisodes',
          'later',
          (earlier, later) =>
            later.SW_REASON !== 'FCONTA' && !(Math.abs(later.SW_DECOM - earlier.SW_DEC) <= DAYS_OF_TOLERANCE),
        ),
      },
    },
  },
]
