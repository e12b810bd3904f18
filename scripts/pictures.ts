/**
 * Takes the pictures of `docs/images` again from the demonstration, which must be running: `npm start`, then
 * `npm run pictures [ADDRESS]`.
 */
import { join } from 'node:path'
import { launched } from '../test/support/browser.ts'

/** The person who signs in for each picture, and the heading of the page on which they start. */
const pictures = [{ name: 'work', person: 'Ifeanyi Price', heading: 'My work' }]

const [address = 'http://127.0.0.1:3000'] = process.argv.slice(2)
const browser = await launched()
try {
  for (const { name, person, heading } of pictures) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
    await page.goto(address)
    await page.getByRole('radio', { name: person }).check()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await page.screenshot({ path: join(import.meta.dirname, '../docs/images', `${name}.png`) })
    await page.close()
  }
} finally {
  await browser.close()
}
