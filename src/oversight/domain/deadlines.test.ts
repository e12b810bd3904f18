import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ChildInWords, aChild, aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import type { World } from '../../children/domain/world.ts'
import { settingsIn } from '../../house/joined.ts'
import { rooms } from '../../main/rooms.ts'
import { presetNamed } from '../../settings/all.ts'
import type { Settings } from '../../settings/settings.ts'
import { clockRunsOf, openDeadlinesOf } from '../../world/deadlines.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { checkBeforeSetting } from '../../recording/settings.ts'
import { childToldSetting, midpointSetting, ratingSetting } from '../settings.ts'

const CHILD = '100001'
type Files = Readonly<Record<string, readonly string[]>>

/** The local rules of a report, by its name. */
function preset(name: string): Settings {
  const found = presetNamed(settingsIn(rooms), name)
  assert.ok(found, name)
  return found.settings
}

/** A world of a child, with rows of registers, whose return covers the day. */
function worldOf(child: ChildInWords, asAt: string, files: Files, settings: Settings): World {
  const coverage = [...Array(20).keys()].map((at) => ({ year: 2010 + at, carriesEarlierReviews: true }))
  return { ...aWorld([aChild(child)], { asAt, settings, coverage }), registers: rowsOfFiles(files) }
}

/** What is open of a clock for the child: day and state, as `2023-06-06 running`. */
const open = (child: ChildInWords, asAt: string, clock: string, files: Files = {}, settings: Settings = {}): string[] =>
  openDeadlinesOf(worldOf(child, asAt, files, settings), CHILD)
    .filter((deadline) => deadline.clock.id === clock)
    .map(({ due, state }) => `${due.toString()} ${state}`)

/** How each run of a clock stands: `2021-03-30 met`. */
function states(child: ChildInWords, asAt: string, clock: string, files: Files, settings: Settings): string[] {
  const world = worldOf(child, asAt, files, settings)
  return clockRunsOf(world, CHILD)
    .filter((run) => run.clock.id === clock)
    .flatMap((run) => deadlineOf(run, world.asAt, world.holidays) ?? [])
    .map(({ due, state }) => `${due.toString()} ${state}`)
}

const entries = (...rows: string[]) => ({ oversight: ['child,date,kind', ...rows.map((row) => `${CHILD},${row}`)] })
const reviewed = (...rows: string[]) => ({
  reviews: ['review_ref,child,kind,status,held_date,rag', ...rows.map((row, at) => `R${at},${CHILD},CLA,HELD,${row}`)],
})

test('an authority that has chosen nothing has no clock of an authority’s own', () => {
  const child = { episodes: ['2020-01-06..2020-06-01 S C2 U6', '2020-06-01.. P C2 Z1'], reviews: ['2021-02-02'] }
  const world = worldOf(child, '2021-03-05', reviewed('2021-02-02,RED'), {})
  const local = openDeadlinesOf(world, CHILD).filter(({ clock }) => clock.confidence === 'local practice')
  assert.deepEqual(
    local.map(({ clock }) => clock.id),
    [],
  )
})

