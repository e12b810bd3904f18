/**
 * Simple pictures for forms, drawn here: lines and shapes on a square of 48, as SVG without styles or scripts. Each has
 * words for whoever does not see it. They are ours, so that nobody needs a licence.
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
} as const satisfies Record<string, { alt: string; drawn: string }> // prettier-ignore

/** The name of a picture, as forms give it. */
export type PictureName = keyof typeof PICTURES

/** Whether there is a picture of this name. */
export const isPictureName = (name: string): name is PictureName => Object.hasOwn(PICTURES, name)

/** A picture as SVG, to stand in a page; the words beside it say the same, so that it is read out once. */
export const pictureSvg = (name: PictureName): string =>
  `<svg class="app-picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="72" height="72" role="img" aria-label="${PICTURES[name].alt}" stroke="#0b0c0c" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">${PICTURES[name].drawn}</svg>`
