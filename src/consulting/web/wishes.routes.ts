import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { childrenSection } from '../../children/sections.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { Wishes } from '../app/wishes.ts'
import { consultingPermissions } from '../permissions.ts'
import { answerPage, firstAnswer, wishNamed, wishesPage, wishesPath } from './wishes.view.ts'
import { answerFaults, answerForm, wishFaults, wishForm } from './wishes.form.ts'

/** What the pages of what a child wants need. */
export interface WishesDeps extends SeeingDeps {
  wishes: Wishes
}

const query = z.object({ done: textFilter })
type OfChild = { Params: { child: string } }
type OfWish = { Params: { child: string; wish: string } }

/** What a child wants, in the child's own words, and what was done about it. */
export const wishesRoutes =
  ({ worldsFor, today, wishes }: WishesDeps): Routes =>
  (app) => {
    const config = { permission: consultingPermissions.writeWishes, section: childrenSection } as const

    async function seen(request: FastifyRequest<OfChild>): Promise<World> {
      const { child } = request.params
      const world = await worldsFor(request).ofChild(request.authority.code, child, today(), null)
      if (!isKnown(world, child)) throw new PageNotFound()
      showed(request, 'looked at what the child wants', [child])
      return world
    }
    const asked = (request: FastifyRequest<OfChild>) => ({
      authority: request.authority,
      by: actorOf(request),
      child: request.params.child,
    })
    const where = (request: FastifyRequest, reply: FastifyReply) => ({
      code: request.authority.code,
      csrfToken: reply.generateCsrf(),
      done: query.parse(request.query).done,
    })
    const done = (request: FastifyRequest<OfChild>, reply: FastifyReply, what: string) => {
      logged(request)
      return reply.redirect(withQuery(wishesPath(request.authority.code, request.params.child), { done: what }), 303)
    }

    app.get<OfChild>('/children/:child/wishes', { config }, async (request, reply) => {
      const world = await seen(request)
      const { child } = request.params
      const typed = wishForm(world, child).first({ words: null, saidOn: null, saidIn: null, reviewRef: null })
      return reply.view('consulting/web/wishes.njk', wishesPage(world, child, typed, [], where(request, reply)))
    })

    app.post<OfChild>('/children/:child/wishes', { config }, async (request, reply) => {
      const world = await seen(request)
      const { child } = request.params
      const { typed, values, faults } = wishForm(world, child).read(request.body)
      const entry = values && { ...values, words: values.words ?? '' }
      const problems = entry && (await wishes.write({ ...asked(request), entry }))
      if (entry !== null && problems === null) throw new PageNotFound()
      const wrong = problems === null ? faults : wishFaults(problems)
      if (wrong.length === 0) return done(request, reply, 'written')
      return reply
        .code(400)
        .view('consulting/web/wishes.njk', wishesPage(world, child, typed, wrong, where(request, reply)))
    })

    async function wishSeen(request: FastifyRequest<OfWish>) {
      const { child, wish } = request.params
      const found = wishNamed(await seen(request), child, wish)
      if (!found) throw new PageNotFound()
      return found
    }

    app.get<OfWish>('/children/:child/wishes/:wish', { config }, async (request, reply) => {
      const wish = await wishSeen(request)
      return reply.view('consulting/web/wish.njk', answerPage(wish, firstAnswer(wish), [], where(request, reply)))
    })

    app.post<OfWish>('/children/:child/wishes/:wish', { config }, async (request, reply) => {
      const wish = await wishSeen(request)
      const { typed, values, faults } = answerForm.read(request.body)
      const { wishRef } = wish
      const problems =
        values &&
        (await wishes.answer({
          ...asked(request),
          wishRef,
          answer: { outcome: values.outcome, answer: values.answer ?? '', isTold: values.isTold },
          replaces: values.seen,
        }))
      if (values !== null && problems === null) throw new PageNotFound()
      const wrong = problems === null ? faults : answerFaults(problems)
      if (wrong.length === 0) return done(request, reply, 'answered')
      return reply.code(400).view('consulting/web/wish.njk', answerPage(wish, typed, wrong, where(request, reply)))
    })
  }
