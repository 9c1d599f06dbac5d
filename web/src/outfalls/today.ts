/** The day of an entry is Beijing's, wherever the browser is. */
export const today = (now = new Date()): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)
