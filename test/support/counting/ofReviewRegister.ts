import { type Files, type Review, periodOfReview } from './care.ts'
import {
  type Counted,
  type Day,
  type Row,
  ageOn,
  plusDays,
  plusMonths,
  plusWorkingDays,
  share,
  total,
} from './files.ts'
import { placesOf } from './ofReturn.ts'

const text = (row: Row | undefined, column: string): string => row?.[column] ?? ''
const isYes = (row: Row, column: string): boolean => text(row, column) === 'Y'

/** Figures of reviews that the register of reviews gives, by id; with the settings that an authority starts with. */
export function countedInReviews(files: Files): Record<string, Counted> {
  const { first, last } = files
  const held = files.reviews.filter((one) => one.held >= first && one.held <= last)
  const bornOf = ({ child }: Review) => text(files.header.get(child), 'DOB')
  const recorded = (column: string, of = held) =>
    share(
      of.filter(({ row }) => text(row, column) !== ''),
      ({ row }) => isYes(row, column),
    )
  const notAdoption = held.filter(({ row }) => text(row, 'kind') !== 'ADOPTION')
  /** Done by its limit; left out where it is not done and the limit has not passed. */
  const within = (column: string, days: number) => {
    const limit = ({ row, held: day }: Review) => plusWorkingDays(text(row, 'completed_date') || day, days)
    const done = ({ row }: Review) => (text(row, column) <= last ? text(row, column) : '')
    return share(
      held.filter((one) => done(one) !== '' || limit(one) < last),
      (one) => done(one) !== '' && done(one) <= limit(one),
    )
  }
  const reported = held.filter(({ row }) => text(row, 'social_worker_report_date') !== '')
  return {
    'reviews.rearranged': share(held, ({ row }) => Number(text(row, 'times_rearranged')) >= 1),
    'reviews.child_consulted': recorded('child_consulted'),
    'reviews.child_chaired': recorded('child_chaired'),
    'reviews.sw_attended': recorded('social_worker_attended'),
    'reviews.mother_attended': recorded('mother_attended', notAdoption),
    'reviews.father_attended': recorded('father_attended', notAdoption),
    'reviews.parent_views_given': recorded('parent_views_given'),
    'reviews.parent_met_before': recorded('parent_met_before'),
    'reviews.sw_report_available': share(
      reported,
      ({ row, held: day }) => text(row, 'social_worker_report_date') <= day,
    ),
    'reviews.sw_report_on_time': share(
      reported,
      ({ row, held: day }) => text(row, 'social_worker_report_date') <= plusWorkingDays(day, -3),
    ),
    'reviews.decisions_in_5wd': within('decisions_date', 5),
    'reviews.record_in_15wd': within('record_date', 15),
    'reviews.distributed_in_20wd': within('distributed_date', 20),
    'reviews.by_rag': total(
      held.filter(({ row }) => text(row, 'rag') !== ''),
      ({ row }) => text(row, 'rag'),
    ),
    'reviews.care_plan_current': recorded('care_plan_current'),
    'reviews.pep_current': recorded('pep_current'),
    'reviews.health_current': recorded('health_assessment_current'),
    'reviews.pathway_plan_current': recorded(
      'pathway_plan_current',
      held.filter((one) => ageOn(bornOf(one), one.held) >= 16),
    ),
    'reviews.plan_ratified': recorded('plan_ratified'),
    'reviews.leisure_met': recorded('leisure_needs_met'),
    'reviews.culture_met': recorded('cultural_needs_met'),
    'reviews.substance_misuse': recorded('substance_misuse'),
    'reviews.exploitation': recorded('exploitation_risk'),
    'reviews.mental_health': recorded('mental_health_need'),
    'reviews.going_missing': recorded('going_missing'),
    'cla.permanence_plan_by_second_review': permanenceBySecond(files, held),
    ...ofConsultations(files, held),
    ...ofPathwayReviews(files),
    ...ofOversight(files),
  }
}

