import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ChildInWords, aChild, aWorld, episode } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import type { World } from '../../children/domain/world.ts'
import { addDays, date, instant } from '../../kernel/dates.ts'
import { missingPresets } from '../../missingChildren/settings.ts'
import { footprintSetting, watchedPlacementsSetting } from '../../oversight/settings.ts'
import type { Settings } from '../../settings/settings.ts'
import { type SignKind, signKinds } from './kinds.ts'
import { firstOfLatestDay } from './lastImports.ts'
import { newSigns, signsIn, signsOf } from './signs.ts'

const CHILD = '100001'
type Files = Readonly<Record<string, readonly string[]>>

function worldOf(child: ChildInWords, asAt: string, files: Files = {}, settings: Settings = {}): World {
  const coverage = [...Array(20).keys()].map((at) => ({ year: 2010 + at, carriesEarlierReviews: true }))
  return { ...aWorld([aChild(child)], { asAt, settings, coverage }), registers: rowsOfFiles(files) }
}

interface Case {
  why: string
  child?: ChildInWords
  asAt: string
  files?: Files
  settings?: Settings
  /** `2022-06-01`, with ` challenge` where it proposes one; empty for no sign. */
  is: string
}

/** Holds of a kind that it is there as each case says, and not where it is not said. */
function kind(of: SignKind, common: ChildInWords, cases: readonly Case[]): void {
  describe(of, () => {
    for (const { why, child = {}, asAt, files = {}, settings = {}, is } of cases)
      test(`${asAt}: ${why}`, () => {
        const found = signsOf(worldOf({ ...common, ...child }, asAt, files, settings), CHILD)
        const own = found.filter((sign) => sign.kind === of)
        assert.ok(own.length <= 1, 'one a kind and child')
        assert.equal(own.map(({ since, prompts }) => [since.toString(), prompts ?? ''].join(' ').trim()).join(), is)
        for (const { why: words } of found) assert.match(words, /^[A-Z].*\.$/)
      })
  })
}

const moved = (reason: string) => [
  episode('2022-01-10..2022-06-01 S C2 U6', { reasonPlacementChanged: reason }),
  episode('2022-06-01.. P C2 U6'),
]
const held = (...rows: string[]) => ({
  reviews: ['review_ref,child,kind,status,held_date', ...rows.map((row, at) => `R${at + 1},${CHILD},CLA,HELD,${row}`)],
})

kind('emergency_move', {}, [
  { why: 'a move, and no review since the placement before began', child: { episodes: moved('CREQB') }, asAt: '2022-06-01', is: '2022-06-01' },
  { why: 'the day before', child: { episodes: moved('CREQB') }, asAt: '2022-05-31', is: '' },
  { why: 'as the care plan said', child: { episodes: moved('CARPL') }, asAt: '2022-06-10', is: '' },
  { why: 'for another reason, whichever', child: { episodes: moved('PLACE') }, asAt: '2022-06-10', is: '2022-06-01' },
  { why: 'no reason recorded', child: { episodes: moved('') }, asAt: '2022-06-10', is: '2022-06-01' },
  { why: 'a review in the placement before', child: { episodes: moved('CREQB'), reviews: ['2022-02-01'] }, asAt: '2022-06-10', is: '' },
  { why: 'a review before that placement', child: { episodes: [episode('2021-01-10..2022-01-10 S C2 U6'), ...moved('CREQB').map((one, at) => (at === 0 ? { ...one, reasonForNewEpisode: 'P' } : one))], reviews: ['2021-12-01'] }, asAt: '2022-06-10', is: '2022-06-01' },
  { why: 'a review held after it', child: { episodes: moved('CREQB'), reviews: ['2022-06-20'] }, asAt: '2022-06-20', is: '' },
  { why: 'of two, the latest', child: { episodes: [...moved('CREQB').slice(0, 1), episode('2022-06-01..2022-07-01 P C2 U6', { reasonPlacementChanged: 'OTHER' }), episode('2022-07-01.. P C2 U6')] }, asAt: '2022-07-10', is: '2022-07-01' },
  { why: 'heard of before a return shows it', child: { episodes: ['2022-01-10.. S C2 U6'] }, files: { events: ['child,kind,date', `${CHILD},EMERGENCY_MOVE,2022-06-05`] }, asAt: '2022-06-05', is: '2022-06-05' },
  { why: 'heard of, and reviewed since', child: { episodes: ['2022-01-10.. S C2 U6'], reviews: ['2022-06-09'] }, files: { events: ['child,kind,date', `${CHILD},EMERGENCY_MOVE,2022-06-05`] }, asAt: '2022-06-10', is: '' },
]) // prettier-ignore

