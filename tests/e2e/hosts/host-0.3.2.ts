import { createIframe } from "postmessage-0.3.2";
import { trusted } from "./trusted";

trusted(createIframe);
