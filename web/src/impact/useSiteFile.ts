import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { fetchShapeInFile, type ShapeInFile } from '@/api/impact'
import { asProblem, type Problem } from '@/api/problem'
import { useSite } from './useSite'

/** What was said about a file: which system its numbers are in, which layer and which feature of it is meant. */
type Said = Record<string, string>

/** A file that brings the site: read by the server, which may have a question about it; kept in memory, so that another part of it can be taken. */
export const useSiteFile = defineStore('siteFile', () => {
  const site = useSite()
  const files = shallowRef<File[]>([])
  const found = shallowRef<ShapeInFile | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const reading = ref(false)
  const said = ref<Said>({})
  let abort = new AbortController()

  const name = () => files.value.map((file) => file.name).join(' ')

  function take(chosen: File[]) {
    files.value = chosen
    found.value = null
    said.value = {}
    return read()
  }

  /** Reads the file again with one more thing said about it; blank takes it back. Tells whether the site is there. */
  function say(field: string, value: string) {
    const { [field]: _, ...others } = said.value
    said.value = value === '' ? others : { ...others, [field]: value }
    return read()
  }

  async function read(): Promise<boolean> {
    abort.abort()
    const mine = (abort = new AbortController())
    problem.value = null
    reading.value = true
    try {
      const answer = await fetchShapeInFile(files.value, said.value, mine.signal)
      if (mine.signal.aborted) return false
      found.value = answer
      site.takeFile(name(), answer.shape)
      return true
    } catch (thrown) {
      if (!mine.signal.aborted) problem.value = asProblem(thrown)
      return false
    } finally {
      if (abort === mine) reading.value = false
    }
  }

  return { files, found, problem, reading, said, take, say, read, name }
})
