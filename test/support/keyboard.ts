/** Working a page by keyboard only, as a test does it. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** What has the focus, in the words that a screen reader says first. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `(() => {
      const element = document.activeElement
      const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label')
      return (label ?? element.textContent).trim().replace(/\\s+/g, ' ')
    })()`,
  )

const MOST_TABS = 200

/** Presses Tab until what is named has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = []
  while (seen.length < MOST_TABS) {
    await page.keyboard.press('Tab')
    const words = await focused(page)
    if (typeof name === 'string' ? words === name : name.test(words)) return
    seen.push(words)
  }
  assert.fail(`${String(name)} can’t be reached by Tab; reached were: ${seen.slice(-30).join(' | ')}`)
}
