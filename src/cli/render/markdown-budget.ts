/**
 * Fits sections of Markdown into a number of bytes. Every section is at least a count; what room there is goes first to
 * the names of what it counts, in the order of the sections, and then to the details. It depends on nothing but the
 * sections and the room, so the same plan is always cut in the same way.
 */
export interface BudgetEntry {
  /** One line. */
  readonly summary: string;
  /** What follows the line where there is room; empty where there is no more to say. */
  readonly detail: string;
}

export interface BudgetSection {
  readonly entries: readonly BudgetEntry[];
  /** Bytes that a section costs besides its entries, from the first entry on. */
  readonly frame: number;
}

export interface Share {
  /** So many entries, from the first. */
  readonly shown: number;
  readonly detailed: boolean;
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

export function fitSections(sections: readonly BudgetSection[], room: number): Share[] {
  const costs = sections.map(({ entries, frame }) => ({
    frame,
    summaries: entries.map(({ summary }) => bytesOf(summary)),
    details: entries.reduce((sum, { detail }) => sum + bytesOf(detail), 0),
  }));
  let left = room;
  const shown = costs.map(() => 0);
  const show = (limit: (left: number) => number): void => {
    for (const [index, { frame, summaries }] of costs.entries()) {
      let most = limit(left);
      for (let next = shown[index] ?? 0; next < summaries.length; next += 1) {
        const cost = (summaries[next] ?? 0) + (next === 0 ? frame : 0);
        if (cost > most) break;
        most -= cost;
        left -= cost;
        shown[index] = next + 1;
      }
    }
  };
  // No section takes more than half of what is left before each has had its turn.
  show((rest) => Math.floor(rest / 2));
  show((rest) => rest);
  return costs.map(({ details, summaries }, index) => {
    const all = shown[index] === summaries.length;
    const detailed = all && details > 0 && details <= left;
    if (detailed) left -= details;
    return { shown: shown[index] ?? 0, detailed };
  });
}
