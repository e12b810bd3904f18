import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Failures } from '../../access/web/failures.ts'
import { documentFile, documentFormats } from '../../documents/write/file.ts'
import { type OfToken, holdBack, open as openToAll } from '../../inviting/web/publicPages.ts'
import { longDateWithWeekday } from '../../kernel/dates.ts'
import { serviceSetting } from '../../messages/settings.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { choiceField, chosenField } from '../../platform/web/forms/choices.ts'
import { type FaultIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField, numberField } from '../../platform/web/forms/texts.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { AnswerByLink, Birthday, ClosedLink } from '../app/answerByLink.ts'
import { DECISIONS_ANSWER, REVIEW_COPY } from '../app/links.ts'
import type { ReviewWritten, WrittenKind } from '../domain/written/reviewWritten.ts'
import { writtenFor } from '../domain/written/written.ts'
import type { Distribution } from '../registers/distributions.ts'
import type { WrittenOf } from '../services.ts'
import { decisionShown } from './after.view.ts'

/** What the pages behind links after a review need. */
export interface AnswerLinkDeps {
  byLink: AnswerByLink
  /** What is written after a review, as it was issued. */
  issuedOf: WrittenOf
  settings: SettingsReader
  /** Counts how often each link is tried with another birthday, or leads nowhere. */
  failures: Failures
}

const birthdayFields = {
  day: numberField('Enter the day as a number, like 27', { isWhole: true }),
  month: numberField('Enter the month as a number, like 3', { isWhole: true }),
}

const openForm = formOf({
  ...birthdayFields,
  format: chosenField(
    [
      { value: 'html', text: 'Web page' },
      { value: 'docx', text: 'Word' },
      { value: 'pdf', text: 'PDF' },
      { value: 'txt', text: 'Plain text' },
    ],
    'html',
  ),
})

const answerForm = formOf({
  ...birthdayFields,
  agrees: choiceField([
    { value: 'yes', text: 'I agree to the decisions' },
    { value: 'no', text: 'I do not agree' },
  ]),
  reason: linesField({ most: 2000 }),
})

type AnswerFault = FaultIn<typeof answerForm>

const WRONG_BIRTHDAY = 'This is not the child’s birthday, as we have it. Look again'

const kindOf: Readonly<Record<Distribution['document'], WrittenKind>> = {
  DECISIONS: 'decisions',
  RECORD: 'record',
  CHILD_LETTER: 'letter',
  EASY_READ: 'easy-read',
}

/**
 * The pages behind the links after a review: the team manager’s answer, and copies. Public: the person who holds the link was sent
 * it. The link alone, passed on or old, shows nothing of the child: it asks for the day and month of the birthday.
 */
