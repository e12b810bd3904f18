import { type PlainDate, isBefore } from '../kernel/dates.ts'
import type { RowCheck } from './register.ts'

/** A row in which these columns hold dates, where they are filled in. */
type Dated<Name extends string> = { [Column in Name]?: PlainDate | null | undefined }

/** A date that, where both are recorded, may not lie before another: an end before its start. */
export function notBefore<Later extends string, Earlier extends string>(
  later: Later,
  earlier: Earlier,
): RowCheck<Dated<Later> & Dated<Earlier>> {
  return {
    columns: [later, earlier],
    why: (row, fileName) => {
      const last: PlainDate | null | undefined = row[later]
      const first: PlainDate | null | undefined = row[earlier]
      return first && last && isBefore(last, first) ? `is before ${fileName(earlier)}, ${first.toString()}` : null
    },
  }
}
