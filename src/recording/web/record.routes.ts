import type { FastifyReply } from 'fastify'
import { logged, showed } from '../../access/web/logging.ts'
import { reviewsSection } from '../../booking/sections.ts'
import { historyOf } from '../../children/domain/world.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import { isBefore } from '../../kernel/dates.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { recordsOf } from '../../world/world.ts'
import { factsOf, factsSeen } from '../app/factsRows.ts'
import { FACTS_FIELD } from '../domain/drafts.ts'
import { participationSuggested, whyNotParticipation } from '../domain/participation.ts'
import { RECORD_KIND } from '../domain/kinds.ts'
import { fieldsOfHeading, headingsKept, headingsNamed } from '../domain/recordIssue.ts'
import { whyMeetingNeeded } from '../domain/withoutMeeting.ts'
import { recordingPermissions } from '../permissions.ts'
import { reviewDetails } from '../registers/reviewDetails.ts'
import { headingsOf } from '../settings.ts'
import { type AskReview, shownReview } from './after.routes.ts'
import { afterPath, done } from './after.view.ts'
import { headingForm } from './forms.ts'
import { type FactFault, factsForm } from './facts.form.ts'
import { factsIn, firstFacts, participationIn } from './facts.values.ts'
import { answerLines, factInputsIn, factInputsOf, linesOf, questionsShown } from './record.view.ts'
import { attendanceIn, othersAround, peopleShown } from './record.people.ts'
import {
  CHANGED, OTHERS_WROTE, type SavedAsTyped, type TextsDeps, carried, hasSeenAll, inputsOf, ofReview, openedText, othersShown,
  versionIn, windowIn,
} from './writing.ts' // prettier-ignore

type Ref = { Params: { ref: string } }
type Opened = Awaited<ReturnType<typeof openedText>>

/** Something wrong with a record, and where it is put right. */
interface RecordFault {
  text: string
  /** The id of the field. */
  at: string
}

