import { type DocumentField, documentKind, settlesDate } from '../../documents/kind.ts'
import { learningProducts } from '../registers/learningProducts.ts'

const text = (id: string, isMandatory = false): DocumentField => ({
  id,
  label: '',
  kind: 'text',
  isMandatory,
  most: 3000,
})

const part = (id: string, heading: string, isMandatory = false) => ({
  id,
  heading,
  fields: [text(`${id}_text`, isMandatory)],
  readers: ['staff'],
  whyWithheld: '',
})

/** A page from which others learn: short, in the order in which it is talked through. Nobody can be recognised in it. */
export const learningProduct = documentKind({
  name: 'learning_product',
  title: 'Learning from practice',
  called: 'a learning product',
  readers: { staff: 'Staff' },
  parts: [
    part('background', 'Background'),
    part('why', 'Why it matters'),
    part('found', 'What was found', true),
    part('practice', 'What it means for practice', true),
    part('do', 'What to do now'),
    part('questions', 'Questions to talk over'),
    part('more', 'To read more'),
  ],
  settles: [settlesDate(learningProducts, 'publishedOn', ({ productRef }, ref) => productRef === ref)],
})
