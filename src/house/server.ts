import type { FastifyRequest } from 'fastify'
import type { PlainDate } from '../kernel/dates.ts'
import type { Routes } from '../platform/web/authorities.ts'
import type { Subject } from '../clocks/clock.ts'
import type { FigureChart } from './charts.ts'
import type { House } from './house.ts'
import type { ChildFlag, ChildPanel } from './panels.ts'
import type { Permission } from './permission.ts'
import type { ReviewStep } from './step.ts'
import type { OtherMeeting, Task, Whose } from './task.ts'

/** What a server gives its rooms. */
export interface Server<World> {
  house: House
  /** The day that pages go by. */
  today: () => PlainDate
  /** Where browsers find the server, as this request reached it: `https://footprint.example`. */
  originOf: (request: Pick<FastifyRequest, 'headers'>) => string
  /** How long people stay signed in, and whether browsers come by https. */
  signIn: { limits: { idleMinutes: number; hours: number }; isSecure: boolean }
  /** Milliseconds that only ever rise. */
  monotonic: () => number
  /** What every room gives this server, for pages that show several rooms together. Asked while a page is made. */
  rooms: () => readonly RoomOnServer<World>[]
}

/** Who looks at something, and where: what decides what a page may offer. */
export interface Looking<World> {
  /** The world of today, as the user may see it. */
  world: World
  /** The authority's code, for addresses. */
  code: string
  /** Whether the user holds the permission. */
  may: (permission: Permission) => boolean
  request: FastifyRequest
}

/** Something other than a child that a deadline is about, as a page shows it. */
export interface ShownSubject {
  text: string
  href: string
  /** The officer whose it is; null for nobody's. */
  officerId: string | null
}

/** What a room gives a server. */
export interface RoomOnServer<World> {
  /** Its pages, each under an authority's address. */
  routes?: readonly Routes[]
  /** Pages outside any authority's, for people who do not sign in: each is opened by a secret in its address. */
  publicRoutes?: readonly Routes[]
  /** What it shows on a child's page, those first that stand first. Asked only for a child who may be seen. */
  panels?: (looking: Looking<World>, child: string) => readonly ChildPanel[]
  /** What the banner on every page about a child warns of. Asked only for a child who may be seen. */
  flags?: (looking: Looking<World>, child: string) => readonly ChildFlag[]
  /** Whom a page of its is about whose address names no child, as of a review; null where it is another room's page. */
  childIn?: (request: FastifyRequest) => Promise<string | null>
  /** What there is to do in it, for those who may do it. */
  tasks?: (looking: Looking<World>, whose: Whose) => readonly Task[] | Promise<readonly Task[]>
  /** The reviews that it keeps of subjects that are no children, booked or held, as far as the user may see them. */
  meetings?: (looking: Looking<World>) => readonly OtherMeeting[]
  /** Its steps of a review, booked or held. Asked only for a review of a child who may be seen. */
  steps?: (looking: Looking<World>, reviewRef: string) => readonly ReviewStep[] | Promise<readonly ReviewStep[]>
  /** What a deadline is about that is of no one child; null where it is another room's, or not for the user to see. */
  subject?: (looking: Looking<World>, subject: Subject) => ShownSubject | null
  /** What it draws of the figures of a year. */
  charts?: readonly FigureChart<World>[]
}
