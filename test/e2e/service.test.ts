/** A service from its first day: one journey through it, as those who work in it would go. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import { aBrowser, fillDay } from '../support/browser.ts'
import { CODE, aPeopledApplication, enter } from '../support/people.ts'
import { folderOf } from '../support/smallReturn.ts'

/** A return in which one child has been looked after for a while, and another since last Friday. */
const returned = () =>
  folderOf({
    'header.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nOLD1,2,03/02/2012,WBRI,UN1,,\nNEW1,1,05/04/2014,WBRI,UN1,,',
    'episodes.csv': [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      'OLD1,09/05/2022,S,C2,N1,U6,PR1,,,,ZB1 1AA,ZB2 2BB,SC000001',
      'NEW1,18/11/2022,S,C2,N1,U6,PR1,,,,ZB1 1AA,ZB2 2BB,SC000001',
    ].join('\n'),
    'reviews.csv': 'CHILD,DOB,REVIEW,REVIEW_CODE\nOLD1,03/02/2012,06/06/2022,PN1\nOLD1,03/02/2012,01/09/2022,PN1',
  })

describe('a service from its first day', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services } = await aPeopledApplication([{ child: 'OLD1', worker: 'SW1' }])
  const request = {
    authority: demoAuthority,
    year: reportingYear(2022),
    path: returned(),
    sourceName: 'the return',
    isPreview: false,
  }
  await services.importReturn(request, () => undefined)
  // The first administrator comes in at the command line; everyone else in the pages.
  await enter(services, 'administrator', { name: 'Piotr Hale', roles: ['administrator'] })
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const address = (...parts: string[]) => [base, 'authorities', CODE, ...parts].join('/')

  const signInAs = async (page: Page, name: string) => {
    await page.goto(`${base}/sign-out`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel(name).check()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText(name).first().waitFor()
  }
  const textOf = (page: Page) => page.locator('main').innerText()
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
  const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

  test('it is set up, a child is given an officer, and its review is booked, moved, cancelled and seen', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()

    // The administrator: words, what roles are called, a reason, and people.
    await signInAs(page, 'Piotr Hale')
    await page.goto(address('settings', 'rules', 'words'))
    await page.getByLabel('What they are called, several of them').fill('children in our care')
    await page.getByLabel('Independent reviewing officer (IRO)').fill('Reviewing officer')
    await page.getByLabel('Name', { exact: true }).fill('Hartsmere Reviewing Service')
    await press(page, 'Save')
    await page.getByText('It holds from now on').waitFor()
    await page.goto(address('settings', 'rules', 'lists'))
    await page.getByLabel('Reasons, one on each line').fill('Snow\nOther')
    await press(page, 'Save')
    for (const [name, role, officerId] of [
      ['Marian Okafor', 'IRO manager', ''],
      ['Bea Booker', 'Business support', ''],
      ['Ifeanyi Price', 'Reviewing officer', 'O1'],
    ] as const) {
      await page.goto(address('settings', 'people', 'new'))
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Email address').fill(`${name.toLowerCase().replace(' ', '.')}@hartsmere.example`)
      await page.getByLabel(role, { exact: true }).check()
      await page.getByLabel('Officer id (optional)').fill(officerId)
      await press(page, 'Continue')
      await press(page, 'Add the person')
      await page.getByRole('link', { name }).waitFor()
    }

    // The manager: an IRO, and who waits for one.
    await signInAs(page, 'Marian Okafor')
    await page.goto(address('caseload', 'officers', 'new'))
    await page.getByLabel('Officer id').fill('O1')
    await page.getByLabel('Name', { exact: true }).fill('Ifeanyi Price')
    await page.getByLabel('Independent reviewing officer', { exact: true }).check()
    await page.getByLabel('Share of full time').fill('1')
    await fillDay(page, 'First day in post', ['1', '4', '2020'])
    await press(page, 'Save')
    await page.getByRole('heading', { name: 'Ifeanyi Price' }).waitFor()
    await page.goto(address('work'))
    await page
      .getByRole('row', { name: /NEW1/ })
      .getByRole('link', { name: /^Choose an IRO/ })
      .click()
    await page.getByLabel('Ifeanyi Price').check()
    await press(page, 'Make this the child’s IRO')
    await page.getByText('Ifeanyi Price, since 22 November 2022.').waitFor()

    // Business support: who is around the child, a booking, invitations, and a move.
    await signInAs(page, 'Bea Booker')
    await page.goto(address('children', 'NEW1', 'contacts', 'new'))
    await page.getByLabel('Who it is').selectOption('Mother')
    await page.getByLabel('Name', { exact: true }).fill('Ms Osei')
    await page.getByLabel('Email', { exact: true }).check()
    await page.getByLabel('Email address (optional)').fill('osei@example.org')
    await press(page, 'Save')
    await page.getByRole('link', { name: 'Ms Osei' }).waitFor()
    await follow(page, 'Reviews')
    await follow(page, 'Book the review of child NEW1')
    await page.getByLabel('In person', { exact: true }).check()
    await page
      .getByRole('radio', { name: /\d(?:am|pm) to/ })
      .first()
      .check()
    await page.getByLabel('Where').fill('At the carers’ home')
    await press(page, 'Book the review')
    await page.getByText('The review is booked.').waitFor()
    const review = page.url().replace(/\?.*/, '')
    await page.goto(`${review}/invitations`)
    await press(page, 'Invite them')
    await page
      .getByRole('row', { name: /Ms Osei/ })
      .first()
      .waitFor()
    await page.goto(`${review}/move`)
    const day = page.getByRole('group', { name: 'The day', exact: true })
    await day.getByLabel('Day').fill('7')
    await day.getByLabel('Month').fill('12')
    await day.getByLabel('Year').fill('2022')
    await page.getByLabel('The carer').check()
    await page.getByLabel('Why it is moved').fill('A school trip')
    await press(page, 'Move the review')
    await page.getByText('The review is moved.').waitFor()
    assert.match(await textOf(page), /The carer\s+A school trip/)

    // The officer: the review stands among their work, and in their calendar.
    await signInAs(page, 'Ifeanyi Price')
    await page.getByText('Ifeanyi Price, ').waitFor()
    await page.goto(address('calendar'))
    await press(page, 'Get an address for your calendar')
    const feed = await page.getByLabel('Address of your calendar').inputValue()
    const read = async () => (await (await fetch(feed)).text()).replaceAll('\r\n ', '')
    assert.match(await read(), /DTSTART:20221207T\d{6}Z/)
    assert.doesNotMatch(await read(), /NEW1|Osei|carers/)

    // It is cancelled, and the calendar says so.
    await signInAs(page, 'Bea Booker')
    await page.goto(`${review}/cancel`)
    await page.getByLabel('Why is it cancelled?').fill('The child went home')
    await press(page, 'Cancel the review')
    await page.getByText('The review is cancelled.').waitFor()
    assert.match(await read(), /STATUS:CANCELLED/)
    await page.goto(address('messages'))
    assert.match(await textOf(page), /Ms Osei/)

    // The manager tries an absence on the board.
    await signInAs(page, 'Marian Okafor')
    await follow(page, 'Caseload')
    await page
      .getByRole('row', { name: /Ifeanyi Price/ })
      .first()
      .waitFor()
    await page.goto(address('caseload', 'ahead'))
    await page.getByText('Try what would happen').click()
    await page.getByLabel('IRO', { exact: true }).selectOption('Ifeanyi Price')
    await fillDay(page, 'First day away', ['1', '12', '2022'])
    await fillDay(page, 'Last day away', ['31', '1', '2023'])
    await press(page, 'Show')
    assert.match(await textOf(page), /NEW1/, 'a review falls into the absence')
    await context.close()
  })
})
