import type { RoomClocks } from '../clocks/source.ts'
import type { DocumentKind } from '../documents/kind.ts'
import type { Register } from '../registers/register.ts'
import type { Workflow } from '../workflows/workflow.ts'
import type { FigureGroup } from '../world/figures.ts'
import type { FigureChart } from './charts.ts'
import type { FindingSource } from './findings.ts'
import type { ChildPanel } from './panels.ts'
import type { Task, Whose } from './task.ts'

/** Who looks at something, and where: what decides what a page may offer. */
export interface Looking<World> {
  /** The world of today, as the user may see it. */
  world: World
  /** The authority's code, for addresses. */
  code: string
  /** Whether the user holds the permission. */
  may: (permission: string) => boolean
}

/** What a room gives pages that show several rooms together. Loaded by a server alone. */
export interface RoomOnPages<World> {
  /** What it shows on a child's page, those first that stand first. Asked only for a child who may be seen. */
  panels?: (looking: Looking<World>, child: string) => readonly ChildPanel[]
  /** What there is to do in it, for those who may do it. */
  tasks?: (looking: Looking<World>, whose: Whose) => readonly Task[]
  /** What it draws of the figures of a year. */
  charts?: readonly FigureChart<World>[]
}

/**
 * What a room hands the house. `main/rooms.ts` lists the rooms, and `main` is a loop over that list: nothing else names a
 * room's registers, documents, panels or tasks. Decision 11.
 */
export interface Room<World> {
  /** Its folder. */
  name: string
  /** The tables that it keeps, those before others that refer to them. */
  registers?: readonly Register[]
  /** The procedures that it follows, as they are unless an authority has set its own. */
  workflows?: readonly Workflow[]
  /** What is due in it, and what it knows of what is due in rooms below. */
  clocks?: RoomClocks<World>
  /** Its figures, group by group. */
  figures?: readonly FigureGroup<World>[]
  /** What it finds odd of a child. */
  findings?: readonly FindingSource<World>[]
  /** The kinds of document that are written in it. */
  documents?: readonly DocumentKind[]
  /** Loads what it gives pages. */
  onPages?: () => Promise<RoomOnPages<World>>
}
