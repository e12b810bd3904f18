import type { World } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { isAfter, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import {
  contactPlansOf,
  entriesOf,
  flagsOf,
  ratingsOf,
  reviewRequestsOf,
  upTo,
  visitArrangementsOf,
} from '../domain/entries.ts'
import { oversightPermissions } from '../permissions.ts'
import { flagKinds } from '../registers/flags.ts'
import { oversightKinds } from '../registers/oversight.ts'
import { ratingWords } from '../registers/ratings.ts'
import { reviewTriggers } from '../registers/reviewRequests.ts'
import { visitArrangementKinds } from '../registers/visitArrangements.ts'
import { type ChildPage, childPagePath, panelForm } from './childPage.ts'
import { entryForm, ratingForm, planForm } from './entry.form.ts'
import { flagForm, requestForm, arrangementForm } from './circumstances.form.ts'

/** Oversight of a child: notes, risks, the rating, and what was agreed about keeping in touch. */
export const oversightChildPage: ChildPage = {
  path: 'oversight',
  title: 'Oversight between reviews',
  intro: 'A short note that is written here once meets every time limit that asks for it.',
  permission: oversightPermissions.write,
  looked: 'looked at the oversight of the child',
  forms: () => [entryForm, requestForm, flagForm, ratingForm, planForm, arrangementForm],
  tables: (world, child) => [
    {
      caption: 'Notes',
      columns: ['When', 'What was done', 'Officer', 'Note'],
      rows: upTo(entriesOf(world, child), world.asAt)
        .toReversed()
        .map(({ on, kind, officerId, note }) => [longDate(on), oversightKinds[kind], officerId ?? '', note ?? '']),
      empty: 'No note is written yet. Those of a file of registers (oversight) appear here too.',
    },
    {
      caption: 'Risks',
      columns: ['Risk', 'From', 'To'],
      rows: flagsOf(world, child).map(({ kind, from, to }) => [
        flagKinds[kind],
        longDate(from),
        to ? longDate(to) : '',
      ]),
      empty: 'No risk is written down.',
    },
    {
      caption: 'Ratings changed between reviews',
      columns: ['When', 'Rating', 'Why'],
      rows: upTo(ratingsOf(world, child), world.asAt)
        .toReversed()
        .map(({ on, rating, why }) => [longDate(on), ratingWords[rating], why ?? '']),
      empty: 'The rating is the one of the last review.',
    },
    {
      caption: 'Keeping in touch',
      columns: ['From', 'At least every', 'How'],
      rows: contactPlansOf(world, child).map(({ from, everyWeeks, how }) => [
        longDate(from),
        everyWeeks === 1 ? 'week' : `${everyWeeks} weeks`,
        how ?? '',
      ]),
      empty: 'Nothing was agreed yet.',
    },
    {
      caption: 'Reviews asked for before they were due',
      columns: ['Asked for', 'Why', 'To be held by'],
      rows: reviewRequestsOf(world, child).map(({ askedOn, trigger, by, withdrawnOn, note }) => [
        longDate(askedOn),
        `${reviewTriggers[trigger]}${note ? `. ${note}` : ''}`,
        withdrawnOn ? `Withdrawn on ${longDate(withdrawnOn)}` : longDate(by),
      ]),
      empty: 'No review was asked for.',
    },
    {
      caption: 'What visits depend on',
      columns: ['What', 'From', 'To'],
      rows: visitArrangementsOf(world, child).map(({ kind, from, to }) => [
        visitArrangementKinds[kind],
        longDate(from),
        to ? longDate(to) : '',
      ]),
      empty: 'Nothing besides the return.',
    },
  ],
}

const SHOWN = 3

/** What a child's page shows of oversight: the latest notes, open risks, and the short form. */
export function oversightPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel {
  const latest = upTo(entriesOf(world, child), world.asAt).toReversed().slice(0, SHOWN)
  const open = flagsOf(world, child).filter(
    ({ from, to }) => isOnOrBefore(from, world.asAt) && (to === null || isAfter(to, world.asAt)),
  )
  const all = mayWrite
    ? {
        href: childPagePath(code, child, oversightChildPage),
        text: 'All notes, risks, the rating and keeping in touch',
      }
    : null
  return {
    heading: 'Oversight between reviews',
    items: [
      ...open.map(({ kind, from }) => ({ text: `${flagKinds[kind]}: since ${longDate(from)}.`, link: null })),
      ...latest.map(({ on, kind, note }) => ({
        text: `${longDate(on)}: ${oversightKinds[kind].toLowerCase()}.${note ? ` ${note}` : ''}`,
        link: null,
      })),
      ...(latest.length === 0 || all
        ? [{ text: latest.length === 0 ? 'No note is written yet.' : '', link: all }]
        : []),
    ],
    ...(mayWrite && { form: panelForm(entryForm, code, child, oversightChildPage) }),
  }
}
