import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holidays, holidaysBefore } from '../../../test/support/holidays.ts'
import { worldOfFiles } from '../../../test/support/judged.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { protocols } from '../presets.ts'
import { protocolSetting } from '../settings.ts'

const CHALLENGES = 'challenge_ref,child,raised_date,route,resolved_date,withdrawn_date,cafcass,cafcass_date'
const STAGES = 'challenge_ref,stage,step,started_date,ended_date,skipped_why'

interface Case {
  what: string
  of?: readonly string[]
  stages?: readonly string[]
  asAt: string
  protocol?: ProtocolName
  due: readonly string[]
}

type ProtocolName = keyof typeof protocols | null

/** What is open of challenges on a day: `CLK-DRP-1 2023-09-19 A`, with what it is about. */
async function open(challenges: readonly string[], stages: readonly string[], asAt: string, protocol: ProtocolName) {
  const settings = protocol === null ? {} : protocolSetting.as(protocols[protocol])
  const files = { challenges: [CHALLENGES, ...challenges], challenge_stages: [STAGES, ...stages] }
  const world = await worldOfFiles(files, { asAt, settings })
  return openDeadlines(world)
    .filter(({ clock }) => clock.id.startsWith('CLK-DRP'))
    .map(
      ({ clock, due, child, subject, state }) =>
        `${clock.id} ${due.toString()} ${child ?? '-'} ${subject?.kind ?? ''} ${subject?.ref ?? ''}${state === 'overdue' ? ' late' : ''}`,
    )
}

