import type { World } from '../../children/domain/world.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { protocolFor } from '../domain/protocol.ts'
import { protocolSetting } from '../settings.ts'
import { challengePath } from './words.ts'

/** All that raise.njk shows. `child`: on whose page it began; null for a challenge about several, or the service. */
export function raisePage(
  world: World,
  shown: { fields: object; errors: readonly { text: string; href: string }[] },
  { code, csrfToken, child }: { code: string; csrfToken: string; child: string | null },
) {
  const protocol = protocolFor(protocolSetting.of(world.settings), world.asAt)
  return {
    title: 'Make a challenge',
    caption: child === null ? 'About the service, or several children' : `Child ${child}`,
    back: child === null ? { href: challengePath(code), text: 'Challenge' } : { href: authorityPath(code, 'children', child), text: `Child ${child}` }, // prettier-ignore
    action: challengePath(code, 'raise'),
    csrfToken,
    child,
    stages: protocol?.stages.map(({ label, owner, workingDays }) => ({ label, owner, workingDays })) ?? [],
    ...shown,
  }
}
