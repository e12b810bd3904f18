import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { importRegisters } from '../../../test/support/booking.ts'
import { aDatabase } from '../../../test/support/database.ts'
import { servicesOn } from '../../../test/support/services.ts'
import { folderOf } from '../../../test/support/smallReturn.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import { date } from '../../kernel/dates.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { beforeLastImportIn } from '../services.ts'
import { signsAsked } from './asked.ts'
import { signs } from './signs.ts'

const answerSchema = z.object({
  asAt: z.string(),
  signs: z.array(
    z.object({
      kind: z.string(),
      child: z.string().nullable(),
      subject: z.object({ kind: z.string(), ref: z.string() }),
      since: z.string(),
      why: z.string(),
      prompts: z.literal('challenge').nullable(),
    }),
  ),
})

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
/** `HOME1 2022-05-09 S C2 U6 2022-10-03 E4A CREQB`: as a return has it. */
const returnOf = (...episodes: string[]) => {
  const rows = episodes.map((words) => words.split(' '))
  const british = (day = '') => day.split('-').reverse().join('/')
  return folderOf({
    'header.csv': ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...new Set(rows.map(([child = '']) => `${child},2,03/02/2012,WBRI,UN1,,`))].join('\n'),
    'episodes.csv': [EPISODES, ...rows.map(([child = '', from, rne = '', ls = '', place = '', to = '', rec = '', why = '']) => `${child},${british(from)},${rne},${ls},N1,${place},PR1,${british(to)},${rec},${why},ZB1 1AA,ZB2 2BB,SC000001`)].join('\n'),
    'reviews.csv': 'CHILD,DOB,REVIEW,REVIEW_CODE',
  }) // prettier-ignore
}

test('footprint signs', async (t) => {
  const { database } = await aDatabase()
  const services = await servicesOn(database)
  const imported = async (path: string) => {
    const asked = { authority: demoAuthority, year: reportingYear(2022), path, sourceName: 'signs', isPreview: false }
    assert.equal((await services.importReturn(asked, () => undefined)).outcome, 'stored')
    const [latest] = await services.returns.imports(demoAuthority.code)
    return latest?.recordedAt.toString() ?? ''
  }
  const found = async (more: Record<string, unknown>) => {
    const asked = signsAsked.parse({ authority: demoAuthority.code, format: 'json', ...more })
    const answer = await signs(asked, {
      worlds: services.worlds,
      beforeLastImport: beforeLastImportIn(services.house),
      today: () => date('2022-11-22'),
      note: () => undefined,
    })
    return answerSchema
      .parse(JSON.parse(answer))
      .signs.map(({ kind, child, subject, since, prompts }) => [since, child ?? `${subject.kind} ${subject.ref}`, kind, prompts].filter(Boolean).join(' ')) // prettier-ignore
  }

  const first = [
    'BREAK1 2022-05-02 S V3 U6 2022-05-24 E4A',
    'HOME1 2022-05-09 S C2 U6 2022-10-03 E4A',
    'MOVED1 2022-05-09 S C2 U6 2022-07-01 X1 CREQB',
    'MOVED1 2022-07-01 P C2 K2',
    'STAYS1 2022-05-09 S C2 U6',
  ]

  await t.test('tells of those in care, and of those who have left it, on whatever day is asked', async () => {
    await imported(returnOf(...first))
    assert.deepEqual(await found({ asAt: '2022-10-10' }), [
      '2022-05-19 BREAK1 short_break_limit',
      '2022-07-01 MOVED1 emergency_move',
      '2022-07-01 MOVED1 plan_changed_outside_review challenge',
      '2022-10-03 HOME1 returned_home',
    ])
    assert.deepEqual(await found({ asAt: '2022-10-03', kind: ['returned_home'] }), ['2022-10-03 HOME1 returned_home'])
    assert.deepEqual(await found({ asAt: '2022-10-02', kind: ['returned_home'] }), [])
    assert.deepEqual(await found({ asAt: '2022-11-02', kind: ['returned_home'] }), [], 'after four weeks')
    assert.deepEqual(await found({ asAt: '2022-10-10', since: '2022-10-03' }), ['2022-10-03 HOME1 returned_home'])
  })

  await t.test('tells what is new since a moment: of a return, and of registers', async () => {
    const [before] = await services.returns.imports(demoAuthority.code)
    const known = before?.recordedAt.toString() ?? ''
    assert.deepEqual(await found({ asAt: '2022-11-22', newSince: known }), [])
    await imported(returnOf(...first.slice(0, -1), 'STAYS1 2022-05-09 S C2 U6 2022-11-01 E13'))
    assert.deepEqual(await found({ newSince: known }), ['2022-11-01 STAYS1 returned_home'])
    const [latest] = await services.returns.imports(demoAuthority.code)
    const since = latest?.recordedAt.toString() ?? ''
    await importRegisters(services, {
      'events.csv': 'child,kind,date\nMOVED1,RETURNED_HOME,2022-11-20',
      'foster_carers.csv': 'carer_ref,approved_date\nFC1,2020-01-10\nFC2,2022-01-10',
      'foster_reviews.csv': 'carer_ref,kind,status,held_date\nFC1,FIRST,HELD,2021-01-08\nFC2,CHANGE,HELD,2022-10-03',
    })
    assert.deepEqual(await found({ newSince: since }), ['2022-01-09 household FC1 foster_review_overdue', '2022-11-20 MOVED1 returned_home']) // prettier-ignore
    assert.deepEqual(await found({ newSince: '2030-01-01T00:00:00Z' }), [])
    // All that was imported here, today: nothing was known before.
    assert.deepEqual(await found({ newSince: 'import' }), await found({}))
  })
})
