/** Whether a text names an award and a level, or nothing: anything else is only searched for. */
export const isClassification = (text: string): boolean =>
  text.trim() === '' || /^[A-Za-z0-9-]+\/\S/.test(text.trim());
