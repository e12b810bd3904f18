import { type Files, lookedAfter, periodOn } from './care.ts'
import { type Counted, type Day, type Row, plusDays, plusMonths, plusWorkingDays, share, total } from './files.ts'

const text = (row: Row | undefined, column: string): string => row?.[column] ?? ''

/** Figures of the other registers, by id; with the settings that an authority starts with. */
export function countedInRegisters(files: Files): Record<string, Counted> {
  const { first, last, register } = files
  const inYear = (row: Row, column: string) => text(row, column) >= first && text(row, column) <= last
  const isOpen = (row: Row, from: string, to: string) =>
    text(row, from) !== '' && text(row, from) <= last && (text(row, to) === '' || text(row, to) > last)
  const audits = register('audits').filter((row) => inYear(row, 'date'))
  const graded = audits.filter((row) => text(row, 'grade') !== '')
  const roles = new Map(register('officers').map((row) => [text(row, 'officer_id'), text(row, 'role')]))
  const isIro = (officer: string) => ['IRO', 'IRO_AND_CP_CHAIR'].includes(roles.get(officer) ?? '')
  const statements = register('statements').filter((row) => inYear(row, 'date'))
  const support = register('support')
  const visitors = support.filter((row) => text(row, 'kind') === 'INDEPENDENT_VISITOR')
  const concluded = register('proceedings').filter((row) => inYear(row, 'concluded_date'))
  return {
    'audits.count': total(audits),
    'audits.by_grade': total(graded, (row) => text(row, 'grade')),
    'audits.good_share': share(graded, (row) => text(row, 'grade') === 'GOOD'),
    'audits.share_by_iros': share(audits, (row) => isIro(text(row, 'auditor'))),
    'digital.statements': total(statements, (row) => text(row, 'made_by')),
    'support.advocacy_referrals': total(
      support.filter((row) => text(row, 'kind') === 'ADVOCACY' && inYear(row, 'referred_date')),
    ),
    'support.independent_visitors': total(visitors.filter((row) => isOpen(row, 'from', 'to'))),
    'support.independent_visitors_new': total(visitors.filter((row) => inYear(row, 'from'))),
    'feedback.complaints': total(
      register('feedback').filter(
        (row) => text(row, 'kind') === 'COMPLAINT' && inYear(row, 'date') && isIro(text(row, 'about_officer')),
      ),
    ),
    // The day on which it is issued counts as the first of 26 weeks.
    'proceedings.in_26_weeks': share(
      concluded,
      (row) => text(row, 'concluded_date') <= plusDays(text(row, 'issued_date'), 26 * 7 - 1),
    ),
    'oversight.supervision_orders': total(
      register('people').filter((row) => text(row, 'kind') === 'SUPERVISION_ORDER' && isOpen(row, 'from', 'to')),
    ),
    ...ofOfficers(files),
    ...ofChallenges(files),
    ...ofFosterCarers(files),
    ...ofInterviews(files),
    ...ofNotifications(files),
  }
}

function ofOfficers(files: Files): Record<string, Counted> {
  const { last } = files
  const inPost = (day: Day) =>
    files
      .register('officers')
      .filter((row) => ['IRO', 'IRO_AND_CP_CHAIR'].includes(text(row, 'role')))
      .filter((row) => text(row, 'start_date') <= day && (text(row, 'end_date') === '' || text(row, 'end_date') >= day))
  const allocations = files.register('allocations')
  const isAllocated = (child: string) =>
    allocations.some(
      (row) =>
        text(row, 'child') === child && text(row, 'from') <= last && (text(row, 'to') === '' || text(row, 'to') > last),
    )
  const without = lookedAfter(files, last).filter(
    ({ child, period }) => plusWorkingDays(period.from, 5) < last && !isAllocated(child),
  )
  return { 'iros.headcount': total(inPost(last)), 'iros.children_without': total(without) }
}

