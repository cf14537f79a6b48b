/** A list of tabs, of which one is selected. */
export interface Tabs {
  /** The value of the tab that is selected. */
  readonly value: string;
  /** Selects a tab by its value, if there is such a tab. */
  select(value: string | undefined): void;
  /** The `id` of the tab that is selected, which names the panel. */
  readonly id: string;
}

/** Make tabs of the buttons in a tablist: a click selects one, and so do the arrow keys. */
export function createTabs(tablist: Element, onSelect: () => void): Tabs {
  const tabs = [...tablist.querySelectorAll<HTMLButtonElement>('[role=tab]')];
  const selected = () => tabs.find(({ ariaSelected }) => ariaSelected === 'true');

  function mark(tab: HTMLButtonElement): void {
    for (const other of tabs) {
      other.ariaSelected = String(other === tab);
      other.tabIndex = other === tab ? 0 : -1;
    }
  }

  function choose(tab: HTMLButtonElement): void {
    mark(tab);
    onSelect();
  }

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const next = step && tabs.at((index + step) % tabs.length);
      if (!next) return;
      next.focus();
      choose(next);
    });
  }
  return {
    get value() {
      return selected()?.value ?? '';
    },
    get id() {
      return selected()?.id ?? '';
    },
    select(value) {
      const tab = tabs.find((each) => each.value === value);
      if (tab) mark(tab);
    },
  };
}
