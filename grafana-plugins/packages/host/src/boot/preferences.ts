export type ThemeName = 'dark' | 'light';

/** What a visitor chose, kept in the browser. Storage may be forbidden: then it lasts as long as the page. */
const kept = new Map<string, string>();

export function preferredTheme(): ThemeName {
  const choice = read('theme');
  if (choice === 'dark' || choice === 'light') {
    return choice;
  }
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** `browser`, `utc` or an IANA name. */
export function preferredTimeZone(): string {
  return read('timeZone') ?? 'browser';
}

export function keepTheme(theme: ThemeName) {
  write('theme', theme);
}

export function keepTimeZone(timeZone: string) {
  write('timeZone', timeZone);
}

function read(name: string): string | undefined {
  try {
    return window.localStorage.getItem(`hotspan.${name}`) ?? kept.get(name);
  } catch {
    return kept.get(name);
  }
}

function write(name: string, value: string) {
  kept.set(name, value);
  try {
    window.localStorage.setItem(`hotspan.${name}`, value);
  } catch {
    // Kept for this page only.
  }
}
