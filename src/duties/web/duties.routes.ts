import type { FastifyReply, FastifyRequest } from 'fastify'
import { scopeOf } from '../../access/domain/actor.ts'
import { actorOf } from '../../access/web/actor.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import type { EnterDuty, WriteLink } from '../app/duties.ts'
import { dutiesPermissions } from '../permissions.ts'
import { dutiesSection } from '../sections.ts'
import { dutiesPage, officersShown } from './duties.view.ts'
import { dutyFaults, dutyForm, linkFaults, linkForm } from './duties.form.ts'

/** What the page of duties needs. */
export interface DutiesDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  enterDuty: EnterDuty
  writeLink: WriteLink
}

const done = doneWords({ entered: 'The work is entered.', linked: 'The team’s link officer is saved.' })

/** Work beside reviews, month by month, with dates of supervision and the teams' link officers. */
export const dutiesRoutes =
  ({ worldsFor, today, enterDuty, writeLink }: DutiesDeps): Routes =>
  (app) => {
    const config = { permission: dutiesPermissions.read, section: dutiesSection } as const

    async function seen(request: FastifyRequest, reply: FastifyReply) {
      const world = await worldsFor(request).onDay(request.authority.code, today(), null)
      const actor = actorOf(request)
      const isForAll = scopeOf(actor, dutiesPermissions.read) === 'authority'
      const whose = isForAll ? officersShown(world, null) : officersShown(world, actor.officerId ?? '')
      return { world, whose, place: { code: request.authority.code, csrfToken: reply.generateCsrf(), isForAll, may: request.may.bind(request) } } // prettier-ignore
    }

    app.get('/duties', { config }, async (request, reply) => {
      const { world, whose, place } = await seen(request, reply)
      const [only, ...others] = whose
      const first = dutyForm(whose).first({
        on: today(),
        officerId: others.length === 0 && only ? only.officerId : null,
      })
      return reply.view('duties/web/duties.njk', {
        ...dutiesPage(world, whose, first, [], place),
        done: done.of(request),
      })
    })

    app.post('/duties', { config }, async (request, reply) => {
      const { world, whose, place } = await seen(request, reply)
      const { typed, values, faults } = dutyForm(whose).read(request.body)
      const problems =
        values && (await enterDuty({ authority: request.authority, by: actorOf(request), entry: values }))
      const wrong = problems === null ? faults : dutyFaults(problems)
      if (problems === null || wrong.length > 0) {
        return reply.code(400).view('duties/web/duties.njk', dutiesPage(world, whose, typed, wrong, place))
      }
      return reply.redirect(done.path(authorityPath(request.authority.code, 'duties'), 'entered'), 303)
    })

    const links = { permission: dutiesPermissions.writeLinks, section: dutiesSection } as const
    app.post('/duties/links', { config: links }, async (request, reply) => {
      const { world, whose, place } = await seen(request, reply)
      const { typed, values, faults } = linkForm(whose).read(request.body)
      const entry = values && {
        team: values.linkTeam,
        officerId: values.linkOfficer,
        from: values.linkFrom,
        to: values.linkTo,
      }
      const problems = entry && (await writeLink({ authority: request.authority, by: actorOf(request), entry }))
      const wrong = problems === null ? faults : linkFaults(problems)
      if (problems === null || wrong.length > 0) {
        const page = dutiesPage(world, whose, dutyForm(whose).first({ on: today() }), [], place, {
          typed,
          faults: wrong,
        })
        return reply.code(400).view('duties/web/duties.njk', page)
      }
      return reply.redirect(done.path(authorityPath(request.authority.code, 'duties'), 'linked'), 303)
    })
  }
