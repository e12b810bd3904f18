import { type IRunOptions, NoBreakHyphen, TextRun } from 'docx'

/** Words in bold. */
export function boldRun(text: string): TextRun {
  // Named, so that the linter does not take it for the string that a run may also be made of: those have a `bold` too.
  const run: IRunOptions = { text, bold: true }
  return new TextRun(run)
}

/** Words in bold in which a year like 2025-26 stays on one line, for the narrow columns of a table. */
export function unbrokenBoldRun(text: string): TextRun {
  const parts = text.split(/(?<=\b\d{4})-(?=\d{2}\b)/)
  const children = parts.flatMap((part, index) => (index === 0 ? [part] : [new NoBreakHyphen(), part]))
  const run: IRunOptions = { children, bold: true }
  return new TextRun(run)
}
