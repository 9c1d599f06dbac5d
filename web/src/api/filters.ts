/** A text in CQL2 (OGC 21-065r2); there a backslash stands for what follows it. */
export const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
