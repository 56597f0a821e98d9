/** The name of a file as SARIF wants it: relative where the name is, with `/` between folders, percent-encoded. */
export function fileUri(name: string): string {
  const path = name.replaceAll('\\', '/').replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const drive = /^([A-Za-z])%3A\//.exec(encoded);
  if (drive) return `file:///${drive[1]}:/${encoded.slice(drive[0].length)}`;
  if (encoded.startsWith('//')) return `file:${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded.replace(/^(\.\/)+/, '');
}
