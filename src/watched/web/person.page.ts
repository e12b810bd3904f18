import { isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { advisers } from '../../children/registers/advisers.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { longDate, longDateOr } from '../../kernel/dates.ts'
import { upTo, visitsOf } from '../../oversight/domain/entries.ts'
import { type ChildPage, childPagePath } from '../../oversight/web/childPage.ts'
import { recordsOf } from '../../world/world.ts'
import { watchedPermissions } from '../permissions.ts'
import { adviserForm, endForm, isLeaver, visitForm, visitWords, watchedKinds } from './person.form.ts'

/** Why the service watches over someone, the visits, and a young person's adviser. */
export const watchedPersonPage: ChildPage = {
  path: 'watched',
  title: 'Visits, adviser and end',
  intro: 'For care leavers, children privately fostered and children under a supervision order.',
  permission: watchedPermissions.write,
  looked: 'looked at the visits and the adviser of someone',
  forms: (world, child) => [
    visitForm(world, child),
    { ...adviserForm, isOffered: isLeaver(world, child) },
    endForm(world, child),
  ],
  tables: (world, child) => [
    {
      caption: 'Why the service watches over the person',
      columns: ['Why', 'From', 'To', 'Planned to begin'],
      rows: watchedRowsOf(world, child).map(({ kind, from, to, plannedFrom }) => [
        watchedKinds[kind],
        longDate(from),
        longDateOr(to, ''),
        longDateOr(plannedFrom, ''),
      ]),
      empty: 'Nothing is recorded in the register of people.',
    },
    {
      caption: 'Visits',
      columns: ['When', 'Which', 'Seen alone'],
      rows: upTo(visitsOf(world, child), world.asAt)
        .toReversed()
        .slice(0, 40)
        .map(({ on, kind, seenAlone }) => [
          longDate(on),
          visitWords(world, child)[kind],
          seenAlone === null ? 'Not recorded' : seenAlone ? 'Yes' : 'No',
        ]),
      empty: 'No visit is written down yet.',
    },
    ...(isLeaver(world, child)
      ? [
          {
            caption: 'Personal advisers',
            columns: ['Adviser', 'From', 'To'],
            rows: recordsOf(world, advisers)
              .filter((one) => one.child === child)
              .map(({ workerId, name, from, to }) => [name ?? workerId, longDate(from), longDateOr(to, '')]),
            empty: 'No personal adviser is recorded.',
          },
        ]
      : []),
  ],
}

/** What the page of someone whom the service watches over shows; null for anyone else. */
export function watchedPersonPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel | null {
  const rows = watchedRowsOf(world, child)
  if (rows.length === 0) return null
  const adviser = recordsOf(world, advisers).findLast((one) => one.child === child && isUnderWatch(one, world.asAt))
  const last = upTo(visitsOf(world, child), world.asAt).at(-1)
  const link = mayWrite
    ? {
        href: childPagePath(code, child, watchedPersonPage),
        text: isLeaver(world, child) ? 'Write down a visit, the adviser or the end' : 'Write down a visit or the end',
      }
    : null
  return {
    heading: 'Why the service watches over this person',
    items: [
      ...rows.map(({ kind, from, to, plannedFrom }) => ({
        text: `${watchedKinds[kind]}, from ${longDate(from)}${to ? ` to ${longDate(to)}` : ''}${plannedFrom ? `; planned to begin on ${longDate(plannedFrom)}` : ''}.`,
        link: null,
      })),
      ...(isLeaver(world, child)
        ? [
            {
              text: adviser
                ? `Personal adviser: ${adviser.name ?? adviser.workerId}.`
                : 'No personal adviser is recorded.',
              link: null,
            },
          ]
        : []),
      { text: last ? `Last visit: ${longDate(last.on)}.` : 'No visit is written down.', link },
    ],
  }
}
