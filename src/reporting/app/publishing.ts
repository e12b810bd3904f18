import { createHash } from 'node:crypto'
import type { Actor } from '../../access/domain/actor.ts'
import { type ReportingYear, lastDayToCount } from '../../calendar/reportingYear.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { figuresJson } from '../../overview/domain/asJson.ts'
import { type Refusal, notAllowed, whyNot } from '../../workflows/steps.ts'
import type { FigureList } from '../../world/figures.ts'
import { editions } from '../domain/edition.ts'
import {
  type ReportCourse,
  type ReportStep,
  courseAfter,
  reportCourse,
  stateToGoOnFrom,
} from '../domain/published/course.ts'
import type { AnnualReport, WrittenReport } from './annualReport.ts'
import type { PublishedFile, PublishingStore, StepToKeep, ToPublish } from './ports.ts'
import { type PublishedContent, publishedFigure } from './published.ts'

/** Why a step was not taken: the workflow refuses it, or somebody has taken another meanwhile. */
export type StepProblem = { code: 'refused'; refusal: Refusal } | { code: 'changed_meanwhile' }

/** A step that somebody asks for. */
export interface StepAsked {
  authority: { code: string; name: string }
  year: ReportingYear
  by: Actor
  /** Who the user is to the workflow: `writes`, `signs`. */
  isTaker: (name: string) => boolean
  step: ReportStep
  note: string | null
  /** How many steps the year had when the user was shown it. */
  after: number
}

/** The way of a report to the public. */
export interface Publishing {
  courseOf: (authority: string, year: ReportingYear) => Promise<ReportCourse & { stepsInAll: number }>
  /** Null where it was taken. */
  take: (asked: StepAsked) => Promise<StepProblem | null>
}

export interface PublishingDeps {
  store: PublishingStore
  /** Everyone: what is published is of all, whoever publishes it. */
  worlds: Pick<Worlds, 'ofYear'>
  annualReport: AnnualReport
  figures: FigureList<World>
  /** Every file of a report that can be made. */
  filesOf: (written: WrittenReport) => Promise<readonly Omit<PublishedFile, 'fingerprint' | 'edition'>[]>
  today: () => PlainDate
}

/**
 * A sign-off fixes the moment of knowledge: what is published is what was signed, letter for letter, whatever was recorded
 * between the two.
 */
export function makePublishing(deps: PublishingDeps): Publishing {
  const { store, today } = deps

  async function signedNow(authority: string, year: ReportingYear): Promise<NonNullable<StepToKeep['signed']>> {
    return { asAt: lastDayToCount(year, today()), knownAt: await store.momentOfKnowledge(authority) }
  }

  async function courseOf(authority: string, year: ReportingYear) {
    const steps = await store.steps(authority, year.startYear)
    return { ...courseAfter(steps), stepsInAll: steps.length }
  }

  return {
    courseOf,
    take: async ({ authority, year, by, isTaker, step, note, after }) => {
      const course = await courseOf(authority.code, year)
      if (course.stepsInAll !== after) return { code: 'changed_meanwhile' }
      const refusal =
        whyNot(reportCourse, stateToGoOnFrom(course), step, { note }) ?? notAllowed(reportCourse, step, isTaker)
      if (refusal) return { code: 'refused', refusal }
      const signed = step === 'sign_off' ? await signedNow(authority.code, year) : course.signed
      const person = { id: by.personId, name: by.name }
      const publishes =
        step === 'publish' && signed ? await toPublish(deps, authority, year, course.edition, signed) : null
      const kept = { step, note, person, signed: step === 'sign_off' || step === 'publish' ? signed : null }
      const isKept = await store.keepStep(authority.code, year.startYear, after, kept, publishes)
      return isKept ? null : { code: 'changed_meanwhile' }
    },
  }
}

async function toPublish(
  { worlds, annualReport, figures, filesOf }: PublishingDeps,
  authority: { code: string; name: string },
  year: ReportingYear,
  number: number,
  { asAt, knownAt }: { asAt: PlainDate; knownAt: Instant },
): Promise<ToPublish> {
  const world = await worlds.ofYear(authority.code, year, asAt, knownAt)
  const files: ToPublish['files'][number][] = []
  for (const edition of editions) {
    const written = await annualReport({ authority, year, asAt, knownAt, edition })
    for (const file of await filesOf(written)) files.push({ ...file, edition })
  }
  return { number, content: contentOf(authority.code, world, knownAt, figures), files }
}

const contentOf = (
  authority: string,
  world: World,
  knownAt: Instant,
  figures: FigureList<World>,
): PublishedContent => ({
  figures: figuresJson(
    { authority, year: world.year.name, asAt: world.asAt, knownAt: knownAt.toString() },
    // As the command works them out.
    figures.all.map((figure) => valueOf(figure, world)),
  ),
  definitions: figures.all.map((figure) => publishedFigure(figure, world)),
})

/** A fingerprint of all records together: SHA-256 of those of each figure, in their order. */
export function fingerprintOfAll({ definitions }: PublishedContent): string {
  const hash = createHash('sha256')
  for (const { id, fingerprint } of definitions) hash.update(`${id} ${fingerprint ?? '-'}\n`)
  return hash.digest('hex')
}
