import type { ReportingYear } from '../../calendar/reportingYear.ts'
import { partsPrinted, valuePrinted } from '../../figures/print.ts'
import type { FigureRecord, FigureValue } from '../../figures/figure.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { hiddenNumber, linesField } from '../../platform/web/forms/texts.ts'
import { choiceField } from '../../platform/web/forms/choices.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import { namesOf } from '../../workflows/describe.ts'
import { type Refusal, refusalInWords, stepsIn } from '../../workflows/steps.ts'
import type { Explained, FigureThenAndNow } from '../app/explaining.ts'
import type { Publication, PublicationHead } from '../app/ports.ts'
import type { PublishedContent } from '../app/published.ts'
import { editionNames } from '../domain/edition.ts'
import {
  type ReportCourse,
  type ReportStep,
  type StepTaken,
  reportCourse,
  stateToGoOnFrom,
  stepsDone,
} from '../domain/published/course.ts'
import { effectOf } from '../domain/published/differences.ts'

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

/** Where a year's report stands, what may be done with it, and what was published. */
export function publishingPage(
  authority: { code: string },
  year: ReportingYear,
  course: ReportCourse & { stepsInAll: number },
  publications: readonly PublicationHead[],
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

/** A figure's value with its parts, as people read it; `not available` where it has none. */
export function printedWithParts(value: FigureValue): string {
  if (value.value === null) return 'not available'
  const parts = partsPrinted(value)
  return `${valuePrinted(value.value, value.unit, value.decimals)}${parts === null ? '' : `, ${parts}`}`
}

const isOther = ({ then, now }: FigureThenAndNow): boolean =>
  then.value !== now.value ||
  then.numerator !== now.numerator ||
  then.denominator !== now.denominator ||
  JSON.stringify(then.breakdown) !== JSON.stringify(now.breakdown)

const formatOrder = ['html', 'pdf', 'docx', 'ods', 'tables', 'csv', 'json']

/** What was published, and what differs today. */
export function publishedPage(
  authority: { code: string; name: string },
  year: ReportingYear,
  publication: Publication,
  fingerprintOfRecords: string,
  figures: readonly FigureThenAndNow[],
  mayExplain: boolean,
) {
  const path = (...parts: string[]) =>
    authorityPath(authority.code, 'report', year.name, 'published', String(publication.number), ...parts)
  const others = figures.filter(isOther)
  const { knownAt, asAt, files } = publication
  return {
    title: `Annual report ${year.name}, edition ${publication.number}, as published`,
    back: { text: 'Review and publish', href: authorityPath(authority.code, 'report', year.name, 'publish') },
    facts: [
      { key: 'Published', value: `${momentInWords(publication.publishedAt)} by ${publication.by}` },
      { key: 'Figures up to', value: longDate(asAt) },
      { key: 'As known on', value: momentInWords(knownAt) },
      { key: 'Fingerprint of its figures', value: publication.fingerprint },
      { key: 'Fingerprint of the records', value: fingerprintOfRecords },
    ],
    command: `footprint figures --authority ${authority.code} --year ${year.name} --as-at ${asAt.toString()} --known-at ${knownAt.toString()} --format json`,
    figuresHref: path('download', 'figures'),
    editions: [...Map.groupBy(files, ({ edition }) => edition)].map(([edition, ofEdition]) => ({
      name: editionNames[edition],
      files: ofEdition
        .toSorted((a, b) => formatOrder.indexOf(a.format) - formatOrder.indexOf(b.format))
        .map((file) => ({
          text: file.name,
          href: path('download', edition, file.format),
          fingerprint: file.fingerprint,
        })),
    })),
    differing: others.map((one) => ({
      label: one.then.label,
      then: printedWithParts(one.then),
      now: printedWithParts(one.now),
      href: mayExplain ? path('figures', one.figure.id) : null,
    })),
    same: `${counted(figures.length - others.length, 'figure')} of ${figures.length} ${figures.length - others.length === 1 ? 'says' : 'say'} today what was published.`, // prettier-ignore
  }
}

const recordInWords = ({ date, due, counts }: FigureRecord): string =>
  `${longDate(date)}${due ? `, due ${longDate(due)}` : ''}, ${counts ? 'counts' : 'does not count'}`

/** `2 more`, `1 fewer`, `as many`. */
const moreOrFewer = (difference: number): string =>
  difference === 0 ? 'as many' : `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'}`

/** Why a published figure is another today, record by record. */
export function explainedPage(
  authority: { code: string },
  year: ReportingYear,
  publication: Publication,
  { figure, then, now, differences, worlds }: Explained,
  recordedSince: readonly { at: string; what: string }[],
) {
  const base = authorityPath(authority.code, 'report', year.name, 'published', String(publication.number))
  const { counting, all } = effectOf(differences)
  return {
    title: `${then.label}: then and today`,
    caption: `Annual report ${year.name}, edition ${publication.number}`,
    back: { text: 'As published', href: base },
    then: printedWithParts(then),
    now: printedWithParts(now),
    knownAt: momentInWords(publication.knownAt),
    summary:
      differences.length === 0
        ? 'The records behind it are the same.'
        : `${counted(differences.length, 'record')} ${differences.length === 1 ? 'differs' : 'differ'}: ${moreOrFewer(counting)} that count, and ${moreOrFewer(all)} in all.`, // prettier-ignore
    reasons: reasonsBeside(then, now, publication.content, figure),
    differences: differences.map((one) => ({
      child: one.child,
      href: one.child === '' ? null : authorityPath(authority.code, 'children', one.child),
      kind: one.kind,
      then: one.then ? recordInWords(one.then) : 'not there',
      now: one.now ? recordInWords(one.now) : 'not there',
      changes: one.changes.map(({ where, then: was, now: is }) => `${where}: ${was ?? 'nothing'} → ${is ?? 'nothing'}`), // prettier-ignore
    })),
    recordedSince,
    settingsChanged: JSON.stringify(worlds.then.settings) !== JSON.stringify(worlds.now.settings),
  }
}

/** What beside records makes a figure another: what it is divided by, its definition, what is left out. */
function reasonsBeside(
  then: FigureValue,
  now: FigureValue,
  { definitions }: PublishedContent,
  figure: { id: string },
): string[] {
  const published = definitions.find(({ id }) => id === figure.id)
  const isByRecords = then.unit === 'percent'
  return [
    ...(!isByRecords && then.denominator !== now.denominator
      ? [`It was divided by ${then.denominator ?? 'nothing'}, and is divided by ${now.denominator ?? 'nothing'} now.`]
      : []),
    ...(then.leftOut !== now.leftOut
      ? [`${then.leftOut ?? 0} were left out since something is not recorded, and ${now.leftOut ?? 0} are now.`]
      : []),
    ...(then.reason !== now.reason && (then.reason ?? now.reason) !== null
      ? [now.reason === null ? `It could not be worked out then: ${then.reason ?? ''}` : `It can’t be worked out now: ${now.reason}`] // prettier-ignore
      : []),
    ...(published && (published.version !== now.version || published.definition !== now.definition)
      ? [`It was counted by version ${published.version} of its definition (“${published.definition}”), and now by version ${now.version} (“${now.definition}”).`] // prettier-ignore
      : []),
  ]
}
