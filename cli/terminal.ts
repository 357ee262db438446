/**
 * @module What the streams are -> colours where a person looks, plain text everywhere else; and the language of
 * messages.
 */
import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;
export type Language = 'zh' | 'en';

/** NO_COLOR wins over FORCE_COLOR, which wins over what the stream is. */
export function coloursFor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv = process.env): Colours {
  const wanted = env.NO_COLOR
    ? false
    : env.FORCE_COLOR && env.FORCE_COLOR !== '0'
      ? true
      : stream.isTTY === true && env.TERM !== 'dumb';
  return picocolors.createColors(wanted);
}

export function languageFor(setting: 'auto' | Language, env: NodeJS.ProcessEnv = process.env): Language {
  if (setting !== 'auto') return setting;
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}
