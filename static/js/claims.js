// Reports what the server marked; it knows no rule itself.
window.wagtail.userbar?.registerCheck("claim", () => false);
