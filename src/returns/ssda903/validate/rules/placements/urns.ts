import { dayNumberOf } from '../../../../../kernel/dayNumbers.ts'
import { otherPlacements, temporaryPlacements } from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'
import { hasUrn } from './hasUrn.ts'

/** Types of placement that Ofsted does not register; K3 took the place of H5, and is registered. */
const unregistered = [...temporaryPlacements, 'P1', 'P3', 'R1', 'R2', 'R5']
const withoutUrnUntil2022 = new Set([...unregistered, 'Z1', 'P2', 'H5'])
const withoutUrnOf2023 = new Set([...unregistered, 'Z1', 'P2'])
const withoutUrnOf2024 = new Set([...unregistered, 'Z1'])
const withoutUrn = new Set([...unregistered, ...otherPlacements])

const LAST_ENDS_WITHOUT_URN = dayNumberOf(2015, 3, 31)
const SUPPORTED_ACCOMMODATION_REGISTERED = dayNumberOf(2023, 10, 29)

/** Whether Ofsted's unique reference number (URN) stands where it belongs. */
export const placementUrnRules: readonly Rule[] = [
  {
    code: '218',
    message: 'The Ofsted number (URN) is blank, but this type of placement needs one.',
    hint: 'Enter the URN from Ofsted’s list, or check the placement type.',
    tables: ['Episodes'],
    fields: ['URN'],
    check: lacksUrn(withoutUrnUntil2022),
    since: {
      '2024-25': { check: lacksUrn(withoutUrnOf2024) },
      '2025-26': { check: lacksUrn(withoutUrn) },
    },
    cases: [
      `collection 2015-16
       Episodes
       PLACE DEC        PL_LA     URN
       K1    31/03/2015 E10000017 -
       K1    01/04/2015 E10000017 -       ✗
       K1    -          E10000017 -       ✗
       K1    -          -         -       ✗
       K1    -          E10000017 XXXXXXX
       K1    -          WAL       -
       K1    -          CON       -
       T4    -          E10000017 -
       R5    -          E10000017 -`,
    ],
  },
  {
    code: '222',
    message: 'An Ofsted number (URN) is given, but this type of placement has none.',
    hint: 'Remove the URN, or correct the placement type.',
    tables: ['Episodes'],
    fields: ['URN'],
    check: hasNeedlessUrn(withoutUrnUntil2022),
    since: {
      '2023-24': { check: hasNeedlessUrn(withoutUrnOf2023) },
      '2024-25': { check: hasNeedlessUrn(withoutUrnOf2024) },
      '2025-26': { check: hasNeedlessUrn(withoutUrn) },
    },
  },
  {
    code: '230',
    message: 'The Ofsted number (URN) is blank, but placements of type H5 in England need one since 28 October 2023.',
    hint: 'Enter the URN from Ofsted’s list.',
    tables: ['Episodes'],
    fields: ['PLACE', 'DEC', 'URN'],
    from: '2023-24',
    until: '2023-24',
    check: eachRow(
      'Episodes',
      (episode) =>
        episode.PLACE === 'H5' &&
        !(episode.DEC < SUPPORTED_ACCOMMODATION_REGISTERED) &&
        !hasUrn(episode) &&
        episode.has('PL_LA') &&
        !isOutsideEngland(episode),
    ),
  },
]

function lacksUrn(typesWithout: ReadonlySet<string>): Check {
  return eachRow(
    'Episodes',
    (episode) =>
      !episode.has('URN') &&
      !typesWithout.has(episode.PLACE) &&
      (!episode.has('DEC') || episode.DEC > LAST_ENDS_WITHOUT_URN) &&
      !isOutsideEngland(episode),
  )
}

function hasNeedlessUrn(typesWithout: ReadonlySet<string>): Check {
  return eachRow('Episodes', (episode) => hasUrn(episode) && typesWithout.has(episode.PLACE))
}

/** PL_LA is then a country's code (WAL, SCO, NIR, NUK, CON), or an authority's that starts with its country's letter. */
const isOutsideEngland = (episode: Row<'Episodes'>): boolean => /^([NSW]|CON$)/.test(episode.PL_LA)
