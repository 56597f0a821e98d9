/** Gives the SVG text of a catalog icon (`ArchitectureServiceAWSLambda`, `tabler:users`), or null if there is none. */
export type IconSource = (icon: string) => string | null;

/** The file in `data/icons/` that holds an icon of the catalog. */
export const iconFileName = (icon: string): string => `${icon.replace(':', '-')}.svg`;

/** An `IconSource` over files of `data/icons/`: file name → SVG text. */
export const iconsFromFiles =
  (files: Readonly<Record<string, string>>): IconSource =>
  (icon) =>
    files[iconFileName(icon)] ?? null;
