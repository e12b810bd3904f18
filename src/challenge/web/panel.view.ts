import type { World } from '../../children/domain/world.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { longDate } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { challengesAbout, isOpen } from '../domain/standing.ts'
import { routes } from '../registers/challenges.ts'
import { groundsSetting } from '../settings.ts'
import { informalForm } from './forms.ts'
import { firstDeadlines } from './list.view.ts'
import { challengePath, informalPath, stageWords } from './words.ts'

/** What a child's page shows of challenges: those open, how many are closed, and the three fields for another. */
export function challengePanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel {
  const all = challengesAbout(world, child)
  const due = firstDeadlines(world)
  const open = all.filter(isOpen)
  const closed = all.length - open.length
  const form = informalForm(groundsSetting.of(world.settings))
  const nothing = all.length === 0 ? 'No challenge has been made.' : ''
  return {
    heading: 'Challenge',
    items: [
      ...open.map((one) => {
        const { challenge } = one
        const deadline = due.get(challenge.challengeRef)
        const when = deadline ? `, due ${longDate(deadline.due)}, ${whenDue(deadline, world.asAt)}` : ''
        return {
          text: `${challenge.themes.join('; ')}. ${stageWords(one)}${when}.`,
          link: { href: challengePath(code, challenge.challengeRef), text: routes[challenge.route] },
        }
      }),
      ...(closed > 0
        ? [
            {
              text: '',
              link: { href: withQuery(challengePath(code), { child, which: 'closed' }), text: `${closed} closed, or good practice told` }, // prettier-ignore
            },
          ]
        : []),
      ...(nothing !== '' || mayWrite
        ? [
            {
              text: nothing,
              link: mayWrite ? { href: withQuery(challengePath(code, 'raise'), { child }), text: 'Make a formal challenge, or tell of good practice' } : null, // prettier-ignore
            },
          ]
        : []),
    ],
    ...(mayWrite && {
      form: {
        action: informalPath(code, child),
        template: 'challenge/web/informal.njk',
        fields: form.shown(form.first(), [], { before: 'challenge-' }).fields,
      },
    }),
  }
}
