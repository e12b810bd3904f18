import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { Refusal } from '../refusal.ts'
import { smallPicture } from './smallPicture.ts'

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])))
  return Buffer.concat([head, data, sum])
}

/** A PNG of 16 bits a colour, drawn coarsely first and finely later, as its head says; of its points the first alone are there. */
function interlaced(side: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([16, 6, 0, 0, 1], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a picture that is held whole while it is read has a most, whatever its file takes', async () => {
  await assert.rejects(smallPicture(interlaced(5200), { side: 100, isWhole: false }), (error) => {
    assert.ok(error instanceof Refusal)
    assert.match(error.message, /too many points/)
    return true
  })
  // What was refused keeps nobody who comes after it waiting.
  const small = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#123456' } })
    .png({ progressive: true })
    .toBuffer()
  assert.equal((await smallPicture(small, { side: 100, isWhole: true })).type, 'image/png')
})
