import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { showed } from '../../access/web/logging.ts'
import { wordsSetting } from '../../children/settings.ts'
import { documentView } from '../../documents/write/html/html.ts'
import { documentFile, documentFormats } from '../../documents/write/file.ts'
import { isAfter, longDate } from '../../kernel/dates.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { themeDocument } from '../domain/themeDocument.ts'
import { themeReportOf } from '../domain/themes.ts'
import { type Quarter, quarterBefore, quarterNamed, quarterOf } from '../domain/quarters.ts'
import { challengePermissions } from '../permissions.ts'
import { challengeSection } from '../sections.ts'
import type { ChallengeDeps } from './routes.ts'
import { challengePath } from './words.ts'

/** How many quarters back the report is offered. */
const QUARTERS_OFFERED = 9

const fileName = /^themes-(\d{4}-\d{2}-q[1-4])\.(\w+)$/

/** The quarterly report on themes: a page with its sections, and the same as a file in each format. */
export const themesRoutes =
  ({ worldsFor, today }: Pick<ChallengeDeps, 'worldsFor' | 'today'>): Routes =>
  (app) => {
    const config = { permission: challengePermissions.read, section: challengeSection } as const
    const query = z.object({ quarter: textFilter })

    /** The quarter of this name that has begun; null for none. */
    const begun = (name: string): Quarter | null => {
      const quarter = quarterNamed(name)
      return quarter && !isAfter(quarter.firstDay, today()) ? quarter : null
    }

    /** The report as the user may see it. A rate is of all who were in care at the quarter’s end, those who have left since among them. */
    const documentOf = async (request: FastifyRequest, quarter: Quarter) => {
      const { name, code } = request.authority
      const world = await worldsFor(request).onDaySince(code, quarter.firstDay, today(), null)
      return themeDocument(themeReportOf(world, quarter), { issuer: name, ...wordsSetting.of(world.settings) })
    }

    app.get('/challenge/themes', { config }, async (request, reply) => {
      const { authority } = request
      const asked = query.parse(request.query).quarter
      const quarter = begun(asked) ?? quarterBefore(quarterOf(today()))
      const document = await documentOf(request, quarter)
      showed(request, 'looked at the report on themes of challenges', [])
      return reply.view('challenge/web/themes.njk', {
        title: 'Themes of challenges',
        back: { href: challengePath(authority.code), text: 'Challenge' },
        action: challengePath(authority.code, 'themes'),
        quarters: offered(quarterOf(today())).map((one) => ({ value: one.name, text: wordsOf(one), selected: one.name === quarter.name })), // prettier-ignore
        subtitle: document.subtitle,
        document: documentView(document),
        files: documentFormats.map((format) => ({
          text: formatWords[format],
          href: challengePath(authority.code, 'themes', 'download', `themes-${quarter.name}.${format}`),
        })),
      })
    })

    app.get<{ Params: { file: string } }>('/challenge/themes/download/:file', { config }, async (request, reply) => {
      const [, name = '', extension = ''] = fileName.exec(request.params.file) ?? []
      const quarter = begun(name)
      const format = documentFormats.find((one) => one === extension)
      if (!quarter || !format) throw new PageNotFound()
      showed(request, 'downloaded the report on themes of challenges', [])
      const document = await documentOf(request, quarter)
      const { type, content } = await documentFile(document, format)
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="themes-${quarter.name}.${format}"`)
        .send(content)
    })
  }

const formatWords = { html: 'HTML', docx: 'Word', pdf: 'PDF', txt: 'Plain text' } as const

const wordsOf = ({ firstDay, lastDay }: Quarter): string => `${longDate(firstDay)} to ${longDate(lastDay)}`

function offered(latest: Quarter): Quarter[] {
  const quarters = [latest]
  for (let one = quarterBefore(latest); quarters.length < QUARTERS_OFFERED; one = quarterBefore(one)) quarters.push(one)
  return quarters
}
