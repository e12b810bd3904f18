import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { childrenSection } from '../../children/sections.ts'
import type { ShownSubject } from '../../house/server.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { Challenges } from '../app/challenges.ts'
import { type Standing, challengeOf } from '../domain/standing.ts'
import { challengePermissions } from '../permissions.ts'
import { challengeSection } from '../sections.ts'
import { groundsSetting } from '../settings.ts'
import { challengePage } from './challenge.view.ts'
import { faultsIn, idsIn, informalForm, raiseForm } from './forms.ts'
import { challengeFilters, challengeListPage } from './list.view.ts'
import { raisePage } from './raise.view.ts'
import { challengePath, doneWords } from './words.ts'

/** What the pages of challenges need. */
export interface ChallengeDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  challenges: Challenges
  /** What a challenge is about that is no child: a fostering household by its reference; null where it is not the user's to see. */
  subjectOf: (request: FastifyRequest, world: World, ref: string) => ShownSubject | null
}

/** On whose page a challenge begins: of a child, a fostering household, or neither. */
interface About {
  child: string | null
  household: string | null
}

function aboutIn(sent: unknown): About {
  const { child, household } = query.parse(sent)
  return { child: child === '' ? null : child.toUpperCase(), household: household === '' ? null : household }
}

type OfChallenge = { Params: { challenge: string } }
type OfChild = { Params: { child: string } }

const query = z.object({ done: textFilter, child: textFilter, household: textFilter })

/** A challenge with what it is about, and the world in which it stands. */
interface SeenChallenge {
  world: World
  standing: Standing
  /** The fostering household that it is about. */
  household: ShownSubject | null
}

/** A challenge that the user may see, with the world in which it stands. Throws `PageNotFound` for any other. */
export function makeSeen({ worldsFor, today, subjectOf }: Pick<ChallengeDeps, 'worldsFor' | 'today' | 'subjectOf'>) {
  return async (request: FastifyRequest<OfChallenge>): Promise<SeenChallenge> => {
    const world = await worldsFor(request).onDay(request.authority.code, today(), null)
    const standing = challengeOf(world, request.params.challenge)
    if (standing === null) throw new PageNotFound()
    const ref = standing.challenge.household
    const household = ref === null ? null : subjectOf(request, world, ref)
    if (ref !== null && household === null) throw new PageNotFound()
    showed(request, 'looked at a challenge', standing.children)
    return { world, standing, household }
  }
}

