import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Failures } from '../../access/web/failures.ts'
import { type OfToken, holdBack, open as openToAll } from '../../inviting/web/publicPages.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { type Answering, type OpenForm, READERS, type Saved } from '../app/answering.ts'
import type { Question } from '../domain/form.ts'
import { BOARD_PLACES, boardInWords } from '../domain/board.ts'
import {
  checkPage,
  codeForm,
  laterPage,
  questionPage,
  readersForm,
  readersPage,
  startPage,
  thanksPage,
  viewsPath,
} from './answering.view.ts'

/** What the pages behind the link of a form need. */
export interface AnsweringDeps {
  answering: Answering
  /** Counts how often each link, and each code, is tried that opens nothing. */
  failures: Failures
  /** A code that someone can copy from a page. */
  newCode: () => string
  /** Whether browsers come by https. */
  isSecure: boolean
}

type OfQuestion = { Params: { token: string; number: string } }

const COOKIE = 'your_views'
/** How long a browser may go on without the code. Unit: seconds. */
const HELD_SECONDS = 2 * 60 * 60

const sentFirst = z.object({ do: z.enum(['start', 'return']).catch('start') })
const sentAnswer = z.looseObject({
  answer: z.string().catch(''),
  then: z.enum(['next', 'skip', 'later']).catch('next'),
})

/**
 * The pages behind the link of a form. Public: the person who holds the link was asked. What was answered is shown only with the
 * code, which the browser holds for two hours: a forwarded link shows an empty form.
 */
