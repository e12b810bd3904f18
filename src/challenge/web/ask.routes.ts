import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { askForm } from '../../inviting/web/askByLink.ts'
import type { LinkGiven } from '../../inviting/web/askByLink.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { AskForReply, AskingProblem } from '../app/replying.ts'
import { challengePermissions } from '../permissions.ts'
import { challengeSection } from '../sections.ts'
import { challengePage } from './challenge.view.ts'
import { type ChallengeDeps, makeSeen } from './routes.ts'

/** What asking for an answer by link needs. */
export interface AskDeps extends ChallengeDeps {
  askForReply: AskForReply
  originOf: (request: FastifyRequest) => string
}

type OfChallenge = { Params: { challenge: string } }

function problemText(problem: AskingProblem): string {
  switch (problem.code) {
    case 'nothing_to_answer':
      return 'Nothing waits for an answer in this challenge'
    case 'no_birthday':
      return 'The child’s birthday is not known here: a link asks for it, so none can be made'
    case 'email_about_several':
      return 'A link for a challenge that is not about one child is handed over: leave the email address blank'
    case 'not_kept':
      return problem.why
  }
}

/** Asking for an answer by link: answered with the page itself, since the address is kept nowhere. */
export const askRoutes =
  ({ askForReply, originOf, ...deps }: AskDeps): Routes =>
  (app) => {
    const seen = makeSeen(deps)
    const config = { permission: challengePermissions.write, section: challengeSection } as const

    async function show(
      request: FastifyRequest<OfChallenge>,
      reply: FastifyReply,
      asked: { given: LinkGiven | null; body: unknown; errors: readonly string[] },
    ) {
      const { world, standing, household } = await seen(request)
      const may = { write: request.may(challengePermissions.write), answer: request.may(challengePermissions.answer) }
      const where = { code: request.authority.code, csrfToken: reply.generateCsrf(), done: null, household }
      const page = challengePage(world, standing, may, where, null, asked)
      return reply.code(asked.given ? 200 : 400).view('challenge/web/challenge.njk', page)
    }

    app.post<OfChallenge>('/challenge/:challenge/ask', { config }, async (request, reply) => {
      const { values } = askForm.read(request.body)
      if (values === null) return show(request, reply, { given: null, body: request.body, errors: [] })
      await seen(request)
      const { authority } = request
      const outcome = await askForReply({
        authority,
        by: actorOf(request),
        origin: originOf(request),
        ref: request.params.challenge,
        ...values,
      })
      if (outcome === null) throw new PageNotFound()
      if ('problems' in outcome)
        return show(request, reply, { given: null, body: request.body, errors: outcome.problems.map(problemText) })
      return show(request, reply, { given: outcome, body: null, errors: [] })
    })
  }
