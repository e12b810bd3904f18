import type { World } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { type PlainDate, isOnOrAfter, compareDates, longDate, longDateOr } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import type { SupportProblem } from '../app/support.ts'
import { isActiveOn, isWaiting, referralsOf } from '../domain/support.ts'
import { type SupportFact, support, supportKinds } from '../registers/support.ts'
import { type VolunteerFact, volunteers } from '../registers/volunteers.ts'

/** The address of a child's page of support. */
export const supportPath = (code: string, child: string): string => authorityPath(code, 'children', child, 'support')

/** The volunteers who have not left. One whose checks are not complete stands there, and says why no child is matched yet. */
const volunteerItems = (all: readonly VolunteerFact[], day: PlainDate) =>
  all
    .filter(({ endedOn }) => endedOn === null || isOnOrAfter(endedOn, day))
    .map(({ volunteerRef, checkedOn }) => ({
      value: volunteerRef,
      text: `Volunteer ${volunteerRef}${checkedOn === null ? ', checks not complete' : ''}`,
    }))

/** The form on which a referral or a match is written down. */
export const supportForm = (world: World) =>
  formOf({
    kind: choiceField(itemsOf(supportKinds)),
    referredOn: dayField('The day of the referral'),
    from: dayField('The first day'),
    to: dayField('The day on which it ended'),
    volunteerRef: choiceField(volunteerItems(recordsOf(world, volunteers), world.asAt), { first: 'Nobody' }),
    outcome: lineField({ most: 300 }),
  })
type SupportForm = ReturnType<typeof supportForm>

const spanWords = ({ from, to, referredOn }: SupportFact): string =>
  from === null
    ? `referred on ${referredOn === null ? 'a day that is not recorded' : longDate(referredOn)}, not begun`
    : `from ${longDate(from)}${to === null ? '' : ` to ${longDate(to)}`}`

/** What a child's page shows of support. */
export function supportPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel {
  const own = referralsOf(world).filter((one) => one.child === child)
  const link = mayWrite ? { href: supportPath(code, child), text: 'Refer, match or end' } : null
  return {
    heading: 'Advocacy and independent visitors',
    items: [
      ...own.map((one) => ({ text: `${supportKinds[one.kind]}, ${spanWords(one)}.`, link: null })),
      ...(own.length === 0 || link ? [{ text: own.length === 0 ? 'Nobody is recorded.' : '', link }] : []),
    ],
  }
}

/** All that child.njk shows. */
export function childSupportPage(
  world: World,
  child: string,
  typed: TypedIn<SupportForm>,
  faults: readonly FaultIn<SupportForm>[],
  { code, csrfToken }: { code: string; csrfToken: string },
) {
  return {
    title: 'Advocacy and independent visitors',
    caption: `Child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    action: supportPath(code, child),
    csrfToken,
    rows: referralsOf(world)
      .filter((one) => one.child === child)
      .map((one) => ({ kind: supportKinds[one.kind], when: spanWords(one), outcome: one.outcome ?? '' })),
    ...supportForm(world).shown(typed, faults),
  }
}

/** All that list.njk shows. */
export function supportListPage(world: World, code: string, mayWrite: boolean) {
  const day = world.asAt
  const all = referralsOf(world)
  const active = all.filter((one) => isActiveOn(one, day))
  const rowOf = (one: SupportFact) => ({
    child: one.child,
    href: authorityPath(code, 'children', one.child),
    kind: supportKinds[one.kind],
    when: spanWords(one),
    volunteer: one.volunteerRef ?? '',
  })
  const waiting = all.filter(isWaiting)
  return {
    title: 'Advocacy and independent visitors',
    asAt: longDate(day),
    volunteersHref: mayWrite ? authorityPath(code, 'support', 'volunteers') : null,
    active: active.toSorted((a, b) => (a.from && b.from ? compareDates(b.from, a.from) : 0)).map(rowOf),
    waiting: waiting.map(rowOf),
    volunteers: recordsOf(world, volunteers).map((one) => ({
      ref: one.volunteerRef,
      recruited: longDate(one.recruitedOn),
      checked: longDateOr(one.checkedOn, 'Not recorded'),
      trained: longDateOr(one.trainedOn, 'Not recorded'),
      matches: recordsOf(world, support).filter((match) => match.volunteerRef === one.volunteerRef && isActiveOn(match, day)).length, // prettier-ignore
    })),
    children: [...active, ...waiting].map(({ child }) => child),
  }
}

/** What is wrong with a referral or a match, where it is put right. */
export const supportFaults = (problems: readonly SupportProblem[]) =>
  faultsOf(
    problems,
    { kind_missing: 'kind', day_missing: 'referredOn', referred_in_future: 'referredOn', from_in_future: 'from', not_kept: null },
    (problem) => {
      switch (problem.code) {
        case 'kind_missing':
          return 'Choose what support it is'
        case 'day_missing':
          return 'Enter the day of the referral, or the first day'
        case 'referred_in_future':
          return 'The day of the referral must be today or in the past'
        case 'from_in_future':
          return 'The first day must be today or in the past'
        case 'not_kept':
          return problem.why
      }
    },
  ) // prettier-ignore
