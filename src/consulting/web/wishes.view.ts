import { whoseWork } from '../../officers/domain/names.ts'
import { type World, historyOf, lookedAfter } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import type { Task, Whose } from '../../house/task.ts'
import { isOf } from '../../house/task.ts'
import { addDays, longDate } from '../../kernel/dates.ts'
import { counted, inSentence } from '../../kernel/words.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { versionOf } from '../../registers/version.ts'
import { recordsOf } from '../../world/world.ts'
import { appStatementsOf, isOpen, isToBeTold, wishesOf } from '../domain/wishes.ts'
import { makers, purposes } from '../registers/statements.ts'
import { type WishFact, occasions, wishOutcomes, wishes } from '../registers/wishes.ts'
import { wishForm, type WishForm, answerForm, type AnswerForm } from './wishes.form.ts'

/** The address of what a child wants. */
export const wishesPath = (code: string, child: string, ...parts: string[]): string =>
  authorityPath(code, 'children', child, 'wishes', ...parts.map(encodeURIComponent))

const doneWords = { written: 'What the child wants is written down.', answered: 'The answer is saved.' } as const

/** All that wishes.njk shows. */
export function wishesPage(
  world: World,
  child: string,
  typed: TypedIn<WishForm>,
  faults: readonly FaultIn<WishForm>[],
  { code, csrfToken, done }: { code: string; csrfToken: string; done: string },
) {
  return {
    title: 'What the child wants, and what was done',
    caption: `Child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    action: wishesPath(code, child),
    csrfToken,
    done: Object.entries(doneWords).find(([name]) => name === done)?.[1] ?? null,
    wishes: wishesOf(world, child).map((wish) => ({ ...wishShown(wish), href: wishesPath(code, child, wish.wishRef) })),
    statements: statementLines(world, child),
    ...wishForm(world, child).shown(typed, faults),
  }
}

const wishShown = (wish: WishFact) => ({
  words: wish.words,
  said: `${longDate(wish.saidOn)}, ${inSentence(occasions[wish.saidIn])}`,
  state: stateOf(wish),
  answer: wish.answer,
  isOpen: isOpen(wish),
})

function stateOf(wish: WishFact): string {
  if (isOpen(wish)) return 'Not answered yet'
  const outcome = wish.outcome === null ? 'Answered' : wishOutcomes[wish.outcome]
  return `${outcome}. ${wish.toldOn === null ? 'The child has not been told yet' : `The child was told on ${longDate(wish.toldOn)}`}`
}

const statementLines = (world: World, child: string): string[] =>
  appStatementsOf(world, child).map(
    ({ on, madeBy, purpose }) =>
      `${longDate(on)}: made by ${inSentence(makers[madeBy])}${purpose === null ? '' : `, ${inSentence(purposes[purpose])}`}`,
  )

/** The wish of this reference, as it stands; null where the child has none. */
export const wishNamed = (world: World, child: string, wishRef: string): WishFact | null =>
  recordsOf(world, wishes).find((wish) => wish.child === child && wish.wishRef === wishRef) ?? null

/** The answer as it is first shown: what holds. */
export const firstAnswer = (wish: WishFact): TypedIn<AnswerForm> =>
  answerForm.first({ seen: versionOf(wish), outcome: wish.outcome, answer: wish.answer, isTold: wish.toldOn !== null })

/** All that wish.njk shows. */
export const answerPage = (
  wish: WishFact,
  typed: TypedIn<AnswerForm>,
  faults: readonly FaultIn<AnswerForm>[],
  { code, csrfToken }: { code: string; csrfToken: string },
) => ({
  title: 'Answer what the child wants',
  caption: `Child ${wish.child}`,
  back: { href: wishesPath(code, wish.child), text: 'What the child wants' },
  action: wishesPath(code, wish.child, wish.wishRef),
  csrfToken,
  wish: wishShown(wish),
  ...answerForm.shown(typed, faults),
})

/** What the child's page shows of it, before everything else. */
export function wishesPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel {
  const all = wishesOf(world, child)
  const open = all.filter(isOpen)
  const made = statementLines(world, child)
  return {
    heading: 'What the child says and wants',
    standsFirst: true,
    items: [
      ...all.slice(0, 3).map((wish) => ({ text: `“${wish.words}” ${stateOf(wish)}.`, link: null })),
      ...(all.length > 3 ? [{ text: `${counted(all.length - 3, 'more')}, ${open.length} of all not answered yet.`, link: null }] : []), // prettier-ignore
      ...made.slice(0, 1).map((text) => ({ text: `In an app, the latest of ${made.length}: ${text}.`, link: null })),
      {
        text: all.length === 0 ? 'Nobody has written down yet what the child wants.' : '',
        link: mayWrite ? { href: wishesPath(code, child), text: 'Write it down, and what is done about it' } : null,
      },
    ],
  }
}

/** Days within which a wish is to be answered before it stands in My work as late: half of a review's rhythm is too long. */
const ANSWER_WITHIN_DAYS = 28

/** Wishes that wait for an answer, or for someone to tell the child, for as long as the child is in care. */
export const wishTasks = (world: World, whose: Whose, code: string): Task[] => {
  const hasLeft = whoHasLeft(world)
  const ofWhom = (child: string) => whoseWork(world, officerIdOf(world, child, world.asAt))
  return recordsOf(world, wishes)
    .filter(({ child }) => isOf(whose, child) && !hasLeft(child))
    .flatMap((wish): Task[] => {
      const href = wishesPath(code, wish.child, wish.wishRef)
      const task = { href, child: wish.child, note: '', ...(whose === 'everyone' && { whose: ofWhom(wish.child) }) }
      if (isOpen(wish)) return [{ ...task, what: 'Answer what the child wants', by: addDays(wish.saidOn, ANSWER_WITHIN_DAYS) }] // prettier-ignore
      return isToBeTold(wish) ? [{ ...task, what: 'Tell the child what was done about what they want', by: null }] : []
    })
}

/** Tells of whose care is known to have ended: children of short breaks alone, and those in no return, have not left. */
function whoHasLeft(world: World): (child: string) => boolean {
  const inCare = new Set(lookedAfter(world).map(({ history }) => history.record.child))
  return (child) => !inCare.has(child) && (historyOf(world, child)?.periods.length ?? 0) > 0
}
