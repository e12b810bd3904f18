import { Refusal } from '../../platform/refusal.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { type Upload, uploadIn } from '../../platform/web/uploads.ts'
import { checkFile } from '../providers/checking.ts'
import { MOST_BYTES } from '../read/readReport.ts'
import { proofreadingPermissions } from '../permissions.ts'
import { checkReportSection } from '../sections.ts'
import { type Checked, checkReportPage } from './checkReport.view.ts'

/** A page to drop a report on. The report is read, checked and forgotten: nothing of it is stored or logged. */
export const checkReportRoutes: Routes = (app) => {
  const config = { permission: proofreadingPermissions.check, section: checkReportSection } as const

  app.get('/check-report', { config }, async (request, reply) => {
    const page = checkReportPage(request.authority.code, reply.generateCsrf(), { problem: null, checked: null })
    return reply.view('proofreading/web/checkReport.njk', page)
  })

  app.post(
    '/check-report',
    { config: { ...config, takesFiles: true, changesNothing: true } },
    async (request, reply) => {
      await using upload = await uploadIn(request)
      const result = await checkedIn(upload)
      const page = checkReportPage(request.authority.code, reply.generateCsrf(), result)
      return await reply.code(result.problem === null ? 200 : 400).view('proofreading/web/checkReport.njk', page)
    },
  )
}

async function checkedIn({ files }: Upload): Promise<Checked> {
  const [file, other] = files
  if (!file) return { problem: 'Choose the report’s file', checked: null }
  if (other) return { problem: 'Choose one report at a time', checked: null }
  const pieces: Buffer[] = []
  let size = 0
  const content = Buffer.isBuffer(file.content) ? [file.content] : file.content
  for await (const piece of content) {
    size += piece.length
    if (size > MOST_BYTES) return { problem: `${file.name} is larger than 30 MB`, checked: null }
    pieces.push(piece)
  }
  try {
    const findings = await checkFile(file.name, Buffer.concat(pieces))
    return { problem: null, checked: { name: file.name, findings } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { problem: `${file.name} ${error.message}`, checked: null }
  }
}
