import { ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { dropUpload, fetchOpenUploads, type UploadHead } from '@/api/uploads'
import { useSession } from '@/session/useSession'

/** The hand-ins that wait for somebody to go on with them, newest first. */
export function useOpenUploads() {
  const session = useSession()
  const uploads = shallowRef<UploadHead[]>([])
  const problem = shallowRef<Problem | null>(null)
  const dropping = ref<string | null>(null)

  async function attempt(work: () => Promise<void>) {
    problem.value = null
    try {
      await work()
      uploads.value = await fetchOpenUploads()
    } catch (thrown) {
      problem.value = asProblem(thrown)
      session.noticeEnd(problem.value)
    }
  }

  const load = () => attempt(async () => {})

  async function drop(id: string) {
    dropping.value = id
    await attempt(() => dropUpload(id))
    dropping.value = null
  }

  return { uploads, problem, dropping, load, drop }
}
