import { defineStore } from 'pinia'
import { reactive, toRefs, watch } from 'vue'
import { formatView, LANGUAGES, parseView, type Language, type ViewState } from './urlState'

const REMEMBERED = 'anlan-lang'

/** What the page shows, kept in step with the address: a change is a step back in the browser, a moved map or swipe is not. */
export const useView = defineStore('view', () => {
  const view = reactive<ViewState>(parseView(location.search))
  view.lang ??= remembered()

  settle()
  const { centre, zoom, swipe, ...steps } = toRefs(view)
  watch(Object.values(steps), () => write('pushState'), { deep: true })
  watch([centre, zoom, swipe], () => write('replaceState'))
  watch(() => view.lang, remember)
  window.addEventListener('popstate', () => {
    Object.assign(view, parseView(location.search))
    settle()
  })

  /** Makes the address say what the page shows, so that the watchers find nothing to write after a step back. */
  function settle() {
    view.lang ??= remembered()
    write('replaceState')
  }

  function write(how: 'pushState' | 'replaceState') {
    const address = formatView(view)
    if (address !== location.search) history[how](null, '', address)
  }

  return { view }
})

function remembered(): Language {
  const word = localStorage.getItem(REMEMBERED)
  return LANGUAGES.find((l) => l === word) ?? 'zh'
}

function remember(language: Language | null) {
  if (language) localStorage.setItem(REMEMBERED, language)
}
