import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { reviewsSection } from '../../booking/sections.ts'
import { documentFile, documentFormats } from '../../documents/write/file.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { currentContacts } from '../../participation/domain/contacts.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import type { ChangeReview, OfReview, RecordingProblem, Sent } from '../app/changeReview.ts'
import type { KnownManager } from '../app/telling.ts'
import { decisionsOfReview, isVague } from '../domain/decisions.ts'
import { readerOf } from '../domain/readers.ts'
import type { Reader, Section } from '../domain/record.ts'
import { writtenKinds } from '../domain/written/reviewWritten.ts'
import { meantFor, writtenFor } from '../domain/written/written.ts'
import type { WrittenOf } from '../services.ts'
import { recordingPermissions } from '../permissions.ts'
import type { Distribution } from '../registers/distributions.ts'
import { recommendations } from '../registers/recommendations.ts'
import { type FurtherLetters, afterPage, afterPath, done, sendable } from './after.view.ts'
import { decisionFirst } from './after.decisions.ts'
import { problemFaults } from './after.problems.ts'
import { OTHER_MANAGER, answerForm, decisionForm, issueForm, outcomeForm, sendForm } from './forms.ts'

/** What the pages after a review need. */
export interface AfterDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  changing: ChangeReview
  writtenOf: WrittenOf
  /** The same of what was issued alone. */
  issuedOf: WrittenOf
  /** Those who manage the team that a child is with. */
  managersOf: (code: string, world: World, child: string) => Promise<readonly KnownManager[]>
  furtherLettersOf: (code: string, reviewRef: string) => Promise<FurtherLetters>
  /** The words of the record that are withheld from someone, by heading, as they were completed. */
  withheldOf: (
    authority: { code: string; name: string },
    reviewRef: string,
    reader: Reader,
  ) => Promise<readonly Section[]>
  /** Where browsers find the server. */
  originOf: (request: FastifyRequest) => string
}

type Ref = { Params: { ref: string } }
export type AskReview = FastifyRequest<Ref>

/** A review that was held, of a child whom the user may see. Throws `PageNotFound`. */
export async function shownReview(
  { worldsFor, today }: Pick<AfterDeps, 'worldsFor' | 'today'>,
  request: AskReview,
): Promise<{ world: World; review: RegisterReviewFact; heldOn: PlainDate; code: string }> {
  const { code } = request.authority
  const world = await worldsFor(request).onDay(code, today(), null)
  const review = recordsOf(world, reviews).find(({ reviewRef }) => reviewRef === request.params.ref)
  if (review?.status !== 'HELD' || review.heldOn === null) throw new PageNotFound()
  return { world, review, heldOn: review.heldOn, code }
}

