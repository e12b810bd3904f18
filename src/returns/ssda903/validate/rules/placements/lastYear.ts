import { otherPlacements } from '../../codes.ts'
import type { Rule } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'
import { firstEpisodeDiffers } from '../shared/lastYear.ts'

/** The open placement at the end of last year, and the first of this year: they are the same. */
export const placementLastYearRules: readonly Rule[] = [
  {
    code: '452',
    message: 'The authority in which the placement lies differs from that of the same episode last year.',
    hint: 'Check the postcode of the placement in both returns.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['PL_LA'],
    check: firstEpisodeDiffers((now, last) => now.RNE === last.RNE && now.PL_LA !== last.PL_LA),
  },
  {
    code: '453',
    message: 'The distance of the placement from home differs from that of the same episode last year.',
    hint: 'Check the postcodes of home and placement in both returns.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['PL_DISTANCE'],
    check: firstEpisodeDiffers((now, last) => now.RNE === last.RNE && isAnotherDistance(now, last)),
  },
  {
    code: '503D',
    message:
      'The placement type of the child’s first episode differs from that of the open episode at the end of last year.',
    hint: 'Correct the placement type, or end the old episode and start a new one on the day it changed.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['PLACE'],
    check: firstEpisodeDiffers((now, last) => now.PLACE !== last.PLACE),
    since: {
      // Supported accommodation was H5 and became K3.
      '2024-25': {
        check: firstEpisodeDiffers(
          (now, last) => now.PLACE !== last.PLACE && !(last.PLACE === 'H5' && now.PLACE === 'K3'),
        ),
      },
      '2025-26': {
        check: firstEpisodeDiffers(
          (now, last) => now.PLACE !== last.PLACE && !(last.PLACE === 'Z1' && otherPlacements.has(now.PLACE)),
        ),
      },
    },
  },
  {
    code: '503E',
    message:
      'The placement provider of the child’s first episode differs from that of the open episode at the end of last year.',
    hint: 'Correct the provider, or end the old episode and start a new one on the day it changed.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['PLACE_PROVIDER'],
    check: firstEpisodeDiffers((now, last) => now.PLACE_PROVIDER !== last.PLACE_PROVIDER),
  },
  {
    code: '503F',
    message:
      'The Ofsted number (URN) of the child’s first episode differs from that of the open episode at the end of last year.',
    hint: 'Correct the URN, or end the old episode and start a new one on the day the child moved.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['URN'],
    check: firstEpisodeDiffers((now, last) => now.URN !== last.URN),
  },
  {
    code: '503G',
    message:
      'The distance from home of the child’s first placement differs from that of the open episode at the end of last year.',
    hint: 'Check the postcodes of home and placement in both returns.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['PL_DISTANCE'],
    check: firstEpisodeDiffers(isAnotherDistance),
    cases: [
      `Episodes
       CHILD DECOM      DEC        PL_DISTANCE
       1     01/04/2020 04/06/2020 400
       1     04/06/2020 -          10
       2     28/03/2020 -          185   ✗
       3     16/04/2020 -          165.1
       4     16/04/2020 -          165.2 ✗
       5     16/04/2020 -          165   ✗
       6     16/04/2020 -          -     ✗
       7     16/04/2020 -          -
       8     16/04/2020 -          165
       Episodes_last
       CHILD DECOM      DEC        PL_DISTANCE
       1     01/06/2019 01/07/2019 10
       1     04/06/2020 -          400.0
       2     28/03/2020 -          999.9
       3     16/04/2020 -          165
       4     16/04/2020 -          165
       5     16/04/2020 -          -
       6     16/04/2020 -          165
       7     16/04/2020 -          -
       8     01/06/2019 01/07/2019 10`,
    ],
  },
  {
    code: '503H',
    message:
      'The authority in which the child’s first placement lies differs from that of the open episode at the end of last year.',
    hint: 'Check the postcode of the placement in both returns.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['PL_LA'],
    check: firstEpisodeDiffers((now, last) => now.PL_LA !== last.PL_LA),
    cases: [
      `Episodes
       CHILD DECOM      DEC        PL_LA
       1     01/04/2020 04/06/2020 WAL
       1     04/06/2020 -          SCO
       2     28/03/2020 -          E10000017 ✗
       3     04/11/2020 -          E10000017 ✗
       4     04/11/2020 -          E10000017
       5     04/11/2020 -          -
       Episodes_last
       CHILD DECOM      DEC        PL_LA
       1     01/04/2020 -          WAL
       2     28/03/2020 -          E09000001
       3     04/11/2020 -          -
       4     04/11/2019 04/12/2019 WAL
       5     04/11/2020 -          -`,
    ],
  },
  {
    code: '503J',
    message:
      'Whether the child’s first placement lies in this authority differs from the open episode at the end of last year.',
    hint: 'Check the postcode of the placement in both returns.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['PL_LOCATION'],
    check: firstEpisodeDiffers((now, last) => now.PL_LOCATION !== last.PL_LOCATION),
  },
]

/** Whether two distances, given to a tenth of a mile, differ by more than rounding may, or only one is known. */
function isAnotherDistance(now: Row<'Episodes'>, last: Row<'Episodes'>): boolean {
  const [tenthsNow, tenthsLast] = [now, last].map((episode) =>
    episode.has('PL_DISTANCE') ? Math.round(Number(episode.PL_DISTANCE) * 10) : undefined,
  )
  if (tenthsNow === undefined || tenthsLast === undefined) return tenthsNow !== tenthsLast
  return Math.abs(tenthsNow - tenthsLast) >= 2
}
