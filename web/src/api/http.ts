import { Problem, problemFrom } from './problem'

export const API = '/api/v1'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Sends one request; answers the JSON body, not yet trusted. */
export async function request(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  headers: Record<string, string> = {},
): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    throw new Problem(0, 'network', null)
  }
  return answer(response.status, await response.text())
}

export const get = (path: string, signal?: AbortSignal) => request('GET', API + path, undefined, signal)
export const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  request('POST', API + path, body, undefined, headers)
export const put = (path: string, body: unknown) => request('PUT', API + path, body)
export const remove = (path: string) => request('DELETE', API + path)

/** Sends files in one form and tells how much of them is on its way; `fetch` cannot tell that. */
export function sendFiles(path: string, files: File[], onProgress: (share: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    for (const file of files) form.append('file', file, file.name)
    const xhr = new XMLHttpRequest()
    xhr.open('POST', API + path)
    xhr.setRequestHeader('Accept', 'application/json')
    xhr.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    xhr.onerror = () => reject(new Problem(0, 'network', null))
    xhr.onload = () => {
      try {
        resolve(answer(xhr.status, xhr.responseText))
      } catch (problem) {
        reject(problem)
      }
    }
    xhr.send(form)
  })
}

/** Path with the parameters that have a value. */
export function withQuery(path: string, params: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  }
  const tail = query.toString()
  return tail ? `${path}?${tail}` : path
}

function answer(status: number, body: string): unknown {
  let json: unknown = null
  try {
    json = body === '' ? null : JSON.parse(body)
  } catch {
    if (status < 400) throw new Problem(status, 'unexpected-answer', null)
  }
  if (status >= 400) throw problemFrom(status, json)
  return json
}
