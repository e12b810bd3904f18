import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import type { ReadAnswers } from '../../consulting/app/answers.ts'
import { copyOf, wholeOf } from '../../documents/copy.ts'
import type { Recipient } from '../../documents/issue.ts'
import { type DocumentKind, type WrittenFields, fieldsOf } from '../../documents/kind.ts'
import { documentFile, documentFormats } from '../../documents/write/file.ts'
import { type PlainDate, instant, isSameDay, longDate } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import { councilName } from '../../messages/settings.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay } from '../../platform/web/filters.ts'
import { householdSubject, isOwnChild } from '../app/householdSubject.ts'
import type { OfReviewDocument, ReviewDocuments } from '../app/reviewDocuments.ts'
import { fosterDecisionLetter, fosterReviewRecord, reviewDocumentRef } from '../domain/documents.ts'
import { withHousehold } from '../domain/asSubject.ts'
import { type HeldFosterReview, householdOf } from '../domain/households.ts'
import { membersOf } from '../domain/next.ts'
import { letterBeginning, recordBeginning } from '../domain/reviewBeginnings.ts'
import { fosteringPermissions } from '../permissions.ts'
import { fosteringSection } from '../sections.ts'
import { fosteringPath } from './paths.ts'

/** What the pages of documents of fostering reviews need. */
export interface DocumentsDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  documents: ReviewDocuments
  readAnswers: ReadAnswers
}

type OfReview = { Params: { household: string; day: string } }

/** The two documents of a review, by the part of their address. */
const kinds = { record: fosterReviewRecord, letter: fosterDecisionLetter } as const
type Which = keyof typeof kinds

/** What the page of a household says after a document was saved or issued. */
export const documentsDone = doneWords({
  draft: 'The draft is saved.',
  record: 'The record of the review is complete.',
  letter: 'The decision letter is issued, and its day is recorded.',
})

const CHANGED =
  'You saved this in another window meanwhile. What you wrote is below, and what was saved beside it: keep what you need and save again.'

const sentOf = z.record(z.string(), z.unknown()).catch({})
const fileQuery = z.object({ format: z.enum(documentFormats).catch('docx') })

