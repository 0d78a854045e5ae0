/** GeoJSON tiles that are kept until they are known to have changed, so that a refresh asks for those alone. */
import { tile } from "../api.js";

const capacity = 256;

export class TileStore {
  #kept = new Map();

  /** The tile at an address, from memory or from the service. */
  get(key, address) {
    const known = this.#kept.get(address);
    if (known && !known.isStale) return known.collection;
    const entry = { key, isStale: false, collection: tile(address) };
    entry.collection.catch(() => {
      entry.isStale = true;
    });
    this.#kept.delete(address);
    this.#kept.set(address, entry);
    if (this.#kept.size > capacity) this.#kept.delete(this.#kept.keys().next().value);
    return entry.collection;
  }

  /** Has the tiles that fulfil a condition asked for again, those on their way included. */
  spoil(isWanted) {
    for (const entry of this.#kept.values()) entry.isStale ||= isWanted(entry.key);
  }
}