kind('unregistered_placement', { bornOn: '2006-02-03' }, [
  { why: 'Z1', child: { episodes: ['2022-01-10..2022-06-01 S C2 U6', '2022-06-01.. P C2 Z1'] }, asAt: '2022-06-01', is: '2022-06-01' },
  { why: 'Z13', child: { episodes: ['2025-06-01.. S C2 Z13'], bornOn: '2012-02-03' }, asAt: '2025-06-10', is: '2025-06-01' },
  { why: 'when it has ended', child: { episodes: ['2022-01-10..2022-06-01 S C2 Z1', '2022-06-01.. P C2 U6'] }, asAt: '2022-06-01', is: '' },
  { why: 'one that the authority watches', child: { episodes: ['2022-05-10.. S C2 H5'] }, settings: watchedPlacementsSetting.as(['H5']), asAt: '2022-06-01', is: '2022-05-10' },
  { why: 'semi-independent at 16', child: { episodes: ['2022-05-10.. S C2 H5'] }, asAt: '2022-06-01', is: '' },
  { why: 'semi-independent under 16', child: { episodes: ['2022-05-10.. S C2 H5'], bornOn: '2008-02-03' }, asAt: '2022-06-01', is: '2022-05-10' },
]) // prettier-ignore

const missing = (...days: string[]) => days.map((day) => ({ from: date(day), to: addDays(date(day), 1), kind: 'M', source: { year: 2022, table: 'Missing', row: 2 } })) // prettier-ignore
const five = missing('2022-05-01', '2022-05-08', '2022-05-15', '2022-05-22', '2022-06-01')
const protocol = missingPresets[0]?.settings ?? {}
kind('missing_stage_1', { episodes: ['2022-01-10.. S'] }, [
  { why: 'the fifth in 90 days', child: { missing: five }, settings: protocol, asAt: '2022-06-01', is: '2022-06-01' },
  { why: 'no protocol', child: { missing: five }, asAt: '2022-06-01', is: '' },
  { why: 'the meeting was held', child: { missing: five }, settings: protocol, files: { missing_meetings: ['child,stage,date', `${CHILD},STAGE_1,2022-06-05`] }, asAt: '2022-06-10', is: '' },
]) // prettier-ignore
kind('missing_stage_2', { episodes: ['2022-01-10.. S'] }, [
  { why: 'the ninth in 90 days', child: { missing: [...five, ...missing('2022-06-02', '2022-06-03', '2022-06-04', '2022-06-06')] }, settings: protocol, asAt: '2022-06-10', is: '2022-06-06' },
  { why: 'five are not enough', child: { missing: five }, settings: protocol, asAt: '2022-06-10', is: '' },
]) // prettier-ignore

const orderMade = ['2022-01-10..2022-06-01 S V2 U6', '2022-06-01.. L C1 U6']
const otherKind = ['2022-01-10..2022-06-01 S C2 U6', '2022-06-01.. P C2 K2']
kind('plan_changed_outside_review', {}, [
  { why: 'an order', child: { episodes: orderMade }, asAt: '2022-06-01', is: '2022-06-01 challenge' },
  { why: 'the first order of the period', child: { episodes: ['2022-06-01.. S C1 U6'] }, asAt: '2022-06-10', is: '' },
  { why: 'a review 28 days before', child: { episodes: orderMade, reviews: ['2022-05-04'] }, asAt: '2022-06-10', is: '' },
  { why: 'a review 29 days before', child: { episodes: orderMade, reviews: ['2022-05-03'] }, asAt: '2022-06-10', is: '2022-06-01 challenge' },
  { why: 'a review after it', child: { episodes: orderMade, reviews: ['2022-06-08'] }, asAt: '2022-06-10', is: '' },
  { why: 'a move to a placement of another kind', child: { episodes: otherKind }, asAt: '2022-06-10', is: '2022-06-01 challenge' },
  { why: 'a move to one of the same kind', child: { episodes: ['2022-01-10..2022-06-01 S C2 U6', '2022-06-01.. P C2 U5'] }, asAt: '2022-06-10', is: '' },
]) // prettier-ignore

