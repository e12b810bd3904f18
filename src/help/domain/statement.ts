import { type WordsPart, wordsParts } from '../../documents/words.ts'

/** A part of a statement as a page shows it. */
export type StatementPart = WordsPart | { kind: 'heading'; text: string }

/** A statement as typed: a line that starts with `# ` is a heading, the rest is as `wordsParts` means it. */
export const statementParts = (text: string): StatementPart[] =>
  text.split(/^(#+[ \t]+.*\S)[ \t]*$/m).flatMap((piece): StatementPart[] => {
    const heading = /^#+[ \t]+(.*\S)$/.exec(piece)?.[1]
    return heading === undefined ? wordsParts(piece) : [{ kind: 'heading', text: heading }]
  })
