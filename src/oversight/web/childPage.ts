import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { childrenSection } from '../../children/sections.ts'
import type { PanelForm } from '../../house/panels.ts'
import type { Permission } from '../../house/permission.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { Fault } from '../../platform/web/forms/form.ts'
import type { WriteRow } from '../app/writeRow.ts'
import type { RowForm } from './rowForm.ts'

/** A table of a child's page: what is written down already. */
export interface ChildTable {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** What to say where there is nothing. */
  empty: string
}

/** A page about a child on which rows of registers are written by hand. */
export interface ChildPage {
  /** The part of its address after the child’s: `oversight`. */
  path: string
  title: string
  intro: string
  permission: Permission
  /** What the log says, after who looked. */
  looked: string
  forms: (world: World, child: string) => readonly RowForm[]
  tables: (world: World, child: string) => readonly ChildTable[]
}

/** What such a page needs. */
export interface ChildPageDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  writeRow: WriteRow
}

type OfChild = { Params: { child: string } }
type OfForm = { Params: { child: string; form: string } }

const query = z.object({ done: textFilter })

/** The address of such a page of a child. */
export const childPagePath = (code: string, child: string, page: Pick<ChildPage, 'path'>, ...parts: string[]) =>
  authorityPath(code, 'children', child, page.path, ...parts)

/** The routes of such a page: it shows what is written down, and takes each of its forms. */
export const childPageRoutes =
  ({ worldsFor, today, writeRow }: ChildPageDeps, page: ChildPage): Routes =>
  (app) => {
    const config = { permission: page.permission, section: childrenSection } as const

    async function seen(request: FastifyRequest<OfChild>): Promise<World> {
      const { child } = request.params
      const world = await worldsFor(request).ofChild(request.authority.code, child, today(), null)
      if (!isKnown(world, child)) throw new PageNotFound()
      showed(request, page.looked, [child])
      return world
    }

    const view = (
      reply: FastifyReply,
      world: World,
      { child, code, done }: { child: string; code: string; done: string },
      wrong: { form: string; sent: unknown; faults: readonly Fault[] } | null,
    ) => {
      const all = page.forms(world, child)
      const offered = all.filter(({ isOffered = true }) => isOffered)
      const forms = offered.map((form) => {
        const own = wrong?.form === form.name ? wrong : null
        return {
          ...form,
          ...form.fields(own?.sent ?? null, own?.faults ?? []),
          action: childPagePath(code, child, page, form.name),
        }
      })
      return reply.view('oversight/web/childPage.njk', {
        title: page.title,
        caption: `Child ${child}`,
        back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
        intro: page.intro,
        csrfToken: reply.generateCsrf(),
        done: all.find(({ name }) => name === done)?.done ?? null,
        forms,
        errors: forms.flatMap(({ errors }) => errors),
        tables: page.tables(world, child),
      })
    }

    app.get<OfChild>(`/children/:child/${page.path}`, { config }, async (request, reply) => {
      const world = await seen(request)
      const { done } = query.parse(request.query)
      return view(reply, world, { child: request.params.child, code: request.authority.code, done }, null)
    })

    app.post<OfForm>(`/children/:child/${page.path}/:form`, { config }, async (request, reply) => {
      const { child, form: name } = request.params
      const { authority } = request
      const by = actorOf(request)
      const world = await worldsFor(request).ofChild(authority.code, child, today(), null)
      const form = isKnown(world, child) ? page.forms(world, child).find((one) => one.name === name) : undefined
      if (!form) throw new PageNotFound()
      const sent = form.read(request.body, { world, child, officerId: by.officerId, personId: by.personId })
      const { permission } = page
      const problems =
        'row' in sent
          ? await writeRow({
              authority,
              by,
              child,
              permission,
              what: form.what,
              register: form.register,
              row: sent.row,
            })
          : []
      if (problems === null) throw new PageNotFound()
      const faults = 'row' in sent ? problems.map(({ why }) => ({ field: null, text: why })) : sent.faults
      if (faults.length > 0) {
        showed(request, page.looked, [child])
        return view(reply.code(400), world, { child, code: authority.code, done: '' }, { form: name, sent: request.body, faults }) // prettier-ignore
      }
      logged(request)
      return reply.redirect(withQuery(childPagePath(authority.code, child, page), { done: name }), 303)
    })
  }

/** A form of such a page as a panel shows it; it is sent to the page, which says what is wrong with it. */
export const panelForm = (form: RowForm, code: string, child: string, page: Pick<ChildPage, 'path'>): PanelForm => ({
  action: childPagePath(code, child, page, form.name),
  template: 'oversight/web/panelForm.njk',
  fields: { list: form.fields(null, []).fields, button: form.button },
})
