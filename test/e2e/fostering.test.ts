import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { importRegisters } from '../support/booking.ts'
import { aBrowser, fillDay, problemsOf } from '../support/browser.ts'
import { CODE, aPeopledApplication, enter } from '../support/people.ts'

describe('fostering and learning in a real browser', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services } = await aPeopledApplication([
    { child: 'NORTH1', worker: 'SW1' },
    { child: 'NORTH2', worker: 'SW1' },
  ])
  await importRegisters(services, {
    'officers.csv':
      'officer_id,name,role,fte,start_date\nO1,Ada Adams,IRO,1,2020-01-01\nF1,Tom Fairley,FIRO,1,2020-01-01',
    'foster_carers.csv': 'carer_ref,approved_date,first_placement_date,kind\nFC1,2020-03-02,2020-04-01,MAINSTREAM',
    'foster_households.csv':
      'carer_ref,party,person,from,email\nFC1,CARER,Gwen Moss,2020-03-02,gwen@example.org\nFC1,FOSTERED_CHILD,NORTH1,2022-05-09,',
    'foster_reviews.csv':
      'carer_ref,kind,status,booked_date,held_date,officer_id,recommendation,decision_date,notice_date\nFC1,ANNUAL,HELD,,2022-02-21,F1,CONTINUE,2022-03-01,2022-03-04',
    'people.csv': 'child,kind,from,dob\nLEAVER1,CARE_LEAVER,2022-06-01,2004-06-01',
    'advisers.csv': 'child,worker_id,name,from\nLEAVER1,PA1,Nia Pell,2022-06-01',
    'reviews.csv':
      'review_ref,child,kind,status,held_date\nR1,LEAVER1,CLA,HELD,2022-04-04\nR2,LEAVER1,PATHWAY_18_25,HELD,2022-06-20',
    'volunteers.csv': 'volunteer_ref,recruited_date,checked_date\nV1,2022-01-10,2022-03-01',
  })
  await enter(services, 'firo', { name: 'Tom Fairley', roles: ['fostering_iro'], officerId: 'F1' })
  await enter(services, 'iro', { name: 'Ada Adams', roles: ['iro'], officerId: 'O1' })
  await enter(services, 'adviser', { name: 'Nia Pell', roles: ['social_worker'], workerId: 'PA1' })
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const at = (...parts: string[]) => `${base}/authorities/${CODE}/${parts.join('/')}`

  async function signedIn(name: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${base}/sign-in`)
    await page.getByLabel(name).check()
    await page.getByRole('button', { name: 'Sign in' }).click()
    return page
  }

  test('a fostering IRO’s first day: from an allegation to the decision letter', async () => {
    const page = await signedIn('Tom Fairley', 1280)
    await page.getByRole('link', { name: 'Fostering', exact: true }).click()
    assert.deepEqual(await problemsOf(page), [])
    // A household approved this year, and a child who may not be placed before that.
    await page.getByRole('button', { name: 'Add a household' }).click()
    await page.getByLabel('Reference of the household').fill('FC2')
    await page.getByLabel('Mainstream carers').check()
    await fillDay(page, 'The day of the approval', ['1', '7', '2022'])
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saturday 1 July 2023').first().waitFor()
    await page.getByRole('link', { name: 'Add someone, or say who has left' }).click()
    await page.getByLabel('Child placed').check()
    await page.getByLabel('Who', { exact: true }).fill('NORTH2')
    await fillDay(page, 'The first day', ['9', '5', '2022'])
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('is before the household was approved').first().waitFor()
    await fillDay(page, 'The first day', ['9', '7', '2022'])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Who is in the household is saved').waitFor()
    await page.getByRole('link', { name: 'Fostering', exact: true }).click()
    await page.getByRole('link', { name: 'FC1' }).click()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByText('Tuesday 21 February 2023').first().waitFor()
    // An allegation: the review waits for the end of the investigation.
    await page.getByRole('link', { name: 'Write down an allegation or a change' }).click()
    await page.getByLabel('What it was').selectOption({ label: 'Allegation' })
    await fillDay(page, 'The day on which the service heard of it', ['7', '11', '2022'])
    await fillDay(page, 'The day the designated officer (LADO) was told (optional)', ['8', '11', '2022'])
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Save it' }).click()
    await page.getByText('It is saved.').waitFor()
    await page.goto(at('work'))
    await page.getByRole('link', { name: 'Decide whether to review the household sooner: household FC1' }).click()
    await page.getByLabel('Which', { exact: true }).selectOption({ label: 'Allegation, 7 November 2022' })
    await page.getByLabel('Is the household reviewed sooner?').selectOption({ label: 'Yes' })
    await page.getByRole('button', { name: 'Save what came of it' }).click()
    await page.getByText('Enter the day on which it was decided').first().waitFor()
    await fillDay(page, 'The day that was decided (optional)', ['10', '11', '2022'])
    await page.getByRole('button', { name: 'Save what came of it' }).click()
    await page.getByText('The review waits for the end of the investigation').waitFor()
    await page.getByLabel('Which', { exact: true }).selectOption({ label: 'Allegation, 7 November 2022' })
    await fillDay(page, 'The day the investigation ended (optional)', ['18', '11', '2022'])
    await page.getByLabel('What the designated officer (LADO) found').selectOption({ label: 'Unsubstantiated' })
    await page.getByRole('button', { name: 'Save what came of it' }).click()
    await page.getByText('The household is to be reviewed').waitFor()
    // Booked as any review is: with a time that the officer has, and people invited.
    await page.goto(at('work'))
    await page.getByRole('link', { name: 'Book the review after an allegation or a change: household FC1' }).click()
    assert.equal(await page.getByLabel('Review after an allegation').isChecked(), true)
    await page.getByRole('button', { name: 'Book the review' }).click()
    await page.getByText('Enter the time it starts, like 2:30pm').first().waitFor()
    await fillDay(page, 'The day', ['22', '11', '2022'])
    await page.getByLabel('Starts at').fill('10am')
    await page.getByRole('group', { name: 'How people meet' }).getByLabel('In person', { exact: true }).check()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Book the review' }).click()
    await page.getByText('The fostering review is booked').waitFor()
    await page.getByRole('link', { name: /^Invite people/ }).click()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Invite them' }).click()
    await page.getByText('Invitations to the people that you ticked are written. Below is where each stands.').waitFor()
    // Those whom it concerns are asked for their views, by the forms before a review.
    await page.goto(at('work'))
    await page.getByRole('link', { name: 'Ask for views before the fostering review: household FC1' }).click()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Ask them' }).click()
    await page.getByText('They are asked.').waitFor()
    assert.deepEqual(await problemsOf(page), [])
    // Held, recorded, decided and told.
    await page.goto(at('fostering', 'FC1'))
    await page.getByRole('link', { name: 'Tuesday 22 November 2022', exact: true }).click()
    await fillDay(page, 'The day it was held (optional)', ['22', '11', '2022'])
    await page.getByLabel('The terms of the approval change').check()
    await page.getByRole('button', { name: 'Save the review' }).click()
    await page.getByText('The fostering review is saved').waitFor()
    await page
      .getByRole('link', { name: /^Record \(review of/ })
      .first()
      .click()
    assert.match(await page.getByLabel('Allegations since the last review (optional)').inputValue(), /Allegation on 7 November 2022.*unsubstantiated/) // prettier-ignore
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Complete the record' }).click()
    await page.getByText('The record of the review is complete').waitFor()
    await page.goto(at('work'))
    await page.getByRole('link', { name: 'Record the decision after the fostering review: household FC1' }).click()
    await fillDay(page, 'The day the panel or decision maker decided (optional)', ['23', '11', '2022'])
    await page.getByRole('button', { name: 'Save the review' }).click()
    await page.getByText('The day of the decision must be today or in the past').first().waitFor()
    await fillDay(page, 'The day the panel or decision maker decided (optional)', ['22', '11', '2022'])
    await page.getByRole('button', { name: 'Save the review' }).click()
    await page.goto(at('work'))
    await page.getByRole('link', { name: 'Write the decision letter: household FC1' }).click()
    assert.match(await page.getByLabel('Letter').inputValue(), /Dear Gwen Moss,[^]*28 days/)
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Issue the letter' }).click()
    await page.getByText('The decision letter is issued, and its day is recorded.').waitFor()
    await page.goto(at('work'))
    // The letter bears the day of the clock, which is later than the day of these pages: it alone is still asked for.
    assert.deepEqual(await page.getByRole('link', { name: /household FC1/ }).allTextContents(), [
      'Write the decision letter: household FC1',
    ])
    await page.goto(at('fostering', 'FC1', 'reviews', '2022-11-22', 'letter'))
    await page.getByText(/^Issued on /).waitFor()
    const word = await page.request.get(at('fostering', 'FC1', 'reviews', '2022-11-22', 'letter', 'file?format=txt'))
    assert.match(await word.text(), /Dear Gwen Moss,/)
    await page.goto(at('due'))
    await page.getByRole('link', { name: 'Household FC1' }).first().waitFor()
    assert.deepEqual(await problemsOf(page), [])
    await page.goto(at('fostering', 'FC1', 'signs'))
    assert.deepEqual(await problemsOf(page), [])
    await page.context().close()
  })

  test('a personal adviser’s view of a care leaver, from the start page to the visit, on a telephone', async () => {
    const page = await signedIn('Nia Pell', 390)
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('link', { name: 'Get ready for the pathway plan review' }).click()
    await page.getByRole('heading', { level: 1, name: /LEAVER1/ }).waitFor()
    await page.getByText('Tuesday 20 December 2022').first().waitFor()
    await page.getByText('Personal adviser: Nia Pell.').waitFor()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('link', { name: 'Write down a visit, the adviser or the end' }).click()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByLabel('Which visit').selectOption({ label: 'Visit by the personal adviser' })
    await fillDay(page, 'The day of the visit', ['23', '11', '2022'])
    await page.getByRole('button', { name: 'Save the visit' }).click()
    await page.getByText('The day of the visit must be today or in the past').first().waitFor()
    await fillDay(page, 'The day of the visit', ['21', '11', '2022'])
    await page.getByRole('button', { name: 'Save the visit' }).click()
    await page.getByRole('cell', { name: '21 November 2022' }).waitFor()
    await page.goto(at('watched'))
    await page.getByRole('link', { name: 'LEAVER1' }).waitFor()
    assert.deepEqual(await problemsOf(page), [])
    await page.context().close()
  })

  test('an audit month from the draw to the closed action, on a telephone', async () => {
    const page = await signedIn('Ada Adams', 390)
    await page.goto(at('learning/sample?seed=2022-11&size=1'))
    assert.deepEqual(await problemsOf(page), [])
    const drawn = await page.locator('tbody td').first().textContent()
    await page.reload()
    assert.equal(await page.locator('tbody td').first().textContent(), drawn)
    await page.getByRole('link', { name: 'Write down the audit' }).click()
    await page.getByLabel('Theme (optional)').fill('Permanence')
    await page.getByLabel('Requires improvement').check()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Save the audit' }).click()
    await page.getByText('The audit is saved').waitFor()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('link', { name: '22 November 2022' }).click()
    await page.getByLabel('What is to be done').fill('Put the plan right')
    await page.getByLabel('Who does it').fill('The social worker')
    await page.getByRole('button', { name: 'Add the action' }).click()
    assert.deepEqual(await problemsOf(page), [])
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByText('The action is closed').waitFor()
    await fillDay(page, 'The day it was talked over (optional)', ['22', '11', '2022'])
    await page.getByLabel('What came of it (optional)').fill('The plan is put right')
    await page.getByRole('button', { name: 'Save the grade and the discussion' }).click()
    await page.getByText('The grade and the discussion are saved').waitFor()
    // Every page that has not been on the way.
    const others = ['learning', 'learning/observations', 'learning/observations/new', 'learning/programmes', 'learning/products', 'fostering', 'fostering/FC1', 'fostering/households/surveys', 'duties', 'support', 'watched', 'watched/private', 'watched/preparing', 'watched/new', 'children/LEAVER1/watched', 'children/NORTH1/early-placements', 'children/NORTH1/support'] // prettier-ignore
    for (const path of others) {
      await page.goto(at(path))
      assert.deepEqual(await problemsOf(page), [], path)
    }
    await page.getByLabel('Advocacy').check()
    await fillDay(page, 'The day of the referral', ['1', '11', '2022'])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The support is saved').waitFor()
    await page.goto(at('duties'))
    await page.getByLabel('What it was').selectOption({ label: 'Training' })
    await page.getByLabel('Hours (optional)').fill('3.5')
    await page.getByRole('button', { name: 'Enter the work' }).click()
    await page.getByText('The work is entered').waitFor()
    // A care leaver whom no return names has a page, and the review of the pathway plan is on Due.
    await page.goto(at('due?officer=&child=LEAVER1'))
    await page.getByRole('link', { name: 'LEAVER1' }).first().click()
    await page.getByRole('heading', { level: 1, name: /LEAVER1/ }).waitFor()
    assert.deepEqual(await problemsOf(page), [])
    await page.context().close()
  })
})
