import type { RoutePermission } from './permissions.ts'

/** A part of an authority's pages, as the service navigation names it to the person who may open its first page. */
export interface Section {
  /** Also the address of its first page, under that of the authority. */
  id: string
  text: string
  /** The heading that it shares with other sections; where it has none, its own text. */
  under?: string
  /** Sections stand in this order; those of the house stand ten apart, so that another fits between them. */
  order: number
  /** Who is shown it: those who may open its first page. */
  permission: RoutePermission
}
