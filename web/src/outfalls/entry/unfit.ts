/** A field that cannot be sent as it stands, and why. */
export interface Unfit {
  control: HTMLElement
  name: string
  why: 'missing' | 'unreadable'
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The first field of a form that has to be filled in and is blank, or holds what is no number and no day; anything else is the server's to judge. */
export function firstUnfit(form: HTMLFormElement): Unfit | null {
  for (const control of form.querySelectorAll<Control>('input, select, textarea')) {
    const { valueMissing, badInput } = control.validity
    const blank = valueMissing || (control.required && control.type !== 'file' && control.value.trim() === '')
    if (!badInput && !blank) continue
    return { control, name: control.labels?.[0]?.querySelector('span')?.textContent.trim() ?? control.ariaLabel ?? '', why: badInput ? 'unreadable' : 'missing' }
  }
  return null
}
