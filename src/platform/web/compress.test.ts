import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { compressPages, packed, sendPacked } from './compress.ts'

const PAGE = '<p>A page that is long enough.</p>'.repeat(100)

function application(): FastifyInstance {
  const app = Fastify()
  compressPages(app)
  app.get('/page', (_request, reply) => reply.type('text/html').send(PAGE))
  app.get('/short', (_request, reply) => reply.type('text/html').send('short'))
  app.get('/file', (_request, reply) => reply.type('application/zip').send(PAGE))
  const style = packed(PAGE)
  app.get('/style.css', (request, reply) => sendPacked(request, reply.type('text/css'), style))
  return app
}

const ours = { 'accept-encoding': 'gzip, deflate, br', 'sec-fetch-site': 'same-origin' }

describe('compressed pages', () => {
  it('a page that our own page or the user asked for is compressed, and says on what that depends', async () => {
    const app = application()
    for (const site of ['same-origin', 'none']) {
      const reply = await app.inject({ url: '/page', headers: { ...ours, 'sec-fetch-site': site } })
      assert.equal(reply.headers['content-encoding'], 'br')
      assert.equal(reply.headers.vary, 'Accept-Encoding, Sec-Fetch-Site')
      assert.equal(brotliDecompressSync(reply.rawPayload).toString(), PAGE)
      assert.equal(Number(reply.headers['content-length']), reply.rawPayload.length)
    }
  })

  it('a page that another site had a browser ask for is not: its length would tell what stands in it', async () => {
    const app = application()
    for (const site of ['cross-site', 'same-site', undefined]) {
      const headers = site === undefined ? { 'accept-encoding': 'br' } : { ...ours, 'sec-fetch-site': site }
      const reply = await app.inject({ url: '/page', headers })
      assert.equal(reply.headers['content-encoding'], undefined, site)
      assert.equal(reply.body, PAGE)
    }
  })

  it('what is short, packed already, or asked for without compression stays as it is', async () => {
    const app = application()
    for (const url of ['/short', '/file']) {
      assert.equal((await app.inject({ url, headers: ours })).headers['content-encoding'], undefined, url)
    }
    const refused = await app.inject({ url: '/page', headers: { ...ours, 'accept-encoding': 'br;q=0, gzip;q=0.0' } })
    assert.equal(refused.headers['content-encoding'], undefined)
  })

  it('a file that everybody may have is compressed for everyone', async () => {
    const app = application()
    const old = await app.inject({ url: '/style.css', headers: { 'accept-encoding': 'gzip' } })
    assert.equal(old.headers['content-encoding'], 'gzip')
    assert.equal(gunzipSync(old.rawPayload).toString(), PAGE)
    assert.equal((await app.inject('/style.css')).body, PAGE)
  })
})
