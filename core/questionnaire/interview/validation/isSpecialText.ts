/** "Don't know" and "refused" are kept as text that no one types. */
export const isSpecialText = (text: string): boolean => text === '~dontKnow' || text === '~refused';
