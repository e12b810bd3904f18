/** What a form has sent, by the names of its inputs. */
export type Inputs = Readonly<Record<string, unknown>>

/** What a field is about: what someone typed into it, and what that says. */
export interface Reading<Typed = unknown, Value = unknown> {
  /** As it was typed, to be shown again. */
  typed: Typed
  /** As it is used. */
  value: Value
}

/** Why something can't be read. */
export interface Unreadable {
  /** What to do about it, for the person who typed it. */
  unreadable: string
  /** Which of the field’s inputs is wrong, where it has several: `month`. */
  part?: string
}

/** A field as the components of GOV.UK take it, to be given labels and hints by `with` in the template. */
export interface ShownField {
  id: string
  name: string
  /** Radios and checkboxes call their first item so. */
  idPrefix: string
  /** What stands in it; of ticks, nothing. */
  value?: string
  /** What there is to choose; of a day, its three inputs. */
  items?: readonly object[]
  /** Whether it is ticked; of a tick alone. */
  checked?: boolean
  errorMessage: { text: string } | null
}

/** Where a field stands on its page, and what is wrong with it. */
export interface Place {
  /** The name of its input, or what the names of its inputs begin with. */
  name: string
  /** The id of its input, or what their ids begin with. */
  id: string
  fault: { text: string; part?: string } | null
}

/** A field: how it is read, and how it is shown. Methods, so that a form can hold fields of every kind. */
export interface Field<Read extends Reading = Reading> {
  /** What was typed, found in all that was sent. */
  typedIn(inputs: Inputs, name: string): Read['typed']
  /** What is typed to say this. */
  typedOf(value: Read['value']): Read['typed']
  read(typed: Read['typed']): { value: Read['value'] } | Unreadable
  shown(typed: Read['typed'], place: Place): ShownField
  /** The part of the page that an error of this field leads to: the end of its id. */
  inputOf?(part: string | undefined): string
  /** Whether each of its inputs shows a fault of its own, as of a list with an input a row. */
  isOfRows?: boolean
  /** Whether nobody sees it: what is wrong with it is wrong with the form. */
  isHidden?: boolean
}

/** What every kind of field shows. */
export const frameOf = ({ id, name, fault }: Place) => ({
  id,
  idPrefix: id,
  name,
  errorMessage: fault && { text: fault.text },
})