/** The list of challenges, a challenge as a story, and how one is made. */
export const challengeRoutes =
  (deps: ChallengeDeps): Routes =>
  (app) => {
    const { worldsFor, today, challenges, subjectOf } = deps
    const read = { permission: challengePermissions.read, section: challengeSection } as const
    const write = { permission: challengePermissions.write, section: challengeSection } as const
    const seen = makeSeen(deps)
    const worldToday = (request: FastifyRequest) => worldsFor(request).onDay(request.authority.code, today(), null)

    app.get('/challenge', { config: read }, async (request, reply) => {
      const world = await worldToday(request)
      const filters = challengeFilters.parse(request.query)
      const page = challengeListPage(world, filters, request.authority.code, request.may(challengePermissions.write), (ref) => subjectOf(request, world, ref)) // prettier-ignore
      showed(request, 'looked at the list of challenges', page.children)
      return reply.view('challenge/web/list.njk', page)
    })

    async function raising(
      request: FastifyRequest,
      reply: FastifyReply,
      { child, household: ref }: About,
      shown: (world: World) => Parameters<typeof raisePage>[1],
      status = 200,
    ) {
      const { code } = request.authority
      // Of a child's own, as on their page: a child who left care in an earlier year is in no other.
      const world =
        child === null ? await worldToday(request) : await worldsFor(request).ofChild(code, child, today(), null)
      if (child !== null && !isKnown(world, child)) throw new PageNotFound()
      const subject = ref === null ? null : subjectOf(request, world, ref)
      if (ref !== null && subject === null) throw new PageNotFound()
      const household = ref === null || subject === null ? null : { ...subject, ref }
      showed(request, 'looked at the form of a challenge', child === null ? [] : [child])
      const where = { code, csrfToken: reply.generateCsrf(), child, household }
      return reply.code(status).view('challenge/web/raise.njk', raisePage(world, shown(world), where))
    }

    app.get('/challenge/raise', { config: write }, (request, reply) => {
      return raising(request, reply, aboutIn(request.query), (world) => {
        const form = raiseForm(groundsSetting.of(world.settings))
        return form.shown(form.first({ raisedOn: today(), route: 'FORMAL' }))
      })
    })

    app.post('/challenge/raise', { config: write }, async (request, reply) => {
      const { authority } = request
      const about = aboutIn(request.body)
      const world = await worldToday(request)
      if (about.household !== null && subjectOf(request, world, about.household) === null) throw new PageNotFound()
      const form = raiseForm(groundsSetting.of(world.settings))
      const { typed, values, faults } = form.read(request.body)
      if (values === null) return raising(request, reply, about, () => form.shown(typed, faults), 400)
      const { grounds, otherGrounds, children, ...entry } = values
      const themes = [...grounds, ...(otherGrounds ?? '').split(';').map((one) => one.trim()).filter(Boolean)] // prettier-ignore
      const made = await challenges.raise({
        authority,
        by: actorOf(request),
        ...about,
        entry: { ...entry, themes, children: idsIn(children) },
      })
      if (made === null) throw new PageNotFound()
      if ('problems' in made) {
        const wrong = faultsIn(made.problems, (name): name is keyof typeof values => name in values)
        return raising(request, reply, about, () => form.shown(typed, wrong), 400)
      }
      logged(request)
      return reply.redirect(withQuery(challengePath(authority.code, made.ref), { done: 'made' }), 303)
    })

    const ofChildPage = { permission: challengePermissions.write, section: childrenSection } as const
    app.post<OfChild>('/children/:child/challenge', { config: ofChildPage }, async (request, reply) => {
      const { authority } = request
      const { child } = request.params
      const { settings } = await worldToday(request)
      const form = informalForm(groundsSetting.of(settings))
      const { typed, values, faults } = form.read(request.body)
      const full = raiseForm(groundsSetting.of(settings))
      // What is wrong is put right on the page of a challenge, which has these fields and more.
      const again = (wrong: readonly { text: string; field: string | null }[]) =>
        raising(
          request,
          reply,
          { child, household: null },
          () =>
            full.shown(
              {
                ...full.first({ route: 'INFORMAL', raisedOn: today() }),
                grounds: typed.ground === '' ? [] : [typed.ground],
                concern: typed.concern,
                withRole: typed.withRole,
              },
              wrong.map(({ text, field }) => ({ text, field: field === 'ground' ? ('grounds' as const) : field === 'concern' ? ('concern' as const) : field === 'withRole' ? ('withRole' as const) : field === 'grounds' ? ('grounds' as const) : null })), // prettier-ignore
            ),
          400,
        )
      if (values === null) return again(faults)
      const made = await challenges.raise({
        authority,
        by: actorOf(request),
        child,
        household: null,
        entry: {
          route: 'INFORMAL',
          raisedOn: today(),
          themes: values.ground === null ? [] : [values.ground],
          concern: values.concern,
          withRole: values.withRole,
          agency: null,
          children: [],
        },
      })
      if (made === null) throw new PageNotFound()
      if ('problems' in made) return again(faultsIn(made.problems, (name): name is string => name in full.first()))
      logged(request)
      return reply.redirect(withQuery(authorityPath(authority.code, 'challenge', made.ref), { done: 'made' }), 303)
    })

    app.get<OfChallenge>('/challenge/:challenge', { config: read }, async (request, reply) => {
      const { world, standing, household } = await seen(request)
      const may = { write: request.may(challengePermissions.write), answer: request.may(challengePermissions.answer) }
      const { done } = query.parse(request.query)
      const where = { code: request.authority.code, csrfToken: reply.generateCsrf(), done: doneWords(done), household }
      return reply.view('challenge/web/challenge.njk', challengePage(world, standing, may, where))
    })
  }
