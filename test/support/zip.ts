import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be put in a zip, with what a hostile zip may say of it. */
export interface ZipEntry {
  name: string
  data: string | Buffer
  isEncrypted?: boolean
  isLink?: boolean
  /** The unpacked size that the zip claims, where it lies. */
  claimedSize?: number
  /** The checksum that the zip claims, where it lies. */
  claimedChecksum?: number
  /** How the zip claims that the file is packed; 8, deflated, unless given. */
  method?: number
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50

/** A zip of these files, written byte by byte so that it may also say what no honest program would. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = Buffer.from(entry.data)
    const packed = deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.isEncrypted ? 1 : 0, 2)
    common.writeUInt16LE(entry.method ?? 8, 4)
    common.writeUInt32LE(entry.claimedChecksum ?? crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.claimedSize ?? data.length, 18)
    common.writeUInt16LE(name.length, 22)
    parts.push(uint32(LOCAL_HEADER), common, name, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(entry.isLink ? (0o120777 << 16) >>> 0 : (0o100644 << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(uint32(CENTRAL_HEADER), Buffer.from([20, 3]), common, tail, name)
    offset += 4 + common.length + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, uint32(END_OF_DIRECTORY), end])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