/** Second reviews held in the year: a plan at the first or the second; nothing recorded at either leaves it out. */
function permanenceBySecond(files: Files, held: readonly Review[]): Counted {
  const places = placesOf(files)
  const plan = (one: Review | undefined) => text(one?.row, 'permanence_plan')
  const firstOf = (second: Review) =>
    files.reviews.find((one) => places.get(one) === 1 && periodOfReview(files, one) === periodOfReview(files, second))
  const known = held.filter((one) => places.get(one) === 2 && (plan(firstOf(one)) === 'Y' || plan(one) !== ''))
  return share(known, (one) => plan(firstOf(one)) === 'Y' || plan(one) === 'Y')
}

function ofConsultations(files: Files, held: readonly Review[]): Record<string, Counted> {
  // Those before the review of a fostering household are no forms of a child's review.
  const ofChildren = new Set(files.register('reviews').map((row) => text(row, 'review_ref')))
  const forms = files.register('consultations').filter((row) => ofChildren.has(text(row, 'review_ref')))
  const sent = forms.filter((row) => text(row, 'sent_date') >= files.first && text(row, 'sent_date') <= files.last)
  const places = placesOf(files)
  const earliest = new Map<string, Day>()
  for (const row of forms.filter((one) => text(one, 'party') === 'CHILD')) {
    const before = earliest.get(text(row, 'review_ref'))
    if (before === undefined || text(row, 'sent_date') < before)
      earliest.set(text(row, 'review_ref'), text(row, 'sent_date'))
  }
  const invited = (one: Review) => earliest.get(text(one.row, 'review_ref'))
  return {
    'consultations.returned': share(
      sent,
      (row) => text(row, 'returned_date') !== '' && text(row, 'returned_date') <= files.last,
    ),
    'reviews.invitations_on_time': share(
      held.filter((one) => invited(one) !== undefined && places.get(one) !== 1),
      (one) => (invited(one) ?? '') <= plusDays(one.held, -42),
    ),
  }
}

function ofPathwayReviews(files: Files): Record<string, Counted> {
  const born = new Map(files.register('people').map((row) => [text(row, 'child'), text(row, 'dob')]))
  const bornOf = (child: string) => text(files.header.get(child), 'DOB') || (born.get(child) ?? '')
  const all = files
    .register('reviews')
    .filter((row) => text(row, 'status') === 'HELD' && text(row, 'kind') === 'PATHWAY_18_25')
  const held = all.filter((row) => {
    const day = text(row, 'held_date')
    const birth = bornOf(text(row, 'child'))
    return day >= files.first && day <= files.last && birth !== '' && ageOn(birth, day) >= 18 && ageOn(birth, day) < 21
  })
  const earlierOf = (row: Row) =>
    [
      ...all.filter((one) => text(one, 'child') === text(row, 'child')).map((one) => text(one, 'held_date')),
      ...files.reviews.filter(({ child }) => child === text(row, 'child')).map((one) => one.held),
    ]
      .filter((day) => day < text(row, 'held_date'))
      .sort()
      .at(-1)
  const coded = held.filter((row) => /^PN[1-7]$/.test(text(row, 'participation_code')))
  return {
    'pathway_reviews.held': total(held),
    'pathway_reviews.on_time': share(
      held.filter((row) => earlierOf(row) !== undefined),
      (row) => text(row, 'held_date') <= plusMonths(earlierOf(row) ?? '', 6),
    ),
    'pathway_reviews.attended': share(coded, (row) => /^PN[1-4]$/.test(text(row, 'participation_code'))),
  }
}

function ofOversight(files: Files): Record<string, Counted> {
  const entries = files.register('oversight').filter((row) => text(row, 'date') <= files.last)
  const yearBefore = plusDays(files.first, -1)
  const intervals = files.reviews.flatMap((one, index) => {
    const next = files.reviews[index + 1]
    return next?.child === one.child && periodOfReview(files, next) === periodOfReview(files, one)
      ? [{ child: one.child, from: one.held, to: next.held }]
      : []
  })
  return {
    'oversight.records': total(entries.filter((row) => text(row, 'date') >= files.first)),
    'oversight.children_with_oversight': share(
      intervals.filter(({ to }) => to > yearBefore && to <= files.last),
      ({ child, from, to }) =>
        entries.some((row) => text(row, 'child') === child && text(row, 'date') > from && text(row, 'date') < to),
    ),
  }
}
