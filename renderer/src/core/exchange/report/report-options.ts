/** How the passages of a report are grouped. */
export const reportOrders = ['code', 'document'] as const;
export type ReportOrder = (typeof reportOrders)[number];
