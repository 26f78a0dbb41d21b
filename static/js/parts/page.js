// What the pages can do without, but do better with.

// Copy the address of the page.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.parentElement.classList.remove("share__waits");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.nextElementSibling.textContent = button.dataset.done;
    button.textContent = button.dataset.done;
  });
}

// Mark in the contents where the reader is.
const links = new Map();
for (const link of document.querySelectorAll(".margin-contents a")) {
  const heading = document.getElementById(link.hash.slice(1));
  if (heading) links.set(heading, link);
}
const passed = new Set();
const watch = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) passed.add(target);
      else passed.delete(target);
    }
    const here = [...links.keys()].filter((heading) => passed.has(heading)).at(-1);
    for (const [heading, link] of links) {
      if (heading === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  },
  // A heading counts from the moment it enters the upper part of the window.
  { rootMargin: "1000000px 0px -70% 0px" },
);
for (const heading of links.keys()) watch.observe(heading);
