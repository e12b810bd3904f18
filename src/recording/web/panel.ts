import type { World } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import { isBefore, longDate } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { counted } from '../../kernel/words.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { recordClocks } from '../domain/clocks.ts'
import { decisionsOf } from '../domain/decisions.ts'
import { isLate, openDecisionsIn } from '../domain/tracking.ts'
import { whyMeetingNeeded } from '../domain/withoutMeeting.ts'
import { recommendations } from '../registers/recommendations.ts'
import { afterPath, openAfter } from './after.view.ts'

/** What a child’s page says of decisions that are not done. */
export function decisionsPanel(world: World, child: string, code: string): ChildPanel[] {
  const own = registerReviewsOf(world, child)
  const open = decisionsOf(recordsOf(world, recommendations), own).filter(
    ({ completedOn, outcome }) => completedOn === null && outcome === null,
  )
  if (open.length === 0) return []
  return [
    {
      heading: 'Open decisions',
      items: [
        {
          text: '',
          link: {
            href: withQuery(authorityPath(code, 'reviews', 'decisions'), { child }),
            text: 'Decisions until they are done',
          },
        },
        ...open.map(({ reviewRef, text, responsible, dueOn, urgent }) => {
          const due = dueOn ? `, by ${longDate(dueOn)}${isBefore(dueOn, world.asAt) ? ' (overdue)' : ''}` : ''
          return {
            text: `${urgent ? 'Urgent: ' : ''}${text} (${responsible}${due})`,
            link: { href: afterPath(code, reviewRef), text: 'Open the review' },
          }
        }),
      ],
    },
  ]
}

/** The decisions past their date, all in one task: each has a line of its own on the list. */
function lateDecisionsTask(world: World, whose: Whose, code: string): Task[] {
  const late = openDecisionsIn(world).filter((one) => isLate(one) && isOf(whose, one.child))
  const [first] = late
  if (!first) return []
  const officer = whose === 'everyone' ? '' : (officerIdOf(world, first.child, world.asAt) ?? '')
  return [
    {
      what: `Ask what became of ${counted(late.length, 'decision')} past ${late.length === 1 ? 'its' : 'their'} date`,
      href: withQuery(authorityPath(code, 'reviews', 'decisions'), { which: 'late', officer }),
      child: null,
      by: null,
      note: '',
    },
  ]
}

/** What an IRO is to do after reviews: what each open time limit of a record asks, and decisions to be asked about. */
export const recordingTasks = (world: World, whose: Whose, code: string): Task[] => [
  ...recordTasks(world, whose, code, ofOfficer),
  ...lateDecisionsTask(world, whose, code),
]

/** The children of whom one of these clocks asks for something: each page of work asks, of the same world. */
const childrenAsked = rememberedFor((world: World) =>
  rememberedWhileSame(
    (asks: ReadonlyMap<string, string>) =>
      new Set(openDeadlines(world).flatMap(({ child, clock }) => (asks.has(clock.id) ? [child] : []))),
    2,
  ),
)

/** What each open time limit of a record asks of the IRO, or of the team manager who answers. */
export function recordTasks(world: World, whose: Whose, code: string, asks: ReadonlyMap<string, string>): Task[] {
  // First whose: of all reviews that were ever held, few leave something to do.
  const asked = childrenAsked(world)(asks)
  return recordsOf(world, reviews)
    .filter(({ status, child }) => status === 'HELD' && asked.has(child) && isOf(whose, child))
    .flatMap((review) =>
      openAfter(world, review).flatMap(({ clock, due }): Task[] => {
        const what = asks.get(clock.id)
        return what === undefined
          ? []
          : [{ what, href: afterPath(code, review.reviewRef), child: review.child, by: due, note: '' }]
      }),
    )
}

/** What limits ask of the IRO. */
export const ofOfficer: ReadonlyMap<string, string> = new Map([
  [recordClocks.decisions.id, 'Issue the decisions of the review'],
  [recordClocks.record.id, 'Complete the record of the review'],
  [recordClocks.distribution.id, 'Send out the record of the review'],
])

/** What they ask of the team manager. */
export const ofManager: ReadonlyMap<string, string> = new Map([
  [recordClocks.response.id, 'Answer the decisions of the review'],
])

/** The way to a review without a meeting, where the law allows one today. CLK-REV-11. */
export const withoutMeetingPanel = (world: World, child: string, code: string): ChildPanel[] =>
  whyMeetingNeeded(world, child, world.asAt) === null
    ? [
        {
          heading: 'Review without a meeting',
          items: [
            {
              text: 'The law allows the next review to be held without a meeting.',
              link: {
                href: authorityPath(code, 'children', child, 'review-without-meeting'),
                text: 'Record a review without a meeting',
              },
            },
          ],
        },
      ]
    : []
