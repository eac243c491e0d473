/** The type of a code that is dragged, in the data of the drag: its id. Nothing from elsewhere has it. */
export const codeDragType = 'application/x-framewright-code';