export const answeringRoutes =
  ({ answering, failures, newCode, isSecure }: AnsweringDeps): Routes =>
  (app) => {
    const door = { config: openToAll, onRequest: holdBack(failures) }

    async function formOf(request: FastifyRequest<OfToken>, reply: FastifyReply): Promise<OpenForm> {
      const open = await answering.open(request.params.token)
      if (!open) {
        failures.note(request.params.token)
        throw new PageNotFound()
      }
      // A page with a form: a browser that tells nobody at all where it comes from could not send it.
      reply.header('referrer-policy', 'same-origin')
      return open
    }

    const hold = (reply: FastifyReply, token: string, code: string) =>
      reply.setCookie(COOKIE, code, {
        path: viewsPath(token),
        httpOnly: true,
        sameSite: 'lax',
        secure: isSecure,
        maxAge: HELD_SECONDS,
      })

    /** What was saved in this browser; null where it holds no code, or one that nothing is saved under. */
    async function heldBy(
      request: FastifyRequest<OfToken>,
      open: OpenForm,
    ): Promise<{ code: string; saved: Saved } | null> {
      const code = request.cookies[COOKIE] ?? ''
      if (code === '') return null
      const saved = await answering.saved(request.params.token, open, code)
      if (saved) return { code, saved }
      // A code is guessed with a cookie as with the field: both are counted.
      failures.note(request.params.token)
      return null
    }

    const toStart = (request: FastifyRequest<OfToken>, reply: FastifyReply) =>
      reply.redirect(viewsPath(request.params.token), 303)

    app.get<OfToken>('/your-views/:token', door, async (request, reply) => {
      const open = await formOf(request, reply)
      const page = startPage(open, request.params.token, { csrfToken: reply.generateCsrf(), faults: [] })
      return reply.view('consulting/web/start.njk', page)
    })

    app.post<OfToken>('/your-views/:token', door, async (request, reply) => {
      const { token } = request.params
      const open = await formOf(request, reply)
      if (sentFirst.parse(request.body).do === 'start') {
        const held = await heldBy(request, open)
        const code = held?.code ?? newCode()
        if (!held) await answering.begin(token, open, code)
        return hold(reply, token, code).redirect(viewsPath(token, 'questions', 1), 303)
      }
      const { values } = codeForm.read(request.body)
      const code = (values?.code ?? '').replaceAll(/[\s-]/g, '').toLowerCase()
      if (code !== '' && (await answering.saved(token, open, code))) {
        return hold(reply, token, code).redirect(viewsPath(token, 'check'), 303)
      }
      failures.note(token)
      const faults = [
        { field: 'code' as const, text: 'This code does not go with the link. Check the code, or start again' },
      ]
      const page = startPage(open, token, { csrfToken: reply.generateCsrf(), faults })
      return reply.code(400).view('consulting/web/start.njk', page)
    })

    function questionIn(open: OpenForm, number: string): { question: Question; place: number } {
      const place = /^\d{1,3}$/.test(number) ? Number(number) : 0
      const question = open.form.questions[place - 1]
      if (!question) throw new PageNotFound()
      return { question, place }
    }

    app.get<OfQuestion>('/your-views/:token/questions/:number', door, async (request, reply) => {
      const open = await formOf(request, reply)
      const { question, place } = questionIn(open, request.params.number)
      const held = await heldBy(request, open)
      if (!held) return toStart(request, reply)
      const page = questionPage(open, held.saved, request.params.token, place, question, reply.generateCsrf())
      return reply.view('consulting/web/question.njk', page)
    })

    app.post<OfQuestion>('/your-views/:token/questions/:number', door, async (request, reply) => {
      const { token, number } = request.params
      const open = await formOf(request, reply)
      const { question, place } = questionIn(open, number)
      const held = await heldBy(request, open)
      if (!held) return toStart(request, reply)
      const { then, ...sent } = sentAnswer.parse(request.body)
      if (then !== 'skip')
        await answering.keep(token, open, held.code, { id: question.id, text: answerIn(question, sent) })
      if (then === 'later') return reply.redirect(viewsPath(token, 'later'), 303)
      const next = place < open.form.questions.length ? viewsPath(token, 'questions', place + 1) : viewsPath(token, 'readers') // prettier-ignore
      return reply.redirect(next, 303)
    })

    app.get<OfToken>('/your-views/:token/readers', door, async (request, reply) => {
      const open = await formOf(request, reply)
      const held = await heldBy(request, open)
      if (!held) return toStart(request, reply)
      return reply.view(
        'consulting/web/readers.njk',
        readersPage(open, held.saved, request.params.token, reply.generateCsrf()),
      )
    })

    app.post<OfToken>('/your-views/:token/readers', door, async (request, reply) => {
      const { token } = request.params
      const open = await formOf(request, reply)
      const held = await heldBy(request, open)
      if (!held) return toStart(request, reply)
      const { values } = readersForm.read(request.body)
      await answering.keep(token, open, held.code, { id: READERS, text: values?.readers ?? '' })
      return reply.redirect(viewsPath(token, 'check'), 303)
    })

    app.get<OfToken>('/your-views/:token/check', door, async (request, reply) => {
      const open = await formOf(request, reply)
      const held = await heldBy(request, open)
      if (!held) return toStart(request, reply)
      return reply.view(
        'consulting/web/check.njk',
        checkPage(open, held.saved, request.params.token, reply.generateCsrf()),
      )
    })

    app.post<OfToken>('/your-views/:token/check', door, async (request, reply) => {
      const { token } = request.params
      const open = await formOf(request, reply)
      const held = await heldBy(request, open)
      // Sent before, and the answer to that was lost on the way: sent again, it has arrived.
      const isSentAgain = !held && request.cookies[COOKIE] !== undefined && (await answering.hasArrived(open))
      if (isSentAgain)
        return reply.clearCookie(COOKIE, { path: viewsPath(token) }).redirect(viewsPath(token, 'thanks'), 303)
      if (!held) return toStart(request, reply)
      const isSent = await answering.send(token, open, held.code)
      // Sent twice at one moment: what the other has sent is there no more to be checked, and has arrived.
      const isToCheck = !isSent && (await answering.saved(token, open, held.code)) !== null
      if (isToCheck) return reply.redirect(viewsPath(token, 'check'), 303)
      return reply.clearCookie(COOKIE, { path: viewsPath(token) }).redirect(viewsPath(token, 'thanks'), 303)
    })

    app.get<OfToken>('/your-views/:token/thanks', door, async (request, reply) =>
      reply.view('consulting/web/said.njk', thanksPage(await formOf(request, reply), request.params.token)),
    )

    app.get<OfToken>('/your-views/:token/later', door, async (request, reply) => {
      const open = await formOf(request, reply)
      const held = await heldBy(request, open)
      if (!held) return toStart(request, reply)
      return reply.view('consulting/web/said.njk', laterPage(open, request.params.token, held.code))
    })

    // Left quickly: the browser holds nothing any more, so that going back shows an empty form.
    app.get<OfToken>('/your-views/:token/leave', door, async (request, reply) => {
      const open = await formOf(request, reply)
      reply.header('referrer-policy', 'no-referrer')
      return reply.clearCookie(COOKIE, { path: viewsPath(request.params.token) }).redirect(open.leaveTo, 303)
    })
  }

/** What was answered, as the text that is kept; nothing that was not offered. */
function answerIn(question: Question, sent: Readonly<Record<string, unknown>> & { answer: string }): string {
  switch (question.kind) {
    case 'words':
    case 'wish':
      return sent.answer.replaceAll('\r\n', '\n').trim()
    case 'choice':
      return question.options.some(({ text }) => text === sent.answer) ? sent.answer : ''
    case 'board':
      return boardInWords(
        question,
        question.options.map((_, at) => BOARD_PLACES.find((place) => place === sent[`answer-${at}`]) ?? ''),
      )
  }
}
