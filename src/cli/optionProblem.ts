/**
 * What is wrong with the options of a call, in words. Node says it in English; the option that it names is taken over.
 * @param error what `parseArgs` has thrown.
 */
export function optionProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `「${option}」という指定はありません。`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error;
  return message.includes('does not take an argument')
    ? `「${option}」には値を書きません。`
    : `「${option}」の後に値を書いてください。`;
}
