import { childrenPermissions } from '../../children/permissions.ts'
import { accessPermissions } from '../permissions.ts'
import * as z from 'zod'
import { authorityPath } from '../../platform/web/authorities.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { LeftSeal, NamingProblem, ToldNaming, ToldOpening } from '../app/sealOversight.ts'
import { type Actor, may } from '../domain/actor.ts'
import type { Person } from '../domain/person.ts'
import { type Seal, mayBeNamedBy } from '../domain/seal.ts'
import { nameOf } from './names.ts'

/** Whom an administrator names for which seal: the moment since when it stands. */
export const namingForm = z.object({ seal: textFilter, person: textFilter })
export type NamingForm = z.infer<typeof namingForm>

/** What someone is shown of sealed records. */
export interface SealedList {
  seals: readonly Seal[]
  openings: readonly ToldOpening[]
  namings: readonly ToldNaming[]
  left: readonly LeftSeal[]
}

/** All that sealed.njk shows. */
export function sealedPage(
  { seals, openings, namings, left }: SealedList,
  form: NamingForm,
  problems: readonly NamingProblem[],
  actor: Actor,
  people: readonly Person[],
  csrfToken: string,
) {
  const code = actor.authority
  const path = (...parts: readonly string[]) => authorityPath(code, 'sealed', ...parts)
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(id, people))
  const seenBy = (id: string | null) => (id === null ? null : nameOf(id, people))
  const asked = left.findIndex(({ knownFrom }) => knownFrom.toString() === form.seal)
  const errors = problems.map((problem) => ({
    text: namingProblemText(problem),
    href: asked < 0 ? '#main-content' : `#person-${asked + 1}`,
  }))
  return {
    title: 'Sealed records',
    back: may(actor, accessPermissions.readSettings)
      ? { href: authorityPath(code, 'settings'), text: 'Settings' }
      : { href: authorityPath(code, 'children'), text: 'Children' },
    csrfToken,
    errors,
    sealHref: may(actor, accessPermissions.manageSeals) ? path('new') : null,
    seesRecords: may(actor, childrenPermissions.read),
    seals: seals.map(({ child, people: ids, reason }) => ({
      child,
      href: path('records', child),
      childHref: authorityPath(code, 'children', child),
      people: named(ids),
      reason,
    })),
    openings: openings.map(({ child, personId, reason, ...opening }) => ({
      child,
      who: nameOf(personId, people),
      when: momentInWords(opening.openedAt),
      until: momentInWords(opening.openUntil),
      reason,
      seenBy: seenBy(opening.seenBy),
      seenAction: path('openings', opening.openingId, 'seen'),
    })),
    namings: namings.map(({ child, personId, namedBy, ...naming }) => ({
      child,
      who: nameOf(personId, people),
      by: nameOf(namedBy, people),
      when: momentInWords(naming.namedAt),
      seenBy: seenBy(naming.seenBy),
      seenAction: path('namings', naming.namingId, 'seen'),
    })),
    nameAction: path('name'),
    left: left.map(({ people: ids, knownFrom }, index) => ({
      seal: knownFrom.toString(),
      since: momentInWords(knownFrom),
      people: named(ids),
      error: index === asked && errors[0] ? { text: errors[0].text } : undefined,
      items: [
        { value: '', text: 'Choose an IRO manager' },
        ...people
          .filter((person) => mayBeNamedBy(actor, person))
          .map(({ personId, name }) => ({ value: personId, text: name, selected: index === asked && personId === form.person })), // prettier-ignore
      ],
    })),
  }
}

function namingProblemText({ code }: NamingProblem): string {
  switch (code) {
    case 'person_missing':
      return 'Choose who is named: an IRO manager, and not yourself'
    case 'changed_meanwhile':
      return 'Someone else changed this seal meanwhile, or someone named can manage it again'
  }
}
