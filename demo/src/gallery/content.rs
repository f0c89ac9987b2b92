//! Layout, and components that show an extension's data.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::entry::{Entry, Extreme};

const LONG: &str = "Wolfeschlegelsteinhausenbergerdorff";

static GERMAN: KitTexts = KitTexts {
    locale: "de",
    loading: "Wird geladen …",
    copy: "Kopieren",
    copied: "Kopiert",
    not_copied: "Nicht kopiert. Drücken Sie Strg+C oder ⌘C.",
    ..KitTexts::ENGLISH
};

#[component]
pub(super) fn Content() -> Html {
    // There is no clock natively.
    let yesterday =
        use_memo((), |()| if cfg!(target_family = "wasm") { js_sys::Date::now() - 26.0 * 3_600_000.0 } else { 0.0 });
    html! {
        <>
            <Entry name="Surface">
                <Ground theme={Theme::Light} name="Light" />
                <Ground theme={Theme::Dark} name="Dark" />
                <Ground theme={Theme::Light} name="Custom colors" class="gallery-mine" />
            </Entry>
            <Entry name="Stack">
                <Stack gap={Gap::Small}>
                    <Button>{ "Small gap" }</Button>
                    <Button>{ "As wide as the stack" }</Button>
                </Stack>
                <Stack align={Align::End}>
                    <Tag>{ "at the end" }</Tag>
                    <Tag>{ "of the line" }</Tag>
                </Stack>
            </Entry>
            <Entry name="Row">
                <Row>
                    <Tag>{ "billing" }</Tag>
                    <Tag>{ "orders" }</Tag>
                    <Tag>{ "returns" }</Tag>
                </Row>
                <Row justify={Justify::SpaceBetween} gap={Gap::Large}>
                    <span>{ "Oak desk" }</span>
                    <Button>{ "Insert link" }</Button>
                </Row>
                <Row align={Align::End}>
                    <TextField label="Coupon code" value="SPRING" />
                    <Button>{ "Apply" }</Button>
                </Row>
                <Extreme>
                    <Row wrap=false><span>{ LONG.repeat(2) }</span><Tag>{ "late" }</Tag></Row>
                    <Row align={Align::Baseline} justify={Justify::Center}><h3>{ "42" }</h3><span>{ "orders" }</span></Row>
                    <Row align={Align::Start} justify={Justify::End}><Button>{ "Cancel" }</Button><Button>{ "Save" }</Button></Row>
                </Extreme>
            </Entry>
            <Entry name="TextsProvider">
                <TextsProvider texts={&GERMAN}>
                    <Row justify={Justify::SpaceBetween}>
                        <RelativeTime time={*yesterday} />
                        <CopyButton text="A-1024" />
                    </Row>
                    <Loader />
                </TextsProvider>
            </Entry>
            <Entry name="CustomerCard"><Customers /></Entry>
            <Entry name="PropertyList">
                <PropertyList>
                    <Property label="Order" value="A-1024" />
                    <Property label="State"><Tag>{ "shipped" }</Tag></Property>
                    <Property label="Name" value="ليلى حداد" />
                    <Property label="A label of several words" value="1 High Street, Springfield" />
                </PropertyList>
                <Extreme>
                    <PropertyList><Property label="A label of several words" value={LONG.repeat(3)} /></PropertyList>
                </Extreme>
            </Entry>
            <Entry name="Section"><Sections /></Entry>
            <Entry name="List"><Lists /></Entry>
            <Entry name="Tabs"><Views /></Entry>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroundProps {
    theme: Theme,
    name: &'static str,
    #[prop_or_default]
    class: Classes,
}

#[component]
fn Ground(props: &GroundProps) -> Html {
    html! {
        <Surface theme={props.theme} class={classes!("gallery-surface", props.class.clone())}>
            <div class="gallery-row">
                <span>{ props.name }</span>
                <Tag>{ "shipped" }</Tag>
                <Button kind={ButtonKind::Primary}>{ "Save" }</Button>
            </div>
        </Surface>
    }
}

#[component]
fn Customers() -> Html {
    let customers = use_memo((), |()| {
        let mut mary = CustomerProfile::new("C1");
        mary.name = Some("Mary Brown".into());
        mary.email = Some("mary.brown@example.com".into());
        mary.source = Some(Source::Chats);
        let mut place = Geolocation::default();
        (place.city, place.country) = (Some("Wrocław".into()), Some("Poland".into()));
        mary.geolocation = Some(place);
        let mut endless = CustomerProfile::new("C2");
        endless.name = Some(LONG.repeat(2));
        [mary, endless, CustomerProfile::new("C3")].map(Rc::new)
    });
    let [mary, extremes @ ..] = &*customers;
    html! {
        <>
            <CustomerCard customer={mary.clone()} level=3 />
            <Extreme>
                for customer in extremes {
                    <CustomerCard key={&*customer.id} customer={customer.clone()} level=3 />
                }
            </Extreme>
        </>
    }
}

#[component]
fn Sections() -> Html {
    html! {
        <div>
            <Section heading="Address" level=3><p>{ "1 High Street, Springfield" }</p></Section>
            <Section heading="Notes" level=3 collapsible=true><p>{ "Rang twice." }</p><Button>{ "Add a note" }</Button></Section>
            <Section heading="Returns over the years, under a heading that needs a second line" level=3 collapsible=true open=false>
                <p>{ "Two in March." }</p>
            </Section>
        </div>
    }
}

#[component]
fn Lists() -> Html {
    let current = use_state(|| "Ana Silva");
    let agents = [("Ana Silva", "Billing", 3), ("Kenji Mori", "Returns", 0), ("ليلى حداد", "Orders", 120)];
    let open = |name: &'static str| {
        let current = current.clone();
        Callback::from(move |_: MouseEvent| current.set(name))
    };
    html! {
        <>
            <List label="Agents">
                for (name, topic, unread) in agents {
                    <ListItem
                        key={name}
                        title={name}
                        description={topic}
                        start={html! { <Avatar id={name} {name} /> }}
                        end={html! { <Badge count={unread} label={format!("{unread} unread")} /> }}
                        onclick={open(name)}
                        current={*current == name}
                    />
                }
            </List>
            <List label="Orders">
                <ListItem title="Oak desk" description="A-1024, 420 €" end={html! { <Tag>{ "shipped" }</Tag> }}>
                    <Button>{ "Insert link" }</Button>
                    <Button>{ "Send card" }</Button>
                </ListItem>
            </List>
            <Extreme><List label="Long names"><ListItem title={LONG.repeat(2)} /></List></Extreme>
            <List label="Returns" empty="No returns yet." />
        </>
    }
}

#[component]
fn Views() -> Html {
    let selected = use_state(|| "orders".to_owned());
    let order = use_state(|| "delivery".to_owned());
    html! {
        <>
            <Tabs label="Shop" bind={&selected}>
                <Tab id="orders" title="Orders">{ "Three orders, one of them late." }</Tab>
                <Tab id="returns" title="Returns">{ "No returns yet." }</Tab>
                <Tab id="notes" title="Notes"><Button>{ "Add a note" }</Button></Tab>
            </Tabs>
            <Extreme>
                <Tabs label="Bestellung" bind={&order}>
                    <Tab id="overview" title="Bestellübersicht">{ "Drei Artikel." }</Tab>
                    <Tab id="delivery" title="Lieferinformationen">{ "Kommt am Freitag." }</Tab>
                    <Tab id="returns" title="Rücksendungen">{ "Keine." }</Tab>
                </Tabs>
            </Extreme>
        </>
    }
}
