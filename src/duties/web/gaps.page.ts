import { type World, historyOf } from '../../children/domain/world.ts'
import { type Gap, gapsOf } from '../../caseload/domain/gaps.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { addMonths, compareDates, isAfter, isSameDay, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { type ChildPage, childPagePath } from '../../oversight/web/childPage.ts'
import { missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField } from '../../platform/web/forms/choices.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import { dutiesPermissions } from '../permissions.ts'
import { officerGaps } from '../registers/officerGaps.ts'

/** The gaps of a child that are longer than the days in which an officer must be named. */
const longGapsOf = (world: World, child: string): Gap[] => {
  const history = historyOf(world, child)
  return history === null ? [] : gapsOf(world, history).filter(({ isWithinLimit }) => !isWithinLimit)
}

/** What was said of a gap; null where nobody has explained it. */
export const explanationOf = (world: World, { child, from }: Pick<Gap, 'child' | 'from'>): string | null =>
  recordsOf(world, officerGaps).find((one) => one.child === child && isSameDay(one.from, from))?.why ?? null

/** When a child was without an IRO, in words. */
export const gapSpan = ({ from, until, days }: Gap): string =>
  `${longDate(from)}${until ? ` to ${longDate(until)}` : ', and still'}: ${counted(days, 'day')}`

const gapForm = (world: World, child: string) => {
  const gaps = longGapsOf(world, child)
  return rowForm({
    name: 'gap',
    heading: 'Explain it',
    button: 'Save the explanation',
    what: 'explained why a child was without an IRO',
    done: 'The explanation is saved.',
    register: officerGaps,
    form: formOf({
      which: choiceField(gaps.map((gap) => ({ value: gap.from.toString(), text: gapSpan(gap) })), { first: 'Choose the days' }), // prettier-ignore
      why: lineField({ most: 500 }),
    }),
    layout: {
      which: { kind: 'select', label: 'Which days' },
      why: { kind: 'line', label: 'Why the child was without an IRO' },
    },
    rowOf: ({ which, why }, { world: now, personId }) => {
      const gap = gaps.find(({ from }) => from.toString() === which)
      const faults = missing(
        ['which', gap === undefined, 'Choose the days'],
        ['why', why === null, 'Enter why the child was without an IRO'],
      )
      if (!gap || why === null || faults.length > 0) return faults
      return { child, from: gap.from, why, explainedOn: now.asAt, explainedBy: personId }
    },
  })
}

/** Why a child was without an IRO. */
export const gapsPage: ChildPage = {
  path: 'without-officer',
  title: 'Days without an IRO',
  intro: 'A child looked after always has an officer. Days without one are explained by a person.',
  permission: dutiesPermissions.explainGaps,
  looked: 'looked at the days on which a child was without an IRO',
  forms: (world, child) => (longGapsOf(world, child).length === 0 ? [] : [gapForm(world, child)]),
  tables: (world, child) => [
    {
      caption: 'Days without an IRO',
      columns: ['When', 'Why'],
      rows: longGapsOf(world, child).map((gap) => [gapSpan(gap), explanationOf(world, gap) ?? 'Not explained']),
      empty: 'There were none, as far as allocations are recorded.',
    },
  ],
}

/** What the page of a child shows of it; null where the child never was without an IRO for long. */
export function gapsPanel(world: World, child: string, code: string): ChildPanel | null {
  const gaps = longGapsOf(world, child)
  if (gaps.length === 0) return null
  return {
    heading: gapsPage.title,
    items: gaps.map((gap) => ({
      text: `${gapSpan(gap)}. ${explanationOf(world, gap) ?? 'Not explained.'}`,
      link: { href: childPagePath(code, child, gapsPage), text: 'Explain it' },
    })),
  }
}

/** The gaps of the last twelve months that are longer than they may be, of everyone whom the user may see. */
export const gapsOfYear = (world: World): Gap[] =>
  world.histories
    .flatMap((history) => gapsOf(world, history))
    .filter(
      ({ isWithinLimit, until }) => !isWithinLimit && (until === null || isAfter(until, addMonths(world.asAt, -12))),
    )
    .sort((a, b) => compareDates(b.from, a.from) || a.child.localeCompare(b.child))
