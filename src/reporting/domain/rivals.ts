import type { World } from '../../children/domain/world.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { minimumDaysSetting, participationCountsSetting } from '../../reviews/settings.ts'
import type { FigureList } from '../../world/figures.ts'

/** One way to count. */
export interface RivalDefinition {
  /** How it counts: `All but PN7, of those aged 4 or over`. */
  label: string
  /** Who counts so. */
  usedBy: string
  /** Whether the authority's own settings say so. */
  isOurs: boolean
  /** Null where there is nothing to take a share of. */
  share: { numerator: number; denominator: number } | null
}

/** One question that services answer by different definitions, of the same records. */
export interface Rival {
  id: string
  title: string
  /** Why the answers differ. */
  why: string
  definitions: readonly RivalDefinition[]
}

/** The same records under the definitions by which published reports differ. `kpi-definitions`, sections 2 and 3. */
export function rivalsIn(figures: FigureList<World>, world: World): Rival[] {
  const shareOf = (id: string): RivalDefinition['share'] => {
    const figure = figures.ofId(id)
    const value = figure && valueOf(figure, world)
    return value && value.numerator !== null && value.denominator !== null
      ? { numerator: value.numerator, denominator: value.denominator }
      : null
  }
  const codes = recordsIn(figures.ofId('reviews.by_participation'), world)
  const byCode = (whole: RegExp, part: RegExp) => shareIn(codes, whole, part)
  const counts = participationCountsSetting.of(world.settings)
  const days = minimumDaysSetting.of(world.settings)
  return [
    {
      id: 'participated',
      title: 'Children who took part in their reviews',
      why: 'A child may come and say nothing (PN4). Some services count that as taking part, some only views that were given. Some count children under 4, who have no code to take part by.',
      definitions: [
        {
          label: 'All but PN7, of reviews of children aged 4 or over',
          usedBy: 'the Department for Education’s codes; most published reports',
          isOurs: counts === 'not_pn7',
          share: byCode(/^PN[1-7]$/, /^PN[1-6]$/),
        },
        {
          label: 'Views given: neither PN4 nor PN7, of reviews of children aged 4 or over',
          usedBy: 'services that count strictly',
          isOurs: counts === 'views_given',
          share: byCode(/^PN[1-7]$/, /^PN[12356]$/),
        },
        {
          label: 'All but PN7 and PN0, of all reviews held',
          usedBy: 'services that leave the under-fours in',
          isOurs: false,
          share: byCode(/^/, /^PN[1-6]$/),
        },
      ],
    },
    {
      id: 'attended',
      title: 'Reviews that the child attended',
      why: 'Under-fours have the code PN0 whether they were there or not. Where they are left in, the share is lower.',
      definitions: [
        {
          label: 'PN1 to PN4, of reviews of children aged 4 or over',
          usedBy: 'most published reports',
          isOurs: true,
          share: shareOf('reviews.attended'),
        },
        { label: 'PN1 to PN4, of all reviews held', usedBy: 'services that leave the under-fours in', isOurs: false, share: byCode(/^/, /^PN[1-4]$/) }, // prettier-ignore
        { label: 'PN1 to PN3, of reviews of children aged 4 or over', usedBy: 'services that count only children who spoke, or were spoken for', isOurs: false, share: byCode(/^PN[1-7]$/, /^PN[1-3]$/) }, // prettier-ignore
      ],
    },
    {
      id: 'on_time',
      title: 'Reviews in time',
      why: 'A child with four reviews counts four times among reviews, and once among children. One late review of four makes a child late, and three reviews in time.',
      definitions: [
        {
          label: 'Reviews held in time, of reviews held',
          usedBy: 'most published reports',
          isOurs: true,
          share: shareOf('reviews.on_time'),
        },
        {
          label: `Children with every review in time, of children looked after for at least ${days} days`,
          usedBy: 'the former national indicator NI 66, with 28 days',
          isOurs: true,
          share: shareOf('children.reviews_on_time'),
        },
      ],
    },
  ]
}

function recordsIn(figure: Figure<World> | null, world: World): readonly FigureRecord[] {
  const records = figure?.records(world) ?? []
  return typeof records === 'string' ? [] : records
}

/** Of the records whose code is of the whole, those whose code is of the part. */
function shareIn(records: readonly FigureRecord[], whole: RegExp, part: RegExp): RivalDefinition['share'] {
  const all = records.filter(({ key }) => whole.test(key ?? ''))
  if (all.length === 0) return null
  return { numerator: all.filter(({ key }) => part.test(key ?? '')).length, denominator: all.length }
}
