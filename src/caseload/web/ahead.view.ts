import { type CaseloadRules, caseloadSetting } from '../settings.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { columns } from '../../charts/columns.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, laterOf, longDate, longDateWithWeekday, monthName } from '../../kernel/dates.ts'
import { counted, listed } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { type MonthAhead, type WhatIf, monthsAhead, nothingTried } from '../domain/ahead.ts'
import { flowOf } from '../domain/flow.ts'
import { reviewsIn, sharesOn } from '../domain/tried.ts'
import type { Tabs } from './tabs.ts'
import { besideGuide, guideWords, oneDecimal, plainNumber } from './words.ts'
import { aheadForm, triedIn, problemText, fieldOf } from './ahead.form.ts'

/** All that ahead.njk shows. */
export function aheadPage(world: World, query: unknown, code: string, tabs: Tabs) {
  const { guide } = caseloadSetting.of(world.settings)
  const flow = flowOf(world)
  const form = aheadForm(world, flow)
  const { typed, values, faults } = form.read(query)
  const { tried, problems } = values ? triedIn(values) : { tried: nothingTried, problems: [] }
  const wrong = [...faults, ...problems.map((problem) => ({ field: fieldOf[problem], text: problemText(problem) }))]
  const reckoned = typed.flow ? flow : null
  const isTried = tried.absence !== null || tried.post !== null
  // Counted on the same days as what is tried, so that both stand beside each other.
  const after = monthsAhead(world, reckoned, tried)
  const before = isTried ? beforeTrying(world, reckoned, tried) : after
  return {
    title: 'Months ahead',
    from: longDateWithWeekday(world.asAt),
    tabs,
    action: authorityPath(code, 'caseload', 'ahead'),
    ...form.shown(typed, wrong),
    isTried,
    triedWords: triedWords(world, tried),
    guide: guideWords(guide),
    chart: chartOf(before, after, isTried),
    months: before.map((month, index) => monthRow(month, after[index] ?? month, guide)),
    shares: isTried ? sharesTable(world, tried, guide) : null,
    reviews: (tried.absence ? reviewsIn(world, tried.absence) : []).map(({ child, on, what }) => ({
      child,
      href: authorityPath(code, 'children', child),
      on: longDateWithWeekday(on),
      what: what === 'due' ? 'Review due' : 'Review booked',
    })),
    hasAbsence: tried.absence !== null,
  }
}

/** The months as they stand, counted on the days on which what is tried is counted. */
function beforeTrying(world: World, flow: ReturnType<typeof flowOf> | null, { absence }: WhatIf): MonthAhead[] {
  const nobody = absence && { ...absence, officerId: '' }
  return monthsAhead(world, flow, { absence: nobody, post: null })
}

function triedWords(world: World, { absence, post }: WhatIf): string {
  const parts: string[] = []
  if (absence) {
    const name = recordsOf(world, officers).find(({ officerId }) => officerId === absence.officerId)?.name ?? ''
    parts.push(`${name} away from ${longDate(absence.from)} to ${longDate(absence.to)}`)
  }
  if (post) parts.push(`a new post of ${plainNumber(post.fte)} from ${longDate(post.from)}`)
  return listed(parts)
}

const monthWords = ({ month }: MonthAhead): string => `${monthName(month.month)} ${month.year}`

function monthRow(before: MonthAhead, after: MonthAhead, guide: CaseloadRules['guide']) {
  return {
    month: monthWords(before),
    countedOn: longDate(before.day),
    children: Number.isInteger(before.children) ? String(before.children) : oneDecimal(before.children),
    leaving: String(before.leaving),
    fte: plainNumber(before.fte),
    fteAway: before.fteAway === 0 ? '' : `${plainNumber(before.fteAway)} away`,
    fteAfter: plainNumber(after.fte),
    fteAwayAfter: after.fteAway === 0 ? '' : `${plainNumber(after.fteAway)} away`,
    perFte: besideGuide(before.perFte, guide),
    perFteAfter: besideGuide(after.perFte, guide),
    weightedPerFte: besideGuide(before.weightedPerFte, guide),
    weightedPerFteAfter: besideGuide(after.weightedPerFte, guide),
    reviewsDue: String(before.reviewsDue),
    reviewsAfter: String(before.reviewsAfter),
    changes: [
      ...before.starting.map(({ name, startedOn }) => `${name} starts on ${longDate(startedOn)}`),
      ...before.ending.map(({ name, endedOn }) => `${name} leaves on ${endedOn ? longDate(endedOn) : ''}`),
    ],
  }
}

function chartOf(before: readonly MonthAhead[], after: readonly MonthAhead[], isTried: boolean) {
  const values = (months: readonly MonthAhead[]) => months.map(({ perFte }) => perFte)
  const [first, last] = [before[0], before.at(-1)]
  if (!first || !last || values(before).every((value) => value === null)) return null
  const words = (value: number | null) => (value === null ? 'not known' : value.toFixed(1))
  return columns(
    {
      id: 'ahead',
      title: 'Children for each full-time equivalent at work, by month',
      description: `From ${words(first.perFte)} in ${monthWords(first)} to ${words(last.perFte)} in ${monthWords(last)}${isTried ? ', as it stands' : ''}.`,
      categoryHeading: 'Month',
      categories: before.map(({ month }) => monthName(month.month).slice(0, 3)),
      series: isTried
        ? [
            { label: 'As it stands', values: values(before) },
            { label: 'As tried', values: values(after) },
          ]
        : [{ label: 'As it stands', values: values(before) }],
      format: (value) => value.toFixed(1),
    },
    'side_by_side',
  )
}

/** The officers' children before and after, on the first day of what is tried. */
function sharesTable(world: World, tried: WhatIf, guide: CaseloadRules['guide']) {
  const starts = [tried.absence?.from, tried.post?.from].flatMap((on) => (on ? [on] : []))
  // With an absence, its first day: that of a post that comes later changes nothing then.
  const day: PlainDate = laterOf(tried.absence?.from ?? starts[0] ?? world.asAt, world.asAt)
  const rows = sharesOn(world, day, tried).map(({ officer, fte, isAway, before, after }) => ({
    name: officer?.name ?? 'New post',
    fte: plainNumber(fte),
    about: isAway ? 'away' : '',
    before: String(before.children),
    beforePerFte: before.perFte === null ? { value: '', band: '', isOver: false } : besideGuide(before.perFte, guide),
    after: Number.isInteger(after.children) ? String(after.children) : oneDecimal(after.children),
    afterPerFte: after.perFte === null ? { value: '', band: '', isOver: false } : besideGuide(after.perFte, guide),
  }))
  return { caption: `By IRO on ${longDate(day)}`, rows, summary: counted(rows.length, 'IRO') }
}
