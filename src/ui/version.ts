/** The version of this copy of the kit, so that two on one page can tell each other apart. */
export const VERSION = '0.1.0';
