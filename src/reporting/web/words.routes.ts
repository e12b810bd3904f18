import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import type { ReportingYear } from '../../calendar/reportingYear.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { WrittenReport } from '../app/annualReport.ts'
import type { WordsStore } from '../app/ports.ts'
import type { Publishing } from '../app/publishing.ts'
import { reportingPermissions } from '../permissions.ts'
import { reportSection } from '../sections.ts'
import { type WordsForm, insertedFaults, wordsForm, wordsPage } from './words.view.ts'

/** What the pages on which words are written need. */
export interface WordsPagesDeps {
  /** The board's edition of the year of the address. Throws `PageNotFound` where there is none. */
  writtenFor: (
    request: FastifyRequest<{ Params: { year: string } }>,
  ) => Promise<WrittenReport & { year: ReportingYear }>
  words: WordsStore
  publishing: Publishing
  /** The names of people, by their ids. */
  namesIn: (authority: string) => Promise<(personId: string) => string>
}

const SIGNED: FaultIn<WordsForm> = {
  field: 'words',
  text: 'The report is signed off. Send it back to draft before you change its words',
}

/** The service's own words in each section of the report. */
export const wordsRoutes =
  ({ writtenFor, words, publishing, namesIn }: WordsPagesDeps): Routes =>
  (app) => {
    const write = { permission: reportingPermissions.write, section: reportSection } as const
    type OfSection = { Params: { year: string; section: string } }

    async function showWords(
      request: FastifyRequest<OfSection>,
      reply: FastifyReply,
      form: { typed: TypedIn<WordsForm>; faults: readonly FaultIn<WordsForm>[] } | null,
    ) {
      const { code } = request.authority
      const written = await writtenFor(request)
      const history = (await words.history(code, written.year.startYear)).get(request.params.section) ?? []
      const nameOf = await namesIn(code)
      const named = history.map(({ by, ...rest }) => ({ ...rest, name: by === null ? 'someone' : nameOf(by) }))
      const page = wordsPage(written, request.params.section, form, named, reply.generateCsrf())
      if (!page) throw new PageNotFound()
      return reply.code(form ? 400 : 200).view('reporting/web/words.njk', page)
    }

    app.get<OfSection>('/report/:year/words/:section', { config: write }, async (request, reply) =>
      showWords(request, reply, null),
    )

    app.post<OfSection>('/report/:year/words/:section', { config: write }, async (request, reply) => {
      const { code } = request.authority
      const { section } = request.params
      const { typed, values, faults } = wordsForm.read(request.body)
      if (values === null) return showWords(request, reply, { typed, faults })
      const written = await writtenFor(request)
      if (!wordsPage(written, section, null, [], '')) throw new PageNotFound()
      const { state } = await publishing.courseOf(code, written.year)
      const found = state === 'signed_off' ? [SIGNED] : insertedFaults(typed.words, written.shownYear)
      if (found.length > 0) return showWords(request, reply, { typed, faults: found })
      await words.write(code, written.year.startYear, section, typed.words, actorOf(request).personId)
      return reply.redirect(withQuery(authorityPath(code, 'report', written.year.name), { saved: section }), 303)
    })
  }
