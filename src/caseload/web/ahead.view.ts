import { type CaseloadRules, caseloadSetting } from '../settings.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { columns } from '../../charts/columns.ts'
import type { World } from '../../children/domain/world.ts'
import {
  type PlainDate,
  isAfter,
  isBefore,
  laterOf,
  longDate,
  longDateWithWeekday,
  monthName,
} from '../../kernel/dates.ts'
import { counted, listed } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, tickField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { type ValuesIn, formOf } from '../../platform/web/forms/form.ts'
import { numberField } from '../../platform/web/forms/texts.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { type MonthAhead, type WhatIf, monthsAhead, nothingTried } from '../domain/ahead.ts'
import { flowOf } from '../domain/flow.ts'
import { reviewsIn, sharesOn } from '../domain/tried.ts'
import type { Tabs } from './tabs.ts'
import { besideGuide, guideWords, officerItems, oneDecimal, plainNumber } from './words.ts'

/** What is tried, as it stands in the address. */
const aheadForm = (world: World, flow = flowOf(world)) =>
  formOf({
    officer: choiceField(officerItems(officersAhead(world)), { first: 'Nobody' }),
    from: dayField('The first day away'),
    to: dayField('The last day away'),
    fte: numberField('Enter the new posts as a number above 0, like 0.5'),
    postFrom: dayField('The first day of the new post'),
    flow: tickField(
      `Assume that as many children come and go as in the last 12 months (${oneDecimal(flow.arrivals)} came and ${oneDecimal(flow.departures)} left before 18, in a month on average)`,
    ),
  })
type AheadForm = ReturnType<typeof aheadForm>

/** Those who may be away: the officers in post now or later. */
const officersAhead = (world: World) =>
  recordsOf(world, officers).filter(
    (officer) =>
      isReviewingOfficer(officer) && (isInPost(officer, world.asAt) || isAfter(officer.startedOn, world.asAt)),
  )

type TryProblem =
  'officer_missing' | 'from_missing' | 'to_missing' | 'to_before_from' | 'fte_out_of_range' | 'post_from_missing'

/** What the address says is to be tried; nothing of a part that is wrong. */
function triedIn({ officer, from, to, fte, postFrom }: ValuesIn<AheadForm>): { tried: WhatIf; problems: TryProblem[] } {
  const problems: TryProblem[] = []
  let { absence, post } = nothingTried
  if (officer !== null || from || to) {
    if (officer === null) problems.push('officer_missing')
    if (!from) problems.push('from_missing')
    if (!to) problems.push('to_missing')
    if (from && to && isBefore(to, from)) problems.push('to_before_from')
    else if (officer !== null && from && to) absence = { officerId: officer, from, to }
  }
  if (fte !== null || postFrom) {
    const isShare = fte !== null && fte > 0 && fte <= 20
    if (!isShare) problems.push('fte_out_of_range')
    if (!postFrom) problems.push('post_from_missing')
    if (isShare && postFrom) post = { fte, from: postFrom }
  }
  return { tried: { absence, post }, problems }
}

function problemText(problem: TryProblem): string {
  switch (problem) {
    case 'officer_missing':
      return 'Choose who would be away'
    case 'from_missing':
      return 'Enter the first day away as a date, like 31 3 2026'
    case 'to_missing':
      return 'Enter the last day away as a date, like 31 3 2026'
    case 'to_before_from':
      return 'The last day away must be on or after the first'
    case 'fte_out_of_range':
      return 'Enter the new posts as a number above 0, like 0.5'
    case 'post_from_missing':
      return 'Enter the first day of the new post as a date, like 31 3 2026'
  }
}

const fieldOf = {
  officer_missing: 'officer',
  from_missing: 'from',
  to_missing: 'to',
  to_before_from: 'to',
  fte_out_of_range: 'fte',
  post_from_missing: 'postFrom',
} as const satisfies Record<TryProblem, string>

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
