import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  CODE,
  TestBrowser,
  aPeopledApplication,
  enter,
  headingOf,
  signedInAs,
  tokenIn,
} from '../../../test/support/people.ts'

const REPORT = 'We held 702 reviews; 688 (89%) were on time.\n\nThe law is the Children Act 1998.\n'

describe('the page to drop a report on', async () => {
  const { app, services } = await aPeopledApplication([])
  await enter(services, 'analyst', { roles: ['analyst'] })
  await enter(services, 'worker', { roles: ['social_worker'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const path = `/authorities/${CODE}/check-report`
  const analyst = await browserOf('analyst')

  /** Sends files with the token of the form, or with another. */
  async function send(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>, token?: string) {
    const form = new FormData()
    form.set('_csrf', token ?? tokenIn((await analyst.get(path)).body))
    for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name)
    const sent = new Response(form)
    return app.inject({
      method: 'POST',
      url: path,
      headers: {
        cookie: [...analyst.cookies].map((one) => one.join('=')).join('; '),
        'content-type': sent.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
  }

  test('lists what was found with its quotation, the gravest first', async () => {
    const answer = await send({ 'report.txt': REPORT })
    assert.equal(answer.statusCode, 200)
    assert.equal(headingOf(answer.body), 'What was found in report.txt')
    assert.match(answer.body, /2 findings\./)
    assert.match(answer.body, /<blockquote[^>]*>We held 702 reviews; 688 \(89%\) were on time\.<\/blockquote>/)
    assert.match(answer.body, /688 \/ 702 = 98\.01%/)
    assert.match(answer.body, /Children Act 1989/)
  })

  test('says so where nothing is found', async () => {
    assert.match(
      (await send({ 'report.md': '# Report\n\nWe held 702 reviews.\n' })).body,
      /Nothing was found that does not hold/,
    )
  })

  for (const { why, files, says } of [
    { why: 'no file', files: {}, says: /Choose the report’s file/ },
    { why: 'two files', files: { 'a.txt': 'One report.', 'b.txt': 'Another.' }, says: /Choose one report at a time/ },
    { why: 'a PDF', files: { 'report.pdf': '%PDF-1.7' }, says: /is a PDF/ },
    { why: 'a broken Word document', files: { 'report.docx': 'PK\x03\x04 nothing' }, says: /damaged or cut off/ },
  ]) {
    test(`refuses ${why} with a reason at its field`, async () => {
      const answer = await send(files)
      assert.equal(answer.statusCode, 400)
      assert.match(answer.body, /There is a problem/)
      assert.match(answer.body, says)
    })
  }

  test('takes no form without its token, and shows nothing to those who may not', async () => {
    assert.equal((await send({ 'report.txt': REPORT }, 'forged')).statusCode, 403)
    assert.equal((await (await browserOf('worker')).get(path)).statusCode, 403)
  })
})
