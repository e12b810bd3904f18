import type { Asking } from '../../access/app/asking.ts'
import type { World } from '../../children/domain/world.ts'

/** What the child and the parents said before a review, as far as everyone at it may read it; empty where nothing. */
export type ViewsForRecord = (
  asking: Asking,
  world: World,
  about: { child: string; reviewRef: string },
) => Promise<{ ofChild: string; ofParents: string }>
