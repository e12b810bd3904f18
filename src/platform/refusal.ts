/** One reason why a request is refused; the file, row, column and value where it lies in a file. */
export interface RefusalReason {
  file?: string
  /** The row in its file; the header is row 1. */
  row?: number | null
  column?: string | null
  value?: string | null
  reason: string
}

/**
 * Thrown where what was asked can't be done and the person who asked can put it right. Its reasons are for them to read; nothing
 * has been stored.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reasons: readonly RefusalReason[]
  /** How many more reasons there are than listed. */
  readonly more: number
  constructor(reasons: readonly RefusalReason[] | string, more = 0) {
    const list = typeof reasons === 'string' ? [{ reason: reasons }] : reasons
    super(list[0]?.reason ?? 'refused')
    this.reasons = list
    this.more = more
  }
}
