import type { PicturedLines } from '../../../documents/block.ts'
import { type PictureName, type PictureSet, isPictureName, pictureNamed } from '../../../documents/pictures.ts'
import { wordsParts } from '../../../documents/words.ts'

/** Which picture stands beside a line, by its words: the first that fits. */
const byWords: readonly (readonly [RegExp, PictureName])[] = [
  [/^hello\b/i, 'hello'],
  [/\bthank you\b|\bwell done\b|\bproud\b/i, 'star'],
  [/\bspeak up\b|\badvocate\b|\bhelp you say\b|\bhelp\b/i, 'help'],
  [/\byoung\b|\bbaby\b|\bnewborn\b|\bbottle\b|\bnapp(?:y|ies)\b/i, 'baby'],
  [/\bthis was done\b/i, 'yes'],
  [/\bwas not done\b|\bpart of this\b|\bnot happy\b|\bnot right\b/i, 'unsure'],
  [/\bnext time\b|\bbefore this review\b|\bsoon\b|\bwait\b/i, 'clock'],
  [/\blist\b|\bwhat we will do\b|\beach thing\b/i, 'list'],
  [/\bbirthday\b|\bparty\b/i, 'birthday'],
  [/\bdentist\b|\bteeth\b|\btooth\b/i, 'tooth'],
  [/\bdoctor\b|\bnurse\b|\bhospital\b|\bhealth\b|\bwell\b(?= enough)|\bgrow\b|\bmedicine\b|\bglasses\b|\bjabs?\b/i, 'doctor'],
  [/\bjudge\b|\bcourt\b|\blawyer\b|\bsolicitor\b|\bhome office\b/i, 'court'],
  [/\bpassport\b|\bpapers?\b|\bbirth certificate\b|\bvisa\b|\bform\b/i, 'paper'],
  [/\blife story\b|\bphotos?\b|\bpictures?\b|\bmemory\b|\bmemories\b/i, 'photo'],
  [/\bmoney\b|\bsavings?\b|\bbank\b|\bpocket\b|\bpay\b|\bbudget\b|£/i, 'money'],
  [/\bmosque\b|\bchurch\b|\btemple\b|\bpray\b|\bfaith\b|\bhalal\b/i, 'heart'],
  [/\bmove\b|\bmoving\b|\bpack\b|\bsuitcase\b|\bbags?\b/i, 'bag'],
  [/\bbus\b|\btrain\b|\btaxi\b|\bdriv(?:e|ing)\b|\bcar\b|\btravel\b/i, 'travel'],
  [/\bbooks?\b|\bread\b|\bhomework\b|\btutor\b|\blessons?\b|\blearn\b|\benglish\b|\bmaths\b/i, 'book'],
  [/\bschool\b|\bcollege\b|\bnursery\b|\bteacher\b|\bclass\b|\bexams?\b/i, 'school'],
  [/\bcomputer\b|\blaptop\b|\btablet\b|\binternet\b|\bonline\b/i, 'computer'],
  [/\bphone\b|\bcall\b|\bring\b|\btext\b/i, 'phone'],
  [/\bletter\b|\bwrite to\b|\bpost\b/i, 'letter'],
  [/\bbrothers?\b|\bsisters?\b|\bfriends?\b|\bfriend\b|\bcousins?\b/i, 'friends'],
  [/\bm[uo]mm?(?:y|’s|'s)?\b|\bdad(?:dy|’s|'s)?\b|\bnan\b|\bgran\b|\bfamily\b|\baunt(?:ie)?\b|\buncle\b|\bgrand\w*\b|\bparents?\b/i, 'family'],
  [/\bstay\b|\bhome\b|\bhouse\b|\blive\b|\bcarers?\b|\bflat\b/i, 'home'],
  [/\broom\b|\bbed\b|\bsleep\b/i, 'sleep'],
  [/\bfood\b|\beat\b|\bcook\b|\bmeals?\b|\bdinner\b|\blunch\b/i, 'food'],
  [/\bdogs?\b|\bcats?\b|\bpets?\b|\bhorses?\b|\bfarm\b|\banimals?\b/i, 'pet'],
  [/\bmusic\b|\bsing\b|\bguitar\b|\bdrums?\b|\bdance\b/i, 'music'],
  [/\bfootball\b|\bplay\b|\bswim\w*\b|\bsports?\b|\bclub\b|\bgames?\b|\btoys?\b/i, 'play'],
  [/\bpark\b|\boutside\b|\bgarden\b|\bholiday\b|\bwalk\b/i, 'outside'],
  [/\bsafe\b|\bhurt\b|\bpolice\b|\bdanger\b/i, 'safe'],
  [/\bworr(?:y|ied|ies)\b|\bscared\b|\bafraid\b/i, 'worried'],
  [/\bsad\b|\bmiss\b|\bupset\b/i, 'sad'],
  [/\bhappy\b|\bglad\b|\bfun\b/i, 'happy'],
  [/\blove\b|\bfeel(?:ings?)?\b/i, 'heart'],
  [/\breview\b.*\d{4}|\bdate\b|\bday\b|\bweeks?\b|\bmonths?\b|\bevery\b/i, 'calendar'],
  [/\breview\b|\bmeet(?:ing)?\b|\bplan\b/i, 'meeting'],
  [/\btalk(?:ed)?\b|\btell\b|\bsay\b|\bask\b|\bthink\b/i, 'talk'],
  [/\bworker\b|\biro\b|\bfrom\b|\badviser\b/i, 'worker'],
] // prettier-ignore

const MARKED = /\s*\[(\w+)\]$/

/** A line without the name of a picture at its end, `[home]`, with which its writer has chosen one; `[none]` chooses none. */
function marked(line: string): { text: string; picture: PictureName | null } {
  const name = MARKED.exec(line)?.[1]
  if (name === 'none') return { text: line.replace(MARKED, ''), picture: null }
  if (name !== undefined && isPictureName(name)) return { text: line.replace(MARKED, ''), picture: name }
  return { text: line, picture: byWords.find(([words]) => words.test(line))?.[1] ?? null }
}

/** An easy-read text as lines, an idea each, with the picture that fits: the authority’s own where it has one. */
export const picturedLines = (text: string, own: PictureSet): PicturedLines => ({
  kind: 'pictured',
  lines: wordsParts(text.replaceAll(/\n(?!\n)/g, '\n\n'))
    .flatMap((part) => (part.kind === 'list' ? part.items : [part.text]))
    .map((line) => {
      const { text: words, picture } = marked(line)
      return { text: words, picture: picture && pictureNamed(picture, own) }
    }),
})

/** An easy-read text without the names of pictures: what its reader reads. */
export const withoutPictures = (text: string): string =>
  text
    .split('\n')
    .map((line) => marked(line).text)
    .join('\n')
