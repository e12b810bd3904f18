import fastifyView from '@fastify/view'
import type { FastifyInstance } from 'fastify'
import nunjucks from 'nunjucks'
import { sourceFolder } from '../sources.ts'
import type { Notice, Visitor } from './access.ts'
import { govukFolder, type AssetUrls } from './assets.ts'

/** What every page shows around its own content; of an authority, its name and the way to its parts. */
export interface Frame {
  /** Null before anyone has said who they are. */
  visitor?: Visitor | null
  authority?: { code: string; name: string }
  navigation?: readonly NavigationLink[]
  /** The sections under the heading that is open; none where it has one alone. */
  underHeading?: readonly NavigationLink[]
  notices?: readonly Notice[]
  /** An id with the name of whom it is of, as the user may know it: `{{ named(row.child) }}`. The id where none is given. */
  named?: (id: string) => string
  /** Whom the page is about; null while the log has no word of them. Asked while the page is made. */
  banner?: () => Banner | null
  /** Where every page's search is sent; null where the user may search nothing. */
  search?: { action: string; label: string; csrfToken: string } | null
}

/** A link of the navigation, and whether the page belongs to it. */
export interface NavigationLink {
  text: string
  href: string
  active: boolean
}

/** What stands above every page about someone. */
export interface Banner {
  /** What the banner is of, for screen readers. */
  label: string
  /** Who, with a link to their own page. */
  name: string
  href: string
  facts: readonly { key: string; value: string; isUrgent?: boolean }[]
  flags: readonly { text: string; isUrgent: boolean }[]
}

/** A page that the footer of every page leads to. It takes `?authority=CODE`, for whose words it shows. */
export interface FooterLink {
  text: string
  /** `/help`. */
  path: string
}

declare module 'fastify' {
  interface FastifyReply {
    /** Given to every template besides its own page. */
    locals: Frame | null
  }
}

/** Templates are named from `src`: `children/web/child.njk`, `govuk/components/table/macro.njk`. */
export async function useViews(app: FastifyInstance, assets: AssetUrls, footer: readonly FooterLink[]): Promise<void> {
  await app.register(fastifyView, {
    engine: { nunjucks },
    templates: [sourceFolder, govukFolder],
    options: {
      autoescape: true,
      noCache: false,
      watch: false,
      trimBlocks: true,
      lstripBlocks: true,
      onConfigure: (environment: nunjucks.Environment) => {
        environment.addGlobal('assets', assets)
        // Where no room names anyone, an id stands for itself.
        environment.addGlobal('named', (id: string) => id)
        environment.addGlobal('footer', footer)
        // A field of a form with its label: `govukInput(fields.name | with({ label: { text: "Name" } }))`.
        environment.addFilter('with', (field: object, more: object) => ({ ...field, ...more }))
      },
    },
  })
}
