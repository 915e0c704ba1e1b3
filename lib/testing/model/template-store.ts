import type { JsonObject } from './json';

const BLOCKED_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/** Templates that an account holds at most. */
export const MAX_TEMPLATES = 250;

/** A template of the account, in one language. @publicApi */
export interface EmulatedTemplate {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  /** `APPROVED`, `PENDING`, `REJECTED`, … */
  readonly status: string;
  readonly category: string;
  /** As the application posted them. */
  readonly components: readonly JsonObject[];
  readonly parameterFormat: 'NAMED' | 'POSITIONAL';
  readonly quality: string;
  readonly rejectedReason: string;
  /** Members that the emulator only keeps: TTL, sub-category, library name, … */
  readonly extra: JsonObject;
  /** When it was edited while approved, milliseconds since the Unix epoch. */
  readonly edits: readonly number[];
}

/** The templates of all accounts. */
export class TemplateStore {
  private readonly templates = new Map<string, EmulatedTemplate>();
  private readonly blocked = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  get(id: string): EmulatedTemplate | undefined {
    return this.templates.get(id);
  }

  /** The templates of an account, oldest first. */
  of(wabaId: string): EmulatedTemplate[] {
    return [...this.templates.values()].filter((template) => template.wabaId === wabaId);
  }

  find(wabaId: string, name: string, language?: string): EmulatedTemplate[] {
    return this.of(wabaId).filter(
      (template) => template.name === name && (language === undefined || template.language === language),
    );
  }

  put(template: EmulatedTemplate): EmulatedTemplate {
    this.templates.set(template.id, template);
    return template;
  }

  /** Deletes; the name of an approved template cannot be used again in its language for 30 days. */
  delete({ id, wabaId, name, language, status }: EmulatedTemplate): void {
    this.templates.delete(id);
    if (status === 'APPROVED') this.blocked.set(keyOf(wabaId, name, language), this.now() + BLOCKED_FOR_MS);
  }

  isBlocked(wabaId: string, name: string, language: string): boolean {
    return (this.blocked.get(keyOf(wabaId, name, language)) ?? 0) > this.now();
  }

  clear(): void {
    this.templates.clear();
    this.blocked.clear();
  }
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