export const answerLinkRoutes =
  ({ byLink, issuedOf, settings, failures }: AnswerLinkDeps): Routes =>
  (app) => {
    const door = { config: openToAll, onRequest: holdBack(failures) }

    async function closedOf(
      { params: { token } }: FastifyRequest<OfToken>,
      reply: FastifyReply,
      purpose: typeof DECISIONS_ANSWER | typeof REVIEW_COPY,
    ): Promise<ClosedLink> {
      const closed = await byLink.find(purpose, token)
      if (!closed) {
        failures.note(token)
        throw new PageNotFound()
      }
      // A page with a form: a browser that tells nobody at all where it comes from could not send it.
      reply.header('referrer-policy', 'same-origin')
      return closed
    }

    const serviceOf = async ({ authority }: ClosedLink) => serviceSetting.of(await settings(authority.code, null)).name

    async function showClosed(
      request: FastifyRequest<OfToken>,
      reply: FastifyReply,
      closed: ClosedLink,
      path: string,
      { isCopy, sent }: { isCopy: boolean; sent: unknown },
    ) {
      const { typed, faults } = openForm.read(sent)
      const isAgain = sent !== null
      const wrong = isAgain && faults.length === 0 ? [{ field: 'day' as const, text: WRONG_BIRTHDAY }] : faults
      return reply.code(isAgain ? 400 : 200).view('recording/web/closedLink.njk', {
        title: isCopy ? 'Something from a review for you to read' : 'Decisions of a review',
        serviceName: await serviceOf(closed),
        isCopy,
        until: closed.endsOn ? longDateWithWeekday(closed.endsOn) : '',
        action: `/${path}/${encodeURIComponent(request.params.token)}`,
        csrfToken: reply.generateCsrf(),
        ...openForm.shown(typed, isAgain ? wrong : []),
      })
    }

    const birthdayIn = ({ day, month }: { day: number | null; month: number | null }): Birthday | null =>
      day === null || month === null ? null : { day, month }

    async function missed(request: FastifyRequest<OfToken>) {
      failures.note(request.params.token)
      await byLink.miss(request.params.token)
    }

    // The manager’s answer.

    app.get<OfToken>('/decisions/:token', door, async (request, reply) => {
      const closed = await closedOf(request, reply, DECISIONS_ANSWER)
      return showClosed(request, reply, closed, 'decisions', { isCopy: false, sent: null })
    })

    async function showDecisions(
      request: FastifyRequest<OfToken>,
      reply: FastifyReply,
      closed: ClosedLink,
      birthday: Birthday,
      sent: ReturnType<typeof answerForm.read> | null,
      faults: readonly AnswerFault[],
    ) {
      const opened = await byLink.open(closed, birthday)
      if (!opened) {
        await missed(request)
        return showClosed(request, reply, closed, 'decisions', { isCopy: false, sent: request.body })
      }
      const { review, decisions } = opened
      return reply.code(faults.length > 0 ? 400 : 200).view('recording/web/decisionsLink.njk', {
        title: 'Decisions of a review',
        serviceName: await serviceOf(closed),
        action: `/decisions/${encodeURIComponent(request.params.token)}/answer`,
        csrfToken: reply.generateCsrf(),
        heldOn: review.heldOn ? longDateWithWeekday(review.heldOn) : '',
        until: closed.endsOn ? longDateWithWeekday(closed.endsOn) : '',
        decisions: decisions.map(decisionShown),
        ...answerForm.shown(sent?.typed ?? answerForm.first(birthday), faults),
      })
    }

    app.post<OfToken>('/decisions/:token', door, async (request, reply) => {
      const closed = await closedOf(request, reply, DECISIONS_ANSWER)
      const { values } = openForm.read(request.body)
      const birthday = values && birthdayIn(values)
      if (!birthday) return showClosed(request, reply, closed, 'decisions', { isCopy: false, sent: request.body })
      return showDecisions(request, reply, closed, birthday, null, [])
    })

    app.post<OfToken>('/decisions/:token/answer', door, async (request, reply) => {
      const closed = await closedOf(request, reply, DECISIONS_ANSWER)
      const sent = answerForm.read(request.body)
      const birthday = birthdayIn({ day: Number(sent.typed.day) || null, month: Number(sent.typed.month) || null })
      if (!birthday) return showClosed(request, reply, closed, 'decisions', { isCopy: false, sent: request.body })
      if (sent.values === null) return showDecisions(request, reply, closed, birthday, sent, sent.faults)
      const { agrees, reason } = sent.values
      if (agrees === null) return showDecisions(request, reply, closed, birthday, sent, [{ field: 'agrees', text: 'Say whether you agree to the decisions' }]) // prettier-ignore
      if (agrees === 'no' && reason === null) return showDecisions(request, reply, closed, birthday, sent, [{ field: 'reason', text: 'Say why you do not agree' }]) // prettier-ignore
      if (!(await byLink.answer(closed, birthday, { agrees: agrees === 'yes', reason }))) {
        await missed(request)
        return showClosed(request, reply, closed, 'decisions', { isCopy: false, sent: request.body })
      }
      return reply.view('recording/web/answeredLink.njk', {
        title: 'Your answer is saved',
        serviceName: await serviceOf(closed),
        paragraph: agrees === 'yes' ? 'The decisions can be carried out. This link opens nothing any more.' : 'The IRO reads your reason and will be in touch. This link opens nothing any more.', // prettier-ignore
      })
    })

    // Copies.

    app.get<OfToken>('/copies/:token', door, async (request, reply) => {
      const closed = await closedOf(request, reply, REVIEW_COPY)
      return showClosed(request, reply, closed, 'copies', { isCopy: true, sent: null })
    })

    app.post<OfToken>('/copies/:token', door, async (request, reply) => {
      const closed = await closedOf(request, reply, REVIEW_COPY)
      const { values } = openForm.read(request.body)
      const birthday = values && birthdayIn(values)
      const copy = birthday && (await byLink.copy(closed, birthday))
      if (!values || !copy) {
        if (birthday) await missed(request)
        return showClosed(request, reply, closed, 'copies', { isCopy: true, sent: request.body })
      }
      // Where the letter was taken back or never approved here, the link leads to nothing.
      const issued = await issuedOf(closed.authority, closed.reviewRef)
      if (!isIssued(issued, copy.document)) throw new PageNotFound()
      const format = documentFormats.find((one) => one === values.format) ?? 'html'
      const { type, content } = await documentFile(writtenFor(issued, kindOf[copy.document], copy.reader), format)
      return reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="${kindOf[copy.document]}.${format}"`)
        .send(content)
    })
  }

/** Whether the words that a copy is made of were issued. */
const isIssued = ({ letters }: ReviewWritten, document: Distribution['document']): boolean =>
  document === 'CHILD_LETTER' ? letters.letter !== null : document === 'EASY_READ' ? letters.easyRead !== null : true
