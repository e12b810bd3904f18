import type { FastifyRequest } from 'fastify'
import { showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { establishmentOn } from '../domain/establishment.ts'
import { dutiesPermissions } from '../permissions.ts'
import { dutiesSection } from '../sections.ts'
import { dutiesTabs } from './duties.view.ts'
import { explanationOf, gapSpan, gapsOfYear, gapsPage } from './gaps.page.ts'

/** What the pages of the service's own people need. */
export interface ServiceDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
}

/** So many gaps are listed at most: the latest. */
const MOST_LISTED = 100

/** Who is in post, by role; and children who were without an IRO, each explained by a person. */
export const serviceRoutes =
  ({ worldsFor, today }: ServiceDeps): Routes =>
  (app) => {
    const config = { permission: dutiesPermissions.readEstablishment, section: dutiesSection } as const
    app.get('/duties/establishment', { config }, async (request, reply) => {
      const day = today()
      const { code } = request.authority
      const world = await worldsFor(request).onDay(code, day, null)
      return reply.view('duties/web/establishment.njk', {
        title: 'Who is in post',
        asAt: longDate(day),
        tabs: dutiesTabs(code, 'establishment', request.may.bind(request)),
        table: {
          caption: 'By role',
          columns: ['Role', 'People', 'Full-time equivalent', 'Permanent', 'Agency', 'Employment not recorded', 'Registered as a social worker', 'Years since, median'], // prettier-ignore
          rows: establishmentOn(world, day).map((line) => [
            line.role,
            String(line.people),
            String(line.fte),
            String(line.permanent),
            String(line.agency),
            String(line.otherwise),
            String(line.registered),
            line.yearsQualified === null ? 'Not recorded' : String(line.yearsQualified),
          ]),
        },
      })
    })

    const explain = { permission: dutiesPermissions.explainGaps, section: dutiesSection } as const
    app.get('/duties/gaps', { config: explain }, async (request, reply) => {
      const { code } = request.authority
      const world = await worldsFor(request).onDay(code, today(), null)
      const all = gapsOfYear(world)
      const gaps = all.slice(0, MOST_LISTED)
      showed(request, 'looked at children who were without an IRO', gaps.map(({ child }) => child)) // prettier-ignore
      return reply.view('duties/web/gaps.njk', {
        title: 'Children who were without an IRO',
        tabs: dutiesTabs(code, 'gaps', request.may.bind(request)),
        count: all.length,
        unexplained: all.filter((gap) => explanationOf(world, gap) === null).length,
        rows: gaps.map((gap) => ({
          child: gap.child,
          href: authorityPath(code, 'children', gap.child, gapsPage.path),
          span: gapSpan(gap),
          why: explanationOf(world, gap),
        })),
      })
    })
  }
