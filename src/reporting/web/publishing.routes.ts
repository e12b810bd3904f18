import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { type ReportingYear, reportingYear } from '../../calendar/reportingYear.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import type { Instant } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { Explaining } from '../app/explaining.ts'
import type { Publication, PublishingStore } from '../app/ports.ts'
import { type Publishing, fingerprintOfAll } from '../app/publishing.ts'
import { editions } from '../domain/edition.ts'
import { reportingPermissions } from '../permissions.ts'
import { reportSection } from '../sections.ts'
import { type StepForm, type WordsWritten, publishingPage, refusalFault, stepForm } from './publishing.view.ts'
import { explainedPage, publishedPage } from './published.view.ts'

/** What the pages on which a report is published need. */
export interface PublishingPagesDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  coverage: (authority: string) => Promise<readonly ReturnCoverage[]>
  publishing: Publishing
  store: PublishingStore
  explaining: Explaining
  /** In how many of the places for them the service’s own words stand. */
  wordsWritten: (authority: string, year: number) => Promise<WordsWritten>
  /** What was recorded of an authority after a moment: imports and changes, the latest first. */
  recordedSince: (authority: string, moment: Instant) => Promise<readonly { at: Instant; what: string }[]>
}

const done = doneWords({
  submit: 'The report is sent for review',
  send_back: 'The report is sent back to draft',
  sign_off: 'The report is signed off',
  publish: 'The report is published',
})

type OfYear = { Params: { year: string } }
type OfPublication = { Params: { year: string; number: string } }
type OfFile = { Params: { year: string; number: string; edition: string; format: string } }
type OfFigure = { Params: { year: string; number: string; id: string } }

/** A report on its way to the public, and what was published. */
export const publishingRoutes =
  ({ worldsFor, coverage, publishing, store, explaining, wordsWritten, recordedSince }: PublishingPagesDeps): Routes =>
  (app) => {
    const read = { permission: reportingPermissions.read, section: reportSection } as const
    const explain = { permission: reportingPermissions.explain, section: reportSection } as const

    async function yearOf(request: FastifyRequest<OfYear>): Promise<ReportingYear> {
      const years = await coverage(request.authority.code)
      const found = years.map(({ year }) => reportingYear(year)).find(({ name }) => name === request.params.year)
      if (!found) throw new PageNotFound()
      return found
    }

    const takersOf = (request: FastifyRequest) => (name: string) =>
      (name === 'writes' && request.may(reportingPermissions.write)) ||
      (name === 'signs' && request.may(reportingPermissions.sign))

    async function show(
      request: FastifyRequest<OfYear>,
      reply: FastifyReply,
      form: { typed: TypedIn<StepForm>; faults: readonly FaultIn<StepForm>[] } | null = null,
    ) {
      const { authority } = request
      const year = await yearOf(request)
      const course = await publishing.courseOf(authority.code, year)
      const publications = await store.publications(authority.code, year.startYear)
      const own = await wordsWritten(authority.code, year.startYear)
      const page = publishingPage(authority, year, course, publications, own, takersOf(request), form)
      return reply
        .code(form ? 400 : 200)
        .view('reporting/web/publishing.njk', { ...page, csrfToken: reply.generateCsrf(), done: done.of(request) })
    }

    app.get<OfYear>('/report/:year/publish', { config: read }, (request, reply) => show(request, reply))

    app.post<OfYear>('/report/:year/publish', { config: read }, async (request, reply) => {
      const { authority } = request
      const year = await yearOf(request)
      const { typed, values, faults } = stepForm.read(request.body)
      if (values === null) return show(request, reply, { typed, faults })
      const { step, ...rest } = values
      if (step === null) return show(request, reply, { typed, faults: [{ field: null, text: 'Choose what to do' }] })
      const asked = { authority, year, by: actorOf(request), isTaker: takersOf(request), step, ...rest }
      const problem = await publishing.take(asked)
      if (problem) {
        const fault: FaultIn<StepForm> =
          problem.code === 'refused'
            ? refusalFault(problem.refusal)
            : { field: null, text: 'Somebody else has taken a step meanwhile. Look at where the report stands now' }
        const { stepsInAll } = await publishing.courseOf(authority.code, year)
        return show(request, reply, { typed: { ...typed, after: stepsInAll }, faults: [fault] })
      }
      return reply.redirect(done.path(authorityPath(authority.code, 'report', year.name, 'publish'), step), 303)
    })

    async function publicationOf(request: FastifyRequest<OfPublication>) {
      const year = await yearOf(request)
      const number = Number(request.params.number)
      const found = Number.isInteger(number)
        ? await store.publication(request.authority.code, year.startYear, number)
        : null
      if (!found) throw new PageNotFound()
      return { year, publication: found }
    }

    const thenOf = (request: FastifyRequest, year: ReportingYear, publication: Publication) => ({
      authority: request.authority.code,
      year,
      publication,
    })

    app.get<OfPublication>('/report/:year/published/:number', { config: read }, async (request, reply) => {
      const { year, publication } = await publicationOf(request)
      const figures = await explaining.figuresOf(worldsFor(request), thenOf(request, year, publication))
      const mayExplain = request.may(reportingPermissions.explain)
      return reply.view(
        'reporting/web/published.njk',
        publishedPage(request.authority, year, publication, fingerprintOfAll(publication.content), figures, mayExplain),
      )
    })

    app.get<OfPublication>(
      '/report/:year/published/:number/download/figures',
      { config: read },
      async (request, reply) => {
        const { publication } = await publicationOf(request)
        return reply
          .type('application/json')
          .header(
            'content-disposition',
            `attachment; filename="figures-${request.params.year}-${publication.number}.json"`,
          )
          .send(publication.content.figures)
      },
    )

    app.get<OfFile>(
      '/report/:year/published/:number/download/:edition/:format',
      { config: read },
      async (request, reply) => {
        const { year, publication } = await publicationOf(request)
        const edition = editions.find((one) => one === request.params.edition)
        const file =
          edition &&
          (await store.file(request.authority.code, year.startYear, publication.number, edition, request.params.format))
        if (!file) throw new PageNotFound()
        return reply
          .type(file.type)
          .header('content-disposition', `attachment; filename="${file.name}"`)
          .send(file.content)
      },
    )

    app.get<OfFigure>('/report/:year/published/:number/figures/:id', { config: explain }, async (request, reply) => {
      const { year, publication } = await publicationOf(request)
      const asked = thenOf(request, year, publication)
      const explained = await explaining.figure(worldsFor(request), asked, request.params.id)
      if (!explained) throw new PageNotFound()
      const children = explained.differences.map(({ child }) => child).filter((child) => child !== '')
      showed(request, `looked at why a published figure is another today: ${explained.figure.id}`, children)
      logged(request)
      const since = await recordedSince(request.authority.code, publication.knownAt)
      const lines = since.map(({ at, what }) => ({ at: momentInWords(at), what }))
      return reply.view('reporting/web/explained.njk', explainedPage(request.authority, year, publication, explained, lines)) // prettier-ignore
    })
  }
