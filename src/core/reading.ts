import type { Action, Service } from '../services/service.js';
import type { Piece, Pieces } from './parse.js';

/** A head that has been read: what it asks for, and where each piece stands. */
export interface Reading extends Pieces {
  head: string;
  service: Service;
  /** `null` where the author named none. */
  actionName: string | null;
  action: Action;
}

/** The head with other text in the place of one piece. */
export function replacePiece(
  head: string,
  piece: Pick<Piece, 'start' | 'end'>,
  text: string,
): string {
  return head.slice(0, piece.start) + text + head.slice(piece.end);
}

/** The head without one piece and the white space before it. */
export function removePiece(head: string, piece: Piece): string {
  return head.slice(0, piece.start).trimEnd() + head.slice(piece.end);
}

/** `skype call`, or `skype` where the author named no action. */
export function titleOf(reading: Reading): string {
  const { actionName, service } = reading;
  return actionName === null ? service.name : `${service.name} ${actionName}`;
}
