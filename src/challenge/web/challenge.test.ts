import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { aCaseloadApplication, caseloadToday } from '../../../test/support/caseload.ts'
import { CODE, TestBrowser, enter, signedInAs } from '../../../test/support/people.ts'
import { folderOf } from '../../../test/support/smallReturn.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import { recordsOf } from '../../world/world.ts'
import { protocols } from '../presets.ts'
import { challengeStages } from '../registers/challengeStages.ts'
import { challenges } from '../registers/challenges.ts'
import { protocolSetting } from '../settings.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const versionIn = (body: string): string => /name="replaces" value="([^"]*)"/.exec(body)?.[1] ?? ''

describe('challenges on their pages', async () => {
  const { app, services, page } = await aCaseloadApplication()
  await enter(services, 'iro', { roles: ['iro'] })
  await enter(services, 'head', { roles: ['iro_manager'] })
  await enter(services, 'leader', { roles: ['senior_leader'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const iro = await browserOf('iro')
  const head = await browserOf('head')
  const child = 'LEFT1'
  const ofChild = page('children', child)
  const on = { 'on-day': String(caseloadToday.day), 'on-month': String(caseloadToday.month), 'on-year': String(caseloadToday.year) } // prettier-ignore
  const worldToday = () => services.worlds.onDay(CODE, caseloadToday, null)

  test('are made in three fields, taken further, answered and closed', async () => {
    const { own, version } = await services.settings.current(CODE)
    await services.settings.replace({ code: CODE, name: 'Test' }, { ...own, ...protocolSetting.as(protocols.cheshireEast) }, { by: 'test', replaces: version }) // prettier-ignore
    const sent = await iro.post(ofChild, page('children', child, 'challenge'), {
      ground: 'Social work visits late',
      concern: 'No visit since September',
      withRole: 'team manager',
    })
    assert.equal(sent.statusCode, 303, plain(sent.body))
    const address = String(sent.headers.location).split('?')[0] ?? ''
    const shown = await iro.get(address)
    assert.match(plain(shown.body), /Informal Quality Assurance Alert .*No visit since September/)
    const [made] = recordsOf(await worldToday(), challenges)
    assert.equal(made?.themes.join(), 'Social work visits late')
    assert.match(
      plain((await iro.get(ofChild)).body),
      /Social work visits late\. Informal Quality Assurance Alert, due/,
    )
    assert.match(plain((await iro.get(page('challenge'))).body), /Informal challenge/)

    const early = await iro.post(address, `${address}/move`, { replaces: versionIn(shown.body), ...on })
    assert.equal(early.statusCode, 400)
    assert.match(plain(early.body), /Choose the stage to which it passes/)
    const moved = await iro.post(address, `${address}/move`, { replaces: versionIn(shown.body), step: 'formal', ...on })
    assert.equal(moved.statusCode, 303, plain(moved.body))

    assert.equal((await (await browserOf('leader')).get(address)).statusCode, 403)
    const forHead = await head.get(address)
    const stale = await head.post(address, `${address}/answer`, { replaces: '1', answer: 'A visit', ...on })
    assert.match(plain(stale.body), /Someone else changed this/)
    const answered = await head.post(address, `${address}/answer`, { replaces: versionIn(forHead.body), answer: 'A visit is on Monday', ...on }) // prettier-ignore
    assert.equal(answered.statusCode, 303, plain(answered.body))

    const again = await iro.get(address)
    assert.match(plain(again.body), /It was answered\. A visit is on Monday/)
    const replaces = versionIn(again.body)
    const without = await iro.post(address, `${address}/close`, {
      replaces,
      how: 'resolved',
      outcome: 'Visited',
      ...on,
    })
    assert.match(plain(without.body), /Enter what changed for the child/)
    const closed = await iro.post(address, `${address}/close`, { replaces, how: 'resolved', outcome: 'Visited', changedForChild: 'She is seen each month', ...on }) // prettier-ignore
    assert.equal(closed.statusCode, 303, plain(closed.body))
    assert.match(plain((await iro.get(address)).body), /Resolved .*What changed for the child She is seen each month/)
    const rows = recordsOf(await worldToday(), challengeStages).map(({ stage, step }) => `${stage} ${step ?? ''}`)
    assert.deepEqual(rows, ['1 informal', '2 formal'])
  })

  test('what is missing is said at its field, with what was typed', async () => {
    const nothing = await iro.post(ofChild, page('children', child, 'challenge'), { concern: 'Words that stay' })
    assert.equal(nothing.statusCode, 400)
    assert.match(plain(nothing.body), /Choose what it is about/)
    assert.match(nothing.body, /Words that stay/)
    assert.equal((await iro.get(page('challenge', 'nobody'))).statusCode, 404)
  })

  test('themes of a quarter are told on a page and in each format', async () => {
    await importRegisters(services, {
      'challenges.csv': `challenge_ref,child,raised_date,route,themes\nT1,,${caseloadToday.toString()},THEMED,late notification\n`,
    })
    const quarter = page('challenge', 'themes')
    assert.match(plain((await iro.get(quarter)).body), /Summary/)
    const files = [...(await iro.get(quarter)).body.matchAll(/href="([^"]*themes\/download[^"]*)"/g)].map(([, href = '']) => href) // prettier-ignore
    assert.equal(files.length, 4)
    for (const href of files.filter((one) => !one.endsWith('.pdf'))) {
      const file = await iro.get(href)
      assert.equal(file.statusCode, 200, href)
    }
    assert.equal((await iro.get(page('challenge', 'themes', 'download', 'themes-2022-23-q9.html'))).statusCode, 404)
  })
})

describe('a challenge about a child who left care in an earlier year', async () => {
  const { app, services, page } = await aCaseloadApplication()
  await enter(services, 'iro', { roles: ['iro'] })
  const iro = new TestBrowser(app, (await signedInAs(services, 'iro')).cookie)

  test('is made from the child’s own page', async () => {
    const path = folderOf({
      'header.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nOLD1,2,03/02/2012,WBRI,UN1,,',
      'episodes.csv': 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nOLD1,09/05/2019,S,C2,N1,U6,PR1,01/09/2019,E4A,,ZB1 1AA,ZB2 2BB,SC000001', // prettier-ignore
      'reviews.csv': 'CHILD,DOB,REVIEW,REVIEW_CODE\nOLD1,03/02/2012,03/06/2019,PN1',
    })
    const request = { authority: { code: CODE, name: 'Test' }, year: reportingYear(2019), path, sourceName: 'earlier', isPreview: false } // prettier-ignore
    assert.equal((await services.importReturn(request, () => undefined)).outcome, 'stored')
    assert.equal((await iro.get(page('children', 'OLD1'))).statusCode, 200)
    assert.equal((await iro.get(page('challenge/raise?child=OLD1'))).statusCode, 200)
    const sent = await iro.post(page('challenge/raise?child=OLD1'), page('challenge', 'raise'), { child: 'OLD1', route: 'FORMAL', concern: 'No letter was sent', grounds: 'Social work visits late', 'raisedOn-day': '21', 'raisedOn-month': '11', 'raisedOn-year': '2022' }) // prettier-ignore
    assert.equal(sent.statusCode, 303, plain(sent.body))
    assert.match(plain((await iro.get(String(sent.headers.location))).body), /No letter was sent/)
    // A report of the past counts who was in care then, and has left since.
    const { body } = await iro.get(page('challenge', 'themes', 'download', 'themes-2019-20-q1.txt'))
    assert.match(body, /Children: 1 child looked after on 30 June 2019/)
    assert.match(body, /That is 0\.0 \(0\.0 to 366\.8\) for each 100 children looked after/)
  })
})
