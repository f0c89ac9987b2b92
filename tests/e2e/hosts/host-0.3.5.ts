import { createIframe } from "postmessage-0.3.5";
import { trusted } from "./trusted";

trusted(createIframe);
