import type { World } from '../../children/domain/world.ts'
import { checkKinds } from '../../children/registers/checks.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { longDate } from '../../kernel/dates.ts'
import { checkForm, checksInOrder, checksPath, emptyCheck } from './checks.view.ts'

/** What a child's page shows of checks: the latest of each kind, and the two fields to write one down. */
export function checksPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel {
  const counting = checksInOrder(world, child).filter(({ isWithdrawn }) => isWithdrawn !== true)
  const latest = [...Map.groupBy(counting, ({ kind }) => kind).values()].flatMap(([first]) => first ?? [])
  const all = mayWrite ? { href: checksPath(code, child), text: 'All checks, and corrections' } : null
  return {
    heading: 'Health, education and planning checks',
    items: [
      ...latest.map(({ kind, on, score }) => ({
        text: `${checkKinds[kind]}: ${longDate(on)}${score === null ? '' : `, score ${score}`}.`,
        link: null,
      })),
      ...(latest.length === 0 || all
        ? [{ text: latest.length === 0 ? 'No check is written down.' : '', link: all }]
        : []),
    ],
    ...(mayWrite && {
      form: {
        action: checksPath(code, child),
        template: 'checks/web/form.njk',
        fields: checkForm.shown(emptyCheck(), []).fields,
      },
    }),
  }
}
