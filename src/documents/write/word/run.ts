import { type IRunOptions, TextRun } from 'docx'

/** Words in bold. */
export function boldRun(text: string): TextRun {
  // Named, so that the linter does not take it for the string that a run may also be made of: those have a `bold` too.
  const run: IRunOptions = { text, bold: true }
  return new TextRun(run)
}
