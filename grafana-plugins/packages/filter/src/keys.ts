import type { KeyboardEvent } from 'react';

/** What a key means to the filter input; a number is the suggestion chosen next. */
export type Action = 'run' | 'take' | 'open' | 'close' | number;

export function actionOf(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  shown: boolean,
  choice: number,
  count: number
): Action | undefined {
  const chosen = shown && choice >= 0;
  switch (key) {
    case 'Enter':
      return chosen ? 'take' : 'run';
    case 'Tab':
      return chosen ? 'take' : undefined;
    case 'Escape':
      return shown ? 'close' : undefined;
    case ' ':
      return ctrlKey ? 'open' : undefined;
    case 'ArrowDown':
      return shown ? (choice + 1) % count : 'open';
    case 'ArrowUp':
      return shown ? (choice <= 0 ? count : choice) - 1 : undefined;
    default:
      return undefined;
  }
}
