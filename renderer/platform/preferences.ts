/** Small choices of whoever sits at this browser (language, light or dark), and how many PINs were wrong. Forgotten where storage is refused; never facts. */
export const preferences = {
  read(name: string): string | null {
    try {
      return localStorage.getItem(`earshot.${name}`);
    } catch {
      return null;
    }
  },
  write(name: string, value: string): void {
    try {
      localStorage.setItem(`earshot.${name}`, value);
    } catch {
      // The choice holds until the page is closed.
    }
  },
};
