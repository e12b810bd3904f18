import { Refusal } from '../refusal.ts'

/** A picture made small, without what its camera wrote into it. */
export interface SmallPicture {
  type: 'image/png' | 'image/jpeg'
  base64: string
}

/** A photograph of a telephone has less. */
const MOST_BYTES = 15_000_000
const MOST_PIXELS = 60_000_000
/** Of either side: some rows are held at once however few there are, and a panorama of a telephone is shorter. */
const LONGEST_SIDE = 20_000
const TYPES = ['png', 'jpeg', 'webp']
/**
 * Of a picture that is drawn coarsely first and finely later: it is held whole until it is read, others a strip at a time. The
 * largest photographs of telephones have three quarters of it.
 */
const MOST_BYTES_HELD = 200_000_000

/** The one that is being read: each may take as much memory as all of a server's pages, and nobody waits long for a picture. */
let last: Promise<unknown> = Promise.resolve()

/**
 * A picture as a square of `side` pixels: turned upright, cut to its middle, or with room around it where `isWhole`, and
 * written again, so that nothing of its file is left but what is seen: no place and no time. Throws `Refusal` for what is
 * no picture that can be read.
 */
export function smallPicture(bytes: Buffer, how: Square): Promise<SmallPicture> {
  const made = last.then(() => makeSmall(bytes, how))
  last = made.catch(() => null)
  return made
}

interface Square {
  side: number
  isWhole: boolean
}

async function makeSmall(bytes: Buffer, { side, isWhole }: Square): Promise<SmallPicture> {
  if (bytes.length > MOST_BYTES) throw new Refusal('The picture is larger than 15 MB: choose a smaller one')
  const { default: sharp } = await import('sharp')
  const refused = new Refusal('This is no picture that can be read: choose a PNG, JPEG or WebP file')
  try {
    // The head is read whatever it says, so that who sends a picture that is too large is told so.
    const { format, width, height, channels, depth, isProgressive } = await sharp(bytes, {
      limitInputPixels: false,
    }).metadata()
    if (!TYPES.some((type) => type === format)) throw refused
    const bytesHeld = isProgressive ? width * height * channels * (depth === 'uchar' ? 1 : 2) : 0
    if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE || bytesHeld > MOST_BYTES_HELD)
      throw new Refusal('The picture has too many points: choose a smaller one')
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS })
    const fit = isWhole ? ({ fit: 'contain', background: '#ffffff' } as const) : ({ fit: 'cover' } as const)
    const square = image.rotate().resize(side, side, fit).flatten({ background: '#ffffff' })
    const type = isWhole ? 'image/png' : 'image/jpeg'
    const made = isWhole
      ? await square.png({ palette: true }).toBuffer()
      : await square.jpeg({ quality: 82 }).toBuffer()
    return { type, base64: made.toString('base64') }
  } catch (error) {
    // Whatever the library says of a broken file, the file is what is wrong.
    throw error instanceof Refusal ? error : refused
  }
}
