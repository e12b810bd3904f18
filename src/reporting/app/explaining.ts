import type { ReportingYear } from '../../calendar/reportingYear.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Figure, FigureValue } from '../../figures/figure.ts'
import type { FigureList } from '../../world/figures.ts'
import { type RecordChange, changesOf } from '../domain/published/changes.ts'
import { type RecordDifference, differencesBetween } from '../domain/published/differences.ts'
import type { PublicationHead } from './ports.ts'

/** A figure as it was published and as it is now, both as far as the user may see. */
export interface FigureThenAndNow {
  figure: Figure<World>
  then: FigureValue
  now: FigureValue
}

/** Why a figure is other than it was: record by record, with what was recorded since of each. */
export interface Explained extends FigureThenAndNow {
  differences: readonly (RecordDifference & { changes: readonly RecordChange[] })[]
  worlds: { then: World; now: World }
}

/** Sets what was published beside what is known today. */
export interface Explaining {
  /** All figures, in reading order. */
  figuresOf: (worlds: Worlds, asked: ThenAsked) => Promise<readonly FigureThenAndNow[]>
  /** One figure; null where there is none of this id. */
  figure: (worlds: Worlds, asked: ThenAsked, id: string) => Promise<Explained | null>
}

/** Of which publication. */
export interface ThenAsked {
  authority: string
  year: ReportingYear
  publication: Pick<PublicationHead, 'asAt' | 'knownAt'>
}

export function makeExplaining(figures: FigureList<World>): Explaining {
  async function both(worlds: Worlds, { authority, year, publication: { asAt, knownAt } }: ThenAsked) {
    const then = await worlds.ofYear(authority, year, asAt, knownAt)
    const now = await worlds.ofYear(authority, year, asAt, null)
    return { then, now }
  }

  return {
    figuresOf: async (worlds, asked) => {
      const { then, now } = await both(worlds, asked)
      const valuesThen = new Map(figures.valuesIn(then).map((value) => [value.id, value]))
      const valuesNow = new Map(figures.valuesIn(now).map((value) => [value.id, value]))
      return figures.all.flatMap((figure) => {
        const [was, is] = [valuesThen.get(figure.id), valuesNow.get(figure.id)]
        return was && is ? [{ figure, then: was, now: is }] : []
      })
    },

    figure: async (worlds, asked, id) => {
      const figure = figures.ofId(id)
      if (!figure) return null
      const { then, now } = await both(worlds, asked)
      const differences = differencesBetween(recordsIn(figure, then), recordsIn(figure, now))
      const changes = new Map([...new Set(differences.map(({ child }) => child))].map((child) => [child, changesOf(child, then, now)])) // prettier-ignore
      return {
        figure,
        then: valueOf(figure, then),
        now: valueOf(figure, now),
        differences: differences.map((difference) => ({ ...difference, changes: changes.get(difference.child) ?? [] })),
        worlds: { then, now },
      }
    },
  }
}

function recordsIn(figure: Figure<World>, world: World) {
  const records = figure.records(world)
  return typeof records === 'string' ? [] : records
}