kind('returned_home', {}, [
  { why: 'placed with parents', child: { episodes: ['2022-01-10..2022-06-01 S C2 U6', '2022-06-01.. P C2 P1'] }, asAt: '2022-06-01', is: '2022-06-01' },
  { why: 'after 28 days', child: { episodes: ['2022-01-10..2022-06-01 S C2 U6', '2022-06-01.. P C2 P1'] }, asAt: '2022-06-30', is: '' },
  { why: 'reviewed since', child: { episodes: ['2022-01-10..2022-06-01 S C2 U6', '2022-06-01.. P C2 P1'], reviews: ['2022-06-08'] }, asAt: '2022-06-10', is: '' },
  { why: 'left care for home', child: { episodes: ['2022-01-10..2022-06-01 S V2 U6 E4B'] }, asAt: '2022-06-10', is: '2022-06-01' },
  { why: 'left care for another reason', child: { episodes: ['2022-01-10..2022-06-01 S V2 U6 E3'] }, asAt: '2022-06-10', is: '' },
]) // prettier-ignore

kind('short_break_limit', {}, [
  { why: 'the 18th day of a stay', child: { episodes: ['2022-05-02.. S V3 U6'] }, asAt: '2022-05-19', is: '2022-05-19' },
  { why: 'the 17th', child: { episodes: ['2022-05-02.. S V3 U6'] }, asAt: '2022-05-18', is: '' },
  { why: 'when twelve months no longer hold it', child: { episodes: ['2022-05-02..2022-05-25 S V3 U6 E4A'] }, asAt: '2023-05-25', is: '' },
  { why: 'the 76th day in twelve months', child: { episodes: ['2022-04-01', '2022-05-01', '2022-06-01', '2022-07-01', '2022-08-01'].map((from) => `${from}..${addDays(date(from), 16).toString()} S V3 U6 E4A`) }, asAt: '2022-08-12', is: '2022-08-12' },
  { why: 'the 75th', child: { episodes: ['2022-04-01', '2022-05-01', '2022-06-01', '2022-07-01', '2022-08-01'].map((from) => `${from}..${addDays(date(from), 16).toString()} S V3 U6 E4A`) }, asAt: '2022-08-11', is: '' },
]) // prettier-ignore

const quarterly = footprintSetting.as({ isOn: true, doesReviewCount: true, minimumDays: 28, source: '' })
kind('no_oversight', { episodes: ['2021-01-10.. S'], reviews: ['2022-01-20'] }, [
  { why: '21 days before the quarter ends', settings: quarterly, asAt: '2022-06-09', is: '2022-06-09' },
  { why: 'the day before', settings: quarterly, asAt: '2022-06-08', is: '' },
  { why: 'no such rule', asAt: '2022-06-10', is: '' },
  { why: 'an entry', settings: quarterly, files: { oversight: ['child,date,kind', `${CHILD},2022-04-20,CONTACT`] }, asAt: '2022-06-10', is: '' },
  { why: 'a review', child: { reviews: ['2022-05-20'] }, settings: quarterly, asAt: '2022-06-10', is: '' },
  { why: 'the quarter has ended', settings: quarterly, asAt: '2022-07-01', is: '' },
]) // prettier-ignore

