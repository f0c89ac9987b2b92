// Puts saved style sheets in place, under `cargo livechat dev`.
{
  // Now: the application may add others later.
  const elements = document.querySelectorAll("style");
  const address = new URL("styles", document.currentScript.src);
  address.protocol = "ws";
  new WebSocket(address).onmessage = ({ data }) => {
    const { index, text } = JSON.parse(data);
    const element = elements[index];
    if (element && element.textContent.trim() !== text.trim()) element.textContent = text;
  };
}
