/**
 * Simple pictures for forms and easy-read documents, drawn here: lines and shapes on a square of 48, as SVG without styles
 * or scripts. Each has words for someone who does not see it. They are ours, so that nobody needs another licence than
 * Footprint's own. An authority may put pictures of its own in their places (`PictureSet`).
 */
const face = (mouth: string) =>
  `<circle cx="24" cy="24" r="20" fill="#ffdd00"/><circle cx="17" cy="20" r="2.5" fill="#0b0c0c" stroke="none"/><circle cx="31" cy="20" r="2.5" fill="#0b0c0c" stroke="none"/>${mouth}`

/** The pictures by name: their words, and what is drawn. */
export const PICTURES = {
  happy: { alt: 'A happy face', drawn: face('<path d="M14 28c4 8 16 8 20 0" fill="none"/>') },
  okay: { alt: 'A face that is neither happy nor sad', drawn: face('<path d="M15 31h18" fill="none"/>') },
  sad: { alt: 'A sad face', drawn: face('<path d="M14 34c4-8 16-8 20 0" fill="none"/>') },
  worried: { alt: 'A worried face', drawn: face('<path d="M15 32c3-4 6 3 9 0s6 3 9 0" fill="none"/>') },
  home: { alt: 'A house', drawn: '<path d="M6 24 24 8l18 16" fill="none"/><path d="M11 22v18h26V22" fill="#b3d7f2"/><path d="M20 40V29h8v11" fill="#ffffff"/>' },
  school: { alt: 'A school', drawn: '<path d="M6 20h36v20H6z" fill="#f3c9a5"/><path d="M6 20 24 9l18 11" fill="#f3c9a5"/><path d="M20 40V29h8v11M12 26h4M32 26h4" fill="none"/>' },
  food: { alt: 'A plate with a knife and a fork', drawn: '<circle cx="24" cy="25" r="11" fill="#ffffff"/><circle cx="24" cy="25" r="6" fill="#cce2d8"/><path d="M7 10v8c0 3 4 3 4 0v-8M9 21v18M39 10c-4 4-4 12 0 14v15" fill="none"/>' },
  friends: { alt: 'Two children together', drawn: '<circle cx="16" cy="15" r="6" fill="#f3c9a5"/><circle cx="33" cy="15" r="6" fill="#c9a27e"/><path d="M7 40c0-20 18-20 18 0zM24 40c0-20 18-20 18 0z" fill="#b3d7f2"/>' },
  family: { alt: 'A grown-up and a child', drawn: '<circle cx="18" cy="11" r="6" fill="#c9a27e"/><circle cx="34" cy="21" r="5" fill="#f3c9a5"/><path d="M8 41c0-28 20-28 20 0z" fill="#d9c7e8"/><path d="M27 41c0-18 14-18 14 0z" fill="#cce2d8"/>' },
  pet: { alt: 'A cat', drawn: '<path d="M10 20V8l7 6h14l7-6v12c2 12-6 20-14 20S8 32 10 20z" fill="#f3c9a5"/><path d="M18 23v2M30 23v2M22 31l2 2 2-2M4 28l9 1M44 28l-9 1" fill="none"/>' },
  play: { alt: 'A ball', drawn: '<circle cx="24" cy="24" r="18" fill="#f2b8c6"/><path d="M24 6c-10 10-10 26 0 36M24 6c10 10 10 26 0 36M6 24h36" fill="none"/>' },
  sleep: { alt: 'A bed', drawn: '<path d="M6 12v28M6 33h36v7M42 33v-6c0-4-3-6-7-6H6" fill="#d9c7e8"/><circle cx="14" cy="26" r="4" fill="#ffffff"/>' },
  outside: { alt: 'A tree and the sun', drawn: '<circle cx="36" cy="12" r="6" fill="#ffdd00"/><path d="M18 42V26" fill="none"/><circle cx="18" cy="19" r="11" fill="#cce2d8"/><path d="M4 42h40" fill="none"/>' },
  music: { alt: 'A note of music', drawn: '<circle cx="14" cy="36" r="6" fill="#b3d7f2"/><circle cx="36" cy="32" r="6" fill="#b3d7f2"/><path d="M20 36V12l22-4v24" fill="none"/>' },
  worker: { alt: 'A person with a notebook', drawn: '<circle cx="20" cy="12" r="7" fill="#c9a27e"/><path d="M7 42c0-26 26-26 26 0z" fill="#b3d7f2"/><path d="M28 24h14v18H28z" fill="#ffffff"/><path d="M32 30h6M32 35h6" fill="none"/>' },
  meeting: { alt: 'People around a table', drawn: '<circle cx="10" cy="14" r="5" fill="#f3c9a5"/><circle cx="24" cy="9" r="5" fill="#c9a27e"/><circle cx="38" cy="14" r="5" fill="#f3c9a5"/><path d="M5 26h38l-4 9H9z" fill="#d9c7e8"/><path d="M14 35v7M34 35v7" fill="none"/>' },
  talk: { alt: 'A speech bubble', drawn: '<path d="M6 9h36v22H22l-9 9v-9H6z" fill="#ffffff"/><path d="M13 17h22M13 23h14" fill="none"/>' },
  doctor: { alt: 'A plaster', drawn: '<path d="M9 30 30 9c6-4 13 3 9 9L18 39c-6 4-13-3-9-9z" fill="#f3c9a5"/><path d="m21 21 6 6M27 21l-6 6" fill="none"/>' },
  yes: { alt: 'A tick', drawn: '<path d="m8 25 11 11 21-24" fill="none" stroke="#00703c" stroke-width="5"/>' },
  no: { alt: 'A cross', drawn: '<path d="M11 11l26 26M37 11 11 37" fill="none" stroke="#d4351c" stroke-width="5"/>' },
  unsure: { alt: 'A question mark', drawn: '<path d="M15 17c0-13 19-13 19-1 0 9-10 8-10 16" fill="none" stroke="#1d70b8" stroke-width="5"/><circle cx="24" cy="40" r="3" fill="#1d70b8" stroke="none"/>' },
  hello: { alt: 'A hand that waves', drawn: '<path d="M15 24V12c0-4 5-4 5 0v9V8c0-4 5-4 5 0v13V10c0-4 5-4 5 0v12-7c0-4 5-4 5 0v15c0 8-5 12-11 12-7 0-10-4-13-10l-4-8c-1-4 3-5 5-2z" fill="#f3c9a5"/>' },
  star: { alt: 'A star', drawn: '<path d="m24 5 6 13 14 2-10 10 2 14-12-7-12 7 2-14L4 20l14-2z" fill="#ffdd00"/>' },
  help: { alt: 'Two hands that hold each other', drawn: '<path d="M4 20h9l8-6 9 4 5 6-4 3-7-4-6 3" fill="#f3c9a5"/><path d="M44 20h-9l-6-3M4 33h7l9 7c3 2 5 0 5-1 3 1 5-1 5-3 3 0 5-2 4-4 2 0 4-2 3-4" fill="#c9a27e"/>' },
  calendar: { alt: 'A calendar', drawn: '<path d="M7 11h34v31H7z" fill="#ffffff"/><path d="M7 11h34v9H7z" fill="#f2b8c6"/><path d="M15 6v9M33 6v9M14 27h4M23 27h4M32 27h4M14 35h4M23 35h4" fill="none"/>' },
  clock: { alt: 'A clock', drawn: '<circle cx="24" cy="24" r="18" fill="#ffffff"/><path d="M24 12v12l8 5" fill="none"/>' },
  list: { alt: 'A list with ticks', drawn: '<path d="M9 5h30v38H9z" fill="#ffffff"/><path d="m14 14 2 3 4-5M24 15h10M14 25l2 3 4-5M24 26h10M14 36l2 3 4-5M24 37h10" fill="none"/>' },
  letter: { alt: 'A letter', drawn: '<path d="M5 11h38v27H5z" fill="#ffffff"/><path d="m5 11 19 16 19-16" fill="none"/>' },
  paper: { alt: 'A sheet of paper with a stamp', drawn: '<path d="M10 5h20l8 8v30H10z" fill="#ffffff"/><path d="M30 5v8h8M16 20h16M16 27h16" fill="none"/><circle cx="30" cy="36" r="4" fill="#f2b8c6"/>' },
  phone: { alt: 'A telephone', drawn: '<path d="M15 4h18c2 0 3 1 3 3v34c0 2-1 3-3 3H15c-2 0-3-1-3-3V7c0-2 1-3 3-3z" fill="#d9c7e8"/><path d="M15 10h18v25H15z" fill="#ffffff"/><path d="M22 40h4" fill="none"/>' },
  computer: { alt: 'A computer', drawn: '<path d="M9 9h30v22H9z" fill="#b3d7f2"/><path d="M4 38h40l-4-7H8z" fill="#ffffff"/>' },
  money: { alt: 'Coins', drawn: '<ellipse cx="19" cy="34" rx="12" ry="5" fill="#ffdd00"/><path d="M7 34v-6c0-6 24-6 24 0v6" fill="#ffdd00"/><ellipse cx="19" cy="27" rx="12" ry="5" fill="#ffdd00"/><circle cx="35" cy="16" r="9" fill="#ffdd00"/><path d="M38 12c-4-3-7 0-6 4v4h6M30 16h5" fill="none"/>' },
  travel: { alt: 'A bus', drawn: '<path d="M5 12h38v23H5z" fill="#f2b8c6"/><path d="M9 17h8v8H9zM20 17h8v8h-8zM31 17h8v8h-8z" fill="#ffffff"/><circle cx="14" cy="37" r="4" fill="#ffffff"/><circle cx="34" cy="37" r="4" fill="#ffffff"/>' },
  bag: { alt: 'A suitcase', drawn: '<path d="M7 16h34v24H7z" fill="#c9a27e"/><path d="M18 16v-6h12v6M14 16v24M34 16v24" fill="none"/>' },
  book: { alt: 'An open book', drawn: '<path d="M24 12c-6-4-12-4-19-3v28c7-1 13-1 19 3 6-4 12-4 19-3V9c-7-1-13-1-19 3z" fill="#ffffff"/><path d="M24 12v28M10 17c4 0 7 0 10 2M10 24c4 0 7 0 10 2M38 17c-4 0-7 0-10 2M38 24c-4 0-7 0-10 2" fill="none"/>' },
  photo: { alt: 'A photograph', drawn: '<path d="M6 8h36v32H6z" fill="#ffffff"/><path d="M10 12h28v22H10z" fill="#b3d7f2"/><circle cx="31" cy="18" r="3" fill="#ffdd00"/><path d="m10 32 9-10 7 7 4-4 8 8" fill="none"/>' },
  safe: { alt: 'A shield', drawn: '<path d="M24 5c6 4 11 5 17 5 0 17-5 27-17 34C12 37 7 27 7 10c6 0 11-1 17-5z" fill="#cce2d8"/><path d="m16 24 6 6 10-12" fill="none"/>' },
  heart: { alt: 'A heart', drawn: '<path d="M24 42C4 28 6 9 16 9c5 0 8 5 8 8 0-3 3-8 8-8 10 0 12 19-8 33z" fill="#f2b8c6"/>' },
  court: { alt: 'Scales', drawn: '<path d="M24 6v34M14 42h20M8 13h32" fill="none"/><path d="M2 28 9 13l7 15c-3 5-11 5-14 0zM32 28l7-15 7 15c-3 5-11 5-14 0z" fill="#d9c7e8"/>' },
  tooth: { alt: 'A tooth', drawn: '<path d="M13 8c4-2 7 2 11 2s7-4 11-2c8 4 4 15 2 20-2 6-2 13-5 13-4 0-3-12-8-12s-4 12-8 12c-3 0-3-7-5-13-2-5-6-16 2-20z" fill="#ffffff"/>' },
  birthday: { alt: 'A cake with candles', drawn: '<path d="M7 26h34v16H7z" fill="#f2b8c6"/><path d="M7 31c4 4 7 4 11 0 4 4 8 4 12 0 4 4 7 4 11 0M15 26V14M24 26V14M33 26V14" fill="none"/><circle cx="15" cy="11" r="2" fill="#ffdd00"/><circle cx="24" cy="11" r="2" fill="#ffdd00"/><circle cx="33" cy="11" r="2" fill="#ffdd00"/>' },
  baby: { alt: 'A baby', drawn: '<circle cx="24" cy="17" r="11" fill="#f3c9a5"/><circle cx="20" cy="16" r="1.5" fill="#0b0c0c" stroke="none"/><circle cx="28" cy="16" r="1.5" fill="#0b0c0c" stroke="none"/><path d="M21 21c2 2 4 2 6 0M22 6c2-3 5-1 4 1" fill="none"/><path d="M10 43c0-20 28-20 28 0z" fill="#cce2d8"/>' },
} as const satisfies Record<string, { alt: string; drawn: string }> // prettier-ignore

