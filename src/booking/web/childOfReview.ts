import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { registersReaderOf } from '../../children/services.ts'
import type { Server } from '../../house/server.ts'
import { reviews } from '../../reviews/registers/reviews.ts'

const withReview = z.object({ ref: z.string() })

/** Whose review the address of a page names; null where it names none. */
export const childOfReview =
  ({ house }: Pick<Server<World>, 'house'>) =>
  async ({ params, authority }: FastifyRequest): Promise<string | null> => {
    const named = withReview.safeParse(params)
    if (!named.success) return null
    const registers = await registersReaderOf(house)(authority.code, null)
    return reviews.rowsIn(registers).find(({ reviewRef }) => reviewRef === named.data.ref)?.child ?? null
  }
