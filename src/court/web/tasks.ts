import type { World } from '../../children/domain/world.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { courtKinds } from '../domain/clocks.ts'
import { courtPath } from './court.view.ts'
import { inSentence } from '../../kernel/words.ts'

/** Papers that have not come, guardians to be in touch with, handovers to ask for. The 26 weeks are the court’s to keep. */
export const courtTasks = (world: World, whose: Whose, code: string): Task[] =>
  openDeadlines(world).flatMap(({ clock, child, due }): Task[] => {
    const isOurs = clock.kind === courtKinds.papers || clock.kind === courtKinds.guardian
    if (!isOurs || child === null || !isOf(whose, child)) return []
    const what = clock.kind === courtKinds.papers ? 'Ask for the copy of a court document' : `See to it: ${inSentence(clock.title)}` // prettier-ignore
    return [{ what, href: courtPath(code, child), child, by: due, note: '' }]
  })