/** The record of a fostering review and the decision letter: drafts, issues and files. */
export const documentRoutes =
  ({ worldsFor, today, documents, readAnswers }: DocumentsDeps): Routes =>
  (app) => {
    const config = { permission: fosteringPermissions.manage, section: fosteringSection } as const

    async function opened(request: FastifyRequest<OfReview>, which: Which) {
      const { authority, params } = request
      const world = await worldsFor(request).onDay(authority.code, today(), null)
      const household = householdOf(world, params.household)
      const day = readDay(params.day)
      const review = household?.held.find(({ heldOn }) => day && isSameDay(heldOn, day))
      if (!household || !review) throw new PageNotFound()
      const asked = membersOf(world, household).asked
      const children = asked.filter(({ party }) => party === 'FOSTERED_CHILD').map(({ person }) => person)
      const ref = reviewDocumentRef(household.carer.carerRef, review.heldOn)
      const of: OfReviewDocument = { authority, by: actorOf(request), kind: kinds[which], ref, children }
      const document = await documents.open(of)
      if (!document) throw new PageNotFound()
      const council = councilName(world.settings, authority)
      const beginning =
        which === 'record'
          ? { ...recordBeginning(world, household, review), ...(document.own || document.issues.length > 0 ? {} : await viewsIn(request, world, review, children)) } // prettier-ignore
          : letterBeginning(world, household, review, { council })
      const carers = asked.filter(({ party }) => party === 'CARER').map(({ person }) => person)
      return { world, household, review, of, document, beginning, carers, council }
    }

    /** What children placed and the carers' own said before the review, as far as they let everyone at it read it. */
    async function viewsIn(
      request: FastifyRequest,
      world: World,
      { carerRef, reviewRef }: HeldFosterReview,
      children: readonly string[],
    ): Promise<WrittenFields> {
      if (reviewRef === null || !request.may(fosteringPermissions.readViews)) return {}
      const asked = { ...world, registers: withHousehold(world.registers, carerRef, today()) }
      const subject = householdSubject(asked, [...new Set(children)])
      const said = await readAnswers({ by: actorOf(request), authority: request.authority }, asked, { child: carerRef, reviewRef, subject, reader: 'everyone' }) // prettier-ignore
      const textOf = (isAsked: (ref: string, isChild: boolean) => boolean) =>
        said
          .filter(({ ref, isChild }) => isAsked(ref, isChild))
          .flatMap(({ who, parts }) => [who, ...parts.map(({ heading, text }) => `- ${heading} ${text}`)])
          .join('\n')
      return { children_text: textOf((_, isChild) => isChild), own_children_text: textOf((ref) => isOwnChild(ref)) }
    }
    type Opened = Awaited<ReturnType<typeof opened>>

    const show = (
      request: FastifyRequest<OfReview>,
      reply: FastifyReply,
      which: Which,
      { household, review, of, document, beginning }: Opened,
      sent: WrittenFields | null = null,
      problem: string | null = null,
    ) => {
      const { own, others, issues } = document
      const written = sent ?? own?.written ?? issuedAs(of.kind, issues[0]?.content.parts) ?? beginning
      const { carerRef } = household.carer
      const path = fosteringPath(request.authority.code, carerRef, 'reviews', review.heldOn.toString(), which)
      const [first] = fieldsOf(of.kind)
      showed(request, `looked at ${of.kind.called}`, of.children)
      return reply.code(problem === null ? 200 : 400).view('fostering/web/document.njk', {
        title: of.kind.title,
        caption: `Household ${carerRef}, review on ${longDate(review.heldOn)}`,
        back: { href: fosteringPath(request.authority.code, carerRef), text: `Household ${carerRef}` },
        action: path,
        csrfToken: reply.generateCsrf(),
        done: documentsDone.of(request),
        version: own?.version ?? '',
        errors: problem === null ? [] : [{ text: problem, href: `#${first?.id ?? ''}` }],
        others: others.map(({ savedAt, written: theirs }) => ({ at: longDate(localOf(savedAt).day), lines: linesOf(of.kind, theirs) })), // prettier-ignore
        saved: problem === CHANGED && own ? linesOf(of.kind, own.written) : [],
        fields: of.kind.parts.flatMap(({ heading, fields }) =>
          fields.map(({ id, isMandatory }) => ({
            id,
            label: isMandatory ? heading : `${heading} (optional)`,
            value: written[id] ?? '',
            rows: which === 'letter' ? 20 : 4,
          })),
        ),
        issueText: which === 'record' ? 'Complete the record' : 'Issue the letter',
        issued: issues.map(({ content }) => longDate(localOf(instant(content.at)).day)),
        files: issues.length === 0 ? [] : documentFormats.map((format) => ({ href: `${path}/file?format=${format}`, text: formatWords[format] })), // prettier-ignore
      })
    }

    for (const which of ['record', 'letter'] as const) {
      app.get<OfReview>(`/fostering/:household/reviews/:day/${which}`, { config }, async (request, reply) =>
        show(request, reply, which, await opened(request, which)),
      )

      app.post<OfReview>(`/fostering/:household/reviews/:day/${which}`, { config }, async (request, reply) => {
        const open = await opened(request, which)
        const { of, household, review, carers } = open
        const body = sentOf.parse(request.body)
        const written = writtenIn(of.kind, body)
        const tooLong = fieldsOf(of.kind).find(({ id, most }) => (written[id] ?? '').length > most)
        if (tooLong) return show(request, reply, which, open, written, `Enter ${tooLong.most.toLocaleString('en-GB')} characters or fewer`) // prettier-ignore
        const saved = await documents.save(of, written, versionIn(body['version']))
        if (!saved) throw new PageNotFound()
        if ('problems' in saved) return show(request, reply, which, { ...open, document: { ...open.document, own: saved.stands } }, written, CHANGED) // prettier-ignore
        logged(request)
        const back = fosteringPath(request.authority.code, household.carer.carerRef)
        if (body['then'] !== 'issue') {
          const here = fosteringPath(request.authority.code, household.carer.carerRef, 'reviews', review.heldOn.toString(), which) // prettier-ignore
          return reply.redirect(documentsDone.path(here, 'draft'), 303)
        }
        const problem = whyNotIssued(which, written, open)
        if (problem) return show(request, reply, which, await opened(request, which), written, problem)
        const outcome = await documents.issue(of, {
          version: saved.version,
          recipients: recipientsOf(which, carers),
          corrects: open.document.issues[0]?.id ?? null,
        })
        if (!outcome) throw new PageNotFound()
        if ('problems' in outcome) return show(request, reply, which, await opened(request, which), written, CHANGED)
        return reply.redirect(documentsDone.path(back, which), 303)
      })

      app.get<OfReview>(`/fostering/:household/reviews/:day/${which}/file`, { config }, async (request, reply) => {
        const { format } = fileQuery.parse(request.query)
        const { document, household, of, council, review } = await opened(request, which)
        const [issue] = document.issues
        if (!issue) throw new PageNotFound()
        showed(request, `downloaded ${of.kind.called}`, of.children)
        const { content, fingerprint } = issue
        const head = {
          issuer: council,
          subtitle: `Household ${household.carer.carerRef}, ${longDate(review.heldOn)}`,
          fingerprint,
        }
        const reader = content.copies.find((copy) => copy.reader === 'carer')
        const made = which === 'letter' && reader ? copyOf(content, reader.ref, head) : wholeOf(content, head)
        const file = await documentFile(made, format)
        const name = `fostering-${which}-${review.heldOn.toString()}.${format}`
        return reply.type(file.type).header('content-disposition', `attachment; filename="${name}"`).send(file.content)
      })
    }
  }

