import { rowsOf } from '../registers/people.ts'
import { context } from '../children/registers/context.ts'
import type { StoredRows } from '../registers/register.ts'
import type { BankHolidays } from '../calendar/bankHolidays.ts'
import type { ReportingYear } from '../calendar/reportingYear.ts'
import { noReturnOfYear } from '../children/domain/coverage.ts'
import { careLeaverFigures } from '../children/domain/figures/careLeavers.ts'
import { flowFigures } from '../children/domain/figures/flow.ts'
import { healthFigures } from '../children/domain/figures/health.ts'
import { missingFigures } from '../children/domain/figures/missing.ts'
import { populationFigures } from '../children/domain/figures/population.ts'
import type { CareHistory } from '../children/domain/history.ts'
import type { ReturnCoverage } from '../children/domain/record.ts'
import type { CareWorld, World } from '../children/domain/world.ts'
import { valueOf } from '../figures/compute.ts'
import type { Figure, FigureValue } from '../figures/figure.ts'
import { type PlainDate, isBefore, longDate } from '../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../kernel/remember.ts'
import { serviceFigures } from '../officers/domain/figures.ts'
import { reviewFigures } from '../reviews/domain/figures.ts'
import { pathwayFigures } from '../reviews/domain/pathwayFigures.ts'
import { registerFigures } from '../reviews/domain/registerFigures.ts'
import type { Settings } from '../settings/settings.ts'

/** Figures that read no register which people change all day. */
const careFigures = {
  population: ofReturns(populationFigures),
  flow: ofReturns(flowFigures),
  health: ofReturns(healthFigures),
  missing: ofReturns(missingFigures),
  careLeavers: ofReturns(careLeaverFigures),
}

/** Every figure there is, in reading order: each room hands over its own. */
export const allFigures: readonly Figure<World>[] = [
  ...careFigures.population,
  ...careFigures.flow,
  ...ofReturns(reviewFigures),
  ...ofReturns(registerFigures),
  ...pathwayFigures.map(wordedByDay),
  ...serviceFigures.map(wordedByDay),
  ...careFigures.health,
  ...careFigures.missing,
  ...careFigures.careLeavers,
]

/** Figures made of returns: of a year whose return is not known, at all or at the time asked for, they are not known. */
function ofReturns<In extends CareWorld>(figures: readonly Figure<In>[]): Figure<In>[] {
  return figures.map((figure) =>
    wordedByDay({ ...figure, records: (world) => noReturnOfYear(world) ?? figure.records(world) }),
  )
}

const YEAR_END = 'at the year end'

/** The figure in words that do not speak of the end of a year that is not over, but of the last day that is counted. */
function wordedByDay<In extends CareWorld>(figure: Figure<In>): Figure<In> {
  return {
    ...figure,
    wording: (world) => {
      const { label, definition } = { ...figure, ...figure.wording?.(world) }
      if (!isBefore(world.snapshotOn, world.year.lastDay)) return { label, definition }
      const day = `on ${longDate(world.snapshotOn)}`
      return { label: label.replaceAll(YEAR_END, day), definition: definition.replaceAll(YEAR_END, day) }
    },
  }
}

/** The figure of this id, or null. */
export const figureOfId = (id: string): Figure<World> | null => allFigures.find((figure) => figure.id === id) ?? null

/** The registers that figures of care read: where none of their rows has changed, the very same. */
const careRegisters = rowsOf([context])

/** The values of care figures by id: worked out anew only where something of their world is other than before. */
const careValuesFrom = rememberedFor((histories: readonly CareHistory[]) =>
  rememberedWhileSame(
    (
      year: ReportingYear,
      asAt: PlainDate,
      snapshotOn: PlainDate,
      coverage: readonly ReturnCoverage[],
      registers: StoredRows,
      settings: Settings,
      holidays: BankHolidays,
    ) => {
      const world = { histories, year, asAt, snapshotOn, coverage, registers, settings, holidays }
      return new Map(
        Object.values(careFigures)
          .flat()
          .map((figure) => [figure.id, valueOf(figure, world)]),
      )
    },
  ),
)

/** The values of all figures in a world, in reading order: worked out once, for every page that shows them. */
export const figureValues = rememberedFor((world: World): readonly FigureValue[] => {
  const { histories, year, asAt, snapshotOn, coverage, registers, settings, holidays } = world
  const ofCare = careValuesFrom(histories)(
    year,
    asAt,
    snapshotOn,
    coverage,
    careRegisters(registers),
    settings,
    holidays,
  )
  return allFigures.map((figure) => ofCare.get(figure.id) ?? valueOf(figure, world))
})
