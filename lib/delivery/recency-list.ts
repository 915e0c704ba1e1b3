/** An element that can stand in one {@link RecencyList} at a time. */
export interface RecencyNode {
  /** Neighbours, kept by the list. */
  previous: this | undefined;
  next: this | undefined;
}

/**
 * A doubly linked list from oldest to newest. A `Map` alone would do by its insertion order, but reading its first entry
 * gets slow once many older ones were deleted.
 */
export class RecencyList<T extends RecencyNode> {
  private oldest: T | undefined;
  private newest: T | undefined;

  /** The oldest element. */
  get first(): T | undefined {
    return this.oldest;
  }

  /** Appends an element that stands in no list. */
  push(node: T): void {
    node.previous = this.newest;
    if (this.newest) this.newest.next = node;
    else this.oldest = node;
    this.newest = node;
  }

  /** Takes out an element of this list. */
  remove(node: T): void {
    if (node.previous) node.previous.next = node.next;
    else this.oldest = node.next;
    if (node.next) node.next.previous = node.previous;
    else this.newest = node.previous;
    node.previous = undefined;
    node.next = undefined;
  }
}