const formatWords = { html: 'HTML', docx: 'Word', pdf: 'PDF', txt: 'Plain text' } as const

/** A letter tells of a decision; a record of what is recommended. */
function whyNotIssued(which: Which, written: WrittenFields, { review }: { review: { decisionOn: PlainDate | null } }) {
  if (which === 'letter' && review.decisionOn === null) return 'Record the day of the decision before you issue the letter' // prettier-ignore
  if (which === 'letter') return written['letter_text'] ? null : 'Write the letter before you issue it'
  return written['recommendation_text'] ? null : 'Write what is recommended before you complete the record'
}

function recipientsOf(which: Which, carers: readonly string[]): Recipient[] {
  if (which === 'record') {
    return [
      { ref: 'service', name: 'The service', reader: 'service', withheld: [] },
      { ref: 'panel', name: 'Panel and decision maker', reader: 'panel', withheld: [] },
    ]
  }
  const named = carers.length === 0 ? ['The carers'] : carers
  return named.map((name) => ({ ref: name, name, reader: 'carer', withheld: [] }))
}

const writtenIn = (kind: DocumentKind, body: Readonly<Record<string, unknown>>): WrittenFields =>
  Object.fromEntries(
    fieldsOf(kind).map(({ id }) => {
      const text = body[id]
      return [id, typeof text === 'string' ? text.replaceAll(/\r\n?/g, '\n').trim() : '']
    }),
  )

/** What was issued, as a correction begins with it. */
function issuedAs(
  kind: DocumentKind,
  parts: readonly { id: string; fields: readonly { text: string }[] }[] | undefined,
): WrittenFields | null {
  if (!parts) return null
  return Object.fromEntries(
    kind.parts.flatMap(({ id, fields }) => {
      const [field] = fields
      return field ? [[field.id, parts.find((part) => part.id === id)?.fields[0]?.text ?? '']] : []
    }),
  )
}

const linesOf = (kind: DocumentKind, written: WrittenFields): string[] =>
  kind.parts.flatMap(({ heading, fields }) => fields.flatMap(({ id }) => (written[id] ? [`${heading}: ${written[id]}`] : []))) // prettier-ignore

/** The version of the draft that the form was made of; null where there was none. */
const versionIn = (sent: unknown): number | null =>
  typeof sent === 'string' && /^[1-9]\d{0,8}$/.test(sent) ? Number(sent) : null
