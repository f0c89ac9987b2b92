import { createRoot } from "react-dom/client";
import { Sidebar } from "./sidebar";

createRoot(document.getElementById("app")!).render(<Sidebar />);
