//! Hands the extensions over from one module to another, as JSON in a property of the window.

use std::rc::Rc;

use livechat_protocol::{Encode, PlacementKind, decode, section::Section};
use serde_json::{Value, json};

use crate::extension::SimulatedExtension;

/// The property's name.
pub(crate) const PROPERTY: &str = "yewLivechatSimulated";

/// Writes the extensions as JSON.
pub(crate) fn to_json(extensions: &[SimulatedExtension]) -> String {
    let one = |SimulatedExtension { placement, src, sections, authorize, signs_in }: &SimulatedExtension| {
        let sections: Vec<Value> = sections.iter().map(Encode::encode).collect();
        json!({
            "placement": placement.as_str(),
            "src": &**src,
            "sections": sections,
            "authorize": authorize,
            "signs_in": signs_in,
        })
    };
    Value::from_iter(extensions.iter().map(one)).to_string()
}

/// Reads the extensions. Skips those that another version of the crate has written differently.
pub(crate) fn from_json(text: &str) -> Rc<[SimulatedExtension]> {
    let one = |value: &Value| {
        let placement = value["placement"].as_str()?;
        let sections = value["sections"].as_array()?.iter();
        Some(SimulatedExtension {
            placement: PlacementKind::ALL.into_iter().find(|kind| kind.as_str() == placement)?,
            src: value["src"].as_str()?.to_owned().into(),
            sections: sections.filter_map(|section| decode::<Section, _>(section).ok()).collect(),
            authorize: value["authorize"].as_bool()?,
            signs_in: value["signs_in"].as_bool()?,
        })
    };
    let values: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
    values.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use livechat_protocol::{
        InvalidArgument,
        section::{Button, Component, Label, Link},
    };

    use super::*;

    #[test]
    fn extensions_are_handed_over_whole() -> Result<(), InvalidArgument> {
        let section = Section::new(
            "Orders",
            [
                Label::new("Last order", "A-20418").into(),
                Component::Line,
                Link::new("https://shop.example/orders/A-20418")?.with_value("Open in the shop").into(),
                Button::new("Insert tracking link", "track")?.with_primary(true).into(),
            ],
        )?;
        let extensions: Vec<_> = PlacementKind::ALL
            .into_iter()
            .zip([true, false, true, false])
            .map(|(placement, authorize)| SimulatedExtension {
                placement,
                src: format!("/desk/{}", placement.as_str()).into(),
                sections: vec![section.clone()],
                authorize,
                signs_in: !authorize,
            })
            .collect();
        assert_eq!(&*from_json(&to_json(&extensions)), extensions);
        Ok(())
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert!(from_json("").is_empty());
        assert!(from_json(r#"[{ "placement": "sidebar", "src": "/" }, 1]"#).is_empty());
    }
}
