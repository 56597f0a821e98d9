/** The catalog of this folder, checked while building (`packaging/checkedCatalog.mjs`). */
declare module 'virtual:parapet-catalog' {
  const parts: import('../shared/catalog/parts.ts').Parts;
  export default parts;
}