describe('CLK-OVR-1: midway between two reviews', () => {
  const settings = preset('lancashire')
  const later = { episodes: ['2021-03-01.. S'], reviews: ['2021-03-20', '2022-06-10', '2022-09-06', '2023-03-06'] }
  const early = { episodes: ['2023-04-11.. S'], reviews: ['2023-05-10'] }
  for (const { why, child, asAt, files = {}, is } of [
    { why: 'halfway to the next due date', child: later, asAt: '2023-05-01', is: ['2023-06-06 running'] },
    { why: 'after a first review', child: early, asAt: '2023-06-01', is: ['2023-06-25 running'] },
    { why: 'the last day of the window', child: later, asAt: '2023-06-20', is: ['2023-06-06 running'] },
    { why: 'the day after it', child: later, asAt: '2023-06-21', is: ['2023-06-06 overdue'] },
    { why: 'an entry on the first day of the window', child: later, asAt: '2023-06-30', files: entries('2023-05-23,MIDPOINT'), is: [] },
    { why: 'an entry a day before it', child: later, asAt: '2023-06-30', files: entries('2023-05-22,MIDPOINT'), is: ['2023-06-06 overdue'] },
    { why: 'an entry of another kind', child: later, asAt: '2023-06-30', files: entries('2023-06-06,CONTACT'), is: ['2023-06-06 overdue'] },
    { why: 'an entry of a later day than asked', child: later, asAt: '2023-06-05', files: entries('2023-06-06,MIDPOINT'), is: ['2023-06-06 running'] },
    { why: 'once the next review was held', child: { ...later, reviews: [...later.reviews, '2023-08-30'] }, asAt: '2023-09-05', is: ['2023-11-29 running'] },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(child, asAt, 'CLK-OVR-1', files, settings), is) }) // prettier-ignore
  test('an entry on the last day of the window is in time, a day later it is late', () => {
    const rule = midpointSetting.as({ whom: 'every_child', windowDays: 14, source: '' })
    assert.deepEqual(states(later, '2023-07-01', 'CLK-OVR-1', entries('2023-06-20,MIDPOINT'), rule), ['2023-06-06 met'])
    assert.deepEqual(states(later, '2023-07-01', 'CLK-OVR-1', entries('2023-06-21,MIDPOINT'), rule), ['2023-06-06 met_late']) // prettier-ignore
  })
})

describe('CLK-OVR-2: red, amber and green', () => {
  const settings = preset('leicester')
  const child = { episodes: ['2020-01-06.. S'], reviews: ['2021-02-02'] }
  for (const { why, asAt, rag, files = {}, is } of [
    { why: 'red, on its last day', asAt: '2021-03-02', rag: 'RED', is: ['2021-03-02 running'] },
    { why: 'red, a day later', asAt: '2021-03-03', rag: 'RED', is: ['2021-03-02 overdue'] },
    { why: 'red, checked', asAt: '2021-03-03', rag: 'RED', files: entries('2021-02-10,CONTACT'), is: [] },
    { why: 'amber, until day 56', asAt: '2021-03-30', rag: 'AMBER', is: ['2021-03-30 running'] },
    { why: 'amber, on day 57', asAt: '2021-03-31', rag: 'AMBER', is: ['2021-03-30 overdue'] },
    { why: 'amber, checked on day 34', asAt: '2021-03-31', rag: 'AMBER', files: entries('2021-03-08,FOOTPRINT'), is: ['2021-03-30 overdue'] },
    { why: 'amber, checked on day 35', asAt: '2021-03-31', rag: 'AMBER', files: entries('2021-03-09,FOOTPRINT'), is: [] },
    { why: 'green', asAt: '2021-03-31', rag: 'GREEN', is: [] },
    { why: 'not rated', asAt: '2021-03-31', rag: '', is: [] },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(child, asAt, 'CLK-OVR-2', { ...reviewed(`2021-02-02,${rag}`), ...files }, settings), is) }) // prettier-ignore
  test('green is checked midway, red and amber are not', () => {
    const midway = (rag: string) => open(child, '2021-03-31', 'CLK-OVR-1', reviewed(`2021-02-02,${rag}`), settings)
    assert.deepEqual([midway('GREEN'), midway('RED'), midway('')], [['2021-03-18 running'], [], []])
  })
  test('a rating that was changed counts from its own day', () => {
    const files = { ...reviewed('2021-02-02,AMBER'), ratings: ['child,date,rating', `${CHILD},2021-02-15,RED`] }
    assert.deepEqual(open(child, '2021-02-20', 'CLK-OVR-2', files, settings), ['2021-03-15 running'])
    assert.deepEqual(open(child, '2021-02-14', 'CLK-OVR-2', files, settings), ['2021-03-30 running'])
  })
  test('where an early check counts, amber is met before its window', () => {
    const rule = ratingSetting.as({ ...ratingSetting.of(settings), isEarlyEnough: true })
    const files = { ...reviewed('2021-02-02,AMBER'), ...entries('2021-02-10,CONTACT') }
    assert.deepEqual(open(child, '2021-04-10', 'CLK-OVR-2', files, rule), [])
  })
})

