/** ASCII characters that mean something to a shorthand. */
export const lineFeed = 10;
export const carriageReturn = 13;
export const exclamationMark = 33;
export const quotationMark = 34;
export const colon = 58;
export const lessThan = 60;
export const equalsTo = 61;
export const leftSquareBracket = 91;
export const backslash = 92;
export const rightSquareBracket = 93;
export const graveAccent = 96;
export const verticalBar = 124;
