//! A section of the customer details.

use livechat_protocol::{Command, InvalidArgument, SafeUrl, SectionButtonClick, Slice, section::Section};
use yew::{html::ChildrenRenderer, prelude::*, virtual_dom::VChild};

use super::{
    child::SectionChild,
    define::DefinesSection,
    optional::{try_with, with},
    warnings::warn_of,
};
use crate::{
    hooks::{
        context::{use_placements, use_slice},
        use_host_event,
    },
    platform::warn,
};

/// The properties of [`DetailsSection`].
#[derive(Clone, PartialEq, Properties)]
pub struct DetailsSectionProps {
    /// The title, which identifies the section: one that the Developer Console's initial state declares.
    pub title: AttrValue,
    /// An image beside the title.
    #[prop_or_default]
    pub image: Option<SafeUrl>,
    /// Whether clicking the title opens the extension.
    #[prop_or_default]
    pub open_app: Option<bool>,
    /// Called with the error when the section cannot be published.
    #[prop_or_default]
    pub onerror: Callback<InvalidArgument>,
    /// The content of the section, from top to bottom: at least one component.
    pub children: ChildrenRenderer<SectionChild>,
}

impl DefinesSection for DetailsSectionProps {
    fn section(&self) -> Result<Section, InvalidArgument> {
        let components = self.children.iter().map(|child| child.component()).collect::<Result<Vec<_>, _>>()?;
        let section = Section::new(self.title.as_str(), components)?;
        let section = try_with(section, self.image.as_ref(), Section::with_image)?;
        Ok(with(section, self.open_app, Section::with_open_app))
    }
}

/// A section of the customer details that the host renders; its children define the content.
///
/// It is published when the component mounts, when its content changes, and when the host begins a new connection,
/// but not on every render. When the agent clicks a button in the host, its `onclick` runs in the extension. The
/// component itself renders nothing. A section cannot be removed: after the component unmounts, the host keeps
/// showing the last content.
///
/// A section that the host would refuse, for example because a label is empty, is not published: the error goes to
/// `onerror` and to the console, and the host keeps the last valid section. If the host accepts the section but it is
/// probably a mistake, such as two buttons with one id, a development build warns in the console, once for each
/// section.
///
/// UNVERIFIED (section-kept): whether a host keeps a section when the agent opens another customer has no public
/// source. Most sections show something about the customer, so they change with the customer and are published again.
///
/// The host accepts only titles that the Developer Console's initial state declares, and silently ignores others.
/// Pass the sections to [`Extension::sections`](crate::Extension::sections): the same functions then generate that
/// JSON, configure the simulator, and make a development build warn about a title that is not declared.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) of a details extension above it.
///
/// ```
/// use yew::{html_nested, prelude::*, virtual_dom::VChild};
/// use yew_livechat::{prelude::*, details_section::DefinesSection};
///
/// fn orders_section(last_order: Option<&str>, onclick: Callback<()>) -> VChild<DetailsSection> {
///     html_nested! {
///         <DetailsSection title="Orders">
///             <SectionLabel label="Last order" value={last_order.unwrap_or("none").to_owned()} />
///             { last_order.map(|_| html_nested! {
///                 <SectionButton id="track" label="Insert tracking link" {onclick} />
///             }) }
///         </DetailsSection>
///     }
/// }
///
/// #[component]
/// fn Sidebar() -> Html {
///     let details = use_details();
///     let track = use_callback((), move |(), ()| { details.put_message("https://shop.example/track/A-20418"); });
///     html! { <main>{ orders_section(Some("A-20418"), track) }</main> }
/// }
///
/// let initial = orders_section(None, Callback::noop());
/// println!("{:#}", yew_livechat::protocol::section::initial_state(&[initial.section()?]));
/// # Ok::<(), yew_livechat::InvalidArgument>(())
/// ```
#[component]
pub fn DetailsSection(props: &DetailsSectionProps) -> Html {
    let context = use_placements("DetailsSection", Section::PLACEMENTS);
    let connection = use_slice(context.bridge.clone(), Slice::Connection, |_, connection| connection.number);
    let titles = context.section_titles.clone();

    use_effect_with((props.section(), connection), {
        let (bridge, onerror) = (context.bridge, props.onerror.clone());
        move |(section, connection): &(Result<Section, InvalidArgument>, u64)| match section {
            // Without a connection there is no host yet; when it connects, this runs again.
            Ok(_) if *connection == 0 => {}
            Ok(section) => {
                if cfg!(debug_assertions) && !titles.is_empty() && !titles.iter().any(|title| title == section.title())
                {
                    warn(&format!(
                        "`Extension::sections` does not name the section `{}`, so the host ignores it",
                        section.title()
                    ));
                }
                warn_of(section);
                bridge.send(section.into());
            }
            Err(error) => {
                warn(&format!("a section is not published: {error}"));
                onerror.emit(error.clone());
            }
        }
    });

    let children = props.children.clone();
    use_host_event(move |click: SectionButtonClick| {
        for child in children.iter() {
            if let Some(onclick) = child.onclick(&click.button_id) {
                onclick.emit(());
            }
        }
    });
    Html::default()
}

impl DefinesSection for VChild<DetailsSection> {
    fn section(&self) -> Result<Section, InvalidArgument> {
        self.props.section()
    }
}
