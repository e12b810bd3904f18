import type { World } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { type ChildPage, childPagePath } from '../../oversight/web/childPage.ts'
import { eventsOf } from '../domain/events.ts'
import { signWords } from '../domain/kinds.ts'
import { signsOf } from '../domain/signs.ts'
import { signsPermissions } from '../permissions.ts'
import { eventKinds } from '../registers/events.ts'
import { ACKNOWLEDGING, signsTable } from './signs.table.ts'
import { waitingSigns, acknowledgeForm, changesOf, reasonForm, eventForm } from './signs.form.ts'

/** The signs of a child: each with its reason, acknowledged with a word. */
export const signsChildPage: ChildPage = {
  path: 'signs',
  title: 'Signs that the child needs a look',
  intro: ACKNOWLEDGING,
  permission: signsPermissions.acknowledge,
  looked: 'looked at the signs of the child',
  forms: (world, child) => {
    const waiting = waitingSigns(world, child)
    const unexplained = changesOf(world, child).filter(({ reason }) => reason === null)
    return [
      { ...acknowledgeForm(waiting), isOffered: waiting.length > 0 },
      { ...reasonForm(unexplained), isOffered: unexplained.length > 0 },
      eventForm,
    ]
  },
  tables: (world, child) => [
    signsTable(world, signsOf(world, child)),
    {
      caption: 'Changes of the last year without a review before them',
      columns: ['When', 'What', 'Why no review considered it'],
      rows: changesOf(world, child).map(({ on, what, reason }) => [longDate(on), what, reason ?? 'Not said yet']),
      empty: 'A review considered every move, order and end of care of the last year.',
    },
    {
      caption: 'Heard before a return shows it',
      columns: ['When', 'What', 'Note'],
      rows: eventsOf(world, child).map(({ on, kind, note }) => [longDate(on), eventKinds[kind], note ?? '']),
      empty: 'Nothing is written down.',
    },
  ],
}

/** What a child's page shows of signs: each in a line, and the way to acknowledge it; nothing where there is none. */
export function signsPanel(world: World, child: string, code: string, mayAcknowledge: boolean): ChildPanel {
  const all = signsOf(world, child)
  const waiting = waitingSigns(world, child).length
  const link = mayAcknowledge
    ? {
        href: childPagePath(code, child, signsChildPage),
        text: waiting > 0 ? `Acknowledge ${counted(waiting, 'sign')}` : 'Signs, and what was heard',
      }
    : null
  return {
    heading: 'Signs',
    items: [
      ...all.map((sign) => ({ text: `${signWords[sign.kind]}, since ${longDate(sign.since)}.`, link: null })),
      ...(all.length === 0 || link ? [{ text: all.length === 0 ? 'There is no sign.' : '', link }] : []),
    ],
  }
}
