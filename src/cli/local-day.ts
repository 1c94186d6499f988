/** The day on the calendar of this machine, as `YYYY-MM-DD`. */
export function localDay(time: Date): string {
  const [month, day] = [time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(time.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}
