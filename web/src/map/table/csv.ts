/** Programs take texts that begin so for formulas. */
const FORMULA = /^[=+\-@\t\r]/
const QUOTED = /[",\r\n]/

/** A table as CSV (RFC 4180) with the mark that lets spreadsheets read it as UTF-8; texts that look like formulas are kept from being one. */
export const csvOf = (rows: (string | number)[][]): string => `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
