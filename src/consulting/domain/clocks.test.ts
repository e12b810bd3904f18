import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { holidays } from '../../../test/support/holidays.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { explain } from '../../clocks/explain.ts'
import { date } from '../../kernel/dates.ts'
import type { Content } from '../../registers/register.ts'
import { clockRunsOf, openDeadlinesOf } from '../../world/deadlines.ts'

const CHILD = '100001'

interface Rows {
  review: Readonly<Record<string, string>>
  /** The days on which a form was sent to the child. */
  sent?: readonly string[]
  /** A move of the review: on which day. */
  movedOn?: string
  /** The day on which it was booked, as its meeting has it. */
  bookedOn?: string
  isFirst?: boolean
  settings?: Readonly<Record<string, unknown>>
}

/** A child with a review of the register `R1`, on a day; another child was asked long before. */
function world({ review, sent = [], movedOn, bookedOn, isFirst = false, settings = {} }: Rows, asAt: string) {
  const reviews = isFirst ? [] : ['2013-10-01 PN1']
  const made = aWorld([aChild({ episodes: ['2013-09-10.. S C2 U6'], reviews })], { asAt, settings })
  const forms = [['OTHER', '2012-01-02'], ...sent.map((on) => ['R1', on])]
  return {
    ...made,
    registers: new Map<string, ReadonlyMap<string, Content>>([
      ['reviews', new Map([['R1', { review_ref: 'R1', child: CHILD, kind: 'CLA', status: 'PLANNED', ...review }]])],
      [
        'consultations',
        new Map(forms.map(([of = '', on = '']) => [of + on, { review_ref: of, party: 'CHILD', sent_date: on }])),
      ],
      [
        'meetings',
        new Map(
          bookedOn === undefined
            ? []
            : [['R1', { review_ref: 'R1', number: 1, child: CHILD, date: review['booked_date'] ?? '', purpose: 'REVIEW', status: 'BOOKED', booked_on: bookedOn }]], // prettier-ignore
        ),
      ],
      [
        'rearrangements',
        new Map(
          movedOn === undefined
            ? []
            : [
                [
                  'R1',
                  {
                    review_ref: 'R1',
                    number: 1,
                    child: CHILD,
                    date: movedOn,
                    from_date: '2014-02-01',
                    to_date: review['booked_date'] ?? '',
                    asked_by: 'CHILD',
                    reason: 'school',
                  },
                ],
              ],
        ),
      ],
    ]),
  }
}

const open = (rows: Rows, asAt: string) =>
  openDeadlinesOf(world(rows, asAt), CHILD)
    .filter(({ clock }) => clock.id === 'CLK-PRE-1')
    .map(({ due, state, daysLate }) => `${due.toString()} ${state} ${daysLate}`)

const booked = { booked_date: '2014-03-26' }

describe('CLK-PRE-1: the child is invited 42 days before the review', () => {
  const cases: [string, Rows, string, string[]][] = [
    ['the rulebook’s example', { review: booked }, '2014-02-01', ['2014-02-12 running 0']],
    ['on its last day it is in time', { review: booked }, '2014-02-12', ['2014-02-12 running 0']],
    ['a day later it is late', { review: booked }, '2014-02-13', ['2014-02-12 overdue 1']],
    ['a form sent to the child meets it', { review: booked, sent: ['2014-02-10'] }, '2014-02-13', []],
    ['a form sent after the day asked about does not', { review: booked, sent: ['2014-02-10'] }, '2014-02-09', ['2014-02-12 running 0']], // prettier-ignore
    ['a form sent late meets it too', { review: booked, sent: ['2014-02-20'] }, '2014-02-21', []],
    ['a review that was held later had not been held', { review: { ...booked, status: 'HELD', held_date: '2014-03-26' } }, '2014-02-01', ['2014-02-12 running 0']], // prettier-ignore
    ['a review that was held has none', { review: { ...booked, status: 'HELD', held_date: '2014-03-26' } }, '2014-03-27', []], // prettier-ignore
    ['a cancelled one has none', { review: { ...booked, status: 'CANCELLED' } }, '2014-02-01', []],
    ['one that is not booked has none', { review: {} }, '2014-02-01', []],
    ['a review of secure accommodation has none', { review: { ...booked, kind: 'SECURE' } }, '2014-02-01', []],
    ['moved too late for it: 2 working days from then', { review: booked, movedOn: '2014-02-20' }, '2014-02-20', ['2014-02-24 running 0']], // prettier-ignore
    ['moved in time: 42 days', { review: booked, movedOn: '2014-02-05' }, '2014-02-06', ['2014-02-12 running 0']],
    ['a first review whose booking nobody knows has none', { review: booked, isFirst: true }, '2014-02-01', []],
    ['a first review: 2 working days from its booking', { review: booked, isFirst: true, bookedOn: '2014-03-03' }, '2014-03-04', ['2014-03-05 running 0']], // prettier-ignore
    ['a first review is met by a form alone', { review: booked, isFirst: true, bookedOn: '2014-03-03', sent: ['2014-03-04'] }, '2014-03-06', []], // prettier-ignore
    ['booked too late for it: 2 working days from then', { review: booked, bookedOn: '2014-02-20' }, '2014-02-20', ['2014-02-24 running 0']], // prettier-ignore
    ['booked in time: 42 days', { review: booked, bookedOn: '2014-01-10' }, '2014-02-06', ['2014-02-12 running 0']],
    ['a first review that was moved', { review: booked, isFirst: true, movedOn: '2014-01-07' }, '2014-01-08', ['2014-01-09 running 0']], // prettier-ignore
    ['by the authority’s own number of days', { review: booked, settings: { inviteDaysBefore: 28 } }, '2014-02-20', ['2014-02-26 running 0']], // prettier-ignore
  ]
  for (const [what, rows, asAt, expected] of cases) {
    it(what, () => {
      assert.deepEqual(open(rows, asAt), expected)
    })
  }

  it('where no form was ever sent to a child, what has passed is not known', () => {
    const silent = world({ review: booked }, '2014-02-13')
    silent.registers.delete('consultations')
    assert.deepEqual(openDeadlinesOf(silent, CHILD).filter(({ clock }) => clock.id === 'CLK-PRE-1'), []) // prettier-ignore
  })

  it('explains itself', () => {
    const [run] = clockRunsOf(world({ review: booked }, '2014-02-01'), CHILD).filter(({ clock }) => clock.id === 'CLK-PRE-1') // prettier-ignore
    assert.ok(run)
    const deadline = deadlineOf(run, date('2014-02-01'), holidays)
    assert.ok(deadline)
    assert.equal(
      explain(deadline, holidays),
      'Invitation and consultation papers to the child: due by Wednesday 12 February 2014, at least 42 days before the review. Counted from the review on Wednesday 26 March 2014: 42 calendar days back, the day itself not counted. Source: Blackpool’s annual report 2013-14, paragraph 7.4. This is the authority’s own rule, not the law.',
    )
  })
})
