// Holds a new page's button back while Wagtail saves the page by itself: both would make a
// page, and the second one is refused because the first has taken its address.
(() => {
  const PATIENCE = 5000; // milliseconds, should no answer ever be heard of
  let isSaving = false;
  let send;

  document.addEventListener("w-autosave:save", (event) => {
    isSaving = true;
    // Whoever prevents it does so now, and nothing is said later.
    setTimeout(() => (isSaving &&= !event.defaultPrevented));
  });
  for (const end of ["success", "error"])
    document.addEventListener(`w-autosave:${end}`, () => {
      isSaving = false;
      send?.();
    });

  function hold(event) {
    const { target: form, submitter } = event;
    if (!isSaving || !form.matches("[data-edit-form][action*='/add/']")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (send) return;
    const waiting = setTimeout(() => send(), PATIENCE);
    send = () => {
      clearTimeout(waiting);
      send = undefined;
      isSaving = false;
      // The button shows that it works, is disabled by now, and would not be sent.
      const { name = "", value = "" } = submitter ?? {};
      const pressed = document.createElement("input");
      form.append(Object.assign(pressed, { type: "hidden", name, value }));
      form.requestSubmit();
    };
  }
  addEventListener("submit", hold, true);
})();