const decided = (...rows: string[]) => ({ recommendations: ['review_ref,number,text,responsible,due_date,completed_date,outcome,looked_at_in,carried_from', ...rows] }) // prettier-ignore
const inCare = { episodes: ['2021-01-10.. S'] }
kind('decision_overdue', inCare, [
  { why: '28 days after its date', files: { ...held('2022-02-01'), ...decided('R1,1,Refer,SW,2022-03-01,,,,') }, asAt: '2022-03-29', is: '2022-03-29' },
  { why: 'the day before', files: { ...held('2022-02-01'), ...decided('R1,1,Refer,SW,2022-03-01,,,,') }, asAt: '2022-03-28', is: '' },
  { why: 'completed late', files: { ...held('2022-02-01'), ...decided('R1,1,Refer,SW,2022-03-01,2022-04-10,,,') }, asAt: '2022-04-10', is: '' },
  { why: 'not completed yet', files: { ...held('2022-02-01'), ...decided('R1,1,Refer,SW,2022-03-01,2022-04-10,,,') }, asAt: '2022-04-09', is: '2022-03-29' },
  { why: 'judged at a review', files: { ...held('2022-02-01', '2022-05-01'), ...decided('R1,1,Refer,SW,2022-03-01,,NOT_DONE,R2,') }, asAt: '2022-05-01', is: '' },
  { why: 'carried from one that was overdue', files: { ...held('2022-02-01', '2022-05-01'), ...decided('R1,1,Refer,SW,2022-03-01,,NOT_DONE,R2,', 'R2,1,Refer again,SW,2022-06-01,,,,R1/1') }, asAt: '2022-07-01', is: '2022-06-29 challenge' },
  { why: 'carried from one that was in time', files: { ...held('2022-02-01', '2022-05-01'), ...decided('R1,1,Refer,SW,2022-04-25,,PART_DONE,R2,', 'R2,1,Refer again,SW,2022-06-01,,,,R1/1') }, asAt: '2022-07-01', is: '2022-06-29' },
  { why: 'without a date', files: { ...held('2022-02-01'), ...decided('R1,1,Refer,SW,,,,,') }, asAt: '2022-12-01', is: '' },
]) // prettier-ignore

const three = held('2021-02-01', '2021-05-01', '2021-11-01')
kind('repeated_decision', inCare, [
  { why: 'carried through three', files: { ...three, ...decided('R1,1,Refer,SW,,,,,', 'R2,1,Chase,SW,,,,,R1/1', 'R3,2,Chase again,SW,,,,,R2/1') }, asAt: '2021-11-01', is: '2021-11-01' },
  { why: 'the third was not held yet', files: { ...three, ...decided('R1,1,Refer,SW,,,,,', 'R2,1,Chase,SW,,,,,R1/1', 'R3,2,Chase again,SW,,,,,R2/1') }, asAt: '2021-10-31', is: '' },
  { why: 'in the same words, case, punctuation and figures aside', files: { ...three, ...decided('R1,1,Refer to CAMHS by 3 March,SW,,,,,', 'R2,1,refer to CAMHS by 5 March.,SW,,,,,', 'R3,1,Refer to camhs by 9 March,SW,,,,,') }, asAt: '2021-12-01', is: '2021-11-01' },
  { why: 'through two', files: { ...three, ...decided('R2,1,Refer,SW,,,,,', 'R3,1,Refer,SW,,,,,') }, asAt: '2021-12-01', is: '' },
  { why: 'it is done', files: { ...three, ...decided('R1,1,Refer,SW,,,,,', 'R2,1,Refer,SW,,,,,', 'R3,1,Refer,SW,,2021-11-20,,,') }, asAt: '2021-12-01', is: '' },
  { why: 'judged done at a review that is not held yet', files: { ...held('2021-02-01', '2021-05-01', '2021-11-01', '2022-04-01'), ...decided('R1,1,Refer,SW,,,,,', 'R2,1,Refer,SW,,,,,', 'R3,1,Refer,SW,,,DONE,R4,') }, asAt: '2022-03-31', is: '2021-11-01' },
  { why: 'judged done at the review before', files: { ...three, ...decided('R1,1,Refer,SW,,,DONE,R2,', 'R2,1,Refer,SW,,,,,', 'R3,1,Refer,SW,,,,,') }, asAt: '2021-12-01', is: '' },
  { why: 'a review without it', files: { ...held('2021-02-01', '2021-05-01', '2021-11-01', '2022-04-01'), ...decided('R1,1,Refer,SW,,,,,', 'R2,1,Refer,SW,,,,,', 'R3,1,Refer,SW,,,,,', 'R4,1,Plan,SW,,,,,') }, asAt: '2022-04-02', is: '' },
  { why: 'through four: since the third', files: { ...held('2021-02-01', '2021-05-01', '2021-11-01', '2022-04-01'), ...decided('R1,1,Refer,SW,,,,,', 'R2,1,Refer,SW,,,,,', 'R3,1,Refer,SW,,,,,', 'R4,1,Refer,SW,,,,,') }, asAt: '2022-04-02', is: '2021-11-01' },
]) // prettier-ignore

