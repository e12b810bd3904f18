import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { worldOfFiles } from '../../../test/support/judged.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { guardianStepsSetting, namesExchangedSetting } from '../settings.ts'

const PROCEEDINGS =
  'proceedings_ref,child,issued_date,concluded_date,guardian_contact_date,handover_date,extended_by_weeks'
const DOCUMENTS = 'proceedings_ref,kind,received_date,sent_to_iro_date'
const HEARINGS = 'proceedings_ref,date,kind'

/** What is open of proceedings on a day: `CLK-CPI-9 2021-04-04 A P1`. */
async function open(files: Readonly<Record<string, readonly string[]>>, asAt: string, settings = {}) {
  const world = await worldOfFiles(files, { asAt, settings })
  return openDeadlines(world)
    .filter(({ subject }) => subject?.kind === 'proceedings')
    .map(
      ({ clock, due, child, subject, state }) =>
        `${clock.id} ${due.toString()} ${child ?? '-'} ${subject?.ref ?? ''}${state === 'overdue' ? ' late' : ''}`,
    )
}

const issued2020 = [PROCEEDINGS, 'P1,A,2020-10-05,,,,']

describe('time limits of proceedings', () => {
  for (const { what, files, asAt, settings = {}, due } of [
    // Issued Mon 5 Oct 2020, counted as day 1: Sun 4 Apr 2021.
    { what: '26 weeks', files: { proceedings: issued2020 }, asAt: '2020-12-01', due: ['CLK-CPI-9 2021-04-04 A P1'] },
    { what: '26 weeks, passed', files: { proceedings: issued2020 }, asAt: '2021-04-05', due: ['CLK-CPI-9 2021-04-04 A P1 late'] }, // prettier-ignore
    { what: '26 weeks and 8 more', files: { proceedings: [PROCEEDINGS, 'P1,A,2020-10-05,,,,8'] }, asAt: '2021-04-05', due: ['CLK-CPI-9 2021-05-30 A P1'] }, // prettier-ignore
    { what: 'a final order after the day is not seen', files: { proceedings: [PROCEEDINGS, 'P1,A,2020-10-05,2021-03-01,,,'] }, asAt: '2021-02-01', due: ['CLK-CPI-9 2021-04-04 A P1'] }, // prettier-ignore
    // A judgment received Tue 15 Apr 2014: copy by Thu 24 Apr (Easter). Proceedings end Tue 29 Apr 2014: handover by Wed 14 May.
    { what: 'a paper over Easter', files: { proceedings: [PROCEEDINGS, 'P1,A,2014-01-06,,,,'], court_documents: [DOCUMENTS, 'P1,judgment,2014-04-15,'] }, asAt: '2014-04-16', due: ['CLK-CAF-3 2014-04-24 A P1', 'CLK-CPI-9 2014-07-06 A P1'] }, // prettier-ignore
    { what: 'a paper sent on', files: { proceedings: [PROCEEDINGS, 'P1,A,2014-01-06,,,,'], court_documents: [DOCUMENTS, 'P1,judgment,2014-04-15,2014-04-16'] }, asAt: '2014-04-16', due: ['CLK-CPI-9 2014-07-06 A P1'] }, // prettier-ignore
    { what: 'the handover', files: { proceedings: [PROCEEDINGS, 'P1,A,2014-01-06,2014-04-29,,,'] }, asAt: '2014-04-30', due: ['CLK-CAF-5 2014-05-14 A P1'] }, // prettier-ignore
    { what: 'a handover that was given', files: { proceedings: [PROCEEDINGS, 'P1,A,2014-01-06,2014-04-29,,2014-05-14,'] }, asAt: '2014-05-20', due: [] }, // prettier-ignore
    { what: 'a handover not given', files: { proceedings: [PROCEEDINGS, 'P1,A,2014-01-06,2014-04-29,,,'] }, asAt: '2014-05-15', due: ['CLK-CAF-5 2014-05-14 A P1 late'] }, // prettier-ignore
    // The guardian, before the case management hearing.
    { what: 'the guardian before the hearing', files: { proceedings: issued2020, hearings: [HEARINGS, 'P1,2020-10-22,CASE_MANAGEMENT', 'P1,2021-03-01,FINAL'] }, asAt: '2020-10-06', due: ['CLK-CAF-2 2020-10-21 A P1', 'CLK-CPI-9 2021-04-04 A P1'] }, // prettier-ignore
    { what: 'a guardian in touch', files: { proceedings: [PROCEEDINGS, 'P1,A,2020-10-05,,2020-10-09,,'], hearings: [HEARINGS, 'P1,2020-10-22,CASE_MANAGEMENT'] }, asAt: '2020-10-10', due: ['CLK-CPI-9 2021-04-04 A P1'] }, // prettier-ignore
    { what: 'names exchanged, where the authority has a number', files: { proceedings: issued2020 }, asAt: '2020-10-06', settings: namesExchangedSetting.as({ workingDays: 2 }), due: ['CLK-CAF-1 2020-10-07 A P1', 'CLK-CPI-9 2021-04-04 A P1'] }, // prettier-ignore
    // What the protocol has no number for: off unless set. A review held Tue 6 Jun 2023: its record by Tue 4 Jul.
    ...[
      { what: 'the record of a review during proceedings to the guardian', sent: '', due: ['CLK-CAF-4 2023-07-04 A P1'] },
      { what: 'it was sent to somebody else', sent: 'R1,RECORD,MOTHER,2023-06-20', due: ['CLK-CAF-4 2023-07-04 A P1'] },
      { what: 'it was sent to the guardian', sent: 'R1,RECORD,Guardian,2023-06-20', due: [] },
    ].map(({ what, sent, due }) => ({ what, files: { proceedings: [PROCEEDINGS, 'P1,A,2023-05-01,,,,'], reviews: ['review_ref,child,kind,status,held_date', 'R1,A,CLA,HELD,2023-06-06'], distributions: ['review_ref,document,recipient,sent_date', ...(sent === '' ? [] : [sent])] }, asAt: '2023-06-21', settings: guardianStepsSetting.as({ isGuardianSentRecords: true }), due: [...due, 'CLK-CPI-9 2023-10-29 A P1'] })), // prettier-ignore
    { what: 'no such step unless it is chosen', files: { proceedings: [PROCEEDINGS, 'P1,A,2014-01-06,2014-04-29,,2014-05-02,'] }, asAt: '2014-05-06', due: [] }, // prettier-ignore
    { what: 'a handover to be talked over, over a bank holiday', files: { proceedings: [PROCEEDINGS, 'P1,A,2014-01-06,2014-04-29,,2014-05-02,'] }, asAt: '2014-05-06', settings: guardianStepsSetting.as({ isGuardianSentRecords: false, handoverWorkingDays: 2 }), due: ['CLK-CAF-6 2014-05-07 A P1'] }, // prettier-ignore
    { what: 'a handover that was talked over', files: { proceedings: [PROCEEDINGS, 'P1,A,2014-01-06,2014-04-29,,2014-05-02,'], oversight: ['child,date,kind', 'A,2014-05-06,GUARDIAN'] }, asAt: '2014-05-06', settings: guardianStepsSetting.as({ isGuardianSentRecords: false, handoverWorkingDays: 2 }), due: [] }, // prettier-ignore
  ]) {
    it(what, async () => {
      assert.deepEqual(await open(files, asAt, settings), due)
    })
  }
})
