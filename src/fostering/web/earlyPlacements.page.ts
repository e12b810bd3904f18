import type { World } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { longDate, longDateOr } from '../../kernel/dates.ts'
import { type ChildPage, childPagePath } from '../../oversight/web/childPage.ts'
import { oversightPermissions } from '../../oversight/permissions.ts'
import { consultationsOf, earlyPlacementsOf } from '../domain/earlyPlacements.ts'
import { earlyPlacementKinds } from '../registers/earlyPlacements.ts'
import { consultedMoves } from '../registers/placementConsultations.ts'
import { placementForm, consultationForm } from './earlyPlacements.form.ts'

/** A child's placements before an assessment was complete, and the moves on which the IRO is consulted. */
export const earlyPlacementsPage: ChildPage = {
  path: 'early-placements',
  title: 'Placements before an assessment, and moves',
  intro:
    'Placements with a parent or a connected person that began before the assessment was complete, and moves on which the IRO must be consulted. Each starts its time limits.',
  permission: oversightPermissions.write,
  looked: 'looked at the child’s placements before an assessment, and moves',
  forms: () => [placementForm, consultationForm],
  tables: (world, child) => [
    {
      caption: 'Placements before the assessment',
      columns: ['With whom', 'From', 'Extended', 'Decided', 'Ended'],
      rows: earlyPlacementsOf(world, child).map((one) => [
        one.carer === null ? earlyPlacementKinds[one.kind] : `${earlyPlacementKinds[one.kind]}: ${one.carer}`,
        longDate(one.from),
        longDateOr(one.extendedOn, ''),
        longDateOr(one.decidedOn, ''),
        longDateOr(one.to, ''),
      ]),
      empty: 'None is written down. Those of a file of registers (early_placements) appear here too.',
    },
    {
      caption: 'Moves on which the IRO is consulted',
      columns: ['Move', 'Day', 'Approved', 'IRO consulted', 'What the IRO said'],
      rows: consultationsOf(world, child).map((one) => [
        consultedMoves[one.kind],
        longDate(one.on),
        longDateOr(one.approvedOn, ''),
        longDateOr(one.consultedOn, ''),
        one.view ?? '',
      ]),
      empty: 'None is written down. Those of a file of registers (placement_consultations) appear here too.',
    },
  ],
}

/** What a child's page shows of them: those that are open; nothing for whom they can't be. */
export function earlyPlacementsPanel(world: World, child: string, code: string): ChildPanel {
  const open = earlyPlacementsOf(world, child).filter(({ decidedOn, to }) => decidedOn === null && to === null)
  const unasked = consultationsOf(world, child).filter(({ consultedOn }) => consultedOn === null)
  const lines = [
    ...open.map(({ kind, from }) => `${earlyPlacementKinds[kind]}, since ${longDate(from)}.`),
    ...unasked.map(({ kind, on }) => `${consultedMoves[kind]}, ${longDate(on)}: the IRO is not consulted yet.`),
  ]
  const link = { href: childPagePath(code, child, earlyPlacementsPage), text: 'Write down a placement or a move' }
  return {
    heading: earlyPlacementsPage.title,
    items: [...lines.map((text) => ({ text, link: null })), { text: lines.length === 0 ? 'None is open.' : '', link }],
  }
}
