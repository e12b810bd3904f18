import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CaseGiven, returnCase } from '../../test/support/returnCase.ts'
import { reportingYearOf } from '../calendar/reportingYear.ts'
import { settingsIn } from '../house/joined.ts'
import { date } from '../kernel/dates.ts'
import { presetNamed } from '../settings/all.ts'
import type { Settings } from '../settings/settings.ts'
import { openDeadlines } from '../world/deadlines.ts'
import { rooms } from './rooms.ts'

/** What is open of a clock for a child on a day: `2023-06-06`, `2023-05-29T22:15`, with ` overdue`; several with `, `. */
type Due = readonly [asAt: string, child: string, clock: string, due: string]

interface Example extends CaseGiven {
  about: string
  due: readonly Due[]
}

/** The local rules of a report, by its name. */
function preset(name: string): Settings {
  const found = presetNamed(settingsIn(rooms), name)
  assert.ok(found, name)
  return found.settings
}

const looksAfter = (from: string) => [`A ${from} S C2 U6`]
const years = (year: number, episodes: readonly string[], reviews: readonly string[] = []) => ({ [year]: { episodes, reviews } }) // prettier-ignore
const missing = (...starts: string[]) => ({ 'missing.csv': ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...starts.map((start) => `A,2012-02-03,M,${start},${start}`)].join('\n') }) // prettier-ignore
const challenges = (row: string, ...stages: string[]) => ({
  challenges: ['challenge_ref,child,raised_date,route,resolved_date', `Q1,A,${row}`],
  challenge_stages: ['challenge_ref,stage,started_date,ended_date', ...stages.map((stage) => `Q1,${stage}`)],
})
const PROCEEDINGS = 'proceedings_ref,child,issued_date,concluded_date,handover_date'
const RETURNS = 'child,missing_from,returned_at,interview_offered_at,interview_held_at,declined'
const CHECKS = 'child,kind,date'
const VISITS = 'child,date,kind'

