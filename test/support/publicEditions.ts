import { comparedTo, reportingYear } from '../../src/calendar/reportingYear.ts'
import type { World } from '../../src/children/domain/world.ts'
import { documentText } from '../../src/documents/write/text.ts'
import { valueOf } from '../../src/figures/compute.ts'
import type { FigureValue } from '../../src/figures/figure.ts'
import type { PlainDate } from '../../src/kernel/dates.ts'
import { rememberedFor } from '../../src/kernel/remember.ts'
import { allFigures, rooms } from '../../src/main/rooms.ts'
import { writeChildrensReport } from '../../src/reporting/domain/childrensEdition.ts'
import type { Hiding } from '../../src/reporting/domain/disclosure/search.ts'
import { FOLLOWED } from '../../src/reporting/domain/followed.ts'
import { hidingOf } from '../../src/reporting/domain/disclosure/search.ts'
import type { Solver } from '../../src/reporting/domain/disclosure/solver.ts'
import { writeReport } from '../../src/reporting/domain/report.ts'
import { type ReportFacts, reportYearOf, yearsOf } from '../../src/reporting/domain/reportYear.ts'
import { reportJson } from '../../src/reporting/write/data.ts'
import type { MadeUpService } from './madeUpService.ts'

/** What is printed of one year: the file of data, and the text of the public and the children's edition. */
export interface PrintedEdition {
  json: string
  text: string
}

const parts = rooms.flatMap(({ report = [] }) => report)

const valuesIn = rememberedFor((world: World): FigureValue[] => allFigures.all.map((figure) => valueOf(figure, world)))

/** The facts of a report of a made-up service, with the year before and those before that, as `footprint report` gathers them. */
export function factsOf(service: MadeUpService, startYear: number, firstYear: number, asAt?: PlainDate): ReportFacts {
  const world = service.worldOf(startYear, asAt ? { asAt } : {})
  const year = reportingYear(startYear)
  const earlier = Array.from({ length: Math.max(0, startYear - 1 - firstYear) }, (_, index) => startYear - 2 - index)
  const reviews = allFigures.ofId('reviews.on_time')?.records(world)
  return {
    authority: { code: 'X99000001', name: 'Made up' },
    year,
    asAt: world.snapshotOn,
    figures: valuesIn(world),
    figuresBefore:
      startYear > firstYear
        ? valuesIn(service.worldOf(startYear - 1, { asAt: comparedTo(year, world.snapshotOn) }))
        : null,
    figuresEarlier: earlier.map((year) =>
      FOLLOWED.flatMap((id) => allFigures.ofId(id) ?? []).map((figure) => valueOf(figure, service.worldOf(year))),
    ),
    comparators: [],
    reviews: Array.isArray(reviews) ? reviews : [],
    findings: [],
    returns: [],
    hasRegisters: true,
    settings: world.settings,
  }
}

/** The public editions of these years as they are printed, with the children's. */
export function publicEditions(
  service: MadeUpService,
  years: readonly number[],
  solver: Solver,
  search: (values: readonly FigureValue[]) => Hiding = rememberedFor((values) => hidingOf(values, solver)),
): PrintedEdition[] {
  const firstYear = Math.min(...years)
  return years.map((startYear) => {
    const facts = factsOf(service, startYear, firstYear)
    const shownYear = reportYearOf(facts, yearsOf(facts).map(search))
    const madeOn = facts.asAt
    const report = writeReport(shownYear, new Map(), madeOn, parts)
    const children = writeChildrensReport(shownYear, madeOn)
    return {
      json: reportJson({ report, edition: 'public', shownYear }),
      text: documentText(report) + documentText(children),
    }
  })
}
