/** Hands a text to the reader as a file, through the browser's own download. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next turn; until then the address must stand.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
