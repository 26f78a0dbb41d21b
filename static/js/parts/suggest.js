// Suggestions under a search box while somebody types; without them it still searches.
// Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (list autocomplete with
// manual selection).

const PAUSE = 150; // milliseconds without a key before we ask
const LEAST = 2; // letters

class Suggestions {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = `${this.input.id}-suggestions`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", form.dataset.suggestions);
    this.status = document.createElement("div");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    form.append(this.list, this.status);
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", this.list.id);
    this.close();
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    this.form.addEventListener("submit", () => this.close());
    addEventListener("pagehide", () => this.close());
    // The box keeps the focus while a finger is on the list.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.url);
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  get asked() {
    return this.input.value.trim();
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }

  wait() {
    clearTimeout(this.timer);
    this.choose(-1);
    if (this.asked.length < LEAST) this.close();
    else this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.request?.abort();
    const request = (this.request = new AbortController());
    const address = new URL(this.form.dataset.suggest, location.href);
    address.searchParams.set("q", this.asked);
    try {
      const response = await fetch(address, { signal: request.signal });
      const { results = [], emergency } = response.ok ? await response.json() : {};
      if (request === this.request && !request.signal.aborted)
        this.show(emergency ? [this.card(emergency), ...results] : results);
    } catch {
      // No answer, no list: the form works as ever.
      if (request === this.request) this.close();
    }
  }

  // What somebody in danger needs comes first: a phone calls, a desk shows the numbers.
  card({ title, text, url, call }) {
    const calls = call && matchMedia("(pointer: coarse)").matches;
    return { title, label: text, url: calls ? call : url, isCard: true };
  }

  show(results) {
    this.list.replaceChildren(...results.map((one, at) => this.option(one, at)));
    this.choose(-1);
    this.list.hidden = results.length === 0;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    this.status.textContent = this.isOpen
      ? `${this.form.dataset.suggestions}: ${results.length}`
      : "";
  }

  option({ title, url, label, matched_name: name, isCard }, at) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${at}`;
    option.className = "suggestions__one";
    option.classList.toggle("suggestions__one--card", Boolean(isCard));
    option.dataset.url = url;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    for (const [part, words] of [
      ["title", title],
      ["more", [name, label].filter(Boolean).join(" · ")],
    ]) {
      const span = document.createElement("span");
      span.className = `suggestions__${part}`;
      span.textContent = words;
      option.append(span, " ");
    }
    return option;
  }

  choose(at) {
    this.chosen = at;
    [...this.list.children].forEach((option, number) =>
      option.setAttribute("aria-selected", String(number === at)),
    );
    const option = this.list.children[at];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  move(step) {
    // The box itself is one stop of the round.
    const stops = this.list.children.length + 1;
    this.choose(((this.chosen + 1 + step + stops) % stops) - 1);
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (arrow && this.isOpen) {
      if (event.altKey && arrow < 0) this.close();
      else if (!event.altKey) this.move(arrow);
    } else if (arrow && this.asked.length >= LEAST) {
      this.ask();
    } else if (event.key === "Escape" && this.isOpen) {
      this.close();
    } else if (event.key === "Enter" && this.chosen >= 0) {
      location.assign(this.list.children[this.chosen].dataset.url);
    } else {
      // These lead back into the words, as typing does.
      if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.choose(-1);
      return;
    }
    event.preventDefault();
  }
}

for (const form of document.querySelectorAll("[data-suggest]")) new Suggestions(form);
