/** The most seats one order may have (SPEC §2 "Bounds"). */
export const MAX_SEATS = 1_000_000;

/** The most days one order may buy, gift days not counted. */
export const MAX_BOUGHT_DAYS = 1_825;

/** The highest list price of one order, in minor units; it keeps every amount a safe integer. */
export const MAX_LIST_AMOUNT = 1_000_000_000_000;
