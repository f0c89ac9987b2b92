//! Payments: what a customer of the extension is asked to pay, and the outcome.
//!
//! The extension's server registers a charge with the Billing API. The extension passes it to the host, which shows
//! the customer a purchase dialog. Based on the official SDK's types and its `startTransaction`.
//!
//! ```
//! use livechat_protocol::payment::{Charge, PaymentMetadata};
//!
//! // What the Billing API answered, field for field:
//! let charge: Charge = serde_json::from_str(r#"{ "id": "CH1", "name": "Team plan", "price": 2500, "months": 1 }"#)?;
//! let metadata = PaymentMetadata::new("https://shop.example/icon.png")?.with_description("Per organization");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod charge;
mod intent;
mod metadata;
mod transaction;

pub use self::{
    charge::{Charge, Terms},
    intent::PaymentIntent,
    metadata::PaymentMetadata,
    transaction::Transaction,
};
