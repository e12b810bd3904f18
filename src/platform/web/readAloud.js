// Reads a page out with the browser's own voice, and stops. Without it, or without a voice, its buttons are not shown.
const speech = window.speechSynthesis
if (speech) {
  for (const button of document.querySelectorAll('[data-read-aloud]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      const wasSpeaking = speech.speaking
      speech.cancel()
      button.setAttribute('aria-pressed', String(!wasSpeaking))
      if (wasSpeaking) return
      const parts = document.querySelectorAll(
        '[data-read], .app-letter p:not([data-read]), .app-letter li:not(:has(p))',
      )
      // What is folded away is not read.
      const seen = [...parts].filter((part) => part.getClientRects().length > 0)
      const words = seen.map((part) => part.textContent.trim()).filter(Boolean)
      const spoken = new SpeechSynthesisUtterance(words.join('. '))
      spoken.lang = 'en-GB'
      spoken.rate = 0.9
      spoken.onend = () => button.setAttribute('aria-pressed', 'false')
      speech.speak(spoken)
    })
  }
  window.addEventListener('pagehide', () => speech.cancel())
}
