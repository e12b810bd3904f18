import { councilName, serviceSetting } from '../../messages/settings.ts'
import type { Settings } from '../../settings/settings.ts'
import { readerWords } from '../domain/answerDocument.ts'
import type { ConsultationForm } from '../domain/form.ts'
import { BOARD_PLACES } from '../domain/board.ts'
import { type PictureName, type PictureSet, pictureSvg } from '../../documents/pictures.ts'

/** A whole form on one page: to be printed, or to be looked at before it is sent. It names no child. */
export function paperPage(
  form: ConsultationForm,
  { settings, pictures }: { settings: Settings; pictures: PictureSet },
  authority: { name: string },
  isChildsReview: boolean,
) {
  const drawn = (picture: PictureName | null) => (picture === null ? '' : pictureSvg(picture, pictures))
  const service = serviceSetting.of(settings)
  return {
    title: form.title,
    from: [service.name, councilName(settings, authority), ...service.address.split('\n')].filter(Boolean),
    places: BOARD_PLACES,
    readers: Object.values(readerWords(isChildsReview, true)),
    lines: [1, 2, 3, 4],
    questions: form.questions.map(({ kind, text, hint, picture, options }) => ({
      kind,
      text,
      hint,
      picture: drawn(picture),
      options: options.map((option) => ({ text: option.text, picture: drawn(option.picture) })),
    })),
  }
}
