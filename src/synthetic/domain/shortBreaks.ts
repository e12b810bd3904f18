import { type PlainDate, addDays, isBefore } from '../../kernel/dates.ts'
import type { MadeUpEpisode } from './life.ts'
import type { Stay } from './outline.ts'
import { placeFor } from './places.ts'
import type { Random } from './random.ts'

/**
 * An arrangement of short breaks: one episode for the whole agreement (V4), or one for every break (V3), each far
 * below the 17 days and 75 days a year at which a child would become looked after. Nothing of where is asked for.
 */
export function shortBreaksOf(stay: Stay, random: Random): MadeUpEpisode[] {
  const legalStatus = random.weighted({ V3: 30, V4: 70 })
  const { type, provider } = placeFor('short_breaks', 0, legalStatus, '', random)
  const breaks = legalStatus === 'V4' ? [{ from: stay.from, to: stay.to }] : singleBreaks(stay, random)
  return breaks.map(({ from, to }) => ({
    from,
    to,
    reasonForNewEpisode: 'S',
    legalStatus,
    categoryOfNeed: 'N2',
    placementType: type,
    provider,
    reasonCeased: legalStatus === 'V3' ? 'E4A' : (stay.reasonCeased ?? 'E8'),
    reasonPlacementChanged: '',
    homePostcode: '',
    placementPostcode: '',
    urn: '',
  }))
}

function singleBreaks(stay: Stay, random: Random): { from: PlainDate; to: PlainDate }[] {
  const breaks: { from: PlainDate; to: PlainDate }[] = []
  for (let from = stay.from; ; from = addDays(from, random.between(28, 56))) {
    const to = addDays(from, random.between(2, 4))
    if (!isBefore(to, stay.to)) return breaks
    breaks.push({ from, to })
  }
}
