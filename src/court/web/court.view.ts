import type { World } from '../../children/domain/world.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { explain } from '../../clocks/explain.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { versionOfProceedings } from '../app/court.ts'
import { type HearingBeside, hearingsBeside } from '../domain/beside.ts'
import { type Case, casesOf } from '../domain/cases.ts'
import { hearingKinds } from '../registers/hearings.ts'
import { proceedingsForm, hearingForm, paperForm } from './court.form.ts'

/** The address of a child's proceedings. */
export const courtPath = (code: string, child: string, ...parts: string[]): string =>
  authorityPath(code, 'children', child, 'court', ...parts)

const done = {
  proceedings: 'The proceedings are saved.',
  hearings: 'The hearing is saved.',
  papers: 'The paper is saved.',
} as const
export type CourtForm = keyof typeof done

/** A form that came back with what is wrong. */
export interface SentBack {
  name: CourtForm
  ref: string
  shown: { fields: object; errors: readonly { text: string; href: string }[] }
}

/** What the ids of a form’s fields begin with: `before` and the place of its proceedings among the child’s. */
export function placeOf(world: World, child: string, ref: string): string {
  const at = casesOf(world, child).findIndex(({ proceedings }) => proceedings.proceedingsRef === ref)
  return at === -1 ? 'new' : String(at)
}

/** All that court.njk shows of a child. */
export function courtPage(
  world: World,
  child: string,
  { code, csrfToken, saved, mayWrite }: { code: string; csrfToken: string; saved: string; mayWrite: boolean },
  sent: SentBack | null = null,
) {
  const deadlines = openDeadlinesOf(world, child).filter(({ subject }) => subject?.kind === 'proceedings')
  const cases = casesOf(world, child)
  const shown = (name: CourtForm, ref: string, otherwise: () => { fields: object }) =>
    sent?.name === name && sent.ref === ref ? sent.shown.fields : otherwise().fields
  const formsOf = (one: Case | null, place: string) => {
    const row = one?.proceedings
    const ref = row?.proceedingsRef ?? ''
    const known = row ? { ...row, ref, replaces: versionOfProceedings(world, ref) } : { ref, replaces: '' }
    return {
      proceedings: shown('proceedings', ref, () => proceedingsForm.shown(proceedingsForm.first(known), [], { before: `p${place}-` })), // prettier-ignore
      hearing: shown('hearings', ref, () =>
        hearingForm.shown(hearingForm.first({ ref }), [], { before: `h${place}-` }),
      ),
      paper: shown('papers', ref, () => paperForm.shown(paperForm.first({ ref }), [], { before: `d${place}-` })),
    }
  }
  return {
    title: 'Court',
    caption: `Child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    csrfToken,
    mayWrite,
    done: Object.entries(done).find(([name]) => name === saved)?.[1] ?? null,
    errors: sent?.shown.errors ?? [],
    actions: { proceedings: courtPath(code, child, 'proceedings'), hearings: courtPath(code, child, 'hearings'), papers: courtPath(code, child, 'papers') }, // prettier-ignore
    beside: hearingsBeside(world, child).map(besideWords),
    cases: cases.map((one, index) => ({
      ref: one.proceedings.proceedingsRef,
      heading: `Proceedings issued on ${longDate(one.proceedings.issuedOn)}`,
      state: one.concludedOn
        ? `Ended on ${longDate(one.concludedOn)}${one.proceedings.outcome === null ? '' : `: ${one.proceedings.outcome}`}`
        : 'On foot',
      guardian: one.proceedings.guardian ?? 'Not recorded',
      inTouch: one.guardianContactOn ? longDate(one.guardianContactOn) : 'Not recorded',
      handover: one.concludedOn ? (one.handoverOn ? longDate(one.handoverOn) : 'Not recorded') : null,
      hearings: one.hearings.map(
        ({ on, kind }) => `${kind === null ? 'Hearing' : hearingKinds[kind]}: ${longDate(on)}`,
      ),
      papers: one.papers.map(({ kind, receivedOn, sentToIroOn }) => ({
        kind,
        received: longDate(receivedOn),
        sent: sentToIroOn ? longDate(sentToIroOn) : 'Not recorded',
      })),
      deadlines: deadlines
        .filter(({ subject }) => subject?.ref === one.proceedings.proceedingsRef)
        .map((deadline) => ({
          what: deadline.clock.title,
          due: longDate(deadline.due),
          when: whenDue(deadline, world.asAt),
          isLate: deadline.state === 'overdue',
          why: explain(deadline, world.holidays),
        })),
      forms: formsOf(one, String(index)),
    })),
    newForm: formsOf(null, 'new').proceedings,
  }
}

function besideWords({ hearing, review, endangers }: HearingBeside) {
  const kind = hearing.kind === null ? 'Hearing' : hearingKinds[hearing.kind]
  const day = review && `${longDate(review.on)}${review.isBooked ? '' : ', the day by which it is due'}`
  const danger = { same_day: 'On the same day: move the review', close: 'Close to the hearing: see whether it can go ahead' } // prettier-ignore
  return {
    hearing: `${kind}, ${longDate(hearing.on)}`,
    review: day ?? 'No review is due',
    danger: endangers === null ? '' : danger[endangers],
  }
}

/** What a child's page shows of the court: proceedings on foot, what is due, hearings beside reviews; nothing where there is nothing. */
export function courtPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel[] {
  const cases = casesOf(world, child)
  if (cases.length === 0 && !mayWrite) return []
  const deadlines = openDeadlinesOf(world, child).filter(({ subject }) => subject?.kind === 'proceedings')
  const onFoot = cases.filter(({ concludedOn }) => concludedOn === null)
  return [
    {
      heading: 'Court',
      items: [
        ...onFoot.map(({ proceedings: { issuedOn, guardian } }) => ({
          text: `Care proceedings since ${longDate(issuedOn)}${guardian === null ? '' : `; guardian ${guardian}`}.`,
          link: null,
        })),
        ...deadlines.map((deadline) => ({
          text: `${deadline.clock.title}: due ${longDate(deadline.due)}, ${whenDue(deadline, world.asAt)}.`,
          link: null,
        })),
        ...hearingsBeside(world, child)
          .map(besideWords)
          .map(({ hearing, review, danger }) => ({
            text: `${hearing}. Review: ${review}.${danger === '' ? '' : ` ${danger}.`}`,
            link: null,
          })),
        {
          text: onFoot.length === 0 ? 'No care proceedings are under way.' : '',
          link: { href: courtPath(code, child), text: mayWrite ? 'Proceedings, hearings and papers: see or write down' : 'Proceedings, hearings and papers' }, // prettier-ignore
        },
      ],
    },
  ]
}