/** What follows a review: its decisions, the manager’s answer, what was sent to whom, and the files. */
export const afterRoutes =
  (deps: AfterDeps): Routes =>
  (app) => {
    const section = reviewsSection
    const read = { permission: recordingPermissions.read, section } as const
    const write = { permission: recordingPermissions.write, section } as const
    const answer = { permission: recordingPermissions.answer, section } as const

    async function show(
      request: AskReview,
      reply: FastifyReply,
      problems: readonly { text: string }[] = [],
      at = '#decisions',
    ) {
      const { world, review, code } = await shownReview(deps, request)
      showed(request, 'looked at what follows a review', [review.child])
      const may = {
        write: request.may(recordingPermissions.write),
        answer: request.may(recordingPermissions.answer),
        challenge: isServed(request, '/challenge/raise'),
      }
      const errors = problems.map(({ text }) => ({ text, href: at }))
      const managers = may.write && !review.decisionsOn ? await deps.managersOf(code, world, review.child) : []
      const further = await deps.furtherLettersOf(code, review.reviewRef)
      const where = { code, csrfToken: reply.generateCsrf(), said: done.of(request), errors, managers, further }
      return reply.code(errors.length > 0 ? 400 : 200).view('recording/web/after.njk', afterPage(world, review, may, where)) // prettier-ignore
    }

    async function change(
      request: AskReview,
      reply: FastifyReply,
      said: Parameters<typeof done.path>[1],
      ask: (of: OfReview & AskingFrom) => Promise<readonly RecordingProblem[] | null>,
    ) {
      const { review, code } = await shownReview(deps, request)
      const of = { authority: request.authority, by: actorOf(request), origin: deps.originOf(request), child: review.child, reviewRef: review.reviewRef } // prettier-ignore
      const problems = await ask(of)
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, problemFaults(problems))
      logged(request)
      return reply.redirect(done.path(afterPath(code, review.reviewRef), said), 303)
    }

    app.get<Ref>('/reviews/:ref/after', { config: read }, (request, reply) => show(request, reply))

    app.post<Ref>('/reviews/:ref/after/issue', { config: write }, async (request, reply) => {
      const { world, review, code } = await shownReview(deps, request)
      const managers = await deps.managersOf(code, world, review.child)
      const { values, faults } = issueForm(managers).read(request.body)
      if (values === null) return show(request, reply, faults, '#manager')
      const { manager: chosen, managerName, managerEmail } = values
      const known = managers.find(({ id }) => id === chosen) ?? null
      if (chosen === OTHER_MANAGER && (managerName === null || managerEmail === null))
        return show(request, reply, [{ text: 'Enter the name and the email address of who answers for the team' }], '#managerName') // prettier-ignore
      const other = chosen === OTHER_MANAGER && managerName && managerEmail ? { name: managerName, email: managerEmail } : null // prettier-ignore
      const page = `${deps.originOf(request)}${afterPath(code, review.reviewRef)}`
      return change(request, reply, 'issued', (of) =>
        deps.changing.issueDecisions({ ...of, manager: known ?? other, page }),
      )
    })

    app.post<Ref>('/reviews/:ref/after/answer', { config: answer }, (request, reply) => {
      const { values } = answerForm.read(request.body)
      const agrees = values?.agrees
      if (!agrees) return show(request, reply, [{ text: 'Say whether you agree to the decisions' }])
      return change(request, reply, 'answered', (of) =>
        deps.changing.answerDecisions({ ...of, agrees: agrees === 'yes', reason: values.reason }),
      )
    })

    app.post<{ Params: { ref: string; of: string; number: string } }>(
      '/reviews/:ref/after/earlier/:of/:number',
      { config: write },
      (request, reply) => {
        const { values } = outcomeForm.read(request.body)
        const { of: earlier, number } = request.params
        return change(request, reply, 'judged', (of) =>
          deps.changing.judgeDecision({
            ...of,
            of: earlier,
            number: Number(number),
            outcome: values?.outcome ?? null,
            isCarried: values?.carry ?? false,
          }),
        )
      },
    )

    app.post<Ref>('/reviews/:ref/after/sent', { config: write }, async (request, reply) => {
      const { world, review } = await shownReview(deps, request)
      const around = currentContacts(world, review.child, deps.today())
      const { values, faults } = sendForm(sendable(around)).read(request.body)
      if (values === null) return show(request, reply, faults, '#sent')
      const { document, people, recipient, medium, leftOut, whyLeftOut } = values
      if (!document || (people.length === 0 && !recipient))
        return show(request, reply, [{ text: 'Choose what is sent, and to whom' }], '#sent')
      const isByLink = medium === 'EMAIL' || medium === 'TEXT_LINK'
      if (isByLink && !(await isApproved(request, review, document)))
        return show(request, reply, [{ text: 'Approve the letter before a link to it is sent' }], '#sent')
      const left = (leftOut ?? '').split(';').map((one) => one.trim()).filter(Boolean) // prettier-ignore
      if (left.length > 0 && !whyLeftOut) return show(request, reply, [{ text: 'Say why headings were left out' }], '#sent') // prettier-ignore
      const byReader = async (role: (typeof around)[number]['role']) =>
        document === 'RECORD' ? deps.withheldOf(request.authority, review.reviewRef, readerOf(role)) : []
      const chosen = around.filter(({ contactRef }) => people.includes(contactRef))
      const sent: Sent[] = await Promise.all(
        chosen.map(async ({ contactRef, role }) => {
          const withheld = await byReader(role)
          const why = [...withheld.map(({ whyWithheld }) => whyWithheld), whyLeftOut ?? ''].filter(Boolean)
          return {
            document,
            recipient: contactRef,
            medium,
            leftOut: [...new Set([...withheld.map(({ key }) => key), ...left])],
            whyLeftOut: why.length === 0 ? null : [...new Set(why)].join('. '),
          }
        }),
      )
      if (recipient) sent.push({ document, recipient, medium, leftOut: left, whyLeftOut })
      return change(request, reply, 'sent', (of) => deps.changing.distribute({ ...of, sent }))
    })

    /** Whether the words of a letter are approved here: a link leads to nothing else. */
    async function isApproved(
      request: AskReview,
      { reviewRef }: RegisterReviewFact,
      document: Distribution['document'],
    ) {
      if (document !== 'CHILD_LETTER' && document !== 'EASY_READ') return true
      const { letters } = await deps.issuedOf(request.authority, reviewRef)
      return (document === 'CHILD_LETTER' ? letters.letter : letters.easyRead) !== null
    }

    type OfDecision = { Params: { ref: string; number: string } }
    async function showDecision(
      request: FastifyRequest<OfDecision>,
      reply: FastifyReply,
      sent: ReturnType<typeof decisionForm.read> | null,
      problems: Parameters<typeof decisionForm.shown>[1] = [],
    ) {
      const { world, review, code } = await shownReview(deps, request)
      showed(request, 'looked at a decision of a review', [review.child])
      const { number } = request.params
      const own = decisionsOfReview(recordsOf(world, recommendations), review.reviewRef)
      const decision = own.find((one) => String(one.number) === number) ?? null
      if (!decision && number !== 'new') throw new PageNotFound()
      return reply.code(problems.length > 0 ? 400 : 200).view('recording/web/decision.njk', {
        title: decision ? `Decision ${decision.number}` : 'A new decision',
        caption: `Review ${review.reviewRef}`,
        back: { href: afterPath(code, review.reviewRef), text: 'After the review' },
        action: afterPath(code, review.reviewRef, 'decisions', number),
        csrfToken: reply.generateCsrf(),
        isVague: decision !== null && isVague(decision),
        ...decisionForm.shown(sent?.typed ?? decisionFirst(decision), problems),
      })
    }
    app.get<OfDecision>('/reviews/:ref/after/decisions/:number', { config: write }, (request, reply) =>
      showDecision(request, reply, null),
    )
    app.post<OfDecision>('/reviews/:ref/after/decisions/:number', { config: write }, async (request, reply) => {
      const sent = decisionForm.read(request.body)
      if (sent.values === null) return showDecision(request, reply, sent, sent.faults)
      const { text, responsible, forChild, whyNotForChild, urgent, ...rest } = sent.values
      const isForTheChild = forChild !== 'no'
      if (text === null)
        return showDecision(request, reply, sent, [{ field: 'text', text: 'Enter what is to be done' }])
      if (responsible === null)
        return showDecision(request, reply, sent, [{ field: 'responsible', text: 'Enter who is to do it' }])
      if (!isForTheChild && whyNotForChild === null)
        return showDecision(request, reply, sent, [{ field: 'whyNotForChild', text: 'Say why the child is not told' }])
      const number = request.params.number === 'new' ? null : Number(request.params.number)
      const entry = { ...rest, text, responsible, whyNotForChild, urgent: urgent === 'yes', forChild: isForTheChild }
      return change(request, reply, 'decision', (of) => deps.changing.writeDecision({ ...of, number, entry }))
    })

    app.get<{ Params: { ref: string; file: string } }>(
      '/reviews/:ref/after/download/:file',
      { config: read },
      async (request, reply) => {
        const { review } = await shownReview(deps, request)
        const [kindName, formatName] = request.params.file.split('.')
        const isLarge = kindName?.endsWith(LARGE) === true
        const kind = writtenKinds.find((one) => one === kindName?.replace(LARGE, ''))
        const format = documentFormats.find((one) => one === formatName)
        if (!kind || !format) throw new PageNotFound()
        showed(request, `took away the ${kind} of a review as a file`, [review.child])
        const written = await deps.writtenOf(request.authority, review.reviewRef)
        const { type, content } = await documentFile(
          writtenFor(written, kind, meantFor[kind], isLarge ? 'large_print' : undefined),
          format,
        )
        return reply
          .header('content-type', type)
          .header('content-disposition', `attachment; filename="${kind}${isLarge ? LARGE : ''}.${format}"`)
          .send(content)
      },
    )
  }

/** The end of the name of a file in large print. */
const LARGE = '-large-print'

/** Whether a page is there and the user may open it: a room above may have it, or none. */
const isServed = (request: FastifyRequest, page: string): boolean =>
  request.server.servedRoutes.some(
    ({ pattern, demanded }) => pattern.endsWith(page) && demanded !== 'public' && request.may(demanded),
  )
