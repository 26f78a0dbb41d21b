// Has the server write anew how a page is found, while somebody types in the editor.
// What is sent is what Wagtail's own preview sends; no rule is known here.
(() => {
  const PAUSE = 1200;
  let timer;

  const panel = () => document.querySelector("[data-found]");
  const address = () =>
    document.querySelector("[data-w-preview-url-value]")?.dataset.wPreviewUrlValue;

  async function renew() {
    const form = document.querySelector("form[data-edit-form]");
    // A tab that nobody looks at can wait until it is opened.
    if (!form || !address() || !panel()?.offsetParent) return;
    const sent = await fetch(address(), { method: "POST", body: new FormData(form) });
    if (!sent.ok || !(await sent.json()).is_valid) return;
    const answer = await fetch(`${address()}?mode=${panel().dataset.found}`);
    const written = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = written.querySelector(".found");
    if (found) panel().replaceChildren(document.adoptNode(found));
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(renew, PAUSE);
  }

  document.addEventListener("input", soon);
  document.addEventListener("w-tabs:changed", soon);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[role=tab]")) soon();
  });
})();
