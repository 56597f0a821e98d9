/** SHA-256 of `STYLE` and `SCRIPT`: nothing else may run or lay out in the report. A test says when they are out of date. */
export const HASHES = {
  style: 'sha256-puNY66KNDg2/QusWDGbz1fub/jJFwl3b4C2+rZUvkaw=',
  script: 'sha256-pEfplGqDq4LVxB/cxZjzltmCB5jQHIU4EeF6ncb+Fng=',
} as const;

/** What the report may do: run its own script, show its own style, and nothing else; it loads nothing from anywhere. */
export const POLICY = [
  "default-src 'none'",
  `style-src '${HASHES.style}'`,
  `script-src '${HASHES.script}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
