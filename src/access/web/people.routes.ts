import { accessPermissions } from '../permissions.ts'
import { settingsSection } from '../sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { instant } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { SavePerson } from '../app/managePeople.ts'
import type { PeopleStore } from '../app/ports.ts'
import { may } from '../domain/actor.ts'
import { type Person, personProblems } from '../domain/person.ts'
import type { Settings } from '../../settings/settings.ts'
import { actorOf } from './actor.ts'
import type { Permission } from '../../house/permission.ts'
import { personCheckPage, savedWords } from './personCheck.view.ts'
import { rolesPage } from './roles.view.ts'
import {
  entryOf,
  firstPerson,
  peoplePage,
  personFaults,
  personForm,
  personPage,
  successorsOf,
  type PersonForm,
} from './people.view.ts'

/** What the form of a person is sent for: to look at what it means, to change it, or else to save it. */
const stepIn = z.object({ step: z.enum(['check', 'change']).nullable().catch(null) }).catch({ step: null })
const saidOf = z
  .object({ done: z.enum(['added', 'saved']), who: textFilter })
  .nullable()
  .catch(null)

/** What the pages of people need. */
export interface PeopleDeps {
  people: Pick<PeopleStore, 'all'>
  savePerson: SavePerson
  /** What an authority sets itself: the pages name roles as it does. */
  settingsOf: (authority: string) => Promise<Settings>
  /** Every permission that rooms declare. */
  permissions: readonly Permission[]
}

/** Settings, People: who may sign in and what they may do. */
export const peopleRoutes =
  ({ people, savePerson, settingsOf, permissions }: PeopleDeps): Routes =>
  (app) => {
    const list = { permission: accessPermissions.managePeople, section: settingsSection } as const
    const config = { ...list, needsRecentSignIn: true } as const
    app.get('/settings/roles', { config: list }, async (request, reply) => {
      const { code } = request.authority
      return reply.view('access/web/roles.njk', rolesPage(permissions, await settingsOf(code), code))
    })

    type OfPerson = { Params: { person: string } }

    async function show(
      request: FastifyRequest,
      reply: FastifyReply,
      person: Person | null,
      typed: TypedIn<PersonForm> | null,
      faults: readonly FaultIn<PersonForm>[],
    ): Promise<FastifyReply> {
      const { code } = request.authority
      const [everyone, settings] = await Promise.all([people.all(code), settingsOf(code)])
      const teams = [...new Set(everyone.flatMap(({ team }) => team ?? []))].sort()
      const form = personForm(settings, successorsOf(person, everyone, actorOf(request)))
      const shown = typed ?? firstPerson(form, person)
      const page = personPage(person, form.shown(shown, faults), teams, code, reply.generateCsrf())
      return reply.code(faults.length > 0 ? 400 : 200).view('access/web/person.njk', page)
    }

    const others = async (code: string, person: Person | null) =>
      (await people.all(code)).filter(({ personId }) => personId !== person?.personId)

    async function personOf(request: FastifyRequest<OfPerson>): Promise<Person> {
      const everyone = await people.all(request.authority.code)
      const found = everyone.find(({ personId }) => personId === request.params.person)
      if (!found) throw new PageNotFound()
      return found
    }

    async function save(request: FastifyRequest, reply: FastifyReply, person: Person | null): Promise<FastifyReply> {
      const by = actorOf(request)
      const { code } = request.authority
      const settings = await settingsOf(code)
      const form = personForm(settings, successorsOf(person, await people.all(code), by))
      const { typed, values, faults } = form.read(request.body)
      const { step } = stepIn.parse(request.body)
      if (values === null || step === 'change') return show(request, reply, person, typed, faults)
      const entry = entryOf(values)
      const wrong = step === 'check' ? personFaults(personProblems(entry, await others(code, person))) : []
      if (wrong.length > 0) return show(request, reply, person, typed, wrong)
      if (step === 'check') {
        const page = personCheckPage(person, entry, typed, settings, code, reply.generateCsrf())
        return reply.view('access/web/personCheck.njk', page)
      }
      const problems = await savePerson({
        by,
        authority: request.authority,
        personId: person?.personId ?? null,
        entry,
        replaces: person === null ? null : momentOf(values.replaces),
        forgetsAccount: values.forgetsAccount,
        successor: may(by, accessPermissions.nameForSeal) ? values.successor : null,
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, person, typed, personFaults(problems))
      const who = person?.personId ?? (await people.all(code)).findLast(({ email }) => email === entry.email)?.personId
      const list = authorityPath(code, 'settings', 'people')
      return reply.redirect(withQuery(list, { done: person === null ? 'added' : 'saved', who: who ?? '' }), 303)
    }

    app.get('/settings/people', { config: list }, async (request, reply) => {
      const { code } = request.authority
      const [everyone, settings] = await Promise.all([people.all(code), settingsOf(code)])
      const said = saidOf.parse(request.query)
      const saved = everyone.find(({ personId }) => personId === said?.who)
      const done = said && saved ? savedWords(saved, said.done === 'added', settings) : null
      return reply.view('access/web/people.njk', { ...peoplePage(everyone, settings, code), done })
    })
    app.get('/settings/people/new', { config }, (request, reply) => show(request, reply, null, null, []))
    app.post('/settings/people/new', { config }, (request, reply) => save(request, reply, null))
    app.get<OfPerson>('/settings/people/:person', { config }, async (request, reply) => {
      const person = await personOf(request)
      return show(request, reply, person, null, [])
    })
    app.post<OfPerson>('/settings/people/:person', { config }, async (request, reply) =>
      save(request, reply, await personOf(request)),
    )
  }

/** The moment a form names. What was tampered with names one that replaces nothing. */
export function momentOf(text: string) {
  try {
    return instant(text)
  } catch (error) {
    if (error instanceof RangeError) return instant('1970-01-01T00:00:00Z')
    throw error
  }
}
