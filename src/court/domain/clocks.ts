import { type Clock, deadlineKind } from '../../clocks/clock.ts'

/** What the clocks of proceedings are about. */
export const courtKinds = {
  proceedings: deadlineKind({ id: 'proceedings', words: 'Care proceedings' }),
  papers: deadlineKind({ id: 'court_papers', words: 'Papers of the court' }),
  guardian: deadlineKind({ id: 'guardian', words: 'Guardian and IRO' }),
}

const CAFCASS_PROTOCOL =
  'Working protocol of CAFCASS and IROs, as Blackpool’s IRO annual report 2013-14 quotes it, section 10'

/** Names of guardian and IRO exchanged, by the authority’s own number of days: off unless set. CLK-CAF-1. */
export const namesExchanged = (workingDays: number): Clock => ({
  id: 'CLK-CAF-1',
  kind: courtKinds.guardian,
  title: 'Names of guardian and IRO exchanged',
  limit: { amount: workingDays, unit: 'working_days' },
  rule: `within ${workingDays} working days of the issue of proceedings`,
  source: CAFCASS_PROTOCOL,
  confidence: 'local practice',
})

/** The guardian is in touch with the IRO before the case management hearing. `days`: from the issue to the day before it. CLK-CAF-2. */
export const guardianInTouch = (days: number): Clock => ({
  id: 'CLK-CAF-2',
  kind: courtKinds.guardian,
  title: 'Guardian in touch with the IRO',
  limit: { amount: days, unit: 'calendar_days' },
  rule: 'before the day of the case management hearing',
  source: CAFCASS_PROTOCOL,
  confidence: 'certain',
})

/** A copy of a court document to the IRO. CLK-CAF-3. */
export const paperToIro: Clock = {
  id: 'CLK-CAF-3',
  kind: courtKinds.papers,
  title: 'Copy of a court document to the IRO',
  limit: { amount: 5, unit: 'working_days' },
  rule: 'within 5 working days of its reaching the authority’s lawyers',
  source: CAFCASS_PROTOCOL,
  confidence: 'certain',
}

/** The guardian is sent the record of a review during proceedings, in the time that every record has. CLK-CAF-4. */
export const recordToGuardian: Clock = {
  id: 'CLK-CAF-4',
  kind: courtKinds.guardian,
  title: 'Record of the review to the guardian',
  limit: { amount: 20, unit: 'working_days' },
  rule: 'within 20 working days of the end of the review',
  source: CAFCASS_PROTOCOL,
  confidence: 'local practice',
}

/** The handover talked over, and put on the child's file. Off unless set. CLK-CAF-6. */
export const handoverDiscussed = (workingDays: number): Clock => ({
  id: 'CLK-CAF-6',
  kind: courtKinds.guardian,
  title: 'Handover talked over with the guardian',
  limit: { amount: workingDays, unit: 'working_days' },
  rule: `within ${workingDays} working days of receiving the handover, as a note on the child’s file says`,
  source: CAFCASS_PROTOCOL,
  confidence: 'local practice',
})

/** The guardian’s handover at the end. CLK-CAF-5. */
export const handover: Clock = {
  id: 'CLK-CAF-5',
  kind: courtKinds.guardian,
  title: 'Handover from the guardian to the IRO',
  limit: { amount: 10, unit: 'working_days' },
  rule: 'no later than 10 working days after the end of proceedings',
  source: CAFCASS_PROTOCOL,
  confidence: 'certain',
}

/** Weeks in which proceedings are to be concluded, the day of issue counted as the first day of them. */
const WEEKS = 26
const DAYS_OF_A_WEEK = 7

/** Care proceedings concluded. `weeksMore`: by how many weeks the court has extended them. CLK-CPI-9. */
export const conclusion = (weeksMore: number): Clock => ({
  id: 'CLK-CPI-9',
  kind: courtKinds.proceedings,
  title: 'End of care proceedings',
  limit: { amount: (WEEKS + weeksMore) * DAYS_OF_A_WEEK - 1, unit: 'calendar_days' },
  rule:
    weeksMore === 0
      ? 'within 26 weeks, the day of issue counted as the first day'
      : `within 26 weeks and the ${weeksMore} by which the court has extended them, the day of issue counted as the first day`,
  source: 'Children Act 1989, section 32(1)(a)(ii)',
  confidence: 'certain',
})