describe('CLK-PRE-3: the check before a review', () => {
  const settings = checkBeforeSetting.as({ isAsked: true, workingDays: 2 })
  const child = { episodes: ['2019-01-07.. S'], reviews: ['2020-07-06'] }
  const booked = { reviews: ['review_ref,child,kind,status,booked_date', `R1,${CHILD},CLA,PLANNED,2021-01-05`] }
  for (const { why, asAt = '2020-12-31', files = {}, is } of [
    { why: 'is open', is: ['2020-12-31 running'] },
    { why: 'is met by an entry', files: entries('2020-12-30,PRE_MEETING'), is: [] },
    { why: 'ten working days before counts', files: entries('2020-12-17,PRE_MEETING'), is: [] },
    { why: 'eleven do not', files: entries('2020-12-16,PRE_MEETING'), is: ['2020-12-31 running'] },
    { why: 'nor does an entry of another kind', files: entries('2020-12-30,CONTACT'), is: ['2020-12-31 running'] },
    { why: 'where such checks are kept, what has passed is overdue', asAt: '2021-01-04', files: entries('2020-12-16,PRE_MEETING'), is: ['2020-12-31 overdue'] },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(child, asAt, 'CLK-PRE-3', { ...booked, ...files }, settings), is) }) // prettier-ignore
})

describe('CLK-OVR-3: an entry in every quarter', () => {
  const settings = preset('leicester')
  const child = { episodes: ['2019-01-07.. S'], reviews: ['2020-05-04'] }
  for (const { why, of = child, asAt = '2020-09-30', files = {}, is } of [
    { why: 'due on its last day', is: ['2020-09-30 running'] },
    { why: 'met on its last day', files: entries('2020-09-30,FOOTPRINT'), is: [] },
    { why: 'met by a review', of: { ...child, reviews: ['2020-08-04'] }, is: [] },
    { why: 'an entry of the quarter before', files: entries('2020-06-30,FOOTPRINT'), is: ['2020-09-30 running'] },
    { why: 'a child looked after since 10 September', of: { episodes: ['2020-09-10.. S'] }, is: [] },
    { why: 'the next quarter asks for its own alone', asAt: '2020-10-01', is: ['2020-12-31 running'] },
  ])
    test(why, () => { assert.deepEqual(open(of, asAt, 'CLK-OVR-3', files, settings), is) }) // prettier-ignore
})

describe('CLK-OVR-5: placements that are not registered', () => {
  const settings = preset('lancashire')
  const child = { episodes: ['2023-05-02..2024-01-17 S C2 U6', '2024-01-17.. P C2 Z1'] }
  for (const { why, of = child, asAt, files = {}, is } of [
    { why: 'a visit in 5 working days', asAt: '2024-01-20', is: ['2024-01-24 running'] },
    { why: 'which is overdue', asAt: '2024-02-01', is: ['2024-01-24 overdue'] },
    { why: 'then contact within a month of the visit', asAt: '2024-02-01', files: entries('2024-01-31,VISIT'), is: ['2024-02-29 running'] },
    { why: 'and of the last contact', asAt: '2024-03-01', files: entries('2024-01-31,VISIT', '2024-02-20,CONTACT'), is: ['2024-03-20 running'] },
    { why: 'a visit of the home counts', asAt: '2024-02-01', files: { visits: ['child,date,kind', `${CHILD},2024-01-22,HOME_UNREGULATED`] }, is: ['2024-02-22 running'] },
    { why: 'until the placement ends', asAt: '2024-02-01', of: { episodes: ['2023-05-02..2024-01-17 S C2 U6', '2024-01-17..2024-01-30 P C2 Z1', '2024-01-30.. P C2 U6'] }, is: [] },
    { why: 'by the codes since 2025-26', asAt: '2026-01-20', of: { episodes: ['2025-12-01.. S C2 Z12'] }, is: ['2025-12-08 overdue'] },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(of, asAt, 'CLK-OVR-5', files, settings), is) }) // prettier-ignore
})

