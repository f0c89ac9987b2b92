//! The checks: one table for the command, its report and the guide.

/// Something that `cargo livechat check` checks.
#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    /// Its name in reports.
    pub id: &'static str,
    /// What holds for an extension that passes.
    pub expects: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// A rule of LiveChat's that asks for it, if one is known.
    pub rule: Option<&'static str>,
    /// What to do, unless the finding has better advice.
    pub advice: &'static str,
    /// The tests of the page that it needs.
    pub(super) needs: &'static [Visit],
}

/// A test of one page in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Visit {
    /// With the trusted driver, in light, on a slow network: every view.
    TrustedLight,
    /// With the plain driver, in dark: every view.
    PlainDark,
    /// A page of a stranger around it, with the trusted driver.
    TrustedStranger,
    /// A page of a stranger around it, with the plain driver.
    PlainStranger,
    /// The keyboard, then a click on everything.
    Clicks,
    /// A click on everything, with a host that refuses.
    Refusals,
}

impl Visit {
    pub(super) const ALL: [Self; 6] =
        [Self::TrustedLight, Self::PlainDark, Self::Refusals, Self::Clicks, Self::TrustedStranger, Self::PlainStranger];
}

use Visit::{Clicks, PlainDark, PlainStranger, Refusals, TrustedLight, TrustedStranger};

