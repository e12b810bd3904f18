import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from 'node:test'
import { discard } from './discarding.ts'

const PIECE = Buffer.alloc(64 * 1024)

test('what many send without an end is taken in a little at a time, and others have their turn', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let taken = 0
  const endless = Array.from(
    { length: 50 },
    () =>
      new Readable({
        read() {
          taken += PIECE.length
          this.push(PIECE)
        },
      }),
  )
  for (const stream of endless) discard(stream)
  await turn()
  const before = taken
  for (let turns = 0; turns < 10; turns++) {
    t.mock.timers.tick(1)
    await turn()
  }
  assert.ok(taken > before, 'it goes on')
  assert.ok(taken - before <= 10 * 2 * PIECE.length, `${taken - before} bytes in ten turns`)
  for (const stream of endless) stream.destroy()
  t.mock.timers.tick(1)
})

test('what ends is taken in to its end', async () => {
  const stream = Readable.from([PIECE, PIECE, PIECE], { objectMode: false })
  discard(stream)
  await new Promise((ended) => stream.once('end', ended))
  assert.equal(stream.readableLength, 0)
})
