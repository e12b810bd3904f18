/** A mistake that can be planted in a report. */
export interface Plant {
  kind: string
  /** What stands in the true report, and what stands there instead. */
  right: string
  wrong: string
  /** The true report with this mistake alone. */
  text: string
}

/** A report of which everything holds, and what can be planted in it. */
export interface MarkedReport {
  clean: string
  plants: readonly Plant[]
}

const MARK = /\[\[([a-z-]+) :: ([^]*?) ?:: ([^]*?)\]\]/g

/**
 * A report with marks in it: `[[growth :: a fall of 6% :: a fall of 9%]]` stands where a mistake of that kind can be
 * planted, with what is right and what is wrong.
 */
export function markedReport(marked: string): MarkedReport {
  const marks = [...marked.matchAll(MARK)]
  const withWrongAt = (wrongAt: number): string => {
    let at = -1
    return marked.replaceAll(MARK, (_whole, _kind: string, right: string, wrong: string) =>
      ++at === wrongAt ? wrong : right,
    )
  }
  return {
    clean: withWrongAt(-1),
    plants: marks.map(([, kind = '', right = '', wrong = ''], at) => ({ kind, right, wrong, text: withWrongAt(at) })),
  }
}
