// Runs a recipe in the guide's page, in place of its picture. Without this script, its link opens the recipe.
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
