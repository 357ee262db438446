/** @module Truth files as JSON with one record a line: diffs stay readable and files small. */

export function json(value: object): string {
  return `${JSON.stringify(value).replace(/,\{/g, ',\n{').replace(/:\[\{/g, ':[\n{')}\n`;
}
