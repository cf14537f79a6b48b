/** The parts that a message quotes, between the backticks of Markdown. */
const quoted = /`` (.+?) ``|`([^`]+)`/g;

/** Make nodes of a message, in which the parts that it quotes are `code` elements. */
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

/** Take the backticks out of a message, for places that only show plain text. */
export function withoutCode(message: string): string {
  return message.replace(quoted, '$1$2');
}