describe('time limits of challenges', () => {
  const informal = ['Q1,A,2023-08-21,INFORMAL,,,,']
  const begun = ['Q1,1,,2023-08-21,,']
  const passedOn = [...begun, 'Q1,2,,2023-08-29,,']
  const christmas = ['Q1,A,2022-12-14,INFORMAL,,,,']
  const DRP1 = 'CLK-DRP-1'
  const DRP3 = 'CLK-DRP-3'
  const Q1 = 'A challenge Q1'

  const cases: readonly Case[] = [
    // The worked example of Cheshire East: informal Mon 21 Aug 2023, formal from Tue 29 Aug 2023.
    { what: 'informal: 5 working days, and 20 for the whole', asAt: '2023-08-21', due: [`${DRP3} 2023-08-29 ${Q1}`, `${DRP1} 2023-09-19 ${Q1}`] }, // prettier-ignore
    { what: 'unanswered informal', asAt: '2023-08-30', due: [`${DRP3} 2023-08-29 ${Q1} late`, `${DRP1} 2023-09-19 ${Q1}`] }, // prettier-ignore
    { what: 'formal: 10 working days more', stages: passedOn, asAt: '2023-08-30', due: [`${DRP3} 2023-09-12 ${Q1}`, `${DRP1} 2023-09-19 ${Q1}`] }, // prettier-ignore
    { what: 'formal early: 10 from then, and the whole unchanged', stages: [...begun, 'Q1,2,,2023-08-23,,'], asAt: '2023-08-30', due: [`${DRP3} 2023-09-07 ${Q1}`, `${DRP1} 2023-09-19 ${Q1}`] }, // prettier-ignore
    { what: 'a stage that is answered asks for nothing more', stages: ['Q1,1,,2023-08-21,2023-08-24,'], asAt: '2023-08-30', due: [`${DRP1} 2023-09-19 ${Q1}`] }, // prettier-ignore
    { what: 'past the whole', stages: passedOn, asAt: '2023-09-20', due: [`${DRP3} 2023-09-12 ${Q1} late`, `${DRP1} 2023-09-19 ${Q1} late`] }, // prettier-ignore
    { what: 'Cafcass keeps the whole', stages: [...passedOn, 'Q1,3,,2023-09-13,,'], asAt: '2023-09-20', due: [] },
    // Over Christmas: Wed 14 Dec 2022, Wed 21 Dec, Mon 9 Jan 2023, Mon 16 Jan.
    { what: 'over Christmas, informal', of: christmas, stages: ['Q1,1,,2022-12-14,,'], asAt: '2022-12-15', due: [`${DRP3} 2022-12-21 ${Q1}`, `${DRP1} 2023-01-16 ${Q1}`] }, // prettier-ignore
    { what: 'over Christmas, formal', of: christmas, stages: ['Q1,1,,2022-12-14,,', 'Q1,2,,2022-12-21,,'], asAt: '2022-12-22', due: [`${DRP3} 2023-01-09 ${Q1}`, `${DRP1} 2023-01-16 ${Q1}`] }, // prettier-ignore
    // Over one-off bank holidays: 19 September 2022, 2 and 3 June 2022, 8 May 2023; and over the day the clocks change.
    ...[
      { raised: '2022-09-05', passed: '2022-09-12', formal: '2022-09-27', whole: '2022-10-04' },
      { raised: '2022-05-16', passed: '2022-05-23', formal: '2022-06-08', whole: '2022-06-15' },
      { raised: '2023-04-17', passed: '2023-04-24', formal: '2023-05-10', whole: '2023-05-17' },
      { raised: '2022-10-28', passed: '2022-11-04', formal: '2022-11-18', whole: '2022-11-25' },
    ].flatMap(({ raised, passed, formal, whole }): Case[] => [
      { what: `raised on ${raised}`, of: [`Q1,A,${raised},INFORMAL,,,,`], stages: [`Q1,1,,${raised},,`], asAt: raised, due: [`${DRP3} ${passed} ${Q1}`, `${DRP1} ${whole} ${Q1}`] },
      { what: `raised on ${raised}, taken further when its time had passed`, of: [`Q1,A,${raised},INFORMAL,,,,`], stages: [`Q1,1,,${raised},${passed},`, `Q1,2,,${passed},,`], asAt: passed, due: [`${DRP3} ${formal} ${Q1}`, `${DRP1} ${whole} ${Q1}`] },
    ]), // prettier-ignore
    ...(['westminster', 'leicester', 'blackpool', 'lancashire'] as const).map((protocol): Case => ({ what: `${protocol}, formal over a one-off bank holiday`, protocol, of: ['Q1,A,2022-09-05,FORMAL,,,,'], stages: ['Q1,1,,2022-09-05,,'], asAt: '2022-10-05', due: [`${DRP1} 2022-10-04 ${Q1} late`] })), // prettier-ignore
    ...(['westminster', 'leicester', 'blackpool', 'lancashire'] as const).map((protocol): Case => ({ what: `${protocol}, past its time and then closed`, protocol, of: ['Q1,A,2022-09-05,FORMAL,2022-10-05,,,'], stages: ['Q1,1,,2022-09-05,2022-10-05,'], asAt: '2022-10-05', due: [] })), // prettier-ignore
    // Without a protocol.
    { what: 'no protocol, informal: no limit yet', protocol: null, asAt: '2023-08-30', due: [] },
    { what: 'no protocol, passed on: 20 from then', protocol: null, stages: passedOn, asAt: '2023-08-30', due: [`${DRP1} 2023-09-26 ${Q1}`] }, // prettier-ignore
    { what: 'no protocol, formal: 20 from the raising', protocol: null, of: ['Q1,A,2023-08-21,FORMAL,,,,'], stages: [], asAt: '2023-08-30', due: [`${DRP1} 2023-09-19 ${Q1}`] }, // prettier-ignore
    { what: 'about the service', protocol: null, of: ['Q1,,2023-08-21,THEMED,,,,'], stages: [], asAt: '2023-08-30', due: [`${DRP1} 2023-09-19 - challenge Q1`] }, // prettier-ignore
    { what: 'good practice has none', protocol: null, of: ['Q1,A,2023-08-21,GOOD_PRACTICE,,,,'], stages: [], asAt: '2023-12-30', due: [] }, // prettier-ignore
    { what: 'resolved, withdrawn, referred', protocol: null, of: ['Q1,A,2023-08-21,FORMAL,2023-09-01,,,', 'Q2,A,2023-08-21,FORMAL,,2023-09-01,,', 'Q3,A,2023-08-21,FORMAL,,,REFERRED,2023-09-01', 'Q4,A,2023-08-21,FORMAL,,,REFERRED,'], stages: [], asAt: '2023-09-30', due: [] }, // prettier-ignore
    { what: 'resolved after the day, or only discussed', protocol: null, of: ['Q1,A,2023-08-21,FORMAL,2023-10-02,,,', 'Q2,A,2023-08-21,FORMAL,,,DISCUSSED,2023-09-01'], stages: [], asAt: '2023-09-30', due: [`${DRP1} 2023-09-19 ${Q1} late`, `${DRP1} 2023-09-19 A challenge Q2 late`] }, // prettier-ignore
    { what: 'raised after the day', protocol: null, of: ['Q1,A,2023-08-21,FORMAL,,,,'], stages: [], asAt: '2023-08-20', due: [] }, // prettier-ignore
    // Protocols that print no number of days have the whole alone.
    ...(['westminster', 'leicester', 'blackpool', 'lancashire'] as const).map((protocol) => ({ what: `${protocol}, passed on`, protocol, stages: passedOn, asAt: '2023-08-30', due: [`${DRP1} 2023-09-26 ${Q1}`] })), // prettier-ignore
    { what: 'Lancashire, from alert to informal: no formal stage yet', protocol: 'lancashire' as const, of: ['Q1,A,2023-08-21,ALERT,,,,'], stages: ['Q1,1,alert,2023-08-21,,', 'Q1,2,informal,2023-08-29,,'], asAt: '2023-08-30', due: [] }, // prettier-ignore
    { what: 'Blackpool’s fostering protocol has no limit', protocol: 'blackpoolFostering' as const, stages: passedOn, asAt: '2023-12-30', due: [] }, // prettier-ignore
  ]
  it('a bank holiday that is proclaimed while a challenge runs moves what is open (CAL-7)', async () => {
    const files = { challenges: [CHALLENGES, 'Q1,A,2022-09-05,INFORMAL,,,,'], challenge_stages: [STAGES, 'Q1,1,,2022-09-05,,', 'Q1,2,,2022-09-09,,'] } // prettier-ignore
    const world = await worldOfFiles(files, {
      asAt: '2022-09-10',
      settings: protocolSetting.as(protocols.cheshireEast),
    })
    const dueWith = (one: BankHolidays) =>
      openDeadlines({ ...world, holidays: one }).flatMap(({ clock, due }) => clock.id.startsWith('CLK-DRP') ? [`${clock.id} ${due.toString()}`] : []) // prettier-ignore
    assert.deepEqual(dueWith(holidaysBefore('2022-09-19')), ['CLK-DRP-3 2022-09-23', 'CLK-DRP-1 2022-10-03'])
    assert.deepEqual(dueWith(holidays), ['CLK-DRP-3 2022-09-26', 'CLK-DRP-1 2022-10-04'])
  })
  for (const { what, of = informal, stages = begun, asAt, protocol = 'cheshireEast', due } of cases) {
    it(what, async () => {
      assert.deepEqual(await open(of, stages, asAt, protocol), due)
    })
  }
})
