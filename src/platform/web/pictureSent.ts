import type { FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'
import { type SmallPicture, smallPicture } from '../reading/smallPicture.ts'
import { uploadIn } from './uploads.ts'

/** A picture that a form with files has sent, made small, and its other fields; or why there is none. */
export interface PictureSent {
  picture: SmallPicture | null
  /** To be read as it stands; null where a picture was sent that can be read. */
  fault: string | null
  text: (name: string) => string
}

/** Reads the picture in the field `files` of a form. */
export async function pictureSent(
  request: FastifyRequest,
  size: { side: number; isWhole: boolean },
): Promise<PictureSent> {
  await using upload = await uploadIn(request)
  const { text } = upload
  const [file] = upload.files
  if (!file) return { picture: null, fault: 'Choose a picture: a PNG, JPEG or WebP file', text }
  try {
    return { picture: await smallPicture(await wholeOf(file.content), size), fault: null, text }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { picture: null, fault: error.message, text }
  }
}

async function wholeOf(content: Buffer | AsyncIterable<Buffer>): Promise<Buffer> {
  if (Buffer.isBuffer(content)) return content
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}