describe('CLK-OVR-6: supervision orders', () => {
  const settings = preset('lancashire')
  const order = (to = '') => ({ people: ['child,kind,from,to', `SO1,SUPERVISION_ORDER,2023-11-30,${to}`] })
  const due = (asAt: string, files: Files) =>
    openDeadlinesOf(worldOf({}, asAt, files, settings), 'SO1').map(
      ({ clock, due: on, state }) => `${clock.id} ${on.toString()} ${state}`,
    )
  test('three months from the order, in a leap year', () => { assert.deepEqual(due('2024-01-10', order()), ['CLK-OVR-6 2024-02-29 running']) }) // prettier-ignore
  test('then from each actual date', () => {
    const files = { ...order(), oversight: ['child,date,kind', 'SO1,2024-03-05,MEETING'] }
    assert.deepEqual(due('2024-03-04', files), ['CLK-OVR-6 2024-02-29 overdue'])
    assert.deepEqual(due('2024-03-06', files), ['CLK-OVR-6 2024-06-05 running'])
  })
  test('until it ends', () => { assert.deepEqual(due('2024-03-06', order('2024-03-01')), []) }) // prettier-ignore
})

test('CLK-OVR-9: contact as often as was agreed, from the plan or the last contact', () => {
  const child = { episodes: ['2023-05-02.. S'], reviews: ['2023-05-20'] }
  const plan = { contact_plans: ['child,from,every_weeks', `${CHILD},2023-06-01,4`] }
  assert.deepEqual(open(child, '2023-06-10', 'CLK-OVR-9', plan), ['2023-06-29 running'])
  assert.deepEqual(open(child, '2023-06-30', 'CLK-OVR-9', { ...plan, ...entries('2023-06-20,CONTACT') }), ['2023-07-18 running']) // prettier-ignore
})

describe('CLK-IRO-3: the IRO meets the child before the first review', () => {
  const child = { episodes: ['2023-04-11.. S'] }
  test('shown until it is due where no contacts are kept', () => {
    assert.deepEqual(open(child, '2023-05-11', 'CLK-IRO-3'), ['2023-05-11 running'])
    assert.deepEqual(open(child, '2023-05-12', 'CLK-IRO-3'), [])
  })
  test('overdue where they are', () => {
    assert.deepEqual(open(child, '2023-05-12', 'CLK-IRO-3', { oversight: ['child,date,kind', '2,2023-01-04,CONTACT'] }), ['2023-05-11 overdue']) // prettier-ignore
  })
  test('met by a visit, over with the first review', () => {
    assert.deepEqual(open(child, '2023-05-02', 'CLK-IRO-3', entries('2023-05-02,VISIT')), [])
    assert.deepEqual(open({ ...child, reviews: ['2023-05-09'] }, '2023-05-10', 'CLK-IRO-3'), [])
  })
})

