// Saves a form as one types: at most a few seconds of typing are not saved. Without it the form's own buttons save.
const WAIT_MILLISECONDS = 3000
const AGAIN_MILLISECONDS = 2000
const LONGEST_MILLISECONDS = 10_000

const SIGNED_OUT = 'Not saved: you are signed out. Sign in in another tab, then press a button below to save.'
const CHANGED = 'Not saved: this was saved in another window meanwhile. Press a button below to see both versions.'
const NO_CONNECTION = 'Not saved yet: no connection. It is tried again every few seconds. Keep this page open.'

for (const form of document.querySelectorAll('form[data-save-to]')) saveAsTyped(form)

function saveAsTyped(form) {
  const places = form.querySelectorAll('[data-save-status]')
  const version = form.elements.namedItem('version')
  const saves = form.elements.namedItem('saves')
  const say = (text) => places.forEach((place) => (place.textContent = text))
  let isChanged = false
  let isSaving = false
  let isStopped = false
  let timer = null

  const later = (milliseconds) => {
    timer ??= setTimeout(save, milliseconds)
  }

  const count = () => (saves.value = String(Number(saves.value) + 1))

  async function save() {
    timer = null
    if (!isChanged || isSaving || isStopped) return
    isSaving = true
    isChanged = false
    count()
    try {
      const answer = await fetch(form.dataset.saveTo, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        redirect: 'manual',
        signal: AbortSignal.timeout(LONGEST_MILLISECONDS),
      })
      if (answer.ok) {
        version.value = String((await answer.json()).version)
        say(`Saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`)
      } else {
        isChanged = true
        isStopped = answer.status < 500
        say(answer.status === 409 ? CHANGED : isStopped ? SIGNED_OUT : NO_CONNECTION)
      }
    } catch {
      isChanged = true
      say(NO_CONNECTION)
    }
    isSaving = false
    if (isChanged) later(AGAIN_MILLISECONDS)
  }

  form.addEventListener('input', () => {
    isChanged = true
    later(WAIT_MILLISECONDS)
  })
  form.addEventListener('submit', () => {
    isStopped = true
    isChanged = false
    count()
  })
  // Who goes back to the page after a button was pressed goes on typing.
  window.addEventListener('pageshow', () => (isStopped = false))
  window.addEventListener('beforeunload', (event) => {
    if (isChanged) event.preventDefault()
  })
}
