/** Stands for the rows that are not in the page: room without cells, which screen readers pass over. */
export function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr style={{ height }} /> : null;
}
