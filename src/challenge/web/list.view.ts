import { officerName } from '../../officers/domain/names.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { compareDates, daysBetween, isBefore, longDate } from '../../kernel/dates.ts'
import type { ShownSubject } from '../../house/server.ts'
import { counted } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { type Standing, challengesIn, isOpen } from '../domain/standing.ts'
import { routes } from '../registers/challenges.ts'
import { challengePath, stageWords } from './words.ts'

/** What the list of challenges is narrowed to, as it stands in the address. */
export const challengeFilters = z.object({
  which: textFilter,
  route: textFilter,
  stage: textFilter,
  ground: textFilter,
  officer: textFilter,
  child: textFilter,
  household: textFilter,
  page: pageFilter,
})
export type ChallengeFilters = z.infer<typeof challengeFilters>

/** The deadline of each open challenge that comes first. */
export function firstDeadlines(world: World): ReadonlyMap<string, Deadline> {
  const first = new Map<string, Deadline>()
  for (const deadline of openDeadlines(world)) {
    const { subject } = deadline
    if (subject?.kind !== 'challenge') continue
    const before = first.get(subject.ref)
    if (!before || isBefore(deadline.due, before.due)) first.set(subject.ref, deadline)
  }
  return first
}

/** The challenges that the filters ask for: those open by what is due first, others by the latest. */
export function listedChallenges(
  world: World,
  filters: ChallengeFilters,
  isShown: (standing: Standing) => boolean = () => true,
): Standing[] {
  const due = firstDeadlines(world)
  const showsClosed = filters.which === 'closed'
  const found = challengesIn(world).filter(
    (one) =>
      isShown(one) &&
      (filters.which === 'all' || isOpen(one) !== showsClosed) &&
      (filters.route === '' || one.challenge.route === filters.route) &&
      (filters.stage === '' || stageWords(one) === filters.stage) &&
      (filters.ground === '' || one.challenge.themes.includes(filters.ground)) &&
      (filters.officer === '' || one.challenge.officerId === filters.officer) &&
      (filters.child === '' || one.children.includes(filters.child.toUpperCase())) &&
      (filters.household === '' || one.challenge.household === filters.household),
  )
  const raised = (a: Standing, b: Standing) => compareDates(b.challenge.raisedOn, a.challenge.raisedOn)
  return found.toSorted((a, b) => {
    const [one, other] = [due.get(a.challenge.challengeRef), due.get(b.challenge.challengeRef)]
    if (one && other) return compareDates(one.due, other.due) || raised(a, b)
    return Number(Boolean(other)) - Number(Boolean(one)) || raised(a, b)
  })
}

/** What a challenge is about that is no child; null where that is not for the user to see. */
export type SubjectOf = (ref: string) => ShownSubject | null

/** Whether the user may see what a challenge is about. */
export const isShownWith =
  (subjectOf: SubjectOf) =>
  ({ challenge }: Standing): boolean =>
    challenge.household === null || subjectOf(challenge.household) !== null

/** All that list.njk shows, with the children whom it shows. */
export function challengeListPage(
  world: World,
  filters: ChallengeFilters,
  code: string,
  mayWrite: boolean,
  subjectOf: SubjectOf,
) {
  const action = challengePath(code)
  const due = firstDeadlines(world)
  const isShown = isShownWith(subjectOf)
  const all = challengesIn(world).filter(isShown)
  const found = listedChallenges(world, filters, isShown)
  const { page, ...narrowed } = filters
  const shown = pageOf(found, page, (number) => withQuery(action, { ...narrowed, page: String(number) }), ['challenge'])
  const open = all.filter(isOpen)
  const allOfficers = recordsOf(world, officers)
  const stageNames = [...new Set(all.map(stageWords))].sort()
  const grounds = [...new Set(all.flatMap(({ challenge }) => challenge.themes))].sort()
  const choices = (values: readonly string[], words: (value: string) => string = (value) => value) =>
    values.map((value) => ({ value, text: words(value) }))
  return {
    title: 'Challenge',
    action,
    summary: shown.summary,
    raiseHref: mayWrite ? challengePath(code, 'raise') : null,
    reportHref: challengePath(code, 'themes'),
    counts: [
      { text: `${open.length} open`, href: action },
      { text: `${open.filter(({ challenge }) => due.get(challenge.challengeRef)?.state === 'overdue').length} past their time`, href: action }, // prettier-ignore
      ...byCount(open.map(stageWords)).map(([stage, count]) => ({ text: `${count} at ${stage}`, href: withQuery(action, { stage }) })), // prettier-ignore
    ],
    grounds: byCount(open.flatMap(({ challenge }) => challenge.themes)).map(([ground, count]) => ({
      text: `${ground} (${count})`,
      href: withQuery(action, { ground }),
    })),
    filters,
    isFiltered: Object.values(narrowed).some((value) => value !== ''),
    clearHref: action,
    selects: {
      which: selectItems('Open', choices(['closed', 'all'], (value) => (value === 'all' ? 'Open and closed' : 'Closed')), filters.which), // prettier-ignore
      route: selectItems('Any', choices(Object.keys(routes), (value) => Object.entries(routes).find(([key]) => key === value)?.[1] ?? value), filters.route), // prettier-ignore
      stage: selectItems('Any', choices(stageNames), filters.stage),
      ground: selectItems('Any', choices(grounds), filters.ground),
      officer: selectItems('Any', allOfficers.map(({ officerId, name }) => ({ value: officerId, text: name })), filters.officer), // prettier-ignore
    },
    rows: shown.items.map((one) => {
      const { challenge, children, end } = one
      const deadline = due.get(challenge.challengeRef)
      const household = challenge.household === null ? null : subjectOf(challenge.household)
      return {
        ref: challenge.challengeRef,
        href: challengePath(code, challenge.challengeRef),
        route: routes[challenge.route],
        themes: challenge.themes.join('; '),
        agency: challenge.agency,
        child: challenge.child,
        childHref: challenge.child === null ? '' : authorityPath(code, 'children', challenge.child),
        subject: household,
        about: challenge.child === null && children.length > 0 ? counted(children.length, 'child', 'children') : 'The service', // prettier-ignore
        stage: stageWords(one),
        withRole: one.stages.at(-1)?.withRole ?? null,
        officer: officerName(allOfficers, challenge.officerId),
        raised: longDate(challenge.raisedOn),
        days: end ? `Closed after ${counted(daysBetween(challenge.raisedOn, end.on), 'day')}` : '',
        due: deadline ? longDate(deadline.due) : '',
        when: deadline ? whenDue(deadline, world.asAt) : '',
        isLate: deadline?.state === 'overdue',
        what: deadline?.clock.title ?? '',
        why: deadline ? explain(deadline, world.holidays) : '',
      }
    }),
    children: shown.items.flatMap(({ challenge }) => (challenge.child === null ? [] : [challenge.child])),
    pagination: shown.pagination,
  }
}

/** How often each stands in the list, the most frequent first. */
function byCount(texts: readonly string[]): [string, number][] {
  return [...Map.groupBy(texts, (text) => text)]
    .map(([text, of]): [string, number] => [text, of.length])
    .sort(([a, one], [b, other]) => other - one || a.localeCompare(b))
}
