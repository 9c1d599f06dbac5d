import { Problem, problemFrom } from './problem'

export const API = '/api/v1'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Sends one request, its body as JSON unless it is a form; answers the JSON body, not yet trusted. */
export async function request(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await send(method, path, body, signal, { Accept: 'application/json', ...headers })
  return answer(response.status, await response.text())
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    throw new Problem(0, 'network', null)
  }
}

export const get = (path: string, signal?: AbortSignal) => request('GET', API + path, undefined, signal)
export const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  request('POST', API + path, body, signal, headers)

/** A file that the server makes of what it is sent, under the name that the server gives it. */
export interface MadeFile {
  name: string
  content: Blob
}

export async function postForFile(path: string, body: unknown): Promise<MadeFile> {
  const response = await send('POST', API + path, body, undefined, {})
  if (!response.ok) answer(response.status, await response.text())
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? ''
  return { name, content: await response.blob() }
}
export const put = (path: string, body: unknown) => request('PUT', API + path, body)
export const remove = (path: string) => request('DELETE', API + path)

/** Sends files in one form and tells how much of them is on its way; `fetch` cannot tell that. */
export function sendFiles(path: string, files: File[], onProgress: (share: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const form = formOf(files)
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

/** A form with files and what is said about them. */
export function formOf(files: File[], fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('file', file, file.name)
  return form
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
