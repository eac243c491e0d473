/** "M.K." for "Mara Kolt". */
export function coderInitials(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${/^./u.exec(word)?.[0] ?? ''}.`)
    .join('');
}
