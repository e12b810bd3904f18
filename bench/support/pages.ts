import { type Agent, get } from 'node:http'

/** The page at this address. Rejects where it is not answered with 200. */
export function page(url: string, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, agent ? { agent } : {}, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(body)
        else reject(new Error(`${url} answered ${response.statusCode ?? ''}`))
      })
    }).on('error', reject)
  })
}

/** Some child that the list of children links to. */
export async function aChild(listUrl: string): Promise<string> {
  const child = /\/children\/(\w+)[?"]/.exec(await page(listUrl))?.[1]
  if (child === undefined) throw new Error('the list of children is empty')
  return child
}