const plans = (...answers: string[]) => ({ reviews: ['review_ref,child,kind,status,held_date,permanence_plan', ...answers.map((answer, at) => `P${at},${CHILD},CLA,HELD,2021-0${at + 2}-01,${answer}`), 'X,2,CLA,HELD,2020-02-01,Y'] }) // prettier-ignore
kind('no_permanence_plan', inCare, [
  { why: 'a second review without', files: plans('N', ''), asAt: '2021-03-01', is: '2021-03-01 challenge' },
  { why: 'a first review', files: plans('N'), asAt: '2021-03-01', is: '' },
  { why: 'one at the first', files: plans('Y', 'N'), asAt: '2021-03-10', is: '' },
  { why: 'one at a third', files: plans('N', 'N', 'Y'), asAt: '2021-04-01', is: '' },
  { why: 'nobody records them', files: held('2021-02-01', '2021-03-01'), asAt: '2021-04-01', is: '' },
]) // prettier-ignore

kind('long_accommodation', {}, [
  { why: 'twelve months', child: { episodes: ['2021-05-10.. S V2 U6'] }, asAt: '2022-05-10', is: '2022-05-10' },
  { why: 'the day before', child: { episodes: ['2021-05-10.. S V2 U6'] }, asAt: '2022-05-09', is: '' },
  { why: 'a move is no break', child: { episodes: ['2021-05-10..2021-09-01 S V2 U6', '2021-09-01.. P V2 U6'] }, asAt: '2022-06-09', is: '2022-05-10' },
  { why: 'an order is', child: { episodes: ['2021-05-10..2021-09-01 S V2 U6', '2021-09-01..2021-10-01 L C1 U6', '2021-10-01.. L V2 U6'] }, asAt: '2022-06-09', is: '' },
  { why: 'unaccompanied', child: { episodes: ['2021-05-10.. S V2 U6'], unaccompanied: [{ ceasesOn: null, source: { year: 2022, table: 'UASC', row: 2 } }] }, asAt: '2022-06-09', is: '' },
]) // prettier-ignore

