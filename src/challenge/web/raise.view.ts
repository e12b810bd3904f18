import type { World } from '../../children/domain/world.ts'
import type { ShownSubject } from '../../house/server.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { protocolFor } from '../domain/protocol.ts'
import { protocolSetting } from '../settings.ts'
import { challengePath } from './words.ts'

/** All that raise.njk shows. `child`, `household`: on whose page it began; null for a challenge about several, or the service. */
export function raisePage(
  world: World,
  shown: { fields: object; errors: readonly { text: string; href: string }[] },
  {
    code,
    csrfToken,
    child,
    household,
  }: { code: string; csrfToken: string; child: string | null; household: HouseholdShown | null },
) {
  const protocol = protocolFor(protocolSetting.of(world.settings), world.asAt)
  return {
    title: 'Make a challenge',
    ...around(code, child, household),
    action: challengePath(code, 'raise'),
    csrfToken,
    child,
    household: household?.ref ?? null,
    stages: protocol?.stages.map(({ label, owner, workingDays }) => ({ label, owner, workingDays })) ?? [],
    ...shown,
  }
}

/** A fostering household that a challenge is about. */
export interface HouseholdShown extends ShownSubject {
  ref: string
}

function around(code: string, child: string | null, household: HouseholdShown | null) {
  if (child !== null) return { caption: `Child ${child}`, back: { href: authorityPath(code, 'children', child), text: `Child ${child}` } } // prettier-ignore
  if (household) return { caption: household.text, back: { href: household.href, text: household.text } }
  return { caption: 'About the service, or several children', back: { href: challengePath(code), text: 'Challenge' } }
}
