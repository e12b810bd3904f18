import { officerName } from '../../officers/domain/names.ts'
import type { World } from '../../children/domain/world.ts'
import { challengesIn } from '../../challenge/domain/standing.ts'
import { routes } from '../../challenge/registers/challenges.ts'
import { challengePath, stageWords } from '../../challenge/web/words.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { type PlainDate, compareDates, longDate, longDateOr, longDateWithWeekday } from '../../kernel/dates.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { recordsOf } from '../../world/world.ts'
import { type Household, isApprovedOn } from '../domain/households.ts'
import { dayOf, membersOf, openOf } from '../domain/next.ts'
import { latestChecks } from '../domain/checks.ts'
import { eventsOf, standingOf, standings } from '../domain/events.ts'
import { fosterCheckKinds } from '../registers/fosterChecks.ts'
import { fosterEventKinds } from '../registers/fosterEvents.ts'
import { type HouseholdMemberFact, householdParties } from '../registers/fosterHouseholds.ts'
import { type FosterReviewFact, fosterReviewKinds, recommendations } from '../registers/fosterReviews.ts'
import { fosteringPath } from './paths.ts'
import { inSentence } from '../../kernel/words.ts'

/** What the page may offer the user. */
export interface Allowed {
  manage: boolean
  /** Open the page of any child. */
  openChildren: boolean
  readChallenges: boolean
  makeChallenges: boolean
}

/** All that household.njk shows. */
export function householdPage(world: World, household: Household, code: string, may: Allowed) {
  const { carer, held, planned } = household
  const day = world.asAt
  const members = membersOf(world, household)
  const allOfficers = recordsOf(world, officers)
  const path = (...parts: readonly string[]) => fosteringPath(code, carer.carerRef, ...parts)
  const memberRow = (one: HouseholdMemberFact) => ({
    party: householdParties[one.party],
    child: one.party === 'FOSTERED_CHILD' ? one.person : null,
    childHref: one.party === 'FOSTERED_CHILD' && may.openChildren ? authorityPath(code, 'children', one.person) : null,
    name: one.person,
    from: longDate(one.from),
    to: longDateOr(one.to, ''),
    iro: one.party === 'FOSTERED_CHILD' ? officerName(allOfficers, officerIdOf(world, one.person, day)) : '',
  })
  const reviewRow = (review: FosterReviewFact) => {
    const when = dayOf(review)
    return {
      when: when ? longDateWithWeekday(when) : '',
      kind: fosterReviewKinds[review.kind],
      status: { PLANNED: 'Planned', HELD: 'Held', CANCELLED: 'Cancelled' }[review.status],
      format: review.format ? formats[review.format] : '',
      officer: officerName(allOfficers, review.officerId),
      recommendation: review.recommendation ? recommendations[review.recommendation] : '',
      decided: longDateOr(review.decisionOn, ''),
      told: longDateOr(review.noticeOn, ''),
      lateReason: review.lateReason ?? '',
      waits: review.status === 'PLANNED' && review.kind === 'ALLEGATION' && review.investigationEndedOn === null,
      href: may.manage && when ? path('reviews', when.toString()) : null,
      time: review.startsAt ? `${review.startsAt}${review.place ? `, ${review.place}` : ''}` : (review.place ?? ''),
      links: may.manage && when ? linksOf(review, when) : [],
    }
  }
  const linksOf = (review: FosterReviewFact, when: PlainDate) =>
    review.status === 'HELD'
      ? [
          { href: path('reviews', when.toString(), 'record'), text: 'Record' },
          { href: path('reviews', when.toString(), 'letter'), text: 'Decision letter' },
          ...(review.reviewRef ? [{ href: path('reviews', when.toString(), 'consultation'), text: 'Views before it' }] : []), // prettier-ignore
        ]
      : review.status === 'PLANNED'
        ? [
            { href: path('reviews', when.toString(), 'invitations'), text: 'Invite people' },
            { href: path('reviews', when.toString(), 'consultation'), text: 'Ask for views' },
            { href: withQuery(path('book'), { insteadOf: when.toString() }), text: 'Move' },
          ]
        : []
  const asked = members.asked
  const events = eventsOf(world, carer.carerRef).map((event) => ({
    text: `${fosterEventKinds[event.kind]}, ${longDate(event.on)}: ${inSentence(standings[standingOf(event, household)])}`,
  }))
  return {
    title: `Household ${carer.carerRef}`,
    back: { href: fosteringPath(code), text: 'Fostering households' },
    carers: members.now.filter(({ party }) => party === 'CARER').map(({ person }) => person).join(' and '), // prettier-ignore
    facts: [
      ['Approved', longDate(carer.approvedOn)],
      ['Approval', isApprovedOn(carer, day) ? 'Holds' : `Ended on ${longDateOr(carer.ceasedOn, '')}`],
      ['Kind', carer.kind === 'CONNECTED_PERSON' ? 'Connected persons' : carer.kind === 'MAINSTREAM' ? 'Mainstream carers' : 'Not recorded'], // prettier-ignore
      ['Approved for', carer.approvedFor ?? 'Not recorded'],
      ['First placement', longDateOr(carer.firstPlacementOn, 'Not recorded')],
    ],
    due: openOf(world, household).map((deadline) => ({
      what: deadline.clock.title,
      due: longDateWithWeekday(deadline.due),
      days: whenDue(deadline, day),
      isLate: deadline.state === 'overdue',
      why: explain(deadline, world.holidays),
    })),
    bookHref: may.manage && isApprovedOn(carer, day) ? path('book') : null,
    approvalHref: may.manage ? path('approval') : null,
    challenges: may.readChallenges ? challengesOf(world, carer.carerRef, code) : null,
    challengeHref: may.makeChallenges ? withQuery(challengePath(code, 'raise'), { household: carer.carerRef }) : null,
    events: events.toReversed(),
    eventsHref: may.manage ? path('events') : null,
    checksHref: may.manage ? path('checks') : null,
    checks: latestChecks(world, carer.carerRef).map(({ kind, person, on: made, againBy, isLate }) => ({
      text: `${fosterCheckKinds[kind]}${person ? `, ${person}` : ''}: ${longDate(made)}${againBy ? `; again by ${longDate(againBy)}` : ''}`,
      isLate,
    })),
    peopleHref: may.manage ? path('people') : null,
    now: members.now.map(memberRow),
    before: members.before.map(memberRow),
    asked: asked.map(memberRow),
    reviews: [...planned, ...held].toSorted((a, b) => compareDates(dayOf(b) ?? day, dayOf(a) ?? day)).map(reviewRow),
    children: [...members.now, ...members.before, ...asked]
      .filter(({ party }) => party === 'FOSTERED_CHILD')
      .map(({ person }) => person),
  }
}

/** The challenges about a household, the latest first. */
const challengesOf = (world: World, carerRef: string, code: string) =>
  challengesIn(world)
    .filter(({ challenge }) => challenge.household === carerRef)
    .map((one) => ({
      href: challengePath(code, one.challenge.challengeRef),
      text: routes[one.challenge.route],
      note: `${one.challenge.themes.join('; ')}. ${stageWords(one)}; raised on ${longDate(one.challenge.raisedOn)}`,
    }))
    .toReversed()
