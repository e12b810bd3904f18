import { officerName } from '../../officers/domain/names.ts'
import type { World } from '../../children/domain/world.ts'
import { participationCodes } from '../../children/domain/codes.ts'
import { type Instant, longDateOr } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import { recordsOf } from '../../world/world.ts'
import type { ReviewRow } from '../app/tables.ts'
import { formatWords } from './words.ts'
import { inSentence } from '../../kernel/words.ts'

/** What was recorded of a review from a moment on. */
export interface ReviewVersion {
  from: Instant
  review: ReviewRow
  /** The name of the person who recorded it; empty where nobody had signed in. */
  by: string
  sourceName: string
}

const NOT_RECORDED = 'not recorded'

/** What a version says of how the review was held, in words, by what it is called. */
function said({ heldOn, completedOn, officerId, format, participation, lateReason }: ReviewRow, world: World) {
  return {
    'Day of the review': longDateOr(heldOn, ''),
    'Day of the last meeting': longDateOr(completedOn, ''),
    'Who chaired': officerName(recordsOf(world, officers), officerId),
    'How people met': formatWords(format),
    'How the child took part':
      participation === null ? '' : inSentence(participationCodes[participation] ?? participation),
    'Why it is late': lateReason ?? '',
  }
}

/**
 * The corrections of a held review, the latest first: who, when, why, and what was recorded before and after. Versions that
 * change nothing of how it was held are left out.
 */
export function correctionRows(versions: readonly ReviewVersion[], world: World) {
  const held = versions.filter(({ review }) => review.status === 'HELD')
  return held
    .flatMap((version, index) => {
      const before = held[index - 1]
      if (!before) return []
      const [was, is] = [said(before.review, world), said(version.review, world)]
      const changes = Object.entries(is).flatMap(([what, after]) => {
        const earlier = Object.entries(was).find(([name]) => name === what)?.[1] ?? ''
        return earlier === after ? [] : [`${what}: ${earlier || NOT_RECORDED}, now ${after || NOT_RECORDED}`]
      })
      if (changes.length === 0) return []
      const isByHand = version.by !== ''
      return [
        {
          when: momentInWords(version.from),
          who: isByHand ? version.by : `From ${version.sourceName}`,
          changes,
          why: version.review.correctionReason ?? '',
        },
      ]
    })
    .toReversed()
}
