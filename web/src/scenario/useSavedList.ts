import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { fetchSavedList, type SavedHead } from '@/api/scenario'

/** The scenarios that are kept, newest first. */
export const useSavedList = defineStore('savedScenarios', () => {
  const list = shallowRef<SavedHead[] | null>(null)
  const problem = shallowRef<Problem | null>(null)

  async function load() {
    problem.value = null
    try {
      list.value = await fetchSavedList()
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }

  return { list, problem, load }
})
