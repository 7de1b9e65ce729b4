/** LEFT-TO-RIGHT OVERRIDE and RIGHT-TO-LEFT OVERRIDE (UAX #9). */
const overrides = /[\u202D\u202E]/g;

/**
 * Text without the characters that make letters run the other way: a title or a file name can say something else with
 * them than it seems to (`photo\u202Egpj.exe` reads as `photoexe.jpg`). No language needs them; what a right-to-left text needs stays.
 */
export const withoutOverrides = (text: string): string => text.replaceAll(overrides, '');
