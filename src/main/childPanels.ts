import { bookingPanels } from '../booking/web/panel.ts'
import { voicePanel } from '../participation/web/voice.panel.ts'
import { officerPanel } from '../caseload/web/panel.view.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { ChildPanels } from '../house/panels.ts'
import type { WhatIsSeen } from './door.ts'

/** What rooms above the child's page show on it: as it stands today, to those who may see what is due. */
export const childPanelsFor =
  ({ worldsFor }: Pick<WhatIsSeen, 'worldsFor'>, today: () => PlainDate): ChildPanels =>
  async (request, child) => {
    const { code } = request.authority
    const world = await worldsFor(request).ofChild(code, child, today(), null)
    return [
      voicePanel(world, child, code, request.may('choices.write')),
      ...(request.may('reviews.read') ? bookingPanels(world, child, code, request.may('reviews.book')) : []),
      officerPanel(world, child, code, (permission) => request.may(permission)),
    ]
  }
