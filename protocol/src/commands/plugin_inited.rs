//! The extension has rendered.

use super::without_data::without_data;

without_data! {
    /// The extension has rendered: the host may remove its loader.
    PluginInited
}
