import { context } from '../../children/registers/context.ts'
import { officers } from '../../officers/registers/officers.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { comparedTo, previousYear, type ReportingYear } from '../../calendar/reportingYear.ts'
import type { Finding } from '../../house/finding.ts'
import type { World } from '../../children/domain/world.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Figure, FigureRecord, FigureValue } from '../../figures/figure.ts'
import { type Instant, type PlainDate, date, isBefore } from '../../kernel/dates.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { Findings } from '../../house/findings.ts'
import type { FigureList } from '../../world/figures.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ownRules } from '../../settings/form/ownRules.ts'
import type { AnySetting } from '../../settings/setting.ts'
import type { ReturnStore, StoredImport } from '../../returns/ssda903/app/ports.ts'
import { writeChildrensReport } from '../domain/childrensEdition.ts'
import { type Edition, hidesSmallNumbers } from '../domain/edition.ts'
import { reportedFindings } from '../domain/reportedFindings.ts'
import { type Report, type WordsBySection, writeReport } from '../domain/report.ts'
import { FOLLOWED } from '../domain/followed.ts'
import { rivalsIn } from '../domain/rivals.ts'
import { toldIn } from '../domain/told.ts'
import {
  type Comparator,
  type ReportFacts,
  type ReportYear,
  type ReturnUsed,
  reportYearOf,
  yearsOf,
} from '../domain/reportYear.ts'
import type { ReportPart } from '../../house/reportPart.ts'
import { courseAfter, stepInWords } from '../domain/published/course.ts'
import type { PublishingStore, SearchHiding, WordsStore } from './ports.ts'

/** Which report, and as it was known when. */
export interface ReportAsked {
  authority: { code: string; name: string }
  year: ReportingYear
  /** The last day to count. */
  asAt: PlainDate
  /** Null for now. */
  knownAt: Instant | null
  edition: Edition
}

/** A report that is written, with the figures it was written from, as they may be shown. */
export interface WrittenReport {
  report: Report
  edition: Edition
  shownYear: ReportYear
  /** The service's own words as they were typed, by section. */
  typed: WordsBySection
}

/** Writes a year's report. Throws `Refusal` where the year's return is not imported. */
export type AnnualReport = (asked: ReportAsked) => Promise<WrittenReport>

export interface AnnualReportDeps {
  worlds: Pick<Worlds, 'ofYear'>
  returns: Pick<ReturnStore, 'imports'>
  words: Pick<WordsStore, 'read'>
  /** Who took a year's report how far. */
  steps: PublishingStore['steps']
  today: () => PlainDate
  searchHiding: SearchHiding
  /** The figures of all rooms, and what they find odd. */
  figures: FigureList<World>
  findings: Findings<World>
  /** What rooms have printed. */
  parts: readonly ReportPart[]
  /** Every setting there is. */
  allSettings: readonly AnySetting[]
}

/** How many years the report looks back before last year. */
const MOST_EARLIER = 3

