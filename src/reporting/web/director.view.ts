import { type Book, writeBook } from '../../book/domain/book.ts'
import { verdictText } from '../../book/domain/verdictText.ts'
import { monthInWords, monthText } from '../../book/domain/windows.ts'
import type { World } from '../../children/domain/world.ts'
import { context } from '../../children/registers/context.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Figure, FigureValue } from '../../figures/figure.ts'
import { partsPrinted, valuePrinted } from '../../figures/print.ts'
import { type PlainDate, isBefore, longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { FigureList } from '../../world/figures.ts'
import { recordsOf } from '../../world/world.ts'
import { isTargetMet } from '../domain/comparisons.ts'
import { changeText, isChangeReal } from '../domain/sentences.ts'

/** What a director or a board member looks at every Monday, by question. */
const QUESTIONS: readonly { asks: string; figures: readonly string[] }[] = [
  {
    asks: 'Is anything overdue today?',
    figures: ['reviews.overdue', 'iros.children_without', 'oversight.unregistered'],
  },
  {
    asks: 'Are reviews held in time, and do children take part?',
    figures: ['reviews.on_time', 'children.reviews_on_time', 'reviews.participated', 'reviews.attended', 'reviews.rearranged'], // prettier-ignore
  },
  {
    asks: 'Does the law’s paperwork follow?',
    figures: ['reviews.decisions_in_5wd', 'reviews.record_in_15wd', 'reviews.distributed_in_20wd', 'reviews.sw_report_available'], // prettier-ignore
  },
  {
    asks: 'Do IROs look after children between reviews, and challenge?',
    figures: ['oversight.children_with_oversight', 'challenges.raised', 'challenges.resolved_in_20wd', 'cla.permanence_plan_by_second_review'], // prettier-ignore
  },
  {
    asks: 'How many children are there, and how many for each IRO?',
    figures: ['cla.count', 'cla.started', 'cla.ceased', 'iros.caseload_per_fte'],
  },
  {
    asks: 'Are children settled, well and safe?',
    figures: ['cla.three_plus_placements', 'cla.same_placement_2y', 'health.assessment_current', 'education.pep_current', 'missing.children'], // prettier-ignore
  },
]

/** The worlds that the page is made of. `charted`: that of the months of the control charts. */
export interface DirectorsWorlds {
  now: World
  before: World | null
  charted: World
  /** The first day of the month that closed last. */
  month: PlainDate
}

/** All that director.njk shows: every number leads to its records or, for users who may not see those, to its definition. */
export function directorsPage(
  figures: FigureList<World>,
  { now, before, charted, month }: DirectorsWorlds,
  authority: { code: string },
  mayReadBook: boolean,
) {
  const chosen = QUESTIONS.flatMap(({ figures: ids }) => ids.flatMap((id) => figures.ofId(id) ?? []))
  const book = writeBook(charted, month, chosen, [])
  const targets = targetsIn(now)
  const line = (figure: Figure<World>) => lineOf(figure, { now, before }, book, targets, authority.code)
  return {
    title: 'The service at a glance',
    span: `${longDate(now.year.firstDay)} to ${longDate(now.snapshotOn)}${isBefore(now.snapshotOn, now.year.lastDay) ? ', a year not yet over' : ''}`,
    comparedWith: before ? `${longDate(before.year.firstDay)} to ${longDate(before.snapshotOn)}` : null,
    questions: QUESTIONS.map(({ asks, figures: ids }) => ({
      asks,
      lines: ids
        .flatMap((id) => figures.ofId(id) ?? [])
        .map(line)
        .filter((one) => one !== null),
    })).filter(({ lines }) => lines.length > 0),
    month: monthInWords(month),
    bookHref: mayReadBook ? authorityPath(authority.code, 'book', monthText(month)) : null,
    figuresHref: authorityPath(authority.code, 'figures', now.year.name),
  }
}

function lineOf(
  figure: Figure<World>,
  { now, before }: Pick<DirectorsWorlds, 'now' | 'before'>,
  book: Book,
  targets: ReadonlyMap<string, { value: number; source: string }>,
  code: string,
) {
  const value = valueOf(figure, now)
  if (value.value === null) return null
  const was = before && valueOf(figure, before)
  const target = targets.get(figure.id)
  const verdict = book.lines.find(({ id }) => id === figure.id)?.chart?.verdict
  return {
    label: value.label,
    value: valuePrinted(value.value, value.unit, value.decimals),
    parts: partsPrinted(value) ?? '',
    href: authorityPath(code, 'figures', now.year.name, figure.id),
    target: target ? targetText(value, target) : '',
    comparison: was ? comparisonText(value, was) : '',
    months: verdict && verdict.kind !== 'too_few_months' ? verdictText(verdict) : '',
  }
}

function targetText(value: FigureValue, { value: target }: { value: number }): string {
  const printed = `Target ${valuePrinted(target, value.unit, value.decimals)}`
  const isMet = isTargetMet(value, target)
  return isMet === null ? printed : `${printed}: ${isMet ? 'met so far' : 'not met so far'}`
}

/** Like days with like days, and whether the difference is more than chance. */
function comparisonText(now: FigureValue, before: FigureValue): string {
  const change = changeText(now, before)
  if (change === null) return ''
  const then = before.value === null ? '' : valuePrinted(before.value, before.unit, before.decimals)
  const isReal = isChangeReal(now, before)
  const chance = isReal === null || change === 'no change' ? '' : isReal ? '; more than chance alone would give' : '; no more than chance could give' // prettier-ignore
  return change === 'no change' ? `As on the same days last year (${then})` : `${change} than on the same days last year (${then})${chance}` // prettier-ignore
}

const targetsIn = (world: World): ReadonlyMap<string, { value: number; source: string }> =>
  new Map(
    recordsOf(world, context)
      .filter(({ group, year }) => group === 'TARGET' && year === world.year.name)
      .map(({ measure, value, source }) => [measure, { value, source }]),
  )
