import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { useSession } from './useSession'

interface Asked {
  method: string
  path: string
  body: unknown
}

/** A service that answers in this order, and what it was asked. */
function answering(...answers: object[]): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ method: init.method ?? 'GET', path, body: init.body === undefined ? null : JSON.parse(init.body as string) })
    const answer = answers[asked.length - 1] ?? {}
    const status = 'status' in answer ? Number(answer.status) : 200
    return Promise.resolve(new Response(JSON.stringify(answer), { status }))
  })
  return asked
}

const given = { signedIn: true, name: 'zhang', display: '张三', roles: ['editor'], mustChange: true }

describe('the session', () => {
  beforeEach(() => setActivePinia(createPinia()))
  afterEach(() => vi.unstubAllGlobals())

  it('signs in without a name as before', async () => {
    const asked = answering({ signedIn: true, name: 'admin', display: '管理员', mustChange: false })
    const session = useSession()
    session.asking = true
    expect(await session.signIn('secret')).toBe(true)
    expect(asked[0]?.body).toEqual({ password: 'secret' })
    expect(session.signedIn).toBe(true)
    expect(session.asking).toBe(false)
  })

  it('keeps the dialog open until a password that was given has been changed, and signs in with the new one', async () => {
    const asked = answering(given, { signedIn: false }, { ...given, mustChange: false })
    const session = useSession()
    await session.signIn('given', 'zhang')
    expect(session.mustChange).toBe(true)
    expect(session.asking).toBe(true)
    expect(await session.changePassword('given', 'chosen by myself')).toBe(true)
    expect(asked.map((one) => `${one.method} ${one.path}`)).toEqual([
      'POST /api/v1/session', 'PUT /api/v1/session/password', 'POST /api/v1/session',
    ])
    expect(asked[2]?.body).toEqual({ name: 'zhang', password: 'chosen by myself' })
    expect(session.mustChange).toBe(false)
    expect(session.asking).toBe(false)
    expect(session.display).toBe('张三')
  })

  it('asks for the change also when the page is opened again', async () => {
    answering(given)
    const session = useSession()
    await session.load()
    expect(session.asking).toBe(true)
  })

  it('says what was wrong and stays signed in', async () => {
    answering(given, { status: 400, code: 'weak-password' })
    const session = useSession()
    await session.signIn('given', 'zhang')
    expect(await session.changePassword('given', 'x')).toBe(false)
    expect(session.problem?.code).toBe('weak-password')
    expect(session.signedIn).toBe(true)
  })

  it('tells a session that ended by itself from one that never began', async () => {
    const over = new Problem(401, 'not-signed-in', null)
    answering({ ...given, mustChange: false }, { ...given, mustChange: false })
    const session = useSession()
    session.noticeEnd(over)
    expect(session.expired).toBe(false)
    await session.signIn('secret', 'zhang')
    session.noticeEnd(over)
    expect([session.expired, session.signedIn]).toEqual([true, false])
    await session.signIn('secret', 'zhang')
    expect(session.expired).toBe(false)
  })
})
