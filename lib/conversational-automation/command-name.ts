/** The name of a command without its slash; anything but a text as it is. */
export function commandName<T>(name: T): T | string {
  return typeof name === 'string' ? name.replace(/^\/+/, '') : name;
}
