import type { ReportingYear } from '../../calendar/reportingYear.ts'
import { longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { hiddenNumber, linesField } from '../../platform/web/forms/texts.ts'
import { choiceField } from '../../platform/web/forms/choices.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import { namesOf } from '../../workflows/describe.ts'
import { type Refusal, refusalInWords, stepsIn } from '../../workflows/steps.ts'
import type { PublicationHead } from '../app/ports.ts'
import {
  type ReportCourse,
  type ReportStep,
  type StepTaken,
  reportCourse,
  stateToGoOnFrom,
  stepsDone,
} from '../domain/published/course.ts'

/** The form by which a step is taken. */
export const stepForm = formOf({
  after: hiddenNumber(-1),
  step: choiceField(namesOf(reportCourse.steps).map((value) => ({ value, text: reportCourse.steps[value].label }))),
  note: linesField({ most: 2_000 }),
})
export type StepForm = typeof stepForm

/** What each step means for the person who takes it. */
const stepHints: Readonly<Record<ReportStep, string>> = {
  submit: 'Its writers think that it is done. Words can still be changed.',
  send_back: 'Its words can be changed again. Say what is to be changed.',
  sign_off:
    'Its figures and words are fixed as they are known at this moment. Nothing that is recorded later changes them.',
  publish:
    'What was signed off is kept for good: every file, every figure with its definition, and a fingerprint of its records.',
}

/** `Draft of the first edition`; `Published: edition 2`. */
export const stateInWords = ({ state, edition }: Pick<ReportCourse, 'state' | 'edition'>): string =>
  `${reportCourse.states[state].label}${edition === 1 ? '' : `, edition ${edition}`}`

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const takenLine = ({ step, at, by, note, signed }: StepTaken) => ({
  what: capitalised(stepsDone[step]),
  by,
  at: momentInWords(at),
  note: note ?? '',
  signed: step === 'sign_off' && signed ? `Figures up to ${longDate(signed.asAt)}, as known on ${momentInWords(signed.knownAt)}` : '', // prettier-ignore
})

/** What a refusal says of a form. */
export const refusalFault = (refusal: Refusal): FaultIn<StepForm> => ({
  field: refusal.code === 'facts_missing' ? 'note' : null,
  text: refusal.code === 'facts_missing' ? 'Say what is to be changed' : refusalInWords(refusal),
})

/** In how many of the places for them the service's own words stand. */
export interface WordsWritten {
  written: number
  of: number
}

/** Where a year's report stands, what may be done with it, and what was published. */
export function publishingPage(
  authority: { code: string },
  year: ReportingYear,
  course: ReportCourse & { stepsInAll: number },
  publications: readonly PublicationHead[],
  own: WordsWritten,
  isTaker: (name: string) => boolean,
  form: { typed: TypedIn<StepForm>; faults: readonly FaultIn<StepForm>[] } | null,
) {
  const path = (...parts: string[]) => authorityPath(authority.code, 'report', year.name, ...parts)
  const offered = stepsIn(reportCourse, stateToGoOnFrom(course), isTaker).filter(({ refusal }) => refusal === null)
  const waitsFor = stepsIn(reportCourse, stateToGoOnFrom(course), () => false)
    .filter(({ to }) => to !== null)
    .map(({ label }) => label)
  return {
    title: `Review and publish the annual report ${year.name}`,
    back: { text: 'Back to the sections', href: path() },
    state: stateInWords(course),
    isPublished: course.state === 'published',
    // Before it is signed off: afterwards no word can be changed.
    unwritten:
      own.written < own.of && (course.state === 'draft' || course.state === 'in_review')
        ? `${own.written} of ${own.of} places for your own words are written. A place without words says that they are still to come, in what is published too.`
        : '',
    checkHref: path('check'),
    steps: course.steps.map(takenLine),
    action: path('publish'),
    ...stepForm.shown(form?.typed ?? stepForm.first({ after: course.stepsInAll }), form?.faults ?? []),
    offers: offered.map(({ step, label, needs }) => ({ value: step, text: label, hint: stepHints[step], asksForNote: needs.length > 0 })), // prettier-ignore
    asksForNote: offered.some(({ needs }) => needs.length > 0),
    waitsFor,
    publications: publications.map((one) => ({
      href: path('published', String(one.number)),
      text: `Edition ${one.number}`,
      by: one.by,
      at: momentInWords(one.publishedAt),
    })),
  }
}
