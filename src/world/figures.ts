import type { BankHolidays } from '../calendar/bankHolidays.ts'
import type { ReportingYear } from '../calendar/reportingYear.ts'
import { valueOf } from '../figures/compute.ts'
import type { Figure, FigureValue } from '../figures/figure.ts'
import { wordedByDay } from '../figures/wordedByDay.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { type Placed, inPlace } from '../kernel/inPlace.ts'
import { rememberedFor, rememberedWhileSame } from '../kernel/remember.ts'
import { rowsOf } from '../registers/people.ts'
import type { Register, StoredRows } from '../registers/register.ts'
import type { Settings } from '../settings/settings.ts'
import type { Known, WorldOf } from './world.ts'

/** Figures of one subject. Their place is that of the subject in the order in which people read figures. */
export interface FigureGroup<World> extends Placed {
  figures: readonly Figure<World>[]
  /**
   * The only registers that the figures read: they are given no others, and worked out anew only where a row of these
   * changes. Any register unless said: then they are worked out anew with each change.
   */
  reads?: readonly Register[]
}

/** The figures of all rooms, in reading order. */
export interface FigureList<World> {
  all: readonly Figure<World>[]
  /** The figure of this id, or null. */
  ofId: (id: string) => Figure<World> | null
  /** The values of all figures in a world, in reading order: worked out once, for every page that shows them. */
  valuesIn: (world: World) => readonly FigureValue[]
}

/**
 * Puts the figures of rooms together, in words of the place where `inOwnWords` knows them. Throws where two figures have one
 * id.
 */
export function joinFigures<History extends Known, Coverage>(
  given: readonly FigureGroup<WorldOf<History, Coverage>>[],
  inOwnWords: (text: string, settings: Settings) => string = (text) => text,
): FigureList<WorldOf<History, Coverage>> {
  type World = WorldOf<History, Coverage>
  const groups = inPlace(given).map((group) => ({
    ...group,
    figures: group.figures.map((figure) => wordedBy(inOwnWords, wordedByDay(figure))),
  }))
  const all = groups.flatMap(({ figures }) => figures)
  const byId = new Map(all.map((figure) => [figure.id, figure]))
  if (byId.size < all.length) {
    const twice = all.filter((figure) => byId.get(figure.id) !== figure)
    throw new Error(`two figures are called ${twice.map(({ id }) => id).join(', ')}`)
  }
  const valuesOf = groups.map(({ figures, reads }) => {
    const values = (world: World) => figures.map((figure) => valueOf(figure, world))
    return reads ? whileSame(reads, values) : values
  })
  return {
    all,
    ofId: (id) => byId.get(id) ?? null,
    valuesIn: rememberedFor((world: World) => valuesOf.flatMap((values) => values(world))),
  }
}

function wordedBy<World extends { settings: Settings }>(
  inOwnWords: (text: string, settings: Settings) => string,
  figure: Figure<World>,
): Figure<World> {
  return {
    ...figure,
    wording: (world) => {
      const { label, definition, area } = { ...figure, ...figure.wording?.(world) }
      const own = (text: string) => inOwnWords(text, world.settings)
      return { label: own(label), definition: own(definition), area: own(area) }
    },
  }
}

/** Worked out anew only where something of the world is other than before, of its registers these. */
function whileSame<History extends Known, Coverage, Value>(
  registers: readonly Register[],
  make: (world: WorldOf<History, Coverage>) => Value,
): (world: WorldOf<History, Coverage>) => Value {
  type World = WorldOf<History, Coverage>
  const readFrom = rowsOf(registers)
  const from = rememberedFor((histories: readonly History[]) =>
    rememberedWhileSame(
      (
        year: ReportingYear,
        asAt: PlainDate,
        snapshotOn: PlainDate,
        coverage: readonly Coverage[],
        read: StoredRows,
        settings: Settings,
        holidays: BankHolidays,
        clocks: World['clocks'],
      ) => make({ histories, year, asAt, snapshotOn, coverage, registers: read, settings, holidays, clocks }),
    ),
  )
  return ({ histories, year, asAt, snapshotOn, coverage, registers: stored, settings, holidays, clocks }) =>
    from(histories)(year, asAt, snapshotOn, coverage, readFrom(stored), settings, holidays, clocks)
}
