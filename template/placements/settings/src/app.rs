use components::{ActionItem, ActionList};
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::Shop;

/// The account's shops. They last until the page is closed; your own server would store them.
#[component]
pub fn App() -> Html {
    let settings = use_settings_page();
    let shops = use_state(Vec::<Shop>::new);
    let address = use_state(String::new);
    let error = use_state(|| None::<&'static str>);

    let oninput = {
        let (address, error) = (address.clone(), error.clone());
        move |text| {
            address.set(text);
            error.set(None);
        }
    };
    let add = {
        let (settings, shops) = (settings.clone(), shops.clone());
        let (address, error) = (address.clone(), error.clone());
        move |_| match Shop::parse(&address) {
            Ok(shop) if shops.contains(&shop) => error.set(Some("You already added this shop.")),
            Ok(shop) => {
                settings.toast_success(format!("{} is added", shop.host()));
                settings.update_properties(AppProperties::new().with_onboarded(true));
                shops.set(shops.iter().cloned().chain([shop]).collect());
                address.set(String::new());
            }
            Err(wrong) => error.set(Some(wrong)),
        }
    };
    let connect = {
        let shops = shops.clone();
        Callback::from(move |host: AttrValue| {
            if let Some(shop) = shops.iter().find(|shop| shop.host() == &*host) {
                settings
                    .redirect(shop.connect_page())
                    .or_toast("Couldn't open the shop. Try again.");
            }
        })
    };
    let items = shops.iter().map(|shop| ActionItem {
        id: shop.host().to_owned().into(),
        title: shop.host().to_owned().into(),
        description: "Approve the connection there to receive orders.".into(),
        tag: None,
    });
    html! {
        <main class="app">
            <TextField
                label="Address of your shop"
                kind={TextFieldKind::Url}
                value={(*address).clone()}
                {oninput}
                error={error.map(AttrValue::from)}
            />
            <Button kind={ButtonKind::Primary} onclick={add}>{ "Add" }</Button>
            <ActionList
                level={1}
                heading="Shops"
                items={items.collect::<Vec<_>>()}
                empty="No shop yet."
                action="Connect"
                onaction={connect}
            />
        </main>
    }
}
