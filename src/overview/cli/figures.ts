import type * as z from 'zod'
import { lastDayToCount, reportingYear } from '../../calendar/reportingYear.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Figure, FigureValue } from '../../figures/figure.ts'
import { partsPrinted, valuePrinted } from '../../figures/print.ts'
import { noReturnOfYear } from '../../children/domain/coverage.ts'
import type { World } from '../../children/domain/world.ts'
import { listed } from '../../kernel/words.ts'
import { UsageError } from '../../platform/cli/command.ts'
import { didYouMean } from '../../platform/cli/didYouMean.ts'
import { textTable } from '../../platform/cli/textTable.ts'
import { toCsv } from '../../platform/csv.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FigureList } from '../../world/figures.ts'
import { figuresJson, inJson } from '../domain/asJson.ts'
import { recordsTable } from '../tables.ts'
import type { OverviewDeps, figuresAsked, recordsAsked } from './asked.ts'

/**
 * `footprint figures`: the figures of a year, as the contract words them. Throws `Refusal` where no return is known at
 * all, or a person asks for all figures of a year without one, and no register gives a value either.
 */
export async function figures(
  asked: z.infer<typeof figuresAsked>,
  deps: OverviewDeps & { note: (text: string) => void },
): Promise<string> {
  const chosen = asked.id.length === 0 ? deps.figures.all : asked.id.map((id) => figureNamed(id, deps.figures))
  const { world, authority, knownAt } = await worldAsked(asked, deps)
  const values = chosen.map((figure) => valueOf(figure, world))
  const isForPeople = asked.format === 'table' && asked.id.length === 0
  refuseWithoutReturns(world, authority, values, isForPeople)
  const unknown = noReturnOfYear(world)
  if (unknown !== null) deps.note(`${unknown} Figures that are made from it have no value.`)
  switch (asked.format) {
    case 'json':
      return figuresJson({ authority, year: world.year.name, asAt: world.asAt, knownAt }, values)
    case 'csv':
      return toCsv([
        ['id', 'label', 'unit', 'key', 'value', 'numerator', 'denominator', 'reason'],
        ...values.flatMap((value) => [
          [value.id, value.label, value.unit, '', value.value, value.numerator, value.denominator, value.reason],
          ...value.breakdown.map((item) => [
            value.id,
            item.label,
            value.unit,
            item.key,
            item.value,
            item.numerator ?? null,
            item.denominator ?? null,
            null,
          ]),
        ]),
      ])
    case 'table':
      return textTable(
        ['Figure', 'Value', 'Of', 'What'],
        values.flatMap((value) => [
          [value.id, printed(value), partsPrinted(value), value.reason ?? value.label],
          ...value.breakdown.map((item) => [
            `  ${item.key}`,
            value.unit === 'percent' ? valuePrinted(item.value, value.unit, value.decimals) : String(item.value),
            item.numerator === undefined ? null : `${item.numerator} of ${item.denominator ?? 0}`,
            item.label,
          ]),
        ]),
      )
  }
}

/** `footprint records`: the records behind one figure. Throws `UsageError` where there is no such figure, `Refusal` where it has none. */
export async function records(asked: z.infer<typeof recordsAsked>, deps: OverviewDeps): Promise<string> {
  const figure = figureNamed(asked.figure, deps.figures)
  const { world } = await worldAsked(asked, deps)
  const found = figure.records(world)
  if (typeof found === 'string') throw new Refusal(`${figure.id} can't be worked out: ${found}`)
  const rows = found.map((record) => ({
    ...record,
    date: record.date.toString(),
    due: record.due?.toString() ?? null,
    detail: record.detail(),
  }))
  switch (asked.format) {
    case 'json':
      return inJson({ figure: figure.id, records: rows })
    case 'csv':
      return toCsv(recordsTable(found))
    case 'table':
      return textTable(
        ['Child', 'What', 'Date', 'Due', 'Counts', 'Detail'],
        rows.map((row) => [
          row.child,
          row.kind,
          row.date,
          row.due,
          row.counts ? 'yes' : 'no',
          Object.entries(row.detail)
            .filter(([, value]) => value !== null)
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join('; '),
        ]),
      )
  }
}

async function worldAsked(asked: z.infer<typeof figuresAsked> | z.infer<typeof recordsAsked>, deps: OverviewDeps) {
  const authority = await deps.authorityOf(asked.authority)
  const asAt = asked.asAt ?? lastDayToCount(asked.year, deps.today())
  const world = await deps.worlds.ofYear(authority, asked.year, asAt, asked.knownAt ?? null)
  return { world, authority, knownAt: (asked.knownAt ?? deps.now()).toString() }
}

/**
 * As the report refuses: a table of reasons alone would pass for an answer. Programs, and the user for one figure, are
 * given each figure's reason where returns of other years are there.
 */
function refuseWithoutReturns(
  { coverage, year }: World,
  authority: string,
  values: readonly FigureValue[],
  isForPeople: boolean,
): void {
  if (values.some(({ value }) => value !== null)) return
  if (coverage.length === 0) {
    throw new Refusal(`no return of ${authority} is imported: import one, then ask for its figures`)
  }
  if (isForPeople && !coverage.some((known) => known.year === year.startYear)) {
    throw new Refusal(
      `no return of ${authority} for ${year.name} is imported: import it, then ask for its figures (imported: ${listed(coverage.map((known) => reportingYear(known.year).name))})`,
    )
  }
}

/** The figure of this id. Throws `UsageError` where there is none. */
function figureNamed(id: string, figures: FigureList<World>): Figure<World> {
  const figure = figures.ofId(id)
  if (figure) return figure
  const near = didYouMean(
    id,
    figures.all.map((one) => one.id),
  )
  throw new UsageError(`there is no figure ${id}${near || '; footprint figures without --id lists them all'}`)
}

const printed = (value: FigureValue): string =>
  value.value === null ? '-' : valuePrinted(value.value, value.unit, value.decimals)