/** Last year stands beside the year where its own return is there: this year's alone would tell of it in part. */
export function makeAnnualReport({
  worlds,
  returns,
  words,
  steps,
  today,
  searchHiding,
  figures,
  findings,
  parts,
  allSettings,
}: AnnualReportDeps): AnnualReport {
  const figuresOf = (world: World): FigureValue[] => [...figures.valuesIn(world)]

  /** Of the three years before that one, as far as their returns follow one another: five years in all. */
  async function figuresEarlier(
    authority: string,
    year: ReportingYear,
    hasReturn: (one: ReportingYear) => boolean,
    knownAt: Instant | null,
  ): Promise<FigureValue[][]> {
    const years: FigureValue[][] = []
    for (let one = previousYear(year); years.length < MOST_EARLIER && hasReturn(one); one = previousYear(one)) {
      const world = await worlds.ofYear(authority, one, one.lastDay, knownAt)
      years.push(FOLLOWED.flatMap((id) => figures.ofId(id) ?? []).map((figure) => valueOf(figure, world)))
    }
    return years
  }

  return async ({ authority, year, asAt, knownAt, edition }) => {
    const world = await worlds.ofYear(authority.code, year, asAt, knownAt)
    const before = previousYear(year)
    const hasReturn = (one: ReportingYear) => world.coverage.some((known) => known.year === one.startYear)
    if (!hasReturn(year)) {
      throw new Refusal(
        `no return of ${authority.name} for ${year.name} has been imported: import it, then write the report`,
      )
    }
    const worldBefore = hasReturn(before)
      ? await worlds.ofYear(authority.code, before, comparedTo(year, world.snapshotOn), knownAt)
      : null
    const isWholeYear = !isBefore(world.snapshotOn, year.lastDay)
    const earlier = worldBefore && isWholeYear ? await figuresEarlier(authority.code, before, hasReturn, knownAt) : []
    const imports = await returns.imports(authority.code)
    const facts: ReportFacts = {
      authority,
      year,
      asAt: world.snapshotOn,
      figures: figuresOf(world),
      figuresBefore: worldBefore && figuresOf(worldBefore),
      figuresEarlier: earlier,
      comparators: comparatorsOf(world),
      reviews: recordsOfFigure(figures.ofId('reviews.on_time'), world),
      findings: reportedFindings(oddities(findings, world)),
      returns: returnsUsed(imports, worldBefore ? [year, before] : [year], knownAt),
      hasRegisters: recordsOf(world, reviews).length > 0 || recordsOf(world, officers).length > 0,
      settings: world.settings,
      ownRules: ownRules(allSettings, world.settings, today()),
      told: toldIn(world, year),
      steps: courseAfter(await steps(authority.code, year.startYear)).steps.map(stepInWords),
      rivals: hidesSmallNumbers(edition) ? [] : rivalsIn(figures, world),
    }
    const hiding = hidesSmallNumbers(edition) ? await searchHiding(yearsOf(facts)) : null
    const reportYear = reportYearOf(facts, hiding)
    const own = await words.read(authority.code, year.startYear, knownAt)
    const report =
      edition === 'children' ? writeChildrensReport(reportYear, today()) : writeReport(reportYear, own, today(), parts)
    return { report, edition, shownYear: reportYear, typed: own }
  }
}

/** The targets and other authorities' numbers of the world's year. */
const comparatorsOf = (world: World): Comparator[] =>
  recordsOf(world, context)
    .filter((row) => row.year === world.year.name)
    .map(({ measure, group, value, source }) => ({ figure: measure, group, value, source }))

function recordsOfFigure(figure: Figure<World> | null, world: World): readonly FigureRecord[] {
  const records = figure?.records(world) ?? []
  return typeof records === 'string' ? [] : records
}

/**
 * What is odd in the histories that the figures are counted from, in the year's own rows or about a child as a whole.
 * What only reading the files finds is for the pages of the data: it takes longer than all the rest of the report.
 */
const oddities = (findings: Findings<World>, world: World): Finding[] =>
  world.histories
    .flatMap(({ record }) => findings.ofChild(world, record.child))
    .filter(({ source }) => source === null || source.year === world.year.startYear)

/** Of each year the import that was the latest at the moment, with the day in England on which it was read. */
function returnsUsed(
  imports: readonly StoredImport[],
  years: readonly ReportingYear[],
  knownAt: Instant | null,
): ReturnUsed[] {
  return years.flatMap((year) => {
    const latest = imports
      .filter((one) => one.year === year.startYear)
      .filter(({ recordedAt }) => knownAt === null || recordedAt.epochMilliseconds <= knownAt.epochMilliseconds)
      .reduce<StoredImport | null>(
        (last, one) => (last && last.recordedAt.epochMilliseconds >= one.recordedAt.epochMilliseconds ? last : one),
        null,
      )
    return latest ? [{ year: year.name, readOn: dayInEngland(latest.recordedAt) }] : []
  })
}

const dayInEngland = (moment: Instant): PlainDate =>
  date(moment.toZonedDateTimeISO('Europe/London').toPlainDate().toString())