describe('CLK-VIS: visits by the social worker', () => {
  const visited = (...days: string[]) => ({
    visits: ['child,date,kind,seen_alone', '2,2020-01-06,SOCIAL_WORK,', ...days.map((day) => `${CHILD},${day},SOCIAL_WORK,Y`)], // prettier-ignore
  })
  const placed = { episodes: ['2023-04-03.. S C2 U6'] }
  const home = (status: string) => ({ episodes: [`2023-04-03.. S ${status} P1`] })
  for (const { why, of = placed, asAt, files = visited(), is, clock = 'CLK-VIS-1' } of [
    { why: 'the first within a week, also over Easter', asAt: '2023-04-05', is: ['2023-04-10 running'] },
    { why: 'then within six weeks of the last', asAt: '2023-04-20', files: visited('2023-04-06'), is: ['2023-05-18 running'] },
    { why: 'none made', asAt: '2023-04-20', is: ['2023-04-10 overdue'] },
    { why: 'nobody writes visits down', asAt: '2023-04-20', files: {}, is: [] },
    { why: 'nobody writes visits down: shown until it is due', asAt: '2023-04-10', files: {}, is: ['2023-04-10 running'] },
    { why: 'a move asks for a first visit again', of: { episodes: ['2023-04-03..2023-06-05 S C2 U6', '2023-06-05.. P C2 U6'] }, asAt: '2023-06-06', files: visited('2023-06-01'), is: ['2023-06-12 running'] },
    { why: 'long-term, in its first year', of: { episodes: ['2023-04-03.. S C2 U4'] }, asAt: '2024-03-10', files: visited('2024-03-04'), is: ['2024-04-15 running'] },
    { why: 'long-term, after its first year', of: { episodes: ['2023-04-03.. S C2 U4'] }, asAt: '2024-05-10', files: visited('2024-04-29'), is: ['2024-07-29 running'] },
    { why: 'not long-term, after its first year', asAt: '2024-05-10', files: visited('2024-04-29'), is: ['2024-06-10 running'] },
    { why: 'at home under an interim order, weekly', of: home('C1'), asAt: '2023-04-15', files: visited('2023-04-06', '2023-04-12'), is: ['2023-04-19 running'], clock: 'CLK-VIS-4' },
    { why: 'at home under an interim order, after the first review', of: { ...home('C1'), reviews: ['2023-04-28'] }, asAt: '2023-05-05', files: visited('2023-05-02'), is: ['2023-05-30 running'], clock: 'CLK-VIS-4' },
    { why: 'at home under a care order, from the order', of: { episodes: ['2023-04-03..2023-06-05 S C1 P1', '2023-06-05.. L C2 P1'] }, asAt: '2023-06-06', files: visited('2023-06-01'), is: ['2023-06-12 running'], clock: 'CLK-VIS-5' },
    { why: 'at home under a care order, then within six weeks', of: home('C2'), asAt: '2023-04-12', files: visited('2023-04-06'), is: ['2023-05-18 running'], clock: 'CLK-VIS-5' },
    { why: 'placed for adoption, weekly', of: { episodes: ['2023-04-03.. S E1 A4'] }, asAt: '2023-04-12', files: visited('2023-04-11'), is: ['2023-04-18 running'], clock: 'CLK-VIS-6' },
    { why: 'placed for adoption, after its first review', of: { episodes: ['2023-04-03.. S E1 A4'], reviews: ['2023-04-28'] }, asAt: '2023-05-12', files: visited('2023-05-11'), is: [], clock: 'CLK-VIS-6' },
    { why: 'in short breaks', of: { episodes: ['2023-04-03..2023-04-05 S V3 U6 E4A'] }, asAt: '2023-05-12', is: ['2023-07-03 running'], clock: 'CLK-VIS-7' },
    { why: 'in short breaks, after a visit on a day of one', of: { episodes: ['2023-04-03..2023-04-05 S V3 U6 E4A'] }, asAt: '2023-05-12', files: visited('2023-04-04', '2023-05-02'), is: ['2023-10-04 running'], clock: 'CLK-VIS-7' },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(of, asAt, clock, files), is) }) // prettier-ignore
  test('on a day before the first visit that is written down, none is known to be missing', () => {
    const files = { visits: ['child,date,kind', '2,2023-06-05,SOCIAL_WORK'] }
    assert.deepEqual(open(placed, '2023-04-08', 'CLK-VIS-1', files), ['2023-04-10 running'])
    assert.deepEqual(open(placed, '2023-05-08', 'CLK-VIS-1', files), [])
  })
  test('a placement that began before visits were written down: at the latest after the day before', () => {
    const files = { visits: ['child,date,kind', '2,2023-06-05,SOCIAL_WORK'] }
    assert.deepEqual(open(placed, '2023-06-06', 'CLK-VIS-1', files), ['2023-07-16 running'])
  })
})

describe('CLK-REV-7: a review before the next one is due', () => {
  const child = { episodes: ['2023-02-01.. S'], reviews: ['2023-02-20', '2023-05-15', '2023-08-29'] }
  const asked = (row: string) => ({
    review_requests: ['child,asked_date,trigger,by_date,withdrawn_date', `${CHILD},${row}`],
  })
  for (const { why, of = child, asAt, row = '2023-11-13,IRO,2023-12-08,', is } of [
    { why: 'by the day that was set', asAt: '2023-11-13', is: ['2023-12-08 running'] },
    { why: 'on that day', asAt: '2023-12-08', is: ['2023-12-08 running'] },
    { why: 'the day after', asAt: '2023-12-09', is: ['2023-12-08 overdue'] },
    { why: 'the day before it was asked for', asAt: '2023-11-12', is: [] },
    { why: 'held', of: { ...child, reviews: [...child.reviews, '2023-12-05'] }, asAt: '2023-12-09', is: [] },
    { why: 'no longer asked for', row: '2023-11-13,IRO,2023-12-08,2023-11-20', asAt: '2023-12-09', is: [] },
    { why: 'asked for in care that has ended', of: { episodes: ['2023-02-01..2023-11-20 S C2 U6 E4A', '2023-11-25.. S'] }, asAt: '2023-12-09', is: [] },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(of, asAt, 'CLK-REV-7', asked(row)), is) }) // prettier-ignore
})

