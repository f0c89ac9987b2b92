// The development servers of the JavaScript extensions.
import preact from "@preact/preset-vite";
import react from "@vitejs/plugin-react";

const plugins = { react: [react()], preact: [preact()] };
const name = process.cwd().split(/[\\/]/).at(-1);

export default { root: process.cwd(), plugins: plugins[name] ?? [], server: { host: "localhost", strictPort: true } };
