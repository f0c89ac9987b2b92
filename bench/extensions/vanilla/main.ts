import { createDetailsWidget } from "@livechat/agent-app-sdk";
import { fields } from "../fields";

/** Every field of the profile, and a button that sends a command. */
const app = document.getElementById("app")!;
app.innerHTML = "<main><p>Open a chat to see the customer</p></main>";

const widget = await createDetailsWidget();
let rows = new Map<string, HTMLElement>();

widget.on("customer_profile", (customer) => {
  if (rows.size === 0) {
    app.innerHTML = '<main><h1></h1><dl></dl><button type="button">Insert greeting</button></main>';
    app.querySelector("button")!.onclick = () => void widget.putMessage("Hello! How can I help?");
  }
  setText(app.querySelector("h1")!, customer.name ?? customer.email ?? "Unknown customer");
  const known = rows;
  rows = new Map();
  const list = app.querySelector("dl")!;
  fields(customer).forEach(([label, value], index) => {
    const row = known.get(label) ?? emptyRow(label);
    setText(row.querySelector("dd")!, value);
    if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null);
    rows.set(label, row);
  });
  while (list.children.length > rows.size) list.lastElementChild!.remove();
});

function emptyRow(label: string) {
  const row = document.createElement("div");
  row.append(document.createElement("dt"), document.createElement("dd"));
  row.firstElementChild!.textContent = label;
  return row;
}

function setText(element: Element, text: string) {
  if (element.textContent !== text) element.textContent = text;
}
