//! The extension has rendered.

use super::without_data::without_data;

without_data! {
    /// Reports that the extension has rendered, so the host may remove its loader.
    PluginInited
}
