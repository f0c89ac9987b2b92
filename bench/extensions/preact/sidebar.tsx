import { createDetailsWidget, type ICustomerProfile, type IDetailsWidget } from "@livechat/agent-app-sdk";
import { useEffect, useState } from "preact/hooks";
import { fields } from "../fields";

/** Every field of the profile, and a button that sends a command. */
export function Sidebar() {
  const [widget, setWidget] = useState<IDetailsWidget>();
  const [customer, setCustomer] = useState<ICustomerProfile>();
  useEffect(() => {
    createDetailsWidget().then((widget) => {
      widget.on("customer_profile", setCustomer);
      setWidget(widget);
    });
  }, []);
  if (!customer) {
    return (
      <main>
        <p>Open a chat to see the customer</p>
      </main>
    );
  }
  const greet = () => void widget?.putMessage("Hello! How can I help?");
  return (
    <main>
      <h1>{customer.name ?? customer.email ?? "Unknown customer"}</h1>
      <dl>
        {fields(customer).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={greet}>
        Insert greeting
      </button>
    </main>
  );
}
