import { render } from "preact";
import { Sidebar } from "./sidebar";

render(<Sidebar />, document.getElementById("app")!);
