/** The largest cluster that the page draws. */
export const serversShown = 64;
