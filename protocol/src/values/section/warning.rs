//! Content of a section that the host accepts but that is probably a mistake.

use super::{component::Component, definition::Section};

/// Content of a [`Section`] that the host accepts, like the JavaScript SDK, but that is probably a mistake.
///
/// Components are numbered as they are sent, from `components[0]`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Warning {
    /// Two components with the same id: a click reports only the id.
    #[error(
        "`components[{component}].data.id` is `{id}`, the same as that of `components[{first}]`: \
         give each its own id, so that clicks can be told apart"
    )]
    DuplicateId {
        /// The later of the two.
        component: usize,
        /// The earlier one.
        first: usize,
        /// The id of both.
        id: String,
    },
    /// A clickable title without an id to report the click.
    #[error("`components[{component}].data.clickable` is true without an `id`: set the `id` that reports the click")]
    ClickableWithoutId {
        /// The title.
        component: usize,
    },
    /// A title with an id that cannot be clicked.
    #[error(
        "`components[{component}].data.id` is `{id}`, though the title is not clickable: \
         set `clickable`, or leave out the `id`"
    )]
    IdWithoutClickable {
        /// The title.
        component: usize,
        /// Its id.
        id: String,
    },
}

impl Section {
    /// Returns content that the host accepts but that is probably a mistake, in the order of the components.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let ids: Vec<_> = self.components().iter().map(Component::id).collect();
        let mut warnings = Vec::new();
        for (component, part) in self.components().iter().enumerate() {
            if let Some(id) = part.id()
                && let Some(first) = ids[..component].iter().position(|earlier| *earlier == Some(id))
            {
                warnings.push(Warning::DuplicateId { component, first, id: id.to_owned() });
            }
            if let Component::Title(title) = part {
                let (id, clickable) = (title.id(), title.clickable());
                match (id, clickable.unwrap_or(false)) {
                    (None, true) => warnings.push(Warning::ClickableWithoutId { component }),
                    (Some(id), false) => warnings.push(Warning::IdWithoutClickable { component, id: id.to_owned() }),
                    _ => {}
                }
            }
        }
        warnings
    }
}
