import type { Room } from '../house/room.ts'
import { checksKept } from './domain/checks.ts'
import { lastDayCovered } from './domain/coverage.ts'
import { careKinds } from './domain/deadlineKinds.ts'
import { careRunsOf } from './domain/deadlines/care.ts'
import { careFigures } from './domain/figures/groups.ts'
import { lookedAfterPast18, oddEpisodes } from './domain/findings.ts'
import { watchedOn } from './domain/watched.ts'
import type { World } from './domain/world.ts'
import { childrenReport } from './domain/report.ts'
import { advisers } from './registers/advisers.ts'
import { checks } from './registers/checks.ts'
import { childrenRegister } from './registers/children.ts'
import { context } from './registers/context.ts'
import { family } from './registers/family.ts'
import { notifications } from './registers/notifications.ts'
import { people } from './registers/people.ts'
import { childrenPermissions } from './permissions.ts'
import { childrenSection } from './sections.ts'
import { childrenSettings } from './settings.ts'

/** Children in care, those whom the service watches over beside them, and what it is compared with. */
export const childrenRoom: Room<World> = {
  name: 'children',
  settings: childrenSettings,
  permissions: childrenPermissions,
  sections: [childrenSection],
  registers: [people, childrenRegister, notifications, checks, context, family, advisers],
  namedOn: watchedOn,
  clocks: {
    kinds: Object.values(careKinds),
    sources: [{ place: 200, runsOf: careRunsOf }],
    ofEveryone: checksKept,
    toldUpTo: ({ coverage }) => lastDayCovered(coverage),
  },
  figures: careFigures,
  report: childrenReport,
  findings: [
    { place: 100, findingsOf: oddEpisodes },
    { place: 300, findingsOf: lookedAfterPast18 },
  ],
  onServer: async () => {
    const { placementsChart } = await import('./domain/figures/charts.ts')
    return { charts: [{ place: 200, draw: placementsChart }] }
  },
}