/** Every worked example of the rulebook's sections E, F, H, I and J, as its authority would send it: a return and registers. */
const sections: Readonly<Record<string, readonly Example[]>> = {
  'E, oversight between reviews': [
    {
      about: 'CLK-OVR-1: a review on 6 March 2023, the next due on 6 September',
      years: years(2022, looksAfter('2021-03-01'), ['A 2021-03-20 PN1', 'A 2021-06-10 PN1', 'A 2021-12-06 PN1', 'A 2022-06-06 PN1', 'A 2022-09-06 PN1', 'A 2023-03-06 PN1']), // prettier-ignore
      settings: preset('lancashire'),
      due: [['2023-03-31', 'A', 'CLK-OVR-1', '2023-06-06'], ['2023-03-31', 'A', 'CLK-REV-3', '2023-09-06']], // prettier-ignore
    },
    {
      about: 'CLK-OVR-1: a first review on 10 May 2023, the second due on 10 August',
      years: years(2023, looksAfter('2023-04-11'), ['A 2023-05-10 PN1']),
      settings: preset('westminster'),
      due: [['2023-06-01', 'A', 'CLK-OVR-1', '2023-06-25'], ['2023-06-01', 'A', 'CLK-REV-2', '2023-08-10']], // prettier-ignore
    },
    ...(['RED', 'AMBER'] as const).map((rag) => ({
      about: `CLK-OVR-2: rated ${rag.toLowerCase()} on 2 February 2021`,
      years: years(2020, looksAfter('2020-01-06'), ['A 2020-02-03 PN1', 'A 2021-02-02 PN1']),
      registers: { reviews: ['review_ref,child,kind,status,held_date,rag', `R1,A,CLA,HELD,2021-02-02,${rag}`] },
      settings: preset('leicester'),
      due: [['2021-02-10', 'A', 'CLK-OVR-2', rag === 'RED' ? '2021-03-02' : '2021-03-30'] as const],
    })),
    ...[
      { day: '2021-03-08', due: '2021-03-30' },
      { day: '2021-03-09', due: '' },
    ].map(({ day, due }) => ({
      about: `CLK-OVR-2: an entry on ${day} ${due === '' ? 'is in the amber window' : 'is a day before the amber window'}`,
      years: years(2020, looksAfter('2020-01-06'), ['A 2020-02-03 PN1', 'A 2021-02-02 PN1']),
      registers: {
        reviews: ['review_ref,child,kind,status,held_date,rag', 'R1,A,CLA,HELD,2021-02-02,AMBER'],
        oversight: ['child,date,kind', `A,${day},FOOTPRINT`],
      },
      settings: preset('leicester'),
      due: [['2021-03-20', 'A', 'CLK-OVR-2', due] as const],
    })),
    {
      about: 'CLK-OVR-3: July to September 2020, and a child looked after since 10 September',
      years: years(2020, [...looksAfter('2019-01-07'), 'B 2020-09-10 S C2 U6'], ['A 2020-05-04 PN1']),
      settings: preset('leicester'),
      due: [['2020-09-29', 'A', 'CLK-OVR-3', '2020-09-30'], ['2020-09-29', 'B', 'CLK-OVR-3', '']], // prettier-ignore
    },
    {
      about: 'CLK-OVR-3: an entry on 30 September is in time',
      years: years(2020, looksAfter('2019-01-07'), ['A 2020-05-04 PN1']),
      registers: { oversight: ['child,date,kind', 'A,2020-09-30,FOOTPRINT'] },
      settings: preset('leicester'),
      due: [['2020-09-29', 'A', 'CLK-OVR-3', '2020-09-30'], ['2020-09-30', 'A', 'CLK-OVR-3', '']], // prettier-ignore
    },
    {
      about: 'CLK-OVR-5: in an unregistered placement from 17 January 2024, visited on the 31st',
      years: years(2023, ['A 2023-05-02 S C2 U6 2024-01-17 X1', 'A 2024-01-17 P C2 Z1']),
      registers: { oversight: ['child,date,kind', 'A,2024-01-31,VISIT'] },
      settings: preset('lancashire'),
      due: [['2024-01-20', 'A', 'CLK-OVR-5', '2024-01-24'], ['2024-01-30', 'A', 'CLK-OVR-5', '2024-01-24 overdue'], ['2024-02-01', 'A', 'CLK-OVR-5', '2024-02-29']], // prettier-ignore
    },
    {
      about: 'CLK-OVR-6: a supervision order of 30 November 2023, then from each actual date',
      years: years(2023, looksAfter('2023-05-02')),
      registers: {
        people: ['child,kind,from', 'SO1,SUPERVISION_ORDER,2023-11-30'],
        oversight: ['child,date,kind', 'SO1,2024-02-20,MEETING'],
      },
      settings: preset('lancashire'),
      due: [['2024-01-10', 'SO1', 'CLK-OVR-6', '2024-02-29'], ['2024-03-01', 'SO1', 'CLK-OVR-6', '2024-05-20']], // prettier-ignore
    },
  ],
  'F, disputes and Cafcass': [
    {
      about: 'CLK-DRP-3: informal on 21 August 2023, formal from the 29th',
      years: years(2023, looksAfter('2023-05-02')),
      registers: challenges('2023-08-21,INFORMAL,', '1,2023-08-21,2023-08-29', '2,2023-08-29,'),
      settings: preset('cheshireEast'),
      due: [
        ['2023-08-25', 'A', 'CLK-DRP-3', '2023-08-29'],
        ['2023-08-30', 'A', 'CLK-DRP-3', '2023-09-12'],
        ['2023-08-30', 'A', 'CLK-DRP-1', '2023-09-19'],
        ['2023-09-13', 'A', 'CLK-DRP-3', '2023-09-12 overdue'],
        ['2023-09-20', 'A', 'CLK-DRP-1', '2023-09-19 overdue'],
      ],
    },
    {
      about: 'CLK-DRP-3: over Christmas 2022',
      years: years(2022, looksAfter('2022-05-02')),
      registers: challenges('2022-12-14,INFORMAL,', '1,2022-12-14,', '2,2022-12-21,'),
      settings: preset('cheshireEast'),
      due: [
        ['2022-12-20', 'A', 'CLK-DRP-3', '2022-12-21'],
        ['2022-12-22', 'A', 'CLK-DRP-3', '2023-01-09'],
        ['2022-12-22', 'A', 'CLK-DRP-1', '2023-01-16'],
      ],
    },
    {
      about: 'CLK-CAF-3 and -5: a judgment on 15 April 2014, the end on the 29th',
      years: years(2013, looksAfter('2013-10-07')),
      registers: {
        proceedings: [PROCEEDINGS, 'P1,A,2013-11-04,2014-04-29,'],
        court_documents: ['proceedings_ref,kind,received_date', 'P1,judgment,2014-04-15'],
      },
      due: [['2014-04-16', 'A', 'CLK-CAF-3', '2014-04-24'], ['2014-04-28', 'A', 'CLK-CAF-5', ''], ['2014-04-30', 'A', 'CLK-CAF-5', '2014-05-14']], // prettier-ignore
    },
  ],
  'H, missing children': [
    {
      about: 'CLK-MIS-1: five episodes from 31 December 2013 to 30 March 2014, the window of the report of 31 March',
      years: { 2013: { episodes: looksAfter('2013-05-07'), files: missing('2013-12-31', '2014-01-20', '2014-02-03', '2014-02-17', '2014-03-30') } }, // prettier-ignore
      settings: preset('blackpool'),
      due: [['2014-03-31', 'A', 'CLK-MIS-1', '2014-04-04']],
    },
    {
      about: 'CLK-MIS-1: one that began on 30 December is outside',
      years: { 2013: { episodes: looksAfter('2013-05-07'), files: missing('2013-12-30', '2014-01-20', '2014-02-03', '2014-02-17', '2014-03-30') } }, // prettier-ignore
      settings: preset('blackpool'),
      due: [['2014-03-31', 'A', 'CLK-MIS-1', '']],
    },
    {
      about: 'CLK-MIS-2: nine, in the place of the first stage not held',
      years: { 2013: { episodes: looksAfter('2013-05-07'), files: missing('2013-12-31', '2014-01-20', '2014-02-03', '2014-02-17', '2014-03-03', '2014-03-10', '2014-03-12', '2014-03-17', '2014-03-24') } }, // prettier-ignore
      settings: preset('blackpool'),
      due: [['2014-03-25', 'A', 'CLK-MIS-1', ''], ['2014-03-25', 'A', 'CLK-MIS-2', '2014-03-31']], // prettier-ignore
    },
    {
      about: 'CLK-MIS-3: back on 26 May 2023 at 10:15pm, a bank holiday in the way',
      years: years(2023, looksAfter('2023-04-11')),
      registers: { missing_returns: [RETURNS, 'A,2023-05-25,2023-05-26T22:15,,,'] },
      due: [['2023-05-27', 'A', 'CLK-MIS-3', '2023-05-29T22:15'], ['2023-05-30', 'A', 'CLK-MIS-3', '2023-05-29T22:15 overdue']], // prettier-ignore
    },
    {
      about: 'CLK-MIS-3: the last day of the return is past, the register goes on',
      years: years(2022, looksAfter('2022-04-11')),
      registers: { missing_returns: [RETURNS, 'A,2023-05-25,2023-05-26T22:15,,,'] },
      due: [['2023-05-30', 'A', 'CLK-MIS-3', '2023-05-29T22:15 overdue']],
    },
  ],
  'I, corporate parenting': [
    {
      about: 'CLK-CPI-1: looked after from 2 September 2022',
      years: years(2022, looksAfter('2022-09-02')),
      due: [['2022-09-05', 'A', 'CLK-CPI-1', '2022-10-03']],
    },
    {
      about: 'CLK-CPI-2: assessed at 4 on 31 May 2023, 5 on 20 September',
      years: { 2023: { born: ['A 2018-09-20'], episodes: looksAfter('2022-05-02') } },
      registers: { checks: [CHECKS, 'A,HEALTH_ASSESSMENT_REVIEW,2023-05-31'] },
      due: [['2023-06-01', 'A', 'CLK-CPI-2', '2024-05-31'], ['2023-12-01', 'A', 'CLK-CPI-2', '2024-05-31']], // prettier-ignore
    },
    {
      about: 'CLK-CPI-2: assessed on 31 May 2023, still 4 on 30 November',
      years: { 2023: { born: ['A 2019-09-20'], episodes: looksAfter('2022-05-02') } },
      registers: { checks: [CHECKS, 'A,HEALTH_ASSESSMENT_REVIEW,2023-05-31'] },
      due: [['2023-06-01', 'A', 'CLK-CPI-2', '2023-11-30']],
    },
    {
      about: 'CLK-CPI-5: a questionnaire on 31 March 2023',
      years: years(2022, looksAfter('2021-05-04')),
      registers: { checks: [CHECKS, 'A,SDQ,2023-03-31'] },
      due: [['2023-03-31', 'A', 'CLK-CPI-5', '2024-03-31']],
    },
    {
      about: 'CLK-CPI-6: looked after from 11 September 2023',
      years: years(2023, looksAfter('2023-09-11')),
      due: [['2023-09-12', 'A', 'CLK-CPI-6', '2023-09-25, 2023-10-09']],
    },
    {
      about: 'CLK-CPI-7: 16 on 30 November 2023',
      years: { 2023: { born: ['A 2007-11-30'], episodes: looksAfter('2019-05-01') } },
      due: [['2023-12-01', 'A', 'CLK-CPI-7', '2024-02-29']],
    },
    {
      about:
        'CLK-CPI-8: looked after from 2 May 2023; the second review by 1 September at the latest, four months on 2 September',
      years: years(2023, looksAfter('2023-05-02'), ['A 2023-06-01 PN1']),
      due: [
        ['2023-05-31', 'A', 'CLK-REV-1', '2023-06-01'],
        ['2023-06-02', 'A', 'CLK-REV-2', '2023-09-01'],
        ['2023-06-02', 'A', 'CLK-CPI-8', '2023-09-02'],
      ],
    },
    ...[
      { says: 'Y', due: '' },
      { says: 'N', due: '2023-09-02 overdue' },
    ].map(({ says, due }) => ({
      about: `CLK-CPI-8: the second review says ${says}`,
      years: years(2023, looksAfter('2023-05-02'), ['A 2023-06-01 PN1', 'A 2023-09-01 PN1']),
      registers: { reviews: ['review_ref,child,kind,status,held_date,permanence_plan', 'R1,A,CLA,HELD,2023-06-01,N', `R2,A,CLA,HELD,2023-09-01,${says}`] }, // prettier-ignore
      due: [['2023-09-04', 'A', 'CLK-CPI-8', due] as const],
    })),
    {
      about: 'CLK-CPI-9: issued on 5 October 2020, the first of the days',
      years: years(2020, looksAfter('2020-09-07')),
      registers: { proceedings: [PROCEEDINGS, 'P1,A,2020-10-05,,'] },
      due: [['2020-12-01', 'A', 'CLK-CPI-9', '2021-04-04'], ['2021-04-05', 'A', 'CLK-CPI-9', '2021-04-04 overdue']], // prettier-ignore
    },
    {
      about: 'CLK-CPI-11: placed on 3 April 2023, before Easter',
      years: years(2023, looksAfter('2023-04-03')),
      due: [['2023-04-04', 'A', 'CLK-CPI-11', '2023-04-12, 2023-04-19']],
    },
  ],
  'J, social worker visits': [
    {
      about: 'CLK-VIS-1: placed on 3 April 2023, the first by Easter Monday',
      years: years(2023, looksAfter('2023-04-03')),
      registers: { visits: [VISITS, 'A,2023-04-06,SOCIAL_WORK'] },
      due: [['2023-04-05', 'A', 'CLK-VIS-1', '2023-04-10'], ['2023-04-07', 'A', 'CLK-VIS-1', '2023-05-18']], // prettier-ignore
    },
  ],
}

describe('the worked examples of the rulebook, by files alone', () => {
  for (const [section, examples] of Object.entries(sections)) {
    describe(section, () => {
      for (const { about, due, ...given } of examples)
        test(about, async () => {
          const { world } = await returnCase(given)
          for (const [asAt, child, clock, expected] of due) {
            const day = date(asAt)
            const found = openDeadlines(world(reportingYearOf(day).startYear, day))
              .filter((deadline) => deadline.child === child && deadline.clock.id === clock)
              .map((one) => `${one.due.toString()}${one.dueAt ? `T${one.dueAt}` : ''}${one.state === 'overdue' ? ' overdue' : ''}`) // prettier-ignore
            assert.equal(found.join(', '), expected, `${clock} of ${child} on ${asAt}`)
          }
        })
    })
  }
})
