export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const round = (value, digits = 2) => Number(value.toFixed(digits));

/** Prints rows of `[name, value, unit]` as an aligned table. */
export function printTable(title, rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`\n${title}`);
  for (const [name, value, unit = ''] of rows) {
    console.log(`  ${name.padEnd(width)}  ${String(value).padStart(10)} ${unit}`);
  }
}
