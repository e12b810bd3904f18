import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoAuthority } from '../authorities.ts'
import { authorityPath } from './authorities.ts'
import { backOf, keepingBack, leadingBack } from './back.ts'

const { code } = demoAuthority
const list = authorityPath(code, 'due')
const above = { href: authorityPath(code, 'children'), text: 'Children' }
const asked = (query: unknown) => ({ query, authority: demoAuthority })

describe('the way back from a page', () => {
  test('is to the list that it was opened from, as it was narrowed', () => {
    const from = `${list}?when=overdue&team=North+%26+East&page=3`
    const href = leadingBack(authorityPath(code, 'children', 'A/1'), from)
    const query = Object.fromEntries(new URL(href, 'http://here.invalid').searchParams)
    assert.deepEqual(backOf(asked(query), above), { href: from, text: 'Back to the list as it was' })
    assert.equal(keepingBack(asked(query), `${list}?done=saved`), leadingBack(`${list}?done=saved`, from))
  })

  for (const back of [
    undefined,
    '',
    'https://elsewhere.example/authorities/X99000001/due',
    '//elsewhere.example/due',
    `/\\elsewhere.example${list}`,
    'javascript:alert(1)',
    '/sign-out',
    '/authorities/E09000033/due',
    `${authorityPath(code)}/../E09000033/due`,
    [list, list],
  ]) {
    test(`is to the page above where the address says ${JSON.stringify(back)}`, () => {
      assert.deepEqual(backOf(asked({ back }), above), above)
      assert.equal(keepingBack(asked({ back }), list), list)
    })
  }
})
