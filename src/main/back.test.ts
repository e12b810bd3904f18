import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anInvitingApplication } from '../../test/support/invitingApplication.ts'

/** Every link of a page by its words. */
const linksIn = (body: string): { href: string; text: string }[] =>
  [...body.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^]*?)<\/a>/g)].map(([, href = '', text = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    text: text.replaceAll(/<[^>]*>/g, '').trim(),
  }))

test('the way back from a page', async (t) => {
  const { page, browserOf } = await anInvitingApplication()
  const iro = await browserOf('iro')
  const backLinkOf = (body: string) => /class="govuk-back-link">([^<]*)</.exec(body)?.[1]
  const backOf = (body: string) => linksIn(body).find(({ text }) => text === 'Back to the list as it was')?.href

  for (const [list, opened] of [
    [`${page('due')}?officer=all&child=NORTH1`, /\/children\/NORTH1\?/],
    [`${page('due')}?officer=all&kind=review&child=NORTH1`, /\/reviews\/R-NORTH1\?/],
    [`${page('children')}?officer=all&child=NORTH`, /\/children\/NORTH2\?/],
    [`${page('reviews', 'booked')}?officer=O1&when=90&child=NORTH`, /\/reviews\/R-NORTH2\?/],
    [`${page('reviews', 'booked')}?officer=O1&child=NORTH`, /\/children\/NORTH2\?/],
  ] as const) {
    await t.test(`that was opened from ${list} is there, with its filters`, async () => {
      const link = linksIn((await iro.get(list)).body).find(({ href }) => opened.test(href))
      assert.ok(link, 'the list has the link')
      const address = backOf((await iro.get(link.href)).body)
      assert.ok(address)
      const [was, is] = [list, address].map((one) => new URL(one, 'http://here.invalid'))
      assert.equal(is?.pathname, was?.pathname)
      for (const [name, value] of was?.searchParams ?? []) assert.equal(is?.searchParams.get(name), value, name)
      assert.equal((await iro.get(address)).statusCode, 200)
    })
  }

  await t.test('is kept while a review is changed', async () => {
    const list = `${page('reviews', 'booked')}?officer=all&child=NORTH1`
    const opened = linksIn((await iro.get(list)).body).find(({ href }) => /\/reviews\/R-NORTH1\?/.test(href))
    const cancel = linksIn((await iro.get(opened?.href ?? '')).body).find(({ text }) => text === 'Cancel the review')
    const form = (await iro.get(cancel?.href ?? '')).body
    const action = /<form method="post" action="([^"]*cancel[^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const version = /name="version"[^>]* value="([^"]*)"/.exec(form)?.[1] ?? ''
    const sent = await iro.post(cancel?.href ?? '', action, { version, reason: 'Asked for twice' })
    assert.equal(sent.statusCode, 303)
    const review = (await iro.get(String(sent.headers.location))).body
    assert.match(review, /The review is cancelled/)
    assert.match(backOf(review) ?? '', /\/reviews\/booked\?.*child=NORTH1/)
  })

  await t.test('is to the page above where it was opened by its own address', async () => {
    assert.equal(backLinkOf((await iro.get(page('reviews', 'R-NORTH2'))).body), 'Booked reviews')
    const elsewhere = `${page('children', 'NORTH1')}?back=https://elsewhere.example/due`
    assert.equal(backLinkOf((await iro.get(elsewhere)).body), 'Children')
  })
})
