import type { World } from '../../children/domain/world.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { isInProceedings } from '../../court/domain/cases.ts'
import { type LinkGiven, askShown } from '../../inviting/web/askByLink.ts'
import type { ShownSubject } from '../../house/server.ts'
import { longDate } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { proposedSteps } from '../../workflows/deadlines.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { isToBeAnswered } from '../app/replying.ts'
import { openStages } from '../domain/entries.ts'
import { protocolFor } from '../domain/protocol.ts'
import { type Standing, isOpen, stageNow } from '../domain/standing.ts'
import { versionOfChallenge } from '../domain/version.ts'
import { routes } from '../registers/challenges.ts'
import { protocolSetting } from '../settings.ts'
import { answerForm, childrenForm, closeForm, moveForm, noteForm } from './forms.ts'
import { challengePath, stageWords } from './words.ts'
import { storyOf } from './challenge.story.ts'

/** What the user may do. */
export interface MayDo {
  write: boolean
  answer: boolean
}

/** A form of the page as it was sent back, in place of the one that the page would show. */
export interface SentBack {
  name: FormName
  shown: { fields: object; errors: readonly { text: string; href: string }[] }
}
export type FormName = 'move' | 'answer' | 'close' | 'note' | 'children'

/** Where the page stands. `household`: the fostering household that the challenge is about. */
interface Place {
  code: string
  csrfToken: string
  done: string | null
  household: ShownSubject | null
}

/** All that challenge.njk shows. `sent`: a form that came back with what is wrong; `asked`: the link for an answer that was just made, or not. */
export function challengePage(
  world: World,
  standing: Standing,
  may: MayDo,
  { code, csrfToken, done, household }: Place,
  sent: SentBack | null = null,
  asked: { given: LinkGiven | null; body: unknown; errors: readonly string[] } = {
    given: null,
    body: null,
    errors: [],
  },
) {
  const { challenge, children, end, cafcass } = standing
  const ref = challenge.challengeRef
  const replaces = versionOfChallenge(world, ref)
  const stages = openStages(standing)
  const on = world.asAt
  const deadlines = openDeadlines(world).filter(({ subject }) => subject?.kind === 'challenge' && subject.ref === ref)
  const proposed = standing.course ? proposedSteps(standing.course, world.holidays) : []
  const next = stages.find(({ key }) => proposed.includes(`next_to_${key}`))
  const at = stageNow(standing)
  const inCourt = children.some((child) => isInProceedings(world, child))
  const isLive = end === null
  const form = (name: FormName, isOffered: boolean, shown: () => { fields: object }) =>
    isOffered
      ? { action: challengePath(code, ref, name), fields: sent?.name === name ? sent.shown.fields : shown().fields }
      : null
  const move = moveForm(stages)
  const ask = may.write && isToBeAnswered(standing) ? askShown(challengePath(code, ref, 'ask'), asked.given, asked.body) : null // prettier-ignore
  const isOlder = standing.protocol !== null && standing.protocol !== protocolFor(protocolSetting.of(world.settings), on) // prettier-ignore
  return {
    title: challenge.child === null ? `${routes[challenge.route]}: ${challenge.themes.join('; ')}` : routes[challenge.route], // prettier-ignore
    caption: `Challenge ${ref}`,
    back: { href: challengePath(code), text: 'Challenge' },
    csrfToken,
    done,
    errors: [
      ...(sent?.shown.errors ?? []),
      ...(ask?.errors ?? []),
      ...asked.errors.map((text) => ({ text, href: '#ask-name' })),
    ],
    ask,
    state: stageWords(standing),
    isOpen: isOpen(standing),
    deadlines: deadlines.map((deadline) => ({
      what: deadline.clock.title,
      due: longDate(deadline.due),
      when: whenDue(deadline, world.asAt),
      isLate: deadline.state === 'overdue',
      why: explain(deadline, world.holidays),
    })),
    proposal: next ? `The time to answer has passed. Pass it to “${next.label}”, or say why not.` : null,
    isPastWhole: deadlines.some(({ clock, state }) => clock.id === 'CLK-DRP-1' && state === 'overdue'),
    asksForCourt: isLive && inCourt && challenge.courtToldOn === null && challenge.route !== 'GOOD_PRACTICE',
    facts: [
      ...(challenge.themes.length > 0 ? [{ key: 'What it is about', value: challenge.themes.join('; ') }] : []),
      ...(challenge.agency === null ? [] : [{ key: 'Agency', value: challenge.agency }]),
      { key: 'Raised', value: longDate(challenge.raisedOn) },
      { key: 'Who has it in hand', value: recordsOf(world, officers).find(({ officerId }) => officerId === challenge.officerId)?.name ?? 'Not recorded' }, // prettier-ignore
      ...(isOlder ? [{ key: 'Protocol', value: `The one that held when it was raised${standing.protocol?.source ? `: ${standing.protocol.source}` : ''}` }] : []), // prettier-ignore
      ...(isLive && at?.withRole ? [{ key: 'To answer now', value: at.withRole }] : []),
      ...(cafcass && !cafcass.on ? [{ key: 'Cafcass', value: cafcass.how === 'REFERRED' ? 'Referred; day not recorded' : 'Discussed; day not recorded' }] : []), // prettier-ignore
    ],
    changed: challenge.changedForChild,
    asksForChange: end?.how === 'resolved' && challenge.changedForChild === null,
    story: storyOf(standing).map(({ on: day, what, more }) => ({ on: longDate(day), what, more })),
    household,
    showsChildren: challenge.child === null && (household === null || children.length > 0),
    children: children.map((child) => ({ child, href: authorityPath(code, 'children', child) })),
    forms: {
      move: form(
        'move',
        may.write && isLive && challenge.route !== 'GOOD_PRACTICE' && (standing.protocol === null || stages.length > 0),
        () => move.shown(move.first({ on, replaces, step: next?.key ?? null }), [], { before: 'move-' }),
      ),
      answer: form('answer', may.answer && isLive && at !== null, () =>
        answerForm.shown(answerForm.first({ on, replaces }), [], { before: 'answer-' }),
      ),
      note: form('note', may.write, () => noteForm.shown(noteForm.first({ on, replaces }), [], { before: 'note-' })),
      close: form('close', may.write && isLive, () =>
        closeForm.shown(closeForm.first({ on, replaces }), [], { before: 'close-' }),
      ),
      children: form('children', may.write && isLive && challenge.child === null, () =>
        childrenForm.shown(childrenForm.first({ replaces }), [], { before: 'children-' }),
      ),
    },
    hasProtocol: standing.protocol !== null,
  }
}