describe('CLK-IRO-2: the child told who the IRO is', () => {
  const settings = childToldSetting.as({ isOn: true, workingDays: 5, source: '' })
  const child = { episodes: ['2023-04-03.. S'] }
  const named = { officers: ['officer_id,name,role,fte,start_date', 'A,Ann Ash,IRO,1,2010-01-01'], allocations: ['child,officer_id,from,to', `${CHILD},A,2023-04-06,`] } // prettier-ignore
  for (const { why, asAt, files = {}, on = settings, is } of [
    { why: 'in 5 working days, over Easter', asAt: '2023-04-07', is: ['2023-04-17 running'] },
    { why: 'nobody said so', asAt: '2023-04-18', is: ['2023-04-17 overdue'] },
    { why: 'a contact since', asAt: '2023-04-18', files: entries('2023-04-06,CONTACT'), is: [] },
    { why: 'a contact by the IRO before', asAt: '2023-04-18', files: entries('2023-04-05,CONTACT'), is: ['2023-04-17 overdue'] },
    { why: 'no such rule unless it is chosen', on: {}, asAt: '2023-04-18', is: [] },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(child, asAt, 'CLK-IRO-2', { ...named, ...files }, on), is) }) // prettier-ignore
})

describe('CLK-VIS-2 to -4: what visits depend on besides the return', () => {
  const files = (kind: string, ...days: string[]) => ({
    visits: ['child,date,kind', '2,2020-01-06,SOCIAL_WORK', ...days.map((day) => `${CHILD},${day},SOCIAL_WORK`)],
    visit_arrangements: ['child,kind,from,to', `${CHILD},${kind}`],
  })
  const home = { episodes: ['2023-04-03.. S C2 P1'] }
  for (const { why, of, asAt, kind, days = [], is, clock } of [
    { why: 'fewer visits, after the first year', of: { episodes: ['2023-04-03.. S C2 U4'] }, asAt: '2024-05-10', kind: 'SIX_MONTHLY,2024-04-01,', days: ['2024-04-30'], is: ['2024-10-30 running'], clock: 'CLK-VIS-2' },
    { why: 'not in it', of: { episodes: ['2023-04-03.. S C2 U4'] }, asAt: '2024-03-10', kind: 'SIX_MONTHLY,2024-01-01,', days: ['2024-03-04'], is: ['2024-04-15 running'], clock: 'CLK-VIS-1' },
    { why: 'no longer agreed', of: { episodes: ['2023-04-03.. S C2 U4'] }, asAt: '2024-05-10', kind: 'SIX_MONTHLY,2024-04-01,2024-05-10', days: ['2024-04-30'], is: ['2024-07-30 running'], clock: 'CLK-VIS-1' },
    { why: 'with a parent before the assessment, weekly', of: home, asAt: '2023-04-15', kind: 'BEFORE_ASSESSMENT,2023-04-03,', days: ['2023-04-12'], is: ['2023-04-19 running'], clock: 'CLK-VIS-3' },
    { why: 'and six-weekly after the first review', of: { ...home, reviews: ['2023-04-28'] }, asAt: '2023-05-05', kind: 'BEFORE_ASSESSMENT,2023-04-03,', days: ['2023-05-02'], is: ['2023-06-13 running'], clock: 'CLK-VIS-3' },
    { why: 'with a connected person approved for a time, weekly', of: { episodes: ['2023-04-03.. S C2 Q1'] }, asAt: '2023-04-15', kind: 'TEMPORARY_APPROVAL,2023-04-03,', days: ['2023-04-12'], is: ['2023-04-19 running'], clock: 'CLK-VIS-4' },
    { why: 'and four-weekly after the first review', of: { episodes: ['2023-04-03.. S C2 Q1'], reviews: ['2023-04-28'] }, asAt: '2023-05-05', kind: 'TEMPORARY_APPROVAL,2023-04-03,', days: ['2023-05-02'], is: ['2023-05-30 running'], clock: 'CLK-VIS-4' },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(of, asAt, clock, files(kind, ...days)), is) }) // prettier-ignore
})
