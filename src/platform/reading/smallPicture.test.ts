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

/** A PNG of 16 bits a colour as its head says it; of its points the first alone are there. */
function picture({ width, height, isInterlaced }: { width: number; height: number; isInterlaced: boolean }): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([16, 6, 0, 0, isInterlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

for (const { what, head } of [
  // Drawn coarsely first and finely later, it is held whole while it is read.
  { what: 'a picture that is drawn twice', head: { width: 5200, height: 5200, isInterlaced: true } },
  { what: 'a picture of many points', head: { width: 7800, height: 7800, isInterlaced: false } },
  { what: 'a long picture', head: { width: 1_000_000, height: 59, isInterlaced: false } },
  { what: 'a high picture', head: { width: 59, height: 1_000_000, isInterlaced: false } },
]) {
  test(`${what} has a most, whatever its file takes, and who sends it is told`, async () => {
    await assert.rejects(smallPicture(picture(head), { side: 100, isWhole: false }), (error) => {
      assert.ok(error instanceof Refusal)
      assert.match(error.message, /too many points/)
      return true
    })
  })
}

test('a panorama is taken, and what was refused keeps nobody who comes after it waiting', async () => {
  await assert.rejects(smallPicture(Buffer.from('no picture'), { side: 100, isWhole: false }), Refusal)
  const long = await sharp({ create: { width: 19_000, height: 40, channels: 3, background: '#123456' } })
    .jpeg()
    .toBuffer()
  assert.equal((await smallPicture(long, { side: 100, isWhole: false })).type, 'image/jpeg')
  const small = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#123456' } })
    .png({ progressive: true })
    .toBuffer()
  assert.equal((await smallPicture(small, { side: 100, isWhole: true })).type, 'image/png')
})
