import { contacts } from '../registers/contacts.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { choicesOf } from '../domain/choices.ts'
import { contactsOf, currentContacts } from '../domain/contacts.ts'

/** What stands first on a child's page: how the child wants reviews to be, in the child's words, and the way to say it anew. */
export function voicePanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel {
  const choice = choicesOf(world, child)
  const around = currentContacts(world, child, world.asAt).length
  const nameOf = (ref: string) =>
    contactsOf(recordsOf(world, contacts), child).find(({ contactRef }) => contactRef === ref)?.name ?? ref
  const notToCome = [
    ...(choice?.contactsNotToCome ?? []).map(nameOf),
    ...(choice?.whoNotToCome ? [choice.whoNotToCome] : []),
  ]
  const said = choice
    ? [
        ['Where', choice.where],
        ['When', choice.when],
        ['How', choice.format && formats[choice.format]],
        ['Who should come', choice.whoToCome],
        ['Who should not come', notToCome.length > 0 ? notToCome.join(', ') : null],
        ['Also', choice.anythingElse],
      ].flatMap(([what, words]) => (words ? [`${what ?? ''}: ${words}`] : []))
    : []
  const path = (part: string) => authorityPath(code, 'children', child, part)
  return {
    heading: 'How the child wants reviews to be',
    standsFirst: true,
    items: [
      ...said.map((text) => ({ text, link: null })),
      {
        text: choice ? `Said on ${longDate(choice.on)}.` : 'Nobody has written down yet what the child wants.',
        link: mayWrite
          ? { href: path('choices'), text: choice ? 'Write it down again' : 'Ask, and write it down' }
          : null,
      },
      ...(mayWrite
        ? [{ text: aroundWords(around), link: { href: path('contacts'), text: 'People involved with the child' } }]
        : []),
    ],
  }
}

const aroundWords = (count: number): string =>
  count === 0
    ? 'Nobody is entered who is asked to the reviews.'
    : `${counted(count, 'person is', 'people are')} asked to the reviews.`
