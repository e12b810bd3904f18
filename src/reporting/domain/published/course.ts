import { type Instant, type PlainDate, date, longDate } from '../../../kernel/dates.ts'
import { stateAfter, workflow } from '../../../workflows/describe.ts'

export type ReportState = 'draft' | 'in_review' | 'signed_off' | 'published'

/** `submit`: its writers think that it is done. `send_back`: somebody wants it otherwise. `publish`: it is given out. */
export type ReportStep = 'submit' | 'send_back' | 'sign_off' | 'publish'

/** How one edition of an annual report comes to be published. A corrected edition begins again as a draft. */
export const reportCourse = workflow<ReportState, ReportStep>({
  name: 'annual_report',
  label: 'Annual report',
  states: {
    draft: { label: 'Draft', isStart: true },
    in_review: { label: 'In review' },
    signed_off: { label: 'Signed off' },
    published: { label: 'Published', isEnd: true },
  },
  steps: {
    submit: { label: 'Send for review', moves: { draft: 'in_review' }, by: ['writes'] },
    sign_off: { label: 'Sign off', moves: { in_review: 'signed_off' }, by: ['signs'] },
    send_back: {
      label: 'Send back to draft',
      moves: { in_review: 'draft', signed_off: 'draft' },
      by: ['writes', 'signs'],
      needs: [{ fact: 'note', label: 'what is to be changed' }],
    },
    publish: { label: 'Publish', moves: { signed_off: 'published' }, by: ['signs'] },
  },
  takers: {
    writes: 'those who write the report',
    signs: 'those who sign the report off',
  },
})

/** A step as it was taken. */
export interface StepTaken {
  step: ReportStep
  at: Instant
  /** Who took it: the name that they had then. */
  by: string
  note: string | null
  /** Of a sign-off: the last day that is counted, and the moment of knowledge. */
  signed: { asAt: PlainDate; knownAt: Instant } | null
}

/** Where an edition stands. */
export interface ReportCourse {
  /** `1` for the first edition of the year, `2` for the first corrected one. */
  edition: number
  state: ReportState
  /** The steps of this edition, in their order. */
  steps: readonly StepTaken[]
  /** What is signed off and not yet published or sent back. */
  signed: StepTaken['signed']
}

/**
 * Where the latest edition stands after the steps of a year, in their order. Once it is published it stands there until a step is
 * taken with the next.
 */
export function courseAfter(steps: readonly StepTaken[]): ReportCourse {
  let course: ReportCourse = { edition: 1, state: 'draft', steps: [], signed: null }
  for (const taken of steps) {
    if (course.state === 'published') course = { edition: course.edition + 1, state: 'draft', steps: [], signed: null }
    const state = stateAfter(reportCourse, course.state, taken.step) ?? course.state
    const signed = state === 'signed_off' ? taken.signed : null
    course = { ...course, state, signed, steps: [...course.steps, taken] }
  }
  return course
}

/** From where the next step is taken: after a publication, from the draft of the next edition. */
export const stateToGoOnFrom = ({ state }: Pick<ReportCourse, 'state'>): ReportState =>
  state === 'published' ? 'draft' : state

/** Each step as it was taken. */
export const stepsDone: Readonly<Record<ReportStep, string>> = {
  submit: 'sent for review',
  send_back: 'sent back to draft',
  sign_off: 'signed off',
  publish: 'published',
}

/** `signed off by Ann Lee on 3 May 2023`: the day in England. */
export const stepInWords = ({ step, by, at }: Pick<StepTaken, 'step' | 'by' | 'at'>): string =>
  `${stepsDone[step]} by ${by} on ${longDate(date(at.toZonedDateTimeISO('Europe/London').toPlainDate().toString()))}`
