/**
 * Widths for which the build draws charts, px, the widest first: in the column beside the drawing,
 * there with a scroll bar, and in the drawer of a narrow window.
 */
export const diagramWidths = [344, 328, 304] as const;
