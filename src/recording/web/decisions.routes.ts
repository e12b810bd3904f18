import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { showed } from '../../access/web/logging.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { World } from '../../children/domain/world.ts'
import { type LinkGiven, askForm, askShown } from '../../inviting/web/askByLink.ts'
import { longDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { sendCsv } from '../../platform/web/csvReply.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { AskForReport, ReportAskingProblem } from '../app/decisionReports.ts'
import { decisionsOfReview } from '../domain/decisions.ts'
import { recordingPermissions } from '../permissions.ts'
import { decisionName, recommendations, reportedOutcomes } from '../registers/recommendations.ts'
import { recordsOf } from '../../world/world.ts'
import { type AfterDeps, shownReview } from './after.routes.ts'
import { afterPath } from './after.view.ts'
import { type Teams, decisionFilters, decisionsPage, decisionsTable, listedDecisions } from './decisions.view.ts'

/** What the pages of decisions until they are done need. */
export interface DecisionsDeps extends Pick<AfterDeps, 'worldsFor' | 'today'> {
  teamsFor: (request: FastifyRequest) => Promise<Teams>
  askForReport: AskForReport
  originOf: (request: FastifyRequest) => string
}

type OfDecision = { Params: { ref: string; number: string } }

function problemText(problem: ReportAskingProblem): string {
  switch (problem.code) {
    case 'decision_over':
      return 'The decision is done, judged, or gone on with at a later review: there is nothing to report'
    case 'no_birthday':
      return 'The child’s birthday is not known here: a link asks for it, so none can be made'
    case 'not_kept':
      return problem.why
  }
}

/** The list of decisions that are not at their end, and asking the owner of one what became of it. */
export const decisionsRoutes =
  (deps: DecisionsDeps): Routes =>
  (app) => {
    const { worldsFor, today, teamsFor, askForReport, originOf } = deps
    const read = { permission: recordingPermissions.read, section: reviewsSection } as const
    const write = { permission: recordingPermissions.write, section: reviewsSection } as const

    const seen = async (request: FastifyRequest): Promise<[World, Teams]> =>
      Promise.all([worldsFor(request).onDay(request.authority.code, today(), null), teamsFor(request)])

    app.get('/reviews/decisions', { config: read }, async (request, reply) => {
      const [world, teams] = await seen(request)
      const filters = decisionFilters.parse(request.query)
      const page = decisionsPage(world, filters, teams, request.authority.code, request.may(recordingPermissions.write))
      showed(request, 'looked at the decisions that are open', page.children)
      return reply.view('recording/web/decisions.njk', page)
    })

    app.get('/reviews/decisions.csv', { config: read }, async (request, reply) => {
      const [world, teams] = await seen(request)
      const found = listedDecisions(world, decisionFilters.parse(request.query), teams)
      showed(request, 'took away the decisions that are open as a file', found.map(({ child }) => child)) // prettier-ignore
      return sendCsv(reply, `decisions-${today().toString()}`, decisionsTable(found, teams))
    })

    async function showAsk(
      request: FastifyRequest<OfDecision>,
      reply: FastifyReply,
      given: LinkGiven | null,
      sent: unknown,
      errors: readonly string[],
    ) {
      const { world, review, code } = await shownReview(deps, request)
      const own = decisionsOfReview(recordsOf(world, recommendations), review.reviewRef)
      const decision = own.find(({ number }) => String(number) === request.params.number)
      if (!decision) throw new PageNotFound()
      showed(request, 'looked at a decision of a review', [review.child])
      const { reported, reportedOn, reportedBy, evidence } = decision
      const ask = askShown(afterPath(code, review.reviewRef, 'decisions', request.params.number, 'ask'), given, sent)
      const all = [...ask.errors, ...errors.map((text) => ({ text, href: '#ask-name' }))]
      return reply.code(all.length > 0 ? 400 : 200).view('recording/web/ask.njk', {
        title: 'Ask what became of a decision',
        caption: `Decision ${decisionName(decision)}`,
        back: { href: authorityPath(code, 'reviews', 'decisions'), text: 'Decisions' },
        csrfToken: reply.generateCsrf(),
        ask,
        errors: all,
        facts: [
          { key: 'What was decided', value: decision.text },
          { key: 'Who is to do it', value: decision.responsible },
          { key: 'By when', value: decision.dueOn ? longDate(decision.dueOn) : 'No date was set' },
          ...(reported && reportedOn
            ? [
                { key: 'Reported', value: `${reportedOutcomes[reported]}, on ${longDate(reportedOn)}${reportedBy ? `, by ${reportedBy}` : ''}` }, // prettier-ignore
                { key: 'Evidence', value: evidence ?? 'None given' },
              ]
            : []),
        ],
      })
    }

    app.get<OfDecision>('/reviews/:ref/after/decisions/:number/ask', { config: write }, (request, reply) =>
      showAsk(request, reply, null, null, []),
    )

    // Answered with the page itself: the address is nowhere kept from which a next page could show it.
    app.post<OfDecision>('/reviews/:ref/after/decisions/:number/ask', { config: write }, async (request, reply) => {
      const { values } = askForm.read(request.body)
      if (values === null) return showAsk(request, reply, null, request.body, [])
      const { review } = await shownReview(deps, request)
      const outcome = await askForReport({
        authority: request.authority,
        by: actorOf(request),
        origin: originOf(request),
        child: review.child,
        reviewRef: review.reviewRef,
        number: Number(request.params.number),
        ...values,
      })
      if (outcome === null) throw new PageNotFound()
      return 'problems' in outcome
        ? showAsk(request, reply, null, request.body, outcome.problems.map(problemText))
        : showAsk(request, reply, outcome, null, [])
    })
  }
