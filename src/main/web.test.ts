import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { aDatabase } from '../../test/support/database.ts'
import { smallReturn } from '../../test/support/smallReturn.ts'
import type { Provider } from '../messages/app/provider.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { configurationOf } from '../platform/configuration.ts'
import type { ImportRun } from '../returns/ssda903/app/importRuns.ts'
import { servicesOn } from '../../test/support/services.ts'
import { startServing } from './web.ts'

const CODE = demoAuthority.code
const carrier: Provider = {
  name: 'a carrier',
  asks: null,
  send: () => Promise.reject(new Error('nothing is sent here')),
}

describe('the web application that serves', async () => {
  const { database, url } = await aDatabase()
  const services = await servicesOn(database)
  const configuration = configurationOf({ FOOTPRINT_DATABASE_URL: url })
  const serving = await startServing(services.house, configuration, { kind: 'operator' }, { host: null, port: 0 })
  after(() => serving.close())
  const path = `${serving.address}/authorities/${CODE}/data/import`

  /** The token and the cookie of a form. */
  async function formAt(address: string): Promise<{ token: string; cookie: string }> {
    const response = await fetch(address)
    const token = /name="_csrf" value="([^"]+)"/.exec(await response.text())?.[1] ?? ''
    return { token, cookie: response.headers.getSetCookie().join('; ') }
  }

  async function send(files: Readonly<Record<string, string>>): Promise<ImportRun> {
    const { token, cookie } = await formAt(path)
    const form = new FormData()
    form.set('_csrf', token)
    form.set('year', '2022-23')
    for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name)
    const response = await fetch(path, { method: 'POST', body: form, headers: { cookie }, redirect: 'manual' })
    assert.equal(response.status, 303)
    return workedOn(response.headers.get('location')?.split('/').at(-1) ?? '')
  }

  /** The run when its worker has finished with it. */
  async function workedOn(id: string): Promise<ImportRun> {
    for (;;) {
      const run = await services.importRuns.find(CODE, id)
      assert.ok(run && !run.isStalled)
      if (run.state !== 'checking' && run.state !== 'storing') return run
      await wait(20)
    }
  }

  test('listens where no other computer reaches it, and only where nothing else does', async () => {
    assert.match(serving.address, /^http:\/\/127\.0\.0\.1:\d+$/)
    const port = Number(new URL(serving.address).port)
    const second = startServing(services.house, configuration, { kind: 'operator' }, { host: null, port })
    await assert.rejects(second, { name: 'Refusal', message: `Port ${port} is in use. Choose another with --port, or 0 for any that is free.` }) // prettier-ignore
  })

  for (const { who, providers, isSaid } of [
    { who: 'nobody carries messages', providers: {}, isSaid: true },
    { who: 'someone does', providers: { TEXT: carrier }, isSaid: false },
  ]) {
    test(`where ${who}, every page ${isSaid ? 'says' : 'does not say'} that they wait`, async () => {
      const { house } = await servicesOn(database, { providers })
      const its = await startServing(house, configuration, { kind: 'operator' }, { host: null, port: 0 })
      const page = await fetch(`${its.address}/authorities/${CODE}/data/import`).then((answer) => answer.text())
      await its.close()
      assert.equal(page.includes('Nothing is set up to send messages: they wait.'), isSaid)
    })
  }

  test('checks and stores a return in a thread of its own', async () => {
    const run = await send(smallReturn)
    assert.equal(run.state, 'ready')
    assert.equal((await services.returns.imports(CODE)).length, 0)
    const { token, cookie } = await formAt(`${path}/${run.id}`)
    const body = new URLSearchParams({ _csrf: token })
    await fetch(`${path}/${run.id}/confirm`, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })
    assert.equal((await workedOn(run.id)).state, 'stored')
    assert.equal((await services.returns.imports(CODE))[0]?.added, 2)
  })

  test('refuses what is no return with the place of each error', async () => {
    const run = await send({ 'reviews.csv': 'CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/01/2015,31/02/2022,PN1\n' })
    assert.equal(run.state, 'refused')
    const errors = run.result?.outcome === 'refused' ? run.result.errors : []
    assert.ok(errors.some(({ file, row, column }) => file === 'reviews.csv' && row === 2 && column === 'REVIEW'))
  })
})
