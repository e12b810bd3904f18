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
import type { Section } from '../../platform/web/sections.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
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

/** What a page says on which rows of registers are written by hand. */
export interface RowPage {
  title: string
  intro: string
  permission: Permission
  /** What the log says, after who looked. */
  looked: string
  /** `subject`: whom or what the rows are about: a child, a household. */
  forms: (world: World, subject: string) => readonly RowForm[]
  tables: (world: World, subject: string) => readonly ChildTable[]
}

/** A page about a child on which rows of registers are written by hand. */
export interface ChildPage extends RowPage {
  /** The part of its address after the child’s: `oversight`. */
  path: string
}

/** What a page of rows shows around them, for whom it is about. */
export interface RowSubject {
  world: World
  /** Whom or what the rows are about. */
  subject: string
  /** The children whom the page shows. */
  children: readonly string[]
  caption: string
  back: { href: string; text: string }
  /** The address of the page. */
  path: string
}

/** Where a page of rows stands. */
export interface RowPlace<Params extends object> {
  /** After the authority’s address: `/children/:child/oversight`. */
  pattern: string
  section: Section
  /** What the rows are about, as the user may see it. Throws `PageNotFound` where it is not there for them. */
  subjectOf: (request: FastifyRequest<{ Params: Params }>) => Promise<RowSubject>
  /** Stores nothing unless the list it gives is empty; null where what it is about is not there for the user. */
  write: (request: FastifyRequest<{ Params: Params }>, form: RowForm, row: RowToKeep) => ReturnType<WriteRow>
}

/** What a page of a child needs. */
export interface ChildPageDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  writeRow: WriteRow
}

const query = z.object({ done: textFilter })
const formNamed = z.object({ form: z.string() })

/** The address of such a page of a child. */
export const childPagePath = (code: string, child: string, page: Pick<ChildPage, 'path'>, ...parts: string[]) =>
  authorityPath(code, 'children', child, page.path, ...parts)

/** The routes of a page of rows: it shows what is written down, and takes each of its forms. */
export const rowPageRoutes =
  <Params extends object>(page: RowPage, { pattern, section, subjectOf, write }: RowPlace<Params>): Routes =>
  (app) => {
    const config = { permission: page.permission, section } as const

    const view = (
      reply: FastifyReply,
      { world, subject, caption, back, path }: RowSubject,
      done: string,
      wrong: { form: string; sent: unknown; faults: readonly Fault[] } | null,
    ) => {
      const all = page.forms(world, subject)
      const offered = all.filter(({ isOffered = true }) => isOffered)
      const forms = offered.map((form) => {
        const own = wrong?.form === form.name ? wrong : null
        return { ...form, ...form.fields(own?.sent ?? null, own?.faults ?? []), action: `${path}/${form.name}` }
      })
      return reply.view('oversight/web/childPage.njk', {
        title: page.title,
        caption,
        back,
        intro: page.intro,
        csrfToken: reply.generateCsrf(),
        done: all.find(({ name }) => name === done)?.done ?? null,
        forms,
        errors: forms.flatMap(({ errors }) => errors),
        tables: page.tables(world, subject),
      })
    }

    app.get<{ Params: Params }>(pattern, { config }, async (request, reply) => {
      const of = await subjectOf(request)
      showed(request, page.looked, of.children)
      return view(reply, of, query.parse(request.query).done, null)
    })

    app.post<{ Params: Params }>(`${pattern}/:form`, { config }, async (request, reply) => {
      const { form: name } = formNamed.parse(request.params)
      const of = await subjectOf(request)
      const form = page.forms(of.world, of.subject).find((one) => one.name === name)
      if (!form) throw new PageNotFound()
      const { officerId, personId } = actorOf(request)
      const sent = form.read(request.body, { world: of.world, child: of.subject, officerId, personId })
      const problems = 'row' in sent ? await write(request, form, sent.row) : []
      if (problems === null) throw new PageNotFound()
      const faults = 'row' in sent ? problems.map(({ why }) => ({ field: null, text: why })) : sent.faults
      if (faults.length > 0) {
        showed(request, page.looked, of.children)
        return view(reply.code(400), of, '', { form: name, sent: request.body, faults })
      }
      logged(request)
      return reply.redirect(withQuery(of.path, { done: name }), 303)
    })
  }

type OfChild = { child: string }

/** The routes of such a page of a child. */
export const childPageRoutes = ({ worldsFor, today, writeRow }: ChildPageDeps, page: ChildPage): Routes =>
  rowPageRoutes<OfChild>(page, {
    pattern: `/children/:child/${page.path}`,
    section: childrenSection,
    subjectOf: async (request) => {
      const { child } = request.params
      const { code } = request.authority
      const world = await worldsFor(request).ofChild(code, child, today(), null)
      if (!isKnown(world, child)) throw new PageNotFound()
      return {
        world,
        subject: child,
        children: [child],
        caption: `Child ${child}`,
        back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
        path: childPagePath(code, child, page),
      }
    },
    write: (request, { what, register }, row) =>
      writeRow({
        authority: request.authority,
        by: actorOf(request),
        child: request.params.child,
        permission: page.permission,
        what,
        register,
        row,
      }),
  })

/** A form of such a page as a panel shows it; it is sent to the page, which says what is wrong with it. */
export const panelForm = (form: RowForm, code: string, child: string, page: Pick<ChildPage, 'path'>): PanelForm => ({
  action: childPagePath(code, child, page, form.name),
  template: 'oversight/web/panelForm.njk',
  fields: { list: form.fields(null, []).fields, button: form.button },
})
