import { accessPermissions } from '../permissions.ts'
import { settingsSection } from '../sections.ts'
import { childrenSection } from '../../children/sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { PeopleStore } from '../app/ports.ts'
import type { NamingProblem, SealOversight } from '../app/sealOversight.ts'
import type { SealedRecords } from '../app/sealedRecords.ts'
import type { Seal } from '../domain/seal.ts'
import type { Settings } from '../../settings/settings.ts'
import { actorOf } from './actor.ts'
import { showed } from './logging.ts'
import type { Failures } from './failures.ts'
import { momentOf } from './people.routes.ts'
import { type NamingForm, namingForm, sealedPage } from './sealedList.view.ts'
import {
  type SealForm,
  openSealedPage,
  openingFault,
  openingForm,
  sealFault,
  sealForm,
  sealPage,
} from './sealed.view.ts'

const done = doneWords({
  named: 'The person is named for the sealed record.',
  sealed: 'The record is sealed.',
  changed: 'The seal is changed.',
  unsealed: 'The record is no longer sealed.',
  seen: 'It is marked as looked into.',
})

/** What the pages of sealed records need. */
export interface SealedDeps {
  sealed: SealedRecords
  sealOversight: SealOversight
  people: Pick<PeopleStore, 'all'>
  settingsOf: (authority: string) => Promise<Settings>
  /** Counts how often a user asks for records that are not sealed: ids must not be tried out. */
  failures: Failures
}