/** The record of a review: all that is said at it, entered once. Drafts are saved as one types; what is completed is issued. */
export const recordRoutes =
  (deps: TextsDeps): Routes =>
  (app) => {
    const config = { permission: recordingPermissions.write, section: reviewsSection } as const

    /** What a form sent, as a draft keeps it. */
    function writtenIn(body: Readonly<Record<string, unknown>>, world: Opened['world']): Record<string, string> {
      const written: Record<string, string> = { ...windowIn(body), [FACTS_FIELD]: JSON.stringify(factInputsIn(body)) }
      const own = headingsOf(world.settings).map(({ key }) => key)
      // Under a heading that the authority dropped the form has a field where the record says something.
      for (const key of new Set([...own, ...headingsNamed(Object.keys(body))])) {
        const names = fieldsOfHeading(key)
        const { typed } = headingForm.read({ text: body[names.text], withheld: body[names.withheldFrom], why: body[names.why] }) // prettier-ignore
        written[names.text] = typed.text
        written[names.withheldFrom] = typed.withheld.join(';')
        written[names.why] = typed.why
      }
      return written
    }

    async function show(
      request: AskReview,
      reply: FastifyReply,
      opened: Opened,
      sent: WrittenFields | null,
      faults: readonly RecordFault[],
      factFaults: readonly FactFault[] = [],
      recorded: readonly string[] = [],
    ) {
      const { world, review, heldOn, code, of, text } = opened
      showed(request, 'looked at the record of a review', [review.child])
      const headings = headingsIn(world, text)
      const before = sent || text.version !== null || text.issue ? null : await beginning(of, world, review)
      const written = sent ?? before ?? text.written
      const kept = factsOf((register) => recordsOf(world, register), review)
      const form = factsForm(world, review.officerId)
      const answers = factInputsOf(written)
      const last = lastDetails(world, review)
      const typed = answers ? form.read(answers).typed : form.first(firstFacts(kept, { world, child: review.child, heldOn, last })) // prettier-ignore
      const cameOf = answers ?? Object.fromEntries(kept.attendance.map(({ person, came }) => [`came_${person}`, came ? 'Y' : 'N'])) // prettier-ignore
      const { fields, errors } = form.shown(typed, factFaults)
      const questions = questionsShown(
        world,
        { child: review.child, mode: kept.details.mode },
        heldOn,
        headings,
        fields,
      )
      const isConflict = faults.some((fault) => fault.text === CHANGED)
      const bornOn = historyOf(world, review.child)?.record.bornOn ?? null
      const path = (...parts: string[]) => afterPath(code, review.reviewRef, ...parts)
      return reply.code(faults.length + factFaults.length > 0 ? 400 : 200).view('recording/web/record.njk', {
        title: 'The record of the review',
        caption: `Review ${review.reviewRef}`,
        back: { href: path(), text: 'After the review' },
        action: path('record'),
        saveTo: path('record', 'draft'),
        csrfToken: reply.generateCsrf(),
        done: done.of(request),
        ...carried(text),
        seen: factsSeen(kept),
        isPrefilled: before !== null,
        errors: [...errors, ...faults.map((fault) => ({ text: fault.text, href: `#${fault.at}` }))],
        versions: await othersShown(deps, code, text, (others) => linesOf(others, headings, form)),
        saved: isConflict ? linesOf(text.written, headings, form) : [],
        issued: faults.some((fault) => fault.text === OTHERS_WROTE) && text.issue ? linesOf(text.written, headings, form) : [], // prettier-ignore
        recorded,
        decisions: path(),
        suggested: participationSuggested({ came: null, views: null }, bornOn, heldOn),
        people: peopleShown(world, { child: review.child, heldOn }, typed, cameOf),
        questions: { ofReview: questions.ofReview, others: questions.others, otherNotes: questions.otherNotes },
        headings: headings.map(({ key, label, isDropped }) => {
          const names = fieldsOfHeading(key)
          const { typed: ofHeading } = headingForm.read({
            text: written[names.text] ?? '',
            withheld: (written[names.withheldFrom] ?? '').split(';').filter(Boolean),
            why: written[names.why] ?? '',
          })
          return { key, label, isDropped, names, ...questions.ofHeading(key), ...headingForm.shown(ofHeading, [], { before: `${key}_` }) } // prettier-ignore
        }),
      })
    }

    /** What a record begins with: the last one, and what the child and the parents said before this review. */
    async function beginning(
      of: Opened['of'],
      world: Opened['world'],
      review: Opened['review'],
    ): Promise<WrittenFields | null> {
      const last = await lastRecord(of, world, review)
      const { ofChild, ofParents } = await deps.viewsFor(of, world, review)
      const said = {
        ...(ofChild && { child_views_text: ofChild }),
        ...(ofParents && { parents_views_text: ofParents }),
      }
      return last === null && ofChild === '' && ofParents === '' ? null : { ...last, ...said }
    }

    /** What the last review’s record says; what was withheld then is withheld until the IRO says otherwise. */
    async function lastRecord(of: Opened['of'], world: Opened['world'], review: Opened['review']) {
      for (const { reviewRef } of heldBefore(world, review)) {
        const text = await deps.texts.open({ ...of, reviewRef }, RECORD_KIND)
        if (text?.issue) return text.written
      }
      return null
    }

    app.get<Ref>('/reviews/:ref/after/record', { config }, async (request, reply) =>
      show(request, reply, await openedText(deps, request, RECORD_KIND), null, []),
    )

    // Sent every few seconds while someone types. Sent again it saves the same again, so that it need not be kept as a form.
    app.post<Ref>(
      '/reviews/:ref/after/record/draft',
      { config: { ...config, changesNothing: true } },
      async (request, reply) => {
        const { world, review } = await shownReview(deps, request)
        const body = inputsOf(request.body)
        const saved = await deps.texts.save(ofReview(request, review), RECORD_KIND, writtenIn(body, world), versionIn(body)) // prettier-ignore
        if (!saved) throw new PageNotFound()
        logged(request)
        const answer: SavedAsTyped = 'problems' in saved ? { changed: true } : { version: saved.version }
        return reply.code('problems' in saved ? 409 : 200).send(answer)
      },
    )

    app.post<Ref>('/reviews/:ref/after/record', { config }, async (request, reply) => {
      const opened = await openedText(deps, request, RECORD_KIND)
      const { world, review, heldOn, code, of, text } = opened
      const headings = headingsIn(world, text)
      const body = inputsOf(request.body)
      const written = writtenIn(body, world)
      const isCompleted = body['then'] === 'issue'
      const again = (
        faults: readonly RecordFault[],
        factFaults: readonly FactFault[] = [],
        recorded: readonly string[] = [],
      ) =>
        // prettier-ignore
        show(request, reply, opened, written, faults, factFaults, recorded)

      // Whatever is wrong with it, what was typed is kept first.
      const saved = await deps.texts.save(of, RECORD_KIND, written, versionIn(body))
      if (!saved) throw new PageNotFound()
      const first = `${headings[0]?.key ?? ''}_text`
      if ('problems' in saved) return again([{ text: CHANGED, at: first }])
      opened.text = { ...text, version: saved.version }

      const form = factsForm(world, review.officerId)
      const answers = factInputsIn(body)
      const read = form.read(answers)
      const faults = headings.flatMap(({ key, label }): RecordFault[] => {
        const names = fieldsOfHeading(key)
        const { values, faults: wrong } = headingForm.read({ text: written[names.text], withheld: body[names.withheldFrom], why: written[names.why] }) // prettier-ignore
        if (values === null) return [{ text: `${label}: ${wrong[0]?.text ?? ''}`, at: `${key}_text` }]
        const isUnexplained = isCompleted && values.withheld.length > 0 && values.why === null
        return isUnexplained ? [{ text: `${label}: say why it is withheld`, at: `${key}_why` }] : []
      })
      if (read.values === null) return again(faults, read.faults)
      const { values } = read
      const bornOn = historyOf(world, review.child)?.record.bornOn ?? null
      const kept = factsOf((register) => recordsOf(world, register), review)
      const participation = participationIn(values, world, review.child, heldOn)
      const came = values.childCame === null ? null : values.childCame === 'Y'
      const wrongCode = whyNotParticipation(participation, { came }, bornOn, heldOn)
      const whyMeeting = values.mode === 'NO_MEETING' ? whyMeetingNeeded(world, review.child, heldOn) : null
      const factFaults: FactFault[] = [
        ...(wrongCode === null ? [] : [{ field: 'participation' as const, text: wrongCode }]),
        ...(whyMeeting === null ? [] : [{ field: 'mode' as const, text: `The law asks for a meeting: ${whyMeeting}` }]),
        ...(isCompleted && participation === 'PN7' && values.whatWasTried === null ? [{ field: 'whatWasTried' as const, text: 'Say what was tried, since the child gave no views (PN7)' }] : []),
        ...(isCompleted && participation === null && kept.review.participation === null ? [{ field: 'childCame' as const, text: 'Say whether the child came, and how the child’s views were given' }] : []),
        ...(isCompleted && values.planAgreed === 'N' && values.planAgreedWhy === null ? [{ field: 'planAgreedWhy' as const, text: 'Say why you do not agree to the plan' }] : []),
        ...(isCompleted && values.mode === 'NO_MEETING' && values.whyNoMeeting === null ? [{ field: 'whyNoMeeting' as const, text: 'Say why no meeting was needed' }] : []),
      ] // prettier-ignore
      if (faults.length + factFaults.length > 0) return again(faults, factFaults)

      const refs = othersAround(world, review.child, heldOn).map(({ contactRef }) => contactRef)
      // A form without a single answer has none to put in place of what is recorded.
      const hasAnswers = Object.keys(answers).length > 0
      const facts = hasAnswers
        ? factsIn(values, { kept, participation, attendance: attendanceIn(answers, refs) })
        : kept
      const isRecordedElsewhere = hasAnswers && body['seen'] !== factsSeen(kept)
      if (isRecordedElsewhere) {
        const stands = answerLines(form, form.first(firstFacts(kept, { world, child: review.child, heldOn, last: null }))) // prettier-ignore
        return again([{ text: 'Someone else recorded something of this review meanwhile. It is shown below: save again to put yours in its place', at: 'recorded' }], [], stands) // prettier-ignore
      }
      if (!isCompleted) {
        const problems = await deps.changing.recordFacts({ ...of, facts, seen: factsSeen(kept) })
        if (problems === null) throw new PageNotFound()
        const [problem] = problems
        if (problem) return again([{ text: 'why' in problem ? problem.why : CHANGED, at: first }])
        logged(request)
        return reply.redirect(done.path(afterPath(code, review.reviewRef, 'record'), 'draft'), 303)
      }
      if (headings.every(({ key }) => !written[`${key}_text`])) return again([{ text: 'Write under one heading at least', at: first }]) // prettier-ignore
      if (!hasSeenAll(body, text)) return again([{ text: OTHERS_WROTE, at: first }])
      const issued = await deps.texts.issue(of, RECORD_KIND, { written, version: saved.version }, headings, facts)
      if (!issued) throw new PageNotFound()
      const [problem] = 'problems' in issued ? issued.problems : []
      if (problem) return again([{ text: 'why' in problem ? problem.why : CHANGED, at: first }])
      logged(request)
      return reply.redirect(done.path(afterPath(code, review.reviewRef), 'record'), 303)
    })
  }

/** The authority’s headings, and those that it dropped under which this record says something. */
const headingsIn = ({ settings }: Opened['world'], { issue, written, others }: Opened['text']) =>
  headingsKept(headingsOf(settings), {
    issue: issue?.content ?? null,
    drafts: [written, ...others.map((draft) => draft.written)],
  })

/** The reviews of the child that were held before this one, the latest first. */
const heldBefore = (world: Opened['world'], { child, heldOn: own }: Pick<Opened['review'], 'child' | 'heldOn'>) =>
  registerReviewsOf(world, child)
    .filter(({ status, heldOn }) => status === 'HELD' && heldOn && own && isBefore(heldOn, own))
    .toSorted((a, b) => String(b.heldOn).localeCompare(String(a.heldOn)))

/** What was found at the last review before that has anything of it recorded. */
function lastDetails(world: Opened['world'], review: Opened['review']) {
  const all = recordsOf(world, reviewDetails)
  for (const { reviewRef } of heldBefore(world, review)) {
    const found = all.find((one) => one.reviewRef === reviewRef)
    if (found) return found
  }
  return null
}
