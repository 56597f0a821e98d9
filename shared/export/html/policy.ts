/** SHA-256 of `STYLE` and `SCRIPT`: nothing else may run or lay out in the report. A test says when they are out of date. */
export const HASHES = {
  style: 'sha256-PDReREVYnZxiYtQIIbjlqumozwqh18NCxEuLVpvwq+k=',
  script: 'sha256-0BtFymw2JP9m59VYduQTWgG3NEdHsv9YcQxYOu0TFuU=',
} as const;

/** What the report may do: run its own script, show its own style, and nothing else; it loads nothing from anywhere. */
export const POLICY = [
  "default-src 'none'",
  `style-src '${HASHES.style}'`,
  `script-src '${HASHES.script}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
