import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { CODE, TestBrowser, aPeopledApplication, enter, signedInAs } from '../../../test/support/people.ts'
import { fosterCarers } from '../../fostering/registers/fosterCarers.ts'
import { fosterHouseholds } from '../../fostering/registers/fosterHouseholds.ts'
import { date } from '../../kernel/dates.ts'
import { auditActions } from '../../learning/registers/auditActions.ts'
import { audits } from '../../learning/registers/audits.ts'
import { support } from '../../support/registers/support.ts'
import { recordsOf } from '../../world/world.ts'
import { duties } from '../registers/duties.ts'
import { linkOfficers } from '../registers/linkOfficers.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const day = (field: string, [d, m, y]: readonly [string, string, string]) => ({
  [`${field}-day`]: d,
  [`${field}-month`]: m,
  [`${field}-year`]: y,
})

/** What a page refuses: the form that is sent, why it is refused, and what was typed and still stands there. */
interface Refused {
  what: string
  page: string
  /** Where the form is sent, below the page; to the page itself unless said. */
  to?: string
  typed: Readonly<Record<string, string>>
  why: RegExp
  stays: RegExp
}

const match = { kind: 'INDEPENDENT_VISITOR', outcome: 'Both like football' }
const stays = /value="Both like football"/
const refused: Refused[] = [
  {
    what: 'a match with a volunteer whose checks are not complete',
    page: 'children/NORTH1/support',
    typed: { ...match, volunteerRef: 'V2', ...day('from', ['1', '11', '2022']) },
    why: /“V2” is a volunteer whose checks are not complete/,
    stays,
  },
  {
    what: 'a match before the volunteer was checked',
    page: 'children/NORTH1/support',
    typed: { ...match, volunteerRef: 'V1', ...day('from', ['31', '1', '2020']) },
    why: /“V1” was not checked before 2020-02-01, after the match began/,
    stays,
  },
  {
    what: 'a match that ended before it began',
    page: 'children/NORTH1/support',
    typed: { ...match, volunteerRef: 'V1', ...day('from', ['1', '11', '2022']), ...day('to', ['31', '10', '2022']) },
    why: /to “2022-10-31” is before from/,
    stays,
  },
  {
    what: 'a match with a volunteer who has left',
    page: 'children/NORTH1/support',
    typed: { ...match, volunteerRef: 'V3', ...day('from', ['1', '11', '2022']) },
    why: /What you chose is no longer offered/,
    stays,
  },
  {
    what: 'a grade that there is not',
    page: 'learning/audits/new',
    typed: { ...day('on', ['1', '11', '2022']), theme: 'Permanence', grade: 'SATISFACTORY' },
    why: /What you chose is no longer offered/,
    stays: /value="Permanence"/,
  },
  {
    what: 'an audit of a child whom nobody knows, on a day to come',
    page: 'learning/audits/new',
    typed: { ...day('on', ['23', '11', '2022']), child: 'NOBODY', theme: 'Permanence' },
    why: /Enter the identifier of a child who is known here/,
    stays: /value="Permanence"/,
  },
  {
    what: 'an action without an owner',
    page: 'learning/audits/A1',
    typed: { text: 'Put the plan right', owner: '' },
    why: /Enter who does it/,
    stays: />Put the plan right</,
  },
  {
    what: 'fewer hours than none',
    page: 'duties',
    typed: { ...day('on', ['31', '10', '2022']), officerId: 'O1', kind: 'LADO_DUTY', hours: '-1', team: 'North' },
    why: /The hours must be a number, like 3.5/,
    stays: /value="North"/,
  },
  {
    what: 'more hours than a month has',
    page: 'duties',
    typed: { ...day('on', ['31', '10', '2022']), officerId: 'O1', kind: 'LADO_DUTY', hours: '800', team: 'North' },
    why: /hours “800” is more than the 744 hours of a month/,
    stays: /value="North"/,
  },
  {
    what: 'a day that its month does not have',
    page: 'duties',
    typed: { ...day('on', ['31', '9', '2022']), officerId: 'O1', kind: 'LADO_DUTY', hours: '4', team: 'North' },
    why: /There is a problem.*The day must be a real date|There is a problem.*real/,
    stays: /value="North"/,
  },
  {
    what: 'a link that ended before it began',
    page: 'duties',
    to: 'links',
    typed: { linkTeam: 'North', linkOfficer: 'O1', ...day('linkFrom', ['1', '11', '2022']), ...day('linkTo', ['31', '10', '2022']) }, // prettier-ignore
    why: /to “2022-10-31” is before from/,
    stays: /value="North"/,
  },
  {
    what: 'an approval that ended before it began',
    page: 'fostering/households/new',
    typed: { carerRef: 'F9', ...day('approvedOn', ['1', '11', '2022']), ...day('ceasedOn', ['31', '10', '2022']) },
    why: /ceased_date “2022-10-31” is before approved_date/,
    stays: /value="F9"/,
  },
  {
    what: 'an approval that is moved after a child was placed',
    page: 'fostering/F1/approval',
    typed: { ...day('approvedOn', ['1', '6', '2022']), kind: 'MAINSTREAM', approvedFor: 'Two children' },
    why: /from “2022-05-09” is before the household was approved, 2022-06-01/,
    stays: /value="Two children"/,
  },
  {
    what: 'a child placed before approval with carers who are no connected persons',
    page: 'fostering/F1/people',
    typed: { party: 'FOSTERED_CHILD', person: 'NORTH1', ...day('from', ['1', '3', '2020']) },
    why: /from “2020-03-01” is before the household was approved/,
    stays: /value="NORTH1"/,
  },
]

