/** Of core, since names that are live come from there; here for the many checks of the configuration's texts. */
export { codePointOf, longestName, showSafely, unsafeCharacter } from '../core/unsafe-text.js';
