/** The bit of a LUN among those that have a unit attention to report on a path. */
export const attentionBit = (lun: number): number => 1 << (lun % 31);

/** All of them. */
export const everyLun = 0x7fffffff;
