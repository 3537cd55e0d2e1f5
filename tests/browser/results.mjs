// What was found. One test is one check on one page; equal findings on many pages are told once.

export class Results {
  #tests = new Map();
  #findings = new Map();
  #times = new Map();
  #ofChecks = new Map();

  /** Notes what a check found on a page in a state; finding nothing is a result too. */
  add(check, page, state, findings) {
    const test = `${check} ${page}`;
    this.#tests.set(test, (this.#tests.get(test) ?? true) && findings.length === 0);
    for (const finding of findings) {
      const key = `${check}: ${finding}`;
      const places = this.#findings.get(key) ?? new Map();
      places.set(page, new Set([...(places.get(page) ?? []), state]));
      this.#findings.set(key, places);
    }
  }

  /** What one check found, in one state or in any. */
  found(check, state) {
    return [...this.#findings]
      .filter(([key, places]) => key.startsWith(`${check}: `) && (!state || [...places.values()].some((states) => states.has(state))))
      .map(([key]) => key);
  }

  took(page, milliseconds) {
    this.#times.set(page, Math.round(milliseconds));
  }

  /** Adds up how long each check took, over all pages and states. */
  tookCheck(check, milliseconds) {
    this.#ofChecks.set(check, (this.#ofChecks.get(check) ?? 0) + milliseconds);
  }

  get failed() {
    return [...this.#tests.values()].filter((well) => !well).length;
  }

  print({ times = false } = {}) {
    const slowestFirst = (map) => [...map].sort((one, other) => other[1] - one[1]);
    if (times) {
      for (const [page, time] of slowestFirst(this.#times)) console.log(`${time} ms ${page}`);
      for (const [check, time] of slowestFirst(this.#ofChecks)) console.log(`${Math.round(time / 1000)} s check ${check}`);
    }
    for (const [finding, places] of [...this.#findings].sort(([one], [other]) => one.localeCompare(other))) {
      const shown = [...places].slice(0, 3).map(([page, states]) => `${page} (${[...states].join(', ')})`);
      const more = places.size > shown.length ? `; and ${places.size - shown.length} more` : '';
      console.log(`✗ ${finding}\n    ${shown.join('; ')}${more}`);
    }
    console.log(`${this.#tests.size - this.failed} passed, ${this.failed} failed`);
  }
}
