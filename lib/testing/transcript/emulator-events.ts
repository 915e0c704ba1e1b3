import type { Delivery } from '../webhooks/delivery';
import type { RecordedRequest } from '../server/recorded-request';
import type { TranscriptEntry } from './transcript';

type EntryOf<K extends TranscriptEntry['kind']> = Extract<TranscriptEntry, { kind: K }>;

/** What can be listened to. @publicApi */
export interface EmulatorEventMap {
  /** Any new entry of the transcript. */
  entry: TranscriptEntry;
  /** A message of either side. */
  message: EntryOf<'user-message' | 'business-message'>;
  /** A step of a message that the application sent. */
  status: EntryOf<'status'>;
  /** The application marked a message as read. */
  read: EntryOf<'read'>;
  /** The application shows that it types. */
  typing: EntryOf<'typing'>;
  /** Something happened to a call. */
  call: EntryOf<'call'>;
  /** A request of the application was refused. */
  refused: EntryOf<'refused'>;
  /** An attempt to deliver a webhook has ended. */
  delivery: Delivery;
  /** A request of the application was answered, or cut off. */
  request: RecordedRequest;
}

type Listener<K extends keyof EmulatorEventMap> = (event: EmulatorEventMap[K]) => void;

/** Calls listeners, in the order in which they were added. */
export class EmulatorEvents {
  private readonly listeners: { [K in keyof EmulatorEventMap]?: Set<Listener<K>> } = {};

  /** Returns the function that ends the subscription. */
  on<K extends keyof EmulatorEventMap>(event: K, listener: Listener<K>): () => void {
    const set = (this.listeners[event] ??= new Set<Listener<K>>() as never) as Set<Listener<K>>;
    set.add(listener);
    return () => void set.delete(listener);
  }

  emit<K extends keyof EmulatorEventMap>(event: K, value: EmulatorEventMap[K]): void {
    for (const listener of this.listeners[event] ?? []) listener(value);
  }

  emitEntry(entry: TranscriptEntry): void {
    this.emit('entry', entry);
    switch (entry.kind) {
      case 'user-message':
      case 'business-message':
        return this.emit('message', entry);
      case 'status':
        return this.emit('status', entry);
      case 'read':
        return this.emit('read', entry);
      case 'typing':
        return this.emit('typing', entry);
      case 'call':
        return this.emit('call', entry);
      case 'refused':
        return this.emit('refused', entry);
    }
  }
}