describe('pages refuse what files are refused for, say why, and lose nothing', async () => {
  const { app, services } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  await importRegisters(services, {
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Ada Adams,IRO,1,2020-01-01',
    'volunteers.csv':
      'volunteer_ref,recruited_date,checked_date,ended_date\nV1,2020-01-01,2020-02-01,\nV2,2020-01-01,,\nV3,2020-01-01,2020-02-01,2021-01-01',
    'audits.csv': 'audit_ref,date,child\nA1,2022-11-01,NORTH1',
    'foster_carers.csv': 'carer_ref,approved_date,kind\nF1,2020-03-02,MAINSTREAM',
    'foster_households.csv': 'carer_ref,party,person,from\nF1,FOSTERED_CHILD,NORTH1,2022-05-09',
  })
  await enter(services, 'manager', { roles: ['iro_manager'], officerId: 'O1' })
  const manager = new TestBrowser(app, (await signedInAs(services, 'manager')).cookie)

  for (const { what, page, to, typed, why, stays: kept } of refused) {
    test(what, async () => {
      const path = `/authorities/${CODE}/${page}`
      const shown = await manager.get(path)
      assert.equal(shown.statusCode, 200)
      const replaces = /name="replaces" value="([^"]*)"/.exec(shown.body)?.[1] ?? ''
      const sent = await manager.post(path, to === undefined ? path : `${path}/${to}`, { replaces, ...typed })
      assert.equal(sent.statusCode, 400, plain(sent.body))
      assert.match(plain(sent.body).replaceAll('&quot;', '"'), why)
      assert.match(sent.body, kept)
    })
  }

  test('a review of a household that nobody knows has no page', async () => {
    for (const path of [
      'fostering/F9/book',
      'fostering/F9/reviews/2022-11-01',
      'learning/audits/A9',
      'children/NOBODY/support',
    ]) {
      // prettier-ignore
      assert.equal((await manager.get(`/authorities/${CODE}/${path}`)).statusCode, 404, path)
    }
  })

  test('nothing of all this is kept', async () => {
    const world = await services.worlds.onDay(CODE, date('2022-11-22'), null)
    const kept = [support, auditActions, duties, linkOfficers].map((register) => recordsOf<unknown>(world, register).length) // prettier-ignore
    assert.deepEqual(kept, [0, 0, 0, 0])
    assert.deepEqual(recordsOf(world, fosterCarers).map(({ carerRef, approvedOn }) => `${carerRef} ${approvedOn.toString()}`), ['F1 2020-03-02']) // prettier-ignore
    assert.equal(recordsOf(world, audits).length, 1)
    assert.equal(recordsOf(world, fosterHouseholds).length, 1)
  })
})
