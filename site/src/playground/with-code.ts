/** What a message quotes, as code of Markdown. */
const quoted = /`` (.+?) ``|`([^`]+)`/g;

/** A message, in which what it quotes is code. */
export function withCode(message: string): Array<Node | string> {
  const parts: Array<Node | string> = [];
  let end = 0;
  for (const { 0: whole, 1: long, 2: short, index } of message.matchAll(quoted)) {
    const code = document.createElement('code');
    code.textContent = long ?? short ?? '';
    parts.push(message.slice(end, index), code);
    end = index + whole.length;
  }
  return [...parts, message.slice(end)];
}

/** A message for where there is no code, without the marks of it. */
export function withoutCode(message: string): string {
  return message.replace(quoted, '$1$2');
}
