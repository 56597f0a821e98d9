/**
 * The `id` that an element of the diagram has in the picture, so that a page around it can find it. The same element
 * always has the same one; two elements never share one.
 */
export const anchorOf = (elementId: string): string =>
  `e-${elementId.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}.`)}`;

/** The `id` of the pill of a flow: no element has it, whatever it is called. */
export const pillAnchorOf = (flowId: string): string => `pill-${anchorOf(flowId)}`;
