import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from 'node:test'
import { discard } from './discarding.ts'

const PIECE = Buffer.alloc(64 * 1024)

test('what many send without an end is taken in a little at a time, and others have their turn', async () => {
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
  for (let turns = 0; turns < 10; turns++) await turn()
  assert.ok(taken > before, 'it goes on')
  assert.ok(taken - before < 20 * 1024 * 1024, `${taken - before} bytes in ten turns`)
  for (const stream of endless) stream.destroy()
})

test('what ends is taken in to its end', async () => {
  const stream = Readable.from([PIECE, PIECE, PIECE], { objectMode: false })
  discard(stream)
  await new Promise((ended) => stream.once('end', ended))
  assert.equal(stream.readableLength, 0)
})
