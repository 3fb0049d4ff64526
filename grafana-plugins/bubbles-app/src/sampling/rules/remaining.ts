/** The time until an instant as a clock that counts down: `12:31`, `1:02:05`, `2 d 3 h`. */
export function remaining(untilMillis: number, nowMillis: number): string {
  const seconds = Math.ceil((untilMillis - nowMillis) / 1000);
  if (seconds <= 0) {
    return 'expired';
  }
  const hours = Math.floor(seconds / 3600);
  if (hours >= 24) {
    return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  }
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
