/**
 * Marks a function that runs as soon as its script does. A browser first only skims a function, and reads it again when it
 * is called; one in parentheses it compiles with the script, which on a cold page is a third of what such a function takes.
 * The build puts the parentheses in place of this call (wxt.config.ts); elsewhere it changes nothing.
 */
export const atOnce = <F>(run: F): F => run;