/** The name of a picture, as forms give it. */
export type PictureName = keyof typeof PICTURES

/** Whether there is a picture of this name. */
export const isPictureName = (name: string): name is PictureName => Object.hasOwn(PICTURES, name)

/** Every picture by name, in the order in which they are shown to choose from. */
export const pictureNames = Object.keys(PICTURES).filter(isPictureName)

/** A picture that an authority puts in the place of one of ours: a small PNG or JPEG file, and its words. */
export interface OwnPicture {
  alt: string
  type: 'image/png' | 'image/jpeg'
  base64: string
}

/** An authority's own pictures, each in the place of the one of this name. */
export type PictureSet = Partial<Readonly<Record<PictureName, OwnPicture>>>

/** A picture ready for any format: what is seen, and the words for someone who does not see it. */
export interface Picture {
  alt: string
  /** A whole SVG image that needs no other file. */
  svg: string
}

const FRAME = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="72" height="72"'
const STROKE = 'stroke="#0b0c0c" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"'

/** The picture of this name: the authority's own where it has one. */
export function pictureNamed(name: PictureName, own: PictureSet = {}): Picture {
  const theirs = own[name]
  if (theirs === undefined) {
    const { alt, drawn } = PICTURES[name]
    return { alt, svg: `<svg ${FRAME} ${STROKE}>${drawn}</svg>` }
  }
  const image = `<image href="data:${theirs.type};base64,${theirs.base64}" width="48" height="48"/>`
  return { alt: theirs.alt, svg: `<svg ${FRAME}>${image}</svg>` }
}

/** A picture as it stands in a page. */
export const pictureSvg = (name: PictureName, own: PictureSet = {}): string => pictureOnPage(pictureNamed(name, own))

/** The same of a picture that is at hand. */
export const pictureOnPage = ({ alt, svg }: Picture): string =>
  svg.replace('<svg ', `<svg class="app-picture" role="img" aria-label="${attributeText(alt)}" `)

const attributeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