function ofChallenges(files: Files): Record<string, Counted> {
  const { first, last } = files
  const raised = files
    .register('challenges')
    .filter((row) => text(row, 'raised_date') >= first && text(row, 'raised_date') <= last)
  const stages = Map.groupBy(files.register('challenge_stages'), (row) => text(row, 'challenge_ref'))
  const startOf = (row: Row): Day | undefined => {
    const route = text(row, 'route')
    if (route === 'GOOD_PRACTICE') return undefined
    if (route !== 'INFORMAL' && route !== 'ALERT') return text(row, 'raised_date')
    const second = stages.get(text(row, 'challenge_ref'))?.find((stage) => text(stage, 'stage') === '2')
    const day = text(second, 'started_date')
    return day !== '' && day <= last ? day : undefined
  }
  const resolvedOn = (row: Row) => (text(row, 'resolved_date') <= last ? text(row, 'resolved_date') : '')
  const limit = (row: Row) => plusWorkingDays(startOf(row) ?? '', 20)
  const clocked = raised.filter((row) => startOf(row) !== undefined && text(row, 'withdrawn_date') === '')
  return {
    'challenges.raised': total(raised, (row) => text(row, 'route')),
    'challenges.by_agency': total(
      raised.filter((row) => text(row, 'route') === 'PARTNER'),
      (row) => text(row, 'agency'),
    ),
    'challenges.good_practice': total(raised.filter((row) => text(row, 'route') === 'GOOD_PRACTICE')),
    'challenges.resolved_in_20wd': share(
      clocked.filter((row) => resolvedOn(row) !== '' || limit(row) < last),
      (row) => resolvedOn(row) !== '' && resolvedOn(row) <= limit(row),
    ),
  }
}

function ofFosterCarers(files: Files): Record<string, Counted> {
  const { first, last } = files
  const carers = files.register('foster_carers')
  const reviews = files
    .register('foster_reviews')
    .filter((row) => text(row, 'status') === 'HELD' && text(row, 'held_date') <= last)
  const inYear = reviews.filter((row) => text(row, 'held_date') >= first)
  const due = carers.flatMap((carer) => {
    const own = reviews
      .filter((row) => text(row, 'carer_ref') === text(carer, 'carer_ref'))
      .map((row) => text(row, 'held_date'))
    const ceased = text(carer, 'ceased_date') || '9999-12-31'
    return [text(carer, 'approved_date'), ...own.sort()].flatMap((start, index, starts) => {
      const limit = plusMonths(start, 12)
      if (limit < first || limit > last || ceased <= limit) return []
      const next = starts[index + 1]
      return [{ isInTime: next !== undefined && next <= limit }]
    })
  })
  return {
    'foster.carers': total(
      carers.filter(
        (row) =>
          text(row, 'approved_date') <= last && (text(row, 'ceased_date') === '' || text(row, 'ceased_date') > last),
      ),
    ),
    'foster.reviews_held': total(inYear),
    'foster.allegation_reviews': total(inYear.filter((row) => text(row, 'kind') === 'ALLEGATION')),
    'foster.reviews_on_time': share(due, ({ isInTime }) => isInTime),
  }
}

/** Return interviews within 72 hours of coming back; what is not written down here is left out. */
function ofInterviews(files: Files): Record<string, Counted> {
  const ended = files.register('missing_returns').filter((row) => {
    const day = text(row, 'returned_at').slice(0, 10)
    return day >= files.first && day <= files.last
  })
  const known = ended.filter((row) => periodOn(files, text(row, 'child'), text(row, 'missing_from')) !== undefined)
  const heldAt = (row: Row) =>
    text(row, 'interview_held_at').slice(0, 10) <= files.last ? text(row, 'interview_held_at') : ''
  const isOver = (row: Row) => hoursBetween(text(row, 'returned_at'), `${plusDays(files.last, 1)}T00:00`) >= 72
  return {
    'missing.rhi_in_72h': share(
      known.filter((row) => heldAt(row) !== '' || isOver(row)),
      (row) =>
        heldAt(row) !== '' &&
        text(row, 'declined') !== 'Y' &&
        hoursBetween(text(row, 'returned_at'), heldAt(row)) <= 72,
    ),
  }
}

const HOUR = 3_600_000
/** Hours that passed by the clock of London: summer time ends and begins on the last Sundays of October and March. */
const hoursBetween = (from: string, to: string): number => (instantOf(to) - instantOf(from)) / HOUR
const instantOf = (local: string): number => Date.parse(`${local}:00Z`) - (isSummer(local) ? HOUR : 0)
function isSummer(local: string): boolean {
  const year = local.slice(0, 4)
  return local >= `${lastSunday(year, '03')}T02:00` && local < `${lastSunday(year, '10')}T02:00`
}
function lastSunday(year: string, month: string): Day {
  const end = `${year}-${month}-31`
  return plusDays(end, -new Date(`${end}T00:00:00Z`).getUTCDay())
}

function ofNotifications(files: Files): Record<string, Counted> {
  const late = files
    .register('notifications')
    .filter((row) => text(row, 'started_date') >= files.first && text(row, 'started_date') <= files.last)
    .filter((row) => text(row, 'notified_date') <= files.last)
    .filter((row) => text(row, 'notified_date') > plusWorkingDays(text(row, 'started_date'), 5))
  return { 'reviews.late_notifications': total([...new Set(late.map((row) => text(row, 'child')))]) }
}
