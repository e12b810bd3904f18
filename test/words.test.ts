import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

/** Words that must not come back, on pages, in messages, at the command line, in comments and in documents: see the style guide. */
const UNWANTED = [
  /say what became of/i,
  /with no word of what happened/i,
  /goes on on/i,
  /with little slack/i,
  /its slack in words/i,
  /left out is who/i,
  /none holds by itself/i,
  /mend the files/i,
  /who is around (?:the|a) child/i,
  /never write why/i,
  /word of a child who/i,
  /['">]later review\b/i,
  /first episode is no start/i,
  /contradicted by later return, once/i,
  /['">]take away['"<]/i,
]
/** On pages alone: an officer is also police. The register and its columns are called `officers`. */
const UNWANTED_ON_PAGES = [
  /(?:choose|without|another|new|every|with|has|full-time|same) (?:an )?officers?\b(?! id)/i,
  /\bofficer of (?:the )?child/i,
  /child’s officers?\b/i,
]

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

function found(files: readonly string[], unwanted: readonly RegExp[]): string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) =>
        unwanted.filter((one) => one.test(line)).map(() => `${file}:${index + 1}: ${line.trim()}`),
      ),
  )
}

test('words that an English council would not use do not come back', () => {
  const files = globSync(['src/**/*.{ts,njk}', 'docs/**/*.md'], { cwd: root }).filter(
    (file) => file !== 'docs/style-guide.md' && !file.includes('.test.'),
  )
  assert.ok(files.length > 100)
  assert.deepEqual(found(files, UNWANTED), [])
})

test('templates say IRO where an IRO is meant', () => {
  const templates = globSync('src/{booking,caseload,inviting,work,participation,children}/**/*.njk', { cwd: root })
  assert.ok(templates.length > 20)
  const shown = templates.filter((file) => !/\/officers?\.njk$/.test(file))
  assert.deepEqual(found(shown, UNWANTED_ON_PAGES), [])
})