const answered = (columns: string, ...rows: string[]) => ({ reviews: [`review_ref,child,kind,status,held_date,${columns}`, ...rows.map((row, at) => `Q${at},${row}`)] }) // prettier-ignore
kind('report_missing', inCare, [
  { why: 'none at the last review', files: answered('social_worker_report_date', `${CHILD},CLA,HELD,2021-02-01,`, '2,CLA,HELD,2021-01-01,2020-12-29'), asAt: '2021-02-01', is: '2021-02-01 challenge' },
  { why: 'it came later', files: answered('social_worker_report_date', `${CHILD},CLA,HELD,2021-02-01,2021-02-10`, '2,CLA,HELD,2021-01-01,2020-12-29'), asAt: '2021-02-09', is: '2021-02-01 challenge' },
  { why: 'and has come', files: answered('social_worker_report_date', `${CHILD},CLA,HELD,2021-02-01,2021-02-10`), asAt: '2021-02-10', is: '' },
  { why: 'nobody writes it down', files: held('2021-02-01'), asAt: '2021-02-10', is: '' },
]) // prettier-ignore
kind('pep_overdue', { ...inCare, bornOn: '2012-02-03' }, [
  { why: 'not current at the last review', files: answered('pep_current', `${CHILD},CLA,HELD,2021-02-01,N`), asAt: '2021-02-01', is: '2021-02-01 challenge' },
  { why: 'made since', files: { ...answered('pep_current', `${CHILD},CLA,HELD,2021-02-01,N`), checks: ['child,kind,date', `${CHILD},PEP,2021-02-20`] }, asAt: '2021-02-20', is: '' },
  { why: 'not said', files: answered('pep_current', `${CHILD},CLA,HELD,2021-02-01,`), asAt: '2021-02-01', is: '' },
]) // prettier-ignore
kind('health_overdue', inCare, [
  { why: 'not current at the last review', files: answered('health_assessment_current', `${CHILD},CLA,HELD,2021-02-01,N`), asAt: '2021-02-01', is: '2021-02-01 challenge' },
  { why: 'an initial one is late', files: { checks: ['child,kind,date', '2,HEALTH_ASSESSMENT_INITIAL,2020-02-20'] }, asAt: '2021-03-01', is: '2021-02-06 challenge' },
  { why: 'made', files: { checks: ['child,kind,date', `${CHILD},HEALTH_ASSESSMENT_INITIAL,2021-02-20`] }, asAt: '2021-03-01', is: '' },
]) // prettier-ignore
kind('pathway_plan_overdue', inCare, [
  { why: 'not current at the last review, at 16', child: { bornOn: '2004-02-03' }, files: answered('pathway_plan_current', `${CHILD},CLA,HELD,2021-02-01,N`), asAt: '2021-02-01', is: '2021-02-01 challenge' },
  { why: 'under 16', files: answered('pathway_plan_current', `${CHILD},CLA,HELD,2021-02-01,N`), asAt: '2021-02-01', is: '' },
]) // prettier-ignore
kind('visit_overdue', { episodes: ['2021-01-11.. S C2 U6'] }, [
  { why: 'none in the first week', files: { visits: ['child,date,kind', '2,2020-02-20,SOCIAL_WORK'] }, asAt: '2021-01-19', is: '2021-01-19 challenge' },
  { why: 'on its last day', files: { visits: ['child,date,kind', '2,2020-02-20,SOCIAL_WORK'] }, asAt: '2021-01-18', is: '' },
  { why: 'made', files: { visits: ['child,date,kind', '2,2020-02-20,SOCIAL_WORK', `${CHILD},2021-01-20,SOCIAL_WORK`] }, asAt: '2021-01-25', is: '' },
  { why: 'nobody writes them down', asAt: '2021-03-18', is: '' },
]) // prettier-ignore
kind('no_views', inCare, [
  { why: 'at the last two', child: { reviews: ['2021-02-01 PN1', '2021-05-01 PN7', '2021-11-01 PN7'] }, asAt: '2021-11-01', is: '2021-11-01' },
  { why: 'at one', child: { reviews: ['2021-02-01 PN1', '2021-05-01 PN7'] }, asAt: '2021-11-01', is: '' },
  { why: 'since the second of three', child: { reviews: ['2021-02-01 PN7', '2021-05-01 PN7', '2021-11-01 PN7'] }, asAt: '2021-12-01', is: '2021-05-01' },
  { why: 'given at the last', child: { reviews: ['2021-02-01 PN7', '2021-05-01 PN7', '2021-11-01 PN6'] }, asAt: '2021-12-01', is: '' },
  { why: 'under 4', child: { bornOn: '2018-06-01', reviews: ['2021-02-01 PN7', '2021-05-01 PN7'] }, asAt: '2021-12-01', is: '' },
]) // prettier-ignore

describe('the signs of a world', () => {
  const child = { episodes: [...moved('CREQB').slice(0, 1), episode('2022-06-01.. P C2 Z1')] }
  test('stand in order of since, child and kind', () => {
    const found = signsIn(worldOf(child, '2022-06-10'))
    assert.deepEqual(found.map((sign) => sign.kind), ['emergency_move', 'plan_changed_outside_review', 'unregistered_placement']) // prettier-ignore
    assert.equal(new Set(signKinds).size, signKinds.length)
  })
  test('are new where what was known before did not show them', () => {
    const [before, now] = [signsIn(worldOf({ episodes: ['2022-01-10.. S C2 U6'] }, '2022-06-10')), signsIn(worldOf(child, '2022-06-10'))] // prettier-ignore
    assert.equal(newSigns(now, before).length, 3)
    assert.deepEqual(newSigns(now, now), [])
  })
  test('are none of someone who has turned 18', () => {
    assert.deepEqual(signsIn(worldOf({ ...child, bornOn: '2004-06-10' }, '2022-06-10')), [])
  })
})

test('what is new is compared with what was known before the first import of the latest day, a local one', () => {
  const first = (...moments: string[]) => firstOfLatestDay(moments.map(instant))?.toString() ?? null
  assert.equal(first(), null)
  assert.equal(first('2022-11-22T10:00:00Z', '2022-11-22T09:00:00Z', '2022-11-21T09:00:00Z'), '2022-11-22T09:00:00Z')
  // In summer time, half past eleven in the evening is of the next day.
  assert.equal(first('2022-06-21T23:30:00Z', '2022-06-22T09:00:00Z'), '2022-06-21T23:30:00Z')
})
