import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { importRegisters } from '../support/booking.ts'
import { aDatabase } from '../support/database.ts'
import { aBrowser, fillForm, problemsOf } from '../support/browser.ts'
import { CODE, aLog, demoDoor, enter, returnOf, signedInAs } from '../support/people.ts'
import { servicesOn } from '../support/services.ts'
import { reportingYear, reportingYearOf } from '../../src/calendar/reportingYear.ts'
import { protocols } from '../../src/challenge/presets.ts'
import { challenges } from '../../src/challenge/registers/challenges.ts'
import { protocolSetting } from '../../src/challenge/settings.ts'
import { valueOf } from '../../src/figures/compute.ts'
import { type PlainDate, date } from '../../src/kernel/dates.ts'
import { webApplication } from '../../src/main/web.ts'
import { oversightPresets } from '../../src/oversight/settings.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import { recordsOf } from '../../src/world/world.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const children = Array.from({ length: 65 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`)
const november = (day: number): PlainDate => date(`2022-11-${day}`)
const dayFields = (name: string, on: PlainDate) => ({ [`${name}-day`]: String(on.day), [`${name}-month`]: String(on.month), [`${name}-year`]: String(on.year) }) // prettier-ignore

/** When each child was reviewed last, and how it was rated: all in the quarter before, but for the first few. */
const reviewed: Readonly<Record<string, string>> = { C01: '2022-10-24,RED', C02: '2022-09-28,AMBER', C03: '2022-10-10,RED', C04: '2022-10-10,' } // prettier-ignore

test('one week of an IRO with 65 children, in a real browser', async (t) => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { database } = await aDatabase()
  const services = await servicesOn(database)
  const path = returnOf(children.map((child) => ({ child, worker: 'SW1' })))
  await services.importReturn({ authority: demoAuthority, year: reportingYear(2022), path, sourceName: 'week', isPreview: false }, () => undefined) // prettier-ignore
  await importRegisters(services, {
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Ada Adams,IRO,1,2020-01-01',
    'allocations.csv': ['child,officer_id,from', ...children.map((child) => `${child},O1,2022-05-10`)].join('\n'),
    'reviews.csv': [
      'review_ref,child,kind,status,held_date,rag',
      ...children.map((child) => `R-${child},${child},CLA,HELD,${reviewed[child] ?? '2022-09-05,'}`),
    ].join('\n'),
    'recommendations.csv': 'review_ref,number,text,responsible,due_date\nR-C04,1,Refer to the dentist,Social worker,2022-10-20', // prettier-ignore
    'oversight.csv': 'child,date,kind,officer_id\nC65,2022-11-18,FOOTPRINT,O1',
    'contact_plans.csv': 'child,from,every_weeks\nC06,2022-10-31,4',
    'missing_returns.csv': 'child,missing_from,returned_at\nC05,2022-11-19,2022-11-20T09:00',
  })
  const { own, version } = await services.settings.current(CODE)
  const leicester = oversightPresets.find(({ name }) => name === 'leicester')
  const rules = { ...own, ...leicester?.settings, ...protocolSetting.as(protocols.cheshireEast) }
  assert.ok(await services.settings.replace({ code: CODE, name: 'Week' }, rules, { by: 'test', replaces: version }))
  await enter(services, 'iro', { roles: ['iro'], officerId: 'O1' })
  let today = november(21)
  const app = await webApplication(services.house, { log: aLog(), today: () => today, startWork: () => undefined, door: demoDoor }) // prettier-ignore
  after(() => app.close())
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const context = await browser.newContext()
  after(() => context.close())
  const [cookie = '', session = ''] = (await signedInAs(services, 'iro')).cookie.split('=')
  await context.addCookies([{ name: cookie, value: session, url: base }])
  const window = await context.newPage()
  window.setDefaultTimeout(15_000)
  /** What stands at an address. */
  const read = async (url: string): Promise<string> => {
    await window.goto(`${base}${url}`)
    return window.content()
  }
  const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`

  /** The tasks of the start page, in their order: `overdue C03 Check the child rated red`. */
  async function tasks(): Promise<string[]> {
    const body = await read(page('work'))
    return body.split(/<h2[^>]*id="/).slice(1).flatMap((part) => {
      const id = /^\w+/.exec(part)?.[0] ?? ''
      if (!['overdue', 'today', 'thisWeek', 'toStart', 'waiting'].includes(id)) return []
      return part.split('<tbody')[1]?.split('</tbody>')[0]?.split('</tr>').slice(0, -1).map((row) => {
        const what = /<a [^>]*>([^<]*)/.exec(row)?.[1] ?? ''
        return `${id} ${/child (C\d\d)/.exec(row)?.[1] ?? '-'} ${what}`
      }) ?? []
    })
  } // prettier-ignore
  const aboutThese = async () => (await tasks()).filter((task) => /rated|contact|interview|sign|challenge/i.test(task))
  async function saved(form: string, url: string, fields: Readonly<Record<string, string>>) {
    await window.goto(`${base}${form}`)
    await fillForm(window, url, fields)
    assert.equal(await window.locator('.govuk-error-summary').count(), 0, `${url} was refused`)
    return new URL(window.url()).pathname
  }
  const note = (child: string, kind: string) =>
    saved(page('children', child), page('children', child, 'oversight', 'entry'), { kind, note: `Done for ${child}`, ...dayFields('on', today) }) // prettier-ignore
  const unwritten = async () => /of (\d+)|(\d+) result/.exec(plain(await read(`${page('signs')}?list=quarter&officer=O1`)))?.[1] // prettier-ignore
  let informal = ''

  await t.test('Monday: what is overdue stands first, then today, then the week, then what has no day', async () => {
    assert.deepEqual(await aboutThese(), [
      'overdue C03 Check the child rated red',
      'today C01 Check the child rated red',
      'thisWeek C02 Check the child rated amber',
      'thisWeek C05 See to the return home interview',
      'thisWeek C06 Be in contact with the child as agreed',
      'waiting C04 Look at a sign',
    ])
    assert.ok((await tasks()).includes('waiting - Ask what became of 1 decision past its date'))
    assert.match(
      plain(await read(page('reviews', 'decisions?which=late&officer=O1'))),
      /Refer to the dentist .*32 days late/,
    )
    assert.equal(await unwritten(), '61')
    // A sign proposes a challenge at most: nothing is opened by itself.
    assert.equal(recordsOf(await services.worlds.onDay(CODE, today, null), challenges).length, 0)
    await note('C03', 'CONTACT')
    await note('C01', 'CONTACT')
    assert.ok(!(await aboutThese()).some((task) => /C0[13]/.test(task)))
    assert.deepEqual(await problemsOf(window), [])
  })

  await t.test(
    'Tuesday: what was heard of a move comes first, and a sign leads to a word with the manager',
    async () => {
      today = november(22)
      const signs = (child: string) => page('children', child, 'signs')
      await saved(signs('C07'), `${signs('C07')}/event`, { kind: 'EMERGENCY_MOVE', ...dayFields('on', today) })
      assert.equal((await aboutThese())[0], 'today C07 Look at a sign')
      await saved(signs('C07'), `${signs('C07')}/acknowledge`, { kind: 'EMERGENCY_MOVE', word: 'The review is brought forward' }) // prettier-ignore
      informal = await saved(page('children', 'C04'), page('children', 'C04', 'challenge'), { ground: 'Decisions of a review not carried out', concern: 'No dentist', withRole: 'team manager' }) // prettier-ignore
      await saved(signs('C04'), `${signs('C04')}/acknowledge`, { kind: 'DECISION_OVERDUE', word: 'Challenged' })
      assert.ok(!(await aboutThese()).some((task) => task.includes('sign')))
      assert.ok((await aboutThese()).includes('thisWeek C04 Follow up the informal challenge'))
    },
  )

  await t.test('Wednesday: what is due today is done, and goes', async () => {
    today = november(23)
    assert.deepEqual((await aboutThese()).slice(0, 2), [
      'today C02 Check the child rated amber',
      'today C05 See to the return home interview',
    ])
    await note('C02', 'FOOTPRINT')
    const missing = page('children', 'C05', 'missing')
    await saved(missing, `${missing}/return`, {
      ...dayFields('missingFrom', november(19)),
      ...dayFields('returnedOn', november(20)),
      returnedTime: '9:00am',
      ...dayFields('heldOn', today),
      heldTime: '8:30am',
    })
    assert.ok(!(await aboutThese()).some((task) => /C02|C05/.test(task)))
  })

  await t.test('Thursday: the manager’s answer asks for an end, and a formal challenge is made', async () => {
    today = november(24)
    await saved(informal, `${informal}/answer`, { answer: 'Booked for December', ...dayFields('on', today) }) // prettier-ignore
    assert.ok((await tasks()).some((task) => task.includes('C04 Close the informal challenge, or take it further')))
    const raise = page('challenge', 'raise')
    await saved(`${raise}?child=C08`, raise, { child: 'C08', route: 'FORMAL', grounds: 'Health assessment late', concern: 'None since May', ...dayFields('raisedOn', today) }) // prettier-ignore
  })

  await t.test('Friday: figures, footprint and the report on themes agree with what was done', async () => {
    today = november(25)
    await saved(informal, `${informal}/close`, { how: 'resolved', outcome: 'Booked', changedForChild: 'Sees a dentist', ...dayFields('on', today) }) // prettier-ignore
    await note('C06', 'CONTACT')
    assert.ok(!(await tasks()).some((task) => /C0[1-7] (Check|Be in|See to|Look|Close)/.test(task)))

    const world = await services.worlds.ofYear(CODE, reportingYearOf(today), today, null)
    const of = (id: string) => {
      const figure = services.figures.all.find((one) => one.id === id)
      assert.ok(figure, id)
      return valueOf(figure, world)
    }
    assert.equal(of('oversight.records').value, 5)
    const raised = of('challenges.raised')
    assert.deepEqual([raised.value, raised.breakdown.map(({ key, value }) => `${key} ${String(value)}`)], [2, ['informal 1', 'formal 1']]) // prettier-ignore
    assert.equal(of('challenges.with_change').value, 100)
    // The entries of C01 and C03 are of children whose review is in the quarter; those of C02 and C06 are not.
    assert.equal(await unwritten(), '59')
    for (const child of ['C01', 'C02', 'C03', 'C06'])
      assert.match(plain(await read(page('children', child, 'oversight'))), new RegExp(`Done for ${child}`))
    const themes = plain(await read(page('challenge', 'themes?quarter=2022-23-q3')))
    assert.match(themes, /2 challenges were made in the quarter/)
    // 2 of 65 children: 3.1 for each 100.
    assert.match(themes, /3\.1 \(0\.\d to 1\d\.\d\) for each 100/)
    assert.match(themes, /Decisions of a review not carried out/)
  })
})
