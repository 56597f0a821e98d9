/*
 * What Parapet uses of pdfmake's browser build, which needs neither Node nor a document. The types that DefinitelyTyped
 * has for it bring Node's globals into shared/.
 */
declare module 'pdfmake/build/pdfmake.min.js' {
  const pdfMake: {
    addVirtualFileSystem(files: Readonly<Record<string, string>>): void;
    setFonts(fonts: object): void;
    setUrlAccessPolicy(mayFetch: (url: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  };
  export default pdfMake;
}