/// The two tests that look at every view.
const VIEWS: &[Visit] = &[TrustedLight, PlainDark];
/// Every test with the Agent App around the page.
const HOSTED: &[Visit] = &[TrustedLight, PlainDark, Clicks];

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $value:expr),* $(,)? })*) => {
        $($(#[$doc])* pub static $name: Check = Check { $($field: $value),* };)*

        /// All checks, in the order of reports.
        pub static ALL: &[&Check] = &[$(&$name),*];
    };
}

checks! {
    /// The handshake.
    CONNECT {
        id: "connect",
        expects: "the extension answers the host's handshake within 3 s, on a network with 100 ms latency and 200 kB/s",
        why: "the host gives up 3 s after the iframe's `load` event, and then the extension gets no events until it is reloaded",
        rule: None,
        advice: "include static/prelude.js in the head of index.html: it answers while the WebAssembly is loading",
        needs: &[TrustedLight],
    }
    /// `plugin_inited`.
    CONTENT {
        id: "content",
        expects: "`plugin_inited` is sent, and only when there is something to see, with both drivers",
        why: "the host shows its loader until `plugin_inited`: sent early, it uncovers an empty panel; not sent, the loader stays",
        rule: None,
        advice: "mount the app with `Extension` or `Extensions`, which send it after the first render, or add a shell to index.html",
        needs: VIEWS,
    }
    /// Contents outside of the page.
    OVERFLOW {
        id: "overflow",
        expects: "nothing is wider than the page",
        why: "an agent has to scroll sideways, or does not see it at all",
        rule: None,
        advice: "let it wrap or shrink: `min-width: 0`, `overflow-wrap: anywhere`, or a scrolling container",
        needs: VIEWS,
    }
    /// Cut contents.
    CUT {
        id: "cut",
        expects: "no text is cut",
        why: "an agent cannot read the rest",
        rule: None,
        advice: "let the box grow with its text, or show an ellipsis with the whole text in a tooltip",
        needs: VIEWS,
    }
    /// Overlapping contents.
    OVERLAP {
        id: "overlap",
        expects: "no text or control is on top of another",
        why: "neither can be read or clicked",
        rule: None,
        advice: "place them with a grid or flex layout that wraps instead of fixed positions and sizes",
        needs: VIEWS,
    }
    /// Contrast of texts.
    CONTRAST {
        id: "contrast",
        expects: "every text has a contrast of 4.5 to its background, and large text of 3, in light and dark",
        why: "with less, many people cannot read it (WCAG 2.2, 1.4.3)",
        rule: None,
        advice: "use the style sheet's colors, such as `var(--lc-content)`, which exist for both themes",
        needs: VIEWS,
    }
    /// Accessibility.
    AXE {
        id: "axe",
        expects: "axe finds no violation of WCAG 2.2 A and AA",
        why: "people with assistive technology cannot use it",
        rule: None,
        advice: "follow the linked explanation",
        needs: VIEWS,
    }
    /// The console.
    CONSOLE {
        id: "console",
        expects: "nothing appears in the console",
        why: "an error there is a broken part of the page, and a message hides the next error",
        rule: None,
        advice: "fix the cause; remove messages for debugging from release builds",
        needs: HOSTED,
    }
    /// The Content Security Policy.
    POLICY {
        id: "policy",
        expects: "everything works under the Content Security Policy that `cargo livechat build --headers` writes",
        why: "the browser blocks the rest, and reports it only in the console",
        rule: None,
        advice: "avoid inline styles and scripts; for another server, add it to your policy and pass that with `--policy`",
        needs: HOSTED,
    }
    /// Pages of strangers.
    STRANGER {
        id: "stranger",
        expects: "a page of another origin that speaks the protocol gets no message",
        why: "any page can embed the extension, and would receive its commands and what they contain",
        rule: None,
        advice: "post messages only to the exact origin of a host that you know, never to `*`; the framework does that",
        needs: &[TrustedStranger, PlainStranger],
    }
    /// Secrets in addresses.
    SECRETS {
        id: "secrets",
        expects: "no request has a token or a customer's data in its address",
        why: "servers, proxies and browsers write addresses into logs and histories",
        rule: None,
        advice: "send it in the request's body, and a token in the header `Authorization`",
        needs: HOSTED,
    }
    /// Failed commands.
    FAILURE {
        id: "failure",
        expects: "when the host refuses a command, the agent gets a toast or a message on the page",
        why: "otherwise the agent believes that it has worked",
        rule: Some("LiveChat's review: a failed change must show a toast, and so must a successful one"),
        advice: "add `.or_toast(\"…\")` to the command, or await it and show the error",
        needs: &[Clicks, Refusals],
    }
    /// The keyboard.
    KEYBOARD {
        id: "keyboard",
        expects: "everything that can be clicked can be reached with Tab, and operated with Enter or Space",
        why: "some people cannot use a mouse, and many agents prefer the keyboard (WCAG 2.2, 2.1.1)",
        rule: None,
        advice: "use `Button`, or a `<button>`, instead of a clickable `<div>`",
        needs: &[Clicks],
    }
    /// The focus.
    FOCUS {
        id: "focus",
        expects: "the keyboard's focus is visible",
        why: "otherwise nobody knows what Enter would press (WCAG 2.2, 2.4.7)",
        rule: None,
        advice: "remove `outline: none`, or draw another mark for `:focus-visible`",
        needs: &[Clicks],
    }
    /// Dialogs of the browser.
    DIALOGS {
        id: "dialogs",
        expects: "neither `alert` nor `confirm` nor `prompt` is called",
        why: "browsers ignore them in an iframe of another origin: nothing appears, and `confirm` returns false",
        rule: None,
        advice: "use `ConfirmDialog` or `Modal`, or a toast",
        needs: HOSTED,
    }
    /// Versions.
    VERSIONS {
        id: "versions",
        expects: "the framework's files in the page and its crate have the same version",
        why: "the page's script hands its messages over to the application, in a format that belongs to the version",
        rule: None,
        advice: "run `cargo run -- page-files` in the project, and build again",
        needs: &[],
    }
    /// Weight.
    WEIGHT {
        id: "weight",
        expects: "the build, compressed, is not heavier than the limit of `--limit`",
        why: "an agent waits for every byte, each time that a new build is loaded",
        rule: None,
        advice: "compare with an earlier build: `cargo livechat build` shows what has grown",
        needs: &[],
    }
}

/// Returns the check with this id.
#[must_use]
pub fn of(id: &str) -> Option<&'static Check> {
    ALL.iter().copied().find(|check| check.id == id)
}
