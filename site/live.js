// Runs a recipe in the guide's page, in place of its picture. Without this script, its link opens the recipe.

/** The choices of the simulator that show the extension with a customer, by the folders of recipes in other placements. */
const CUSTOMER = "K3M7Q1";
const VIEWS = { "message-box-cards": ["messagebox", "open"], "settings-page": ["view", "settings"], desk: ["view", "fullscreen"] };

for (const link of document.querySelectorAll(".live a")) {
  const address = new URL(link.href);
  const [view] = address.pathname.split("/").slice(-2);
  address.searchParams.set("customer", CUSTOMER);
  if (VIEWS[view]) address.searchParams.set(...VIEWS[view]);
  link.href = address;
}

for (const link of document.querySelectorAll(".live-run")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const live = link.closest(".live");
    const frame = document.createElement("iframe");
    const address = new URL(link.href);
    const { classList } = document.documentElement;
    const isDark = ["navy", "coal", "ayu"].some((theme) => classList.contains(theme));
    address.searchParams.set("theme", isDark ? "dark" : "light");
    address.searchParams.set("layout", "embedded");
    address.searchParams.set("drawer", "folded");
    frame.src = address;
    frame.title = live.dataset.title;
    live.querySelector("picture")?.remove();
    live.prepend(frame);
    link.remove();
  });
}
