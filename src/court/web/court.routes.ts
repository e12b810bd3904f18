import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { childrenSection } from '../../children/sections.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { Form, Typed } from '../../platform/web/forms/form.ts'
import type { Reading } from '../../platform/web/forms/field.ts'
import type { Court, CourtProblem } from '../app/court.ts'
import { courtPermissions } from '../permissions.ts'
import { type CourtForm, type SentBack, courtPage, courtPath, placeOf } from './court.view.ts'
import { courtFaults, hearingForm, paperForm, proceedingsForm } from './court.form.ts'

/** What the page of a child's proceedings needs. */
export interface CourtDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  court: Court
}

type OfChild = { Params: { child: string } }
type Readings = Readonly<Record<string, Reading>>

const query = z.object({ saved: textFilter })

/** What the ids of a form's fields begin with. */
const before: Readonly<Record<CourtForm, string>> = { proceedings: 'p', hearings: 'h', papers: 'd' }

const refIn = z.object({ ref: textFilter })

/** A child's proceedings, with forms to write down what is heard of them. */
export const courtRoutes =
  ({ worldsFor, today, court }: CourtDeps): Routes =>
  (app) => {
    const read = { permission: courtPermissions.read, section: childrenSection } as const
    const write = { permission: courtPermissions.write, section: childrenSection } as const

    async function seen(request: FastifyRequest<OfChild>): Promise<World> {
      const { child } = request.params
      const world = await worldsFor(request).ofChild(request.authority.code, child, today(), null)
      if (!isKnown(world, child)) throw new PageNotFound()
      showed(request, 'looked at the child’s care proceedings', [child])
      return world
    }

    async function page(
      request: FastifyRequest<OfChild>,
      reply: FastifyReply,
      sentBack: ((world: World) => SentBack) | null,
    ) {
      // prettier-ignore
      const world = await seen(request)
      const { saved } = query.parse(request.query)
      const where = { code: request.authority.code, csrfToken: reply.generateCsrf(), saved, mayWrite: request.may(courtPermissions.write) } // prettier-ignore
      const shown = courtPage(world, request.params.child, where, sentBack?.(world) ?? null)
      return reply.code(sentBack ? 400 : 200).view('court/web/court.njk', shown)
    }

    async function save<Reads extends Readings>(
      request: FastifyRequest<OfChild>,
      reply: FastifyReply,
      { name, form }: { name: CourtForm; form: Form<Reads> },
      act: (values: { [Name in keyof Reads]: Reads[Name]['value'] }) => Promise<readonly CourtProblem[] | null>,
    ) {
      const { typed, values, faults } = form.read(request.body)
      const problems = values && (await act(values))
      if (values !== null && problems === null) throw new PageNotFound()
      const isField = (field: string): field is Extract<keyof Typed<Reads>, string> => field in typed
      const wrong = problems === null ? faults : courtFaults(problems, isField)
      const { child } = request.params
      if (wrong.length > 0) {
        const { ref } = refIn.parse(request.body)
        return page(request, reply, (world) => ({
          name,
          ref,
          shown: form.shown(typed, wrong, { before: `${before[name]}${placeOf(world, child, ref)}-` }),
        }))
      }
      logged(request)
      return reply.redirect(withQuery(courtPath(request.authority.code, child), { saved: name }), 303)
    }

    const asked = (request: FastifyRequest<OfChild>) => ({ authority: request.authority, by: actorOf(request), child: request.params.child }) // prettier-ignore
    const orNull = (ref: string) => (ref === '' ? null : ref)

    app.get<OfChild>('/children/:child/court', { config: read }, (request, reply) => page(request, reply, null))
    app.post<OfChild>('/children/:child/court/proceedings', { config: write }, (request, reply) =>
      save(request, reply, { name: 'proceedings', form: proceedingsForm }, ({ replaces, ref, ...entry }) =>
        court.saveProceedings({ ...asked(request), replaces, entry: { ...entry, ref: orNull(ref) } }),
      ),
    )
    app.post<OfChild>('/children/:child/court/hearings', { config: write }, (request, reply) =>
      save(request, reply, { name: 'hearings', form: hearingForm }, ({ ref, ...entry }) =>
        court.saveHearing({ ...asked(request), entry: { ...entry, ref: orNull(ref) } }),
      ),
    )
    app.post<OfChild>('/children/:child/court/papers', { config: write }, (request, reply) =>
      save(request, reply, { name: 'papers', form: paperForm }, ({ ref, ...entry }) =>
        court.savePaper({ ...asked(request), entry: { ...entry, ref: orNull(ref) } }),
      ),
    )
  }
