import { participationPermissions } from '../permissions.ts'
import { childrenSection } from '../../children/sections.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { SaveName } from '../app/childName.ts'
import { type SeeingDeps, childSeen } from './childSeen.ts'
import { firstName, nameFaults, nameForm, namePage } from './name.view.ts'

/** What the page of a child's name needs. */
export interface NameDeps extends SeeingDeps {
  saveName: SaveName
}

type OfChild = { Params: { child: string } }

/** The name that a child goes by: a form to write it down. */
export const nameRoutes =
  ({ saveName, ...seeing }: NameDeps): Routes =>
  (app) => {
    const config = { permission: participationPermissions.write, section: childrenSection } as const

    app.get<OfChild>('/children/:child/name', { config }, async (request, reply) => {
      const { child } = request.params
      const world = await childSeen(request, child, seeing)
      showed(request, 'looked at the child’s name', [child])
      const where = { code: request.authority.code, csrfToken: reply.generateCsrf() }
      return reply.view('participation/web/name.njk', namePage(child, firstName(world, child), [], where))
    })

    app.post<OfChild>('/children/:child/name', { config }, async (request, reply) => {
      const { child } = request.params
      await childSeen(request, child, seeing)
      const { code } = request.authority
      const { typed, values, faults } = nameForm.read(request.body)
      const problems =
        values &&
        (await saveName({
          authority: request.authority,
          by: actorOf(request),
          child,
          entry: values,
          replaces: values.replaces,
        }))
      if (values !== null && problems === null) throw new PageNotFound()
      const wrong = problems === null ? faults : nameFaults(problems)
      if (wrong.length > 0) {
        showed(request, 'looked at the child’s name', [child])
        const where = { code, csrfToken: reply.generateCsrf() }
        return reply.code(400).view('participation/web/name.njk', namePage(child, typed, wrong, where))
      }
      logged(request)
      return reply.redirect(withQuery(authorityPath(code, 'children', child), { done: 'named' }), 303)
    })
  }
