import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readReport } from '../read/readReport.ts'
import { checkReport } from './check.ts'

const messagesOf = async (text: string): Promise<string[]> => {
  const report = await readReport(
    'report.txt',
    Buffer.from(`Independent Reviewing Service annual report 2022-23\n\n${text}\n`),
  )
  return checkReport(report).map(({ message }) => message)
}

describe('one mistake is told once, whichever rules find it', () => {
  for (const { what, text, found } of [
    {
      what: 'a share with more or fewer decimals',
      text: 'The service held 1,233 reviews in the year.\n\nOver the year 531 reviews were rearranged, equating to 34%. That is reflective of a hard year.',
      found: /531 of 1,233 is 43/,
    },
    {
      what: 'a name, in a sentence and in its paragraph',
      text: "GOOD PRACTICE EXAMPLE: Keira's attendance at her reviews was low at first. K chose the room. K was able to chair.",
      found: /“Keira”/,
    },
    {
      what: 'bands that overlap',
      text: 'The survey was answered in three age bands: 4 to 7, 7 to 11 and 12 to 17.',
      found: /both take in 7/,
    },
  ]) {
    it(what, async () => {
      const messages = await messagesOf(text)
      assert.equal(messages.length, 1, messages.join('\n'))
      assert.match(messages[0] ?? '', found)
    })
  }
})
