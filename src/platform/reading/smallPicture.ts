import { Refusal } from '../refusal.ts'

/** A picture made small, without what its camera wrote into it. */
export interface SmallPicture {
  type: 'image/png' | 'image/jpeg'
  base64: string
}

/** A photograph of a telephone has less. */
const MOST_BYTES = 15_000_000
const MOST_PIXELS = 60_000_000
const TYPES = ['png', 'jpeg', 'webp']

/**
 * A picture as a square of `side` pixels: turned upright, cut to its middle, or with room around it where `isWhole`, and
 * written anew, so that nothing of its file is left but what is seen: no place and no time. Throws `Refusal` for what is
 * no picture that can be read.
 */
export async function smallPicture(
  bytes: Buffer,
  { side, isWhole }: { side: number; isWhole: boolean },
): Promise<SmallPicture> {
  if (bytes.length > MOST_BYTES) throw new Refusal('The picture is larger than 15 MB: choose a smaller one')
  const { default: sharp } = await import('sharp')
  const refused = new Refusal('This is no picture that can be read: choose a PNG, JPEG or WebP file')
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS })
    const { format } = await image.metadata()
    if (!TYPES.some((type) => type === format)) throw refused
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
