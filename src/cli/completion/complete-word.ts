/** `orgwright __complete -- WORDS` is what the scripts of `orgwright completion` call; no help mentions it. */
export const completeWord = '__complete';
