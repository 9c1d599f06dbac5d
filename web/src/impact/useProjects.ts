import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { fetchItems, type Item } from '@/api/features'
import { asProblem, type Problem } from '@/api/problem'
import { useCatalog } from '@/app/useCatalog'

export const PROJECTS = 'projects'

/** Projects that are kept and have a shape, by number. */
export const useProjects = defineStore('projects', () => {
  const catalog = useCatalog()
  const items = shallowRef<Item[]>([])
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let abort = new AbortController()

  watch(() => catalog.layer(PROJECTS)?.revision ?? null, load, { immediate: true })

  async function load() {
    abort.abort()
    items.value = []
    problem.value = null
    if ((catalog.layer(PROJECTS)?.revision ?? null) === null) return
    const mine = (abort = new AbortController())
    loading.value = true
    try {
      const found: Item[] = []
      await fetchItems(PROJECTS, {}, (page) => found.push(...page.filter((item) => item.geometry !== null)), mine.signal)
      items.value = found
    } catch (thrown) {
      if (!mine.signal.aborted) problem.value = asProblem(thrown)
    } finally {
      if (abort === mine) loading.value = false
    }
  }

  const numbered = (number: string) => items.value.find((item) => item.id === number)
  const nameOf = (item: Item) => String(item.properties[catalog.layer(PROJECTS)?.nameField ?? 'name'] ?? item.id)

  return { items, problem, loading, load, numbered, nameOf }
})
