import { participationPermissions } from '../permissions.ts'
import { childrenSection } from '../../children/sections.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import type { WriteChoices } from '../app/choices.ts'
import { type SeeingDeps, childSeen } from './childSeen.ts'
import { choicesFaults, choicesForm, choicesPage, firstChoices } from './choices.view.ts'

/** What the page of a child's choices needs. */
export interface ChoicesDeps extends SeeingDeps {
  writeChoices: WriteChoices
}

const done = doneWords({ written: 'What the child said is written down.' })

type OfChild = { Params: { child: string } }

/** How a child wants reviews to be: what was said, and a form to write down what the child says now. */
export const choicesRoutes =
  ({ writeChoices, ...seeing }: ChoicesDeps): Routes =>
  (app) => {
    const config = { permission: participationPermissions.write, section: childrenSection } as const

    app.get<OfChild>('/children/:child/choices', { config }, async (request, reply) => {
      const { child } = request.params
      const world = await childSeen(request, child, seeing)
      showed(request, 'looked at how the child wants reviews to be', [child])
      const where = { code: request.authority.code, csrfToken: reply.generateCsrf() }
      const page = choicesPage(world, child, firstChoices(world, child), [], where)
      return reply.view('participation/web/choices.njk', { ...page, done: done.of(request) })
    })

    app.post<OfChild>('/children/:child/choices', { config }, async (request, reply) => {
      const { child } = request.params
      const world = await childSeen(request, child, seeing)
      const { code } = request.authority
      const { typed, values, faults } = choicesForm(world, child).read(request.body)
      const problems =
        values &&
        (await writeChoices({
          authority: request.authority,
          by: actorOf(request),
          child,
          entry: values,
          replaces: values.replaces,
        }))
      if (values !== null && problems === null) throw new PageNotFound()
      const wrong = problems === null ? faults : choicesFaults(problems)
      if (wrong.length > 0) {
        showed(request, 'looked at how the child wants reviews to be', [child])
        const where = { code, csrfToken: reply.generateCsrf() }
        return reply.code(400).view('participation/web/choices.njk', choicesPage(world, child, typed, wrong, where))
      }
      logged(request)
      return reply.redirect(done.path(authorityPath(code, 'children', child, 'choices'), 'written'), 303)
    })
  }
