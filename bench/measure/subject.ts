/** An extension in a host page, in the browser that measures it. */
export interface Subject {
  /** Evaluates an expression in the host page, and awaits its value. */
  inHost<T>(expression: string): Promise<T>;
  /** Evaluates an expression in the extension's iframe, and awaits its value. */
  inFrame<T>(expression: string): Promise<T>;
  /** The host sends its first customer: returns when that customer was on screen, by the host's clock. */
  firstCustomer(): Promise<number>;
  /** When there was content on screen, by the host's clock. */
  firstContent(): Promise<number>;
  /** The bytes that the iframe retains after garbage collection. Only Chromium reports them. */
  memory?(): Promise<number>;
  close(): Promise<void>;
}
