import * as z from 'zod'
import { rounded } from '../../figures/print.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { CellValue } from '../../platform/csv.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choicesOf, pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { type OpenDecision, byTeam, isLate, openDecisionsIn } from '../domain/tracking.ts'
import { decisionName, reportedOutcomes } from '../registers/recommendations.ts'
import { afterPath } from './after.view.ts'

/** What the list of decisions is narrowed to, as it stands in the address. */
export const decisionFilters = z.object({
  which: textFilter,
  team: textFilter,
  child: textFilter,
  owner: textFilter,
  officer: textFilter,
  page: pageFilter,
})
export type DecisionFilters = z.infer<typeof decisionFilters>

/** Whose team each child is of. */
export type Teams = ReadonlyMap<string, string>

const NO_TEAM = 'No team known'

/** The open decisions that the filters ask for. */
export const listedDecisions = (world: World, filters: DecisionFilters, teams: Teams): OpenDecision[] =>
  openDecisionsIn(world).filter(
    (one) =>
      (filters.which !== 'late' || isLate(one)) &&
      (filters.which !== 'carried' || one.reviewsCarried > 0) &&
      (filters.team === '' || (teams.get(one.child) ?? NO_TEAM) === filters.team) &&
      (filters.child === '' || one.child === filters.child.toUpperCase()) &&
      (filters.owner === '' || one.decision.responsible === filters.owner) &&
      (filters.officer === '' || officerIdOf(world, one.child, world.asAt) === filters.officer),
  )

const itself = (text: string) => ({ value: text, text })

/** How old a decision is, in the reviews through which it was carried. */
const ageWords = ({ reviewsCarried, since }: OpenDecision): string =>
  reviewsCarried === 0
    ? 'Made at the last review that looked at it'
    : `Carried through ${counted(reviewsCarried, 'review')}, since ${longDate(since)}`

const reportWords = ({ decision: { reported, reportedOn, reportedBy } }: OpenDecision): string =>
  reported && reportedOn
    ? `${reportedOutcomes[reported]}, reported on ${longDate(reportedOn)}${reportedBy ? ` by ${reportedBy}` : ''}`
    : ''

/** All that decisions.njk shows. */
export function decisionsPage(world: World, filters: DecisionFilters, teams: Teams, code: string, mayAsk: boolean) {
  const action = authorityPath(code, 'reviews', 'decisions')
  const all = openDecisionsIn(world)
  const found = listedDecisions(world, filters, teams)
  const { page, ...narrowed } = filters
  const shown = pageOf(found, page, (number) => withQuery(action, { ...narrowed, page: String(number) }), ['decision'])
  const teamOf = (child: string) => teams.get(child) ?? null
  return {
    title: 'Decisions until they are done',
    action,
    summary: shown.summary,
    counts: [
      { text: `${rounded(all.length, 0)} open`, href: action },
      { text: `${rounded(all.filter(isLate).length, 0)} past their date`, href: withQuery(action, { which: 'late' }) },
      { text: `${rounded(all.filter(({ reviewsCarried }) => reviewsCarried > 0).length, 0)} carried from an earlier review`, href: withQuery(action, { which: 'carried' }) }, // prettier-ignore
    ],
    byTeam: byTeam(all, teamOf).map(({ team, open, late, oldest }) => ({
      team: team ?? NO_TEAM,
      href: withQuery(action, { team: team ?? NO_TEAM, which: 'late' }),
      open: rounded(open, 0),
      late: rounded(late, 0),
      oldest: counted(oldest, 'review'),
    })),
    filters,
    isFiltered: Object.values(narrowed).some((value) => value !== ''),
    clearHref: action,
    csvHref: withQuery(authorityPath(code, 'reviews', 'decisions.csv'), narrowed),
    selects: {
      officer: selectItems('Every IRO', choicesOf(recordsOf(world, officers), ({ officerId, name }) => ({ value: officerId, text: name })), filters.officer), // prettier-ignore
      which: selectItems('Open', [{ value: 'late', text: 'Past their date' }, { value: 'carried', text: 'Carried from an earlier review' }], filters.which), // prettier-ignore
      team: selectItems('Every team', choicesOf([...new Set(all.map(({ child }) => teamOf(child) ?? NO_TEAM))], itself), filters.team), // prettier-ignore
      owner: selectItems('Anyone', choicesOf([...new Set(all.map(({ decision }) => decision.responsible))], itself), filters.owner), // prettier-ignore
    },
    rows: shown.items.map((one) => {
      const { decision, child, heldOn, daysLate } = one
      const { reviewRef, number } = decision
      return {
        child,
        childHref: authorityPath(code, 'children', child),
        name: decisionName(decision),
        href: afterPath(code, reviewRef),
        heldOn: longDate(heldOn),
        text: decision.text,
        isUrgent: decision.urgent === true,
        responsible: decision.responsible,
        team: teamOf(child) ?? NO_TEAM,
        due: decision.dueOn ? longDate(decision.dueOn) : 'No date',
        when: daysLate !== null && daysLate > 0 ? `${counted(daysLate, 'day')} late` : '',
        age: ageWords(one),
        report: reportWords(one),
        askHref: mayAsk ? afterPath(code, reviewRef, 'decisions', String(number), 'ask') : null,
      }
    }),
    children: shown.items.map(({ child }) => child),
    pagination: shown.pagination,
  }
}

/** The same as a table, for a file. */
export function decisionsTable(found: readonly OpenDecision[], teams: Teams): CellValue[][] {
  const day = (on: PlainDate | null) => on?.toString() ?? ''
  return [
    ['child', 'decision', 'review_held', 'text', 'responsible', 'team', 'due_date', 'days_late', 'reviews_carried', 'since', 'reported', 'reported_date'], // prettier-ignore
    ...found.map(({ decision, child, heldOn, daysLate, reviewsCarried, since }) => [
      child,
      decisionName(decision),
      day(heldOn),
      decision.text,
      decision.responsible,
      teams.get(child) ?? '',
      day(decision.dueOn),
      daysLate ?? '',
      reviewsCarried,
      day(since),
      decision.reported ?? '',
      day(decision.reportedOn),
    ]),
  ]
}
