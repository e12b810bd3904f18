import type { FastifyRequest } from 'fastify'

/** Something that another room shows on a child's page: a heading, and lines under it, each with a link or none. */
export interface ChildPanel {
  heading: string
  /** Whether it stands before everything else: what the child says and wants. */
  standsFirst?: boolean
  items: readonly { text: string; link: { href: string; text: string } | null }[]
  /** A short form under the lines; left out for none. */
  form?: PanelForm
}

/** A form of a panel, which its template makes of its fields. */
export interface PanelForm {
  /** Where it is sent. */
  action: string
  /** Of `form` (this) and `csrfToken` the template makes a form. */
  template: string
  fields: object
}

/** A word of warning in the banner on every page about a child: `Missing now`. */
export interface ChildFlag {
  text: string
  /** Whether it is shown in red: someone must act on it. */
  isUrgent: boolean
}

/**
 * Gives what a room shows beside a child's dates, as the user may see it. Asked only for a child that they may see; the
 * room sees to what its links need permission for.
 */
export type ChildPanels = (request: FastifyRequest, child: string) => Promise<readonly ChildPanel[]>
