import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { takeTurns } from './turns.ts'

test('who has signed in does not wait for strangers, whatever cookies they make up', async () => {
  const app = Fastify()
  const answered: string[] = []
  takeTurns(app)
  app.decorateReply('locals', null)
  app.get('/page', async ({ headers: { cookie } }, reply) => {
    const isSignedIn = cookie === 'session=right'
    if (isSignedIn) reply.locals = { visitor: { name: 'Ada', roles: '', signOutHref: null, accountHref: null, notice: null } }
    // A page waits for the database some dozens of times.
    for (let times = 0; times < (isSignedIn ? 30 : 1); times++) await new Promise((resolve) => setImmediate(resolve))
    answered.push(cookie ?? '')
    return ''
  }) // prettier-ignore
  const ask = (cookie: string) => app.inject({ url: '/page', headers: { cookie } })
  await ask('session=right')
  await ask('session=wrong')
  answered.length = 0
  const strangers = Array.from({ length: 200 }, () => ask('session=wrong'))
  await Promise.all([...strangers, ask('session=right')])
  assert.equal(answered.length, 201)
  assert.ok(answered.indexOf('session=right') < 60, `after ${answered.indexOf('session=right')} strangers`)
  await app.close()
})
