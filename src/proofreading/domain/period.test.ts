import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainText } from '../read/plainText.ts'
import { studied } from './studied.ts'

const BEFORE = 'In 2021/22 there were 80 challenges. In 2021/22 the share was 58%.'

describe('the year that a report is about', () => {
  for (const title of [
    'The year in brief, 2022 to 2023',
    'Reviewing Service 2022-23',
    'Annual report for the year ending 31 March 2023',
    'What we did from April 2022 to March 2023',
  ]) {
    it(`is that of its title, however often it names the one before: ${title}`, () => {
      assert.deepEqual(studied(plainText(`${title}\n\nWe held 40 reviews.\n\n${BEFORE}`)).period, { startYear: 2022 })
    })
  }

  it('is the one it names most, where it says that it covers another than its title has', () => {
    const text = 'Annual report 2022/23\n\nIt covers the period 1 April 2021 to 31 March 2022.'
    assert.deepEqual(studied(plainText(`${text}\n\nWe held 40 reviews in 2022/23.`)).period, { startYear: 2022 })
    assert.deepEqual(studied(plainText(`${text}\n\nWe held 40 reviews in 2021/22.`)).period, { startYear: 2021 })
  })

  it('is that of its title and of what it covers, however often it names another', () => {
    const text = 'Annual report 2022/23\n\nIt covers the period 1 April 2022 to 31 March 2023.'
    const before = 'Compared with the report of 2021/22, in 2021/22 and in 2021/22 there were fewer.'
    assert.deepEqual(studied(plainText(`${text}\n\n${before}\n\n${BEFORE}`)).period, { startYear: 2022 })
  })

  it('is the one it names most, where it has no title', () => {
    assert.deepEqual(studied(plainText(`We held 40 reviews.\n\n${BEFORE}\n\nIn 2020/21 there were 70.`)).period, {
      startYear: 2021,
    })
  })
})
