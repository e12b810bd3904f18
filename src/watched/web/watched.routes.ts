import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { pageFilter, textFilter } from '../../platform/web/filters.ts'
import type { AddPerson } from '../app/addPerson.ts'
import { watchedPermissions } from '../permissions.ts'
import { watchedSection } from '../sections.ts'
import { personFaults, personForm } from './add.view.ts'
import { type WatchedList, watchedListPage } from './lists.view.ts'
import { preparingPage } from './preparing.view.ts'
import { watchedPath } from './paths.ts'
import { watchedKinds } from './person.form.ts'

/** What the pages of those whom the service watches over need. */
export interface WatchedDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  addPerson: AddPerson
}

const query = z.object({ page: pageFilter, kind: textFilter })

/** Care leavers, private fostering, supervision orders and who is prepared for leaving care, each as a list. */
export const watchedRoutes =
  ({ worldsFor, today, addPerson }: WatchedDeps): Routes =>
  (app) => {
    const read = { permission: watchedPermissions.read, section: watchedSection } as const
    const add = { permission: watchedPermissions.add, section: watchedSection } as const
    const worldFor = (request: FastifyRequest) => worldsFor(request).onDay(request.authority.code, today(), null)

    const show = (list: WatchedList) => async (request: FastifyRequest, reply: FastifyReply) => {
      const { page } = query.parse(request.query)
      const mayAdd = request.may(watchedPermissions.add)
      const shown = watchedListPage(await worldFor(request), list, page, request.authority.code, mayAdd)
      showed(request, 'looked at the list of those whom the service watches over', shown.children)
      return reply.view('watched/web/list.njk', shown)
    }
    app.get('/watched', { config: read }, show('leavers'))
    app.get('/watched/private', { config: read }, show('private'))
    app.get('/watched/orders', { config: read }, show('orders'))

    app.get('/watched/preparing', { config: read }, async (request, reply) => {
      const { page } = query.parse(request.query)
      const shown = preparingPage(
        await worldFor(request),
        page,
        request.authority.code,
        request.may(watchedPermissions.write),
      )
      showed(request, 'looked at who is prepared for leaving care', shown.children)
      return reply.view('watched/web/preparing.njk', shown)
    })

    const showForm = (request: FastifyRequest, reply: FastifyReply, shown: object, status = 200) => {
      const { code } = request.authority
      return reply.code(status).view('watched/web/add.njk', {
        title: 'Add someone whom no return names',
        back: { href: watchedPath(code), text: 'Care leavers and others' },
        action: watchedPath(code, 'new'),
        csrfToken: reply.generateCsrf(),
        ...shown,
      })
    }
    app.get('/watched/new', { config: add }, (request, reply) => {
      const { kind } = query.parse(request.query)
      const known = Object.keys(watchedKinds).find((one) => one === kind)
      showed(request, 'began to add someone whom no return names', [])
      return showForm(request, reply, personForm.shown(personForm.read({ kind: known ?? '' }).typed))
    })
    app.post('/watched/new', { config: add }, async (request, reply) => {
      const { authority } = request
      const { typed, values, faults } = personForm.read(request.body)
      const entry = values && { ...values, child: values.child?.toUpperCase() ?? null }
      const problems = entry && (await addPerson({ authority, by: actorOf(request), entry }))
      logged(request)
      const wrong = problems === null ? faults : personFaults(problems)
      if (entry === null || wrong.length > 0) return showForm(request, reply, personForm.shown(typed, wrong), 400)
      return reply.redirect(authorityPath(authority.code, 'children', entry.child ?? ''), 303)
    })
  }