/** Sealing records to named people, and opening one in spite of it. What is done is logged by the use cases. */
export const sealedRoutes =
  ({ sealed, sealOversight, people, settingsOf, failures }: SealedDeps): Routes =>
  (app) => {
    const read = { permission: accessPermissions.readSeals, section: settingsSection } as const
    const manage = {
      permission: accessPermissions.manageSeals,
      section: settingsSection,
      needsRecentSignIn: true,
    } as const
    const open = {
      permission: accessPermissions.openSealed,
      section: childrenSection,
      needsRecentSignIn: true,
    } as const
    const name = {
      permission: accessPermissions.nameForSeal,
      section: settingsSection,
      needsRecentSignIn: true,
    } as const
    type OfChild = { Params: { child: string } }

    async function showForm(
      request: FastifyRequest,
      reply: FastifyReply,
      seal: Seal | null,
      typed: TypedIn<SealForm>,
      faults: readonly FaultIn<SealForm>[],
    ): Promise<FastifyReply> {
      const { code } = request.authority
      showed(request, 'looked at to whom a record is sealed', seal === null ? [] : [seal.child])
      const [everyone, settings] = await Promise.all([people.all(code), settingsOf(code)])
      const page = sealPage(seal, typed, faults, everyone, settings, code, reply.generateCsrf())
      return reply.code(faults.length > 0 ? 400 : 200).view('access/web/seal.njk', page)
    }

    async function formFor(request: FastifyRequest): Promise<SealForm> {
      const { code } = request.authority
      return sealForm(await people.all(code), await settingsOf(code))
    }

    async function sealOf(request: FastifyRequest<OfChild>): Promise<Seal> {
      const seen = await sealed.seenBy(actorOf(request))
      const found = seen.find(({ child }) => child === request.params.child)
      if (!found) throw new PageNotFound()
      return found
    }

    async function showList(
      request: FastifyRequest,
      reply: FastifyReply,
      form: NamingForm,
      problems: readonly NamingProblem[],
    ): Promise<FastifyReply> {
      const { code } = request.authority
      const actor = actorOf(request)
      const [seals, told, left, everyone] = await Promise.all([
        sealed.seenBy(actor),
        sealOversight.toldTo(actor),
        sealOversight.leftFor(actor),
        people.all(code),
      ])
      const shown = [...seals, ...told.openings, ...told.namings].flatMap(({ child }) => child ?? [])
      showed(request, 'looked at the list of sealed records', shown)
      const page = sealedPage({ seals, ...told, left }, form, problems, actor, everyone, reply.generateCsrf())
      return reply
        .code(problems.length > 0 ? 400 : 200)
        .view('access/web/sealed.njk', { ...page, done: done.of(request) })
    }

    app.get('/sealed', { config: read }, (request, reply) => showList(request, reply, { seal: '', person: '' }, []))

    app.post('/sealed/name', { config: name }, async (request, reply) => {
      const form = namingForm.parse(request.body)
      const problems = await sealOversight.name(actorOf(request), momentOf(form.seal), form.person)
      if (problems.length > 0) return showList(request, reply, form, problems)
      return toList(request, reply, 'named')
    })

    app.get('/sealed/new', { config: manage }, async (request, reply) => {
      const form = await formFor(request)
      return showForm(request, reply, null, form.first({ people: [actorOf(request).personId] }), [])
    })

    app.post('/sealed/new', { config: manage }, async (request, reply) => {
      const { typed, values, faults } = (await formFor(request)).read(request.body)
      if (values === null) return showForm(request, reply, null, typed, faults)
      const problems = await sealed.seal(actorOf(request), { ...typed, people: values.people }, null)
      if (problems.length > 0) return showForm(request, reply, null, typed, problems.map(sealFault))
      return toList(request, reply, 'sealed')
    })

    app.get<OfChild>('/sealed/records/:child', { config: manage }, async (request, reply) => {
      const seal = await sealOf(request)
      const form = await formFor(request)
      return showForm(request, reply, seal, form.first({ ...seal, replaces: seal.knownFrom.toString() }), [])
    })

    app.post<OfChild>('/sealed/records/:child', { config: manage }, async (request, reply) => {
      const seal = await sealOf(request)
      const { typed, values, faults } = (await formFor(request)).read(request.body)
      if (values === null) return showForm(request, reply, seal, typed, faults)
      const asked = { child: seal.child, people: values.people, reason: typed.reason }
      const problems = await sealed.seal(actorOf(request), asked, momentOf(values.replaces))
      if (problems.length > 0) return showForm(request, reply, seal, typed, problems.map(sealFault))
      return toList(request, reply, 'changed')
    })

    app.post<OfChild>('/sealed/records/:child/unseal', { config: manage }, async (request, reply) => {
      const seal = await sealOf(request)
      const { typed } = (await formFor(request)).read(request.body)
      const problems = await sealed.unseal(actorOf(request), seal.child, momentOf(typed.replaces))
      if (problems.length > 0) {
        return showForm(request, reply, seal, { ...typed, people: seal.people }, problems.map(sealFault))
      }
      return toList(request, reply, 'unsealed')
    })

    app.post<{ Params: { opening: string } }>(
      '/sealed/openings/:opening/seen',
      { config: read },
      async (request, reply) => {
        await sealOversight.markSeen(actorOf(request), 'opening', request.params.opening)
        return toList(request, reply, 'seen')
      },
    )

    app.post<{ Params: { naming: string } }>(
      '/sealed/namings/:naming/seen',
      { config: manage },
      async (request, reply) => {
        await sealOversight.markSeen(actorOf(request), 'naming', request.params.naming)
        return toList(request, reply, 'seen')
      },
    )

    app.get('/sealed/open', { config: open }, (request, reply) => {
      showed(request, 'asked to open a sealed record', [])
      const { typed } = openingForm.read(request.query)
      return reply.view(
        'access/web/openSealed.njk',
        openSealedPage(typed, [], request.authority.code, reply.generateCsrf()),
      )
    })

    app.post('/sealed/open', { config: open }, async (request, reply) => {
      const actor = actorOf(request)
      const { code } = request.authority
      const { typed } = openingForm.read(request.body)
      const problems = failures.areTooMany(actor.personId)
        ? [{ code: 'not_sealed' } as const]
        : await sealed.open(actor, typed.child, typed.reason)
      if (problems.length === 0) {
        showed(request, 'opened a sealed record', [])
        return reply.redirect(authorityPath(code, 'children', typed.child), 303)
      }
      failures.note(actor.personId)
      return reply
        .code(400)
        .view(
          'access/web/openSealed.njk',
          openSealedPage(typed, problems.map(openingFault), code, reply.generateCsrf()),
        )
    })
  }

/** Back to the list; what was done is in the log already. */
function toList(request: FastifyRequest, reply: FastifyReply, what: Parameters<typeof done.path>[1]): FastifyReply {
  showed(request, 'changed a seal', [])
  return reply.redirect(done.path(authorityPath(request.authority.code, 'sealed'), what), 303)
}
