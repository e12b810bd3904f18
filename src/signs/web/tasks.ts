import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import type { Task, Whose } from '../../house/task.ts'
import { listed } from '../../kernel/words.ts'
import { childPagePath } from '../../oversight/web/childPage.ts'
import { acknowledgementOf } from '../domain/acknowledged.ts'
import { type SignKind, signWords } from '../domain/kinds.ts'
import { signsIn, signsOf } from '../domain/signs.ts'
import { signsChildPage } from './signs.page.ts'

/** What must be looked at on the day it is known. */
const alerts: readonly SignKind[] = [
  'emergency_move',
  'unregistered_placement',
  'missing_stage_1',
  'missing_stage_2',
  'plan_changed_outside_review',
  'returned_home',
]

/** The signs that nobody has acknowledged, one task a child: today where one of them is an alert. */
export function signTasks(world: World, whose: Whose, code: string): Task[] {
  const all = whose === 'everyone' ? signsIn(world) : [...whose].flatMap((child) => signsOf(world, child))
  const waiting = all.filter((sign) => acknowledgementOf(world, sign) === null)
  return [...Map.groupBy(waiting, ({ child }) => child)].flatMap(([child, signs]) =>
    isKnown(world, child)
      ? [
          {
            what: signs.length === 1 ? 'Look at a sign' : `Look at ${signs.length} signs`,
            href: childPagePath(code, child, signsChildPage),
            child,
            by: signs.some(({ kind }) => alerts.includes(kind)) ? world.asAt : null,
            note: listed(signs.map(({ kind }) => signWords[kind])),
          },
        ]
      : [],
  )
}
