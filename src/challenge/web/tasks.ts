import { whoseWork } from '../../officers/domain/names.ts'
import type { World } from '../../children/domain/world.ts'
import { isInProceedings } from '../../court/domain/cases.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { type Standing, challengesIn, isOpen, stageNow } from '../domain/standing.ts'
import { routes } from '../registers/challenges.ts'
import { firstDeadlines } from './list.view.ts'
import { challengePath, stageWords } from './words.ts'
import { inSentence } from '../../kernel/words.ts'

/**
 * `isShown`: whether the user may see what a challenge is about.
 *
 * What there is to do about challenges: those with a time limit, answered ones to be closed or taken further, the court to be
 * told, what changed for the child to be recorded. `officerId`: of the user; a challenge about several children is its owner's.
 */
export function challengeTasks(
  world: World,
  whose: Whose,
  officerId: string | null,
  code: string,
  isShown: (standing: Standing) => boolean,
): Task[] {
  const due = firstDeadlines(world)
  const isMine = ({ challenge }: Standing) =>
    challenge.child === null
      ? whose === 'everyone' || (officerId !== null && challenge.officerId === officerId)
      : isOf(whose, challenge.child)
  return challengesIn(world)
    .filter((one) => isMine(one) && isShown(one))
    .flatMap((one): Task[] => {
      const { challenge, end } = one
      const owner = challenge.officerId ?? (challenge.child === null ? null : officerIdOf(world, challenge.child, world.asAt)) // prettier-ignore
      const task = (what: string, by: PlainDate | null, note: string): Task => ({
        what,
        href: challengePath(code, challenge.challengeRef),
        child: challenge.child,
        by,
        note,
        ...(whose === 'everyone' && { whose: whoseWork(world, owner) }),
      })
      const name = inSentence(routes[challenge.route])
      if (!isOpen(one)) {
        const asks = end?.how === 'resolved' && challenge.changedForChild === null && challenge.concern !== null
        return asks ? [task('Record what changed for the child', null, `The ${name} is resolved`)] : []
      }
      const deadline = due.get(challenge.challengeRef)
      const answeredOn = stageNow(one)?.endedOn ?? null
      const inCourt = one.children.some((child) => isInProceedings(world, child))
      return [
        ...(answeredOn
          ? // However far off the end of the whole is: an answer asks for a word now.
            [{ ...task(`Close the ${name}, or take it further`, deadline?.due ?? null, 'It has been answered'), startOn: answeredOn }] // prettier-ignore
          : deadline
            ? [task(`Follow up the ${name}`, deadline.due, `${stageWords(one)}: ${challenge.themes.join('; ')}`)]
            : []),
        ...(inCourt && challenge.courtToldOn === null
          ? [task('Have the solicitor tell the court of a challenge', null, 'Care proceedings are under way')]
          : []),
      ]
    })
}
