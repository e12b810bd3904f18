import type { RoomCommand } from './command.ts'
import type { Provision } from './house.ts'
import type { ReportPart } from './reportPart.ts'
import type { RoomOnServer, Server } from './server.ts'
import type { MessageKind } from './messageKind.ts'
import type { Permission } from './permission.ts'
import type { Section } from '../platform/web/sections.ts'
import type { FooterLink } from '../platform/web/views.ts'
import type { AnySetting, Preset } from '../settings/setting.ts'
import type { RoomClocks } from '../clocks/source.ts'
import type { DocumentKind } from '../documents/kind.ts'
import type { Register } from '../registers/register.ts'
import type { Workflow } from '../workflows/workflow.ts'
import type { FigureGroup } from '../world/figures.ts'
import type { NamedOn } from '../world/world.ts'
import type { FindingSource } from './findings.ts'

/**
 * What a room hands the house. `main/rooms.ts` lists the rooms, and `main` is a loop over that list: nothing else names a
 * room. Decision 11.
 */
export interface Room<World> {
  /** Its folder. */
  name: string
  /** What it lets people do. */
  permissions?: Readonly<Record<string, Permission>>
  /** The parts of the navigation that begin in it. */
  sections?: readonly Section[]
  /** What the messages are for that it writes. */
  messageKinds?: Readonly<Record<string, MessageKind>>
  /** What authorities do differently in it, each with its default and its place on the pages of settings. */
  settings?: readonly AnySetting[]
  /** Named sets of local rules from published reports. */
  presets?: readonly Preset[]
  /** The tables that it keeps, those before others that refer to them. */
  registers?: readonly Register[]
  /** Whom its registers name on a day, in care or not, so that the world of that day has them. */
  namedOn?: NamedOn
  /** The procedures that it follows, as they are unless an authority has set its own. */
  workflows?: readonly Workflow[]
  /** What is due in it, and what it knows of what is due in rooms below. */
  clocks?: RoomClocks<World>
  /** Its figures, group by group. */
  figures?: readonly FigureGroup<World>[]
  /** What it has printed in the annual report. */
  report?: readonly ReportPart[]
  /** What it finds odd of a child. */
  findings?: readonly FindingSource<World>[]
  /** The kinds of document that are written in it. */
  documents?: readonly DocumentKind[]
  /** What the footer of every page leads to. */
  footer?: readonly FooterLink[]
  /** Loads what it gives rooms below it, that these ask for by a port. */
  provides?: () => Promise<readonly Provision[]>
  /** Its commands. */
  commands?: readonly RoomCommand[]
  /** Loads and gives what it has on a server: pages, panels, tasks, charts. */
  onServer?: (server: Server<World>) => Promise<RoomOnServer<World>>
}
