import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { Form, Typed } from '../../platform/web/forms/form.ts'
import type { Reading } from '../../platform/web/forms/field.ts'
import type { OfChallenge as Changed, Outcome } from '../app/challenges.ts'
import { openStages } from '../domain/entries.ts'
import { challengePermissions } from '../permissions.ts'
import { challengeSection } from '../sections.ts'
import { type FormName, challengePage } from './challenge.view.ts'
import { answerForm, childrenForm, closeForm, faultsIn, idsIn, moveForm, noteForm } from './forms.ts'
import { type ChallengeDeps, makeSeen } from './routes.ts'
import { type Done, challengePath } from './words.ts'

type OfChallenge = { Params: { challenge: string } }
type Readings = Readonly<Record<string, Reading>>

/** What people do about a challenge on its page: each form comes back there with what is wrong. */
export const changeRoutes =
  (deps: ChallengeDeps): Routes =>
  (app) => {
    const { challenges } = deps
    const seen = makeSeen(deps)
    const write = { permission: challengePermissions.write, section: challengeSection } as const
    const answer = { permission: challengePermissions.answer, section: challengeSection } as const

    /** Reads a form, does what it says, and leads to the page of the challenge; or shows the form again. */
    async function change<Reads extends Readings>(
      request: FastifyRequest<OfChallenge>,
      reply: FastifyReply,
      { name, done, form }: { name: FormName; done: Done; form: Form<Reads> },
      act: (values: { [Name in keyof Reads]: Reads[Name]['value'] }, of: Omit<Changed, 'replaces'>) => Promise<Outcome>,
    ) {
      const { authority } = request
      const { challenge: ref } = request.params
      // What the user may not see is not there to be changed.
      const { household } = await seen(request)
      const { typed, values, faults } = form.read(request.body)
      const problems = values && (await act(values, { authority, by: actorOf(request), ref }))
      if (values !== null && problems === null) throw new PageNotFound()
      const isField = (field: string): field is Extract<keyof Typed<Reads>, string> => field in typed
      const wrong = problems === null ? faults : faultsIn(problems, isField)
      if (wrong.length === 0) {
        logged(request)
        return reply.redirect(withQuery(challengePath(authority.code, ref), { done }), 303)
      }
      const { world, standing } = await seen(request)
      const shown = form.shown(typed, wrong, { before: `${name}-` })
      const may = { write: request.may(challengePermissions.write), answer: request.may(challengePermissions.answer) }
      const where = { code: authority.code, csrfToken: reply.generateCsrf(), done: null, household }
      const page = challengePage(world, standing, may, where, { name, shown })
      return reply.code(400).view('challenge/web/challenge.njk', page)
    }

    app.post<OfChallenge>('/challenge/:challenge/move', { config: write }, async (request, reply) => {
      const { standing } = await seen(request)
      const form = moveForm(openStages(standing))
      return change(request, reply, { name: 'move', done: 'moved', form }, ({ replaces, ...entry }, of) =>
        challenges.move({ ...of, replaces, entry }),
      )
    })
    app.post<OfChallenge>('/challenge/:challenge/answer', { config: answer }, (request, reply) =>
      change(request, reply, { name: 'answer', done: 'answered', form: answerForm }, ({ replaces, ...entry }, of) =>
        challenges.answer({ ...of, replaces, entry }),
      ),
    )
    app.post<OfChallenge>('/challenge/:challenge/close', { config: write }, (request, reply) =>
      change(request, reply, { name: 'close', done: 'closed', form: closeForm }, ({ replaces, ...entry }, of) =>
        challenges.close({ ...of, replaces, entry }),
      ),
    )
    app.post<OfChallenge>('/challenge/:challenge/note', { config: write }, (request, reply) =>
      change(request, reply, { name: 'note', done: 'noted', form: noteForm }, (values, of) =>
        challenges.note({ ...of, ...values }),
      ),
    )
    app.post<OfChallenge>('/challenge/:challenge/children', { config: write }, (request, reply) =>
      change(request, reply, { name: 'children', done: 'added', form: childrenForm }, ({ replaces, children }, of) =>
        challenges.addChildren({ ...of, replaces, children: idsIn(children) }),
      ),
    )
  }
