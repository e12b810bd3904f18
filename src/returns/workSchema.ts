import * as z from 'zod'

const ofRun = {
  authority: z.object({ code: z.string(), name: z.string() }),
  runId: z.string(),
  recordedBy: z.string(),
}

/** Work that pages leave to others, so that they stay quick: an import to be checked or stored. */
export const workSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('return'), ...ofRun, mayEmptyYear: z.boolean() }),
  z.object({ kind: z.literal('registers'), ...ofRun, isKeepingValidRows: z.boolean() }),
])

export type Work = z.infer<typeof workSchema>
