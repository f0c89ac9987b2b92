//! Buttons and inline components.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::entry::{Entry, Extreme};

const LONG: &str = "Wolfeschlegelsteinhausenbergerdorff";

#[component]
pub(super) fn Inline() -> Html {
    let pressed = use_state(|| 0_u32);
    let onclick = {
        let pressed = pressed.clone();
        move |_| pressed.set(*pressed + 1)
    };
    let opened = use_state(|| 0_u32);
    let open = {
        let opened = opened.clone();
        move |()| opened.set(*opened + 1)
    };
    let now = use_memo((), |()| js_sys::Date::now());
    html! {
        <>
            <Entry name="Button">
                <div class="gallery-row">
                    <Button kind={ButtonKind::Primary} {onclick}>{ "Primary" }</Button>
                    <Button>{ "Secondary" }</Button>
                    <Button kind={ButtonKind::Destructive}>{ "Destructive" }</Button>
                </div>
                <div class="gallery-row">
                    <Button kind={ButtonKind::Primary} busy=true>{ "Saving" }</Button>
                    <Button busy=true>{ "Loading" }</Button>
                    <Button kind={ButtonKind::Destructive} busy=true>{ "Deleting" }</Button>
                </div>
                <div class="gallery-row">
                    <Button kind={ButtonKind::Primary} disabled=true>{ "Disabled" }</Button>
                    <Button disabled=true>{ "Disabled" }</Button>
                    <Extreme><Button>{ format!("{LONG} wraps to a second line") }</Button></Extreme>
                </div>
                <Extreme><output>{ format!("Primary pressed: {}", *pressed) }</output></Extreme>
            </Entry>
            <Entry name="Avatar">
                <div class="gallery-row">
                    <Avatar id="1" name="Mary Brown" large=true />
                </div>
                <div class="gallery-row">
                    <Avatar id="2" name="Kenji Mori" />
                    <Avatar id="3" name="Cher" />
                    <Avatar id="4" name="حداد" />
                    <Avatar id="5" name="" />
                    <Avatar id="6" name="ßen Ö" />
                    <Avatar id="7" name="Ana Silva" />
                    <Avatar id="8" name="Li Na" />
                </div>
            </Entry>
            <Entry name="Tag">
                <div class="gallery-row">
                    <Tag>{ "billing" }</Tag>
                    <Tag>{ "شحن" }</Tag>
                    <Extreme><Tag>{ LONG.repeat(2) }</Tag></Extreme>
                </div>
            </Entry>
            <Entry name="Badge">
                <div class="gallery-row">
                    <Badge count=1 />
                    <Badge count=42 label="42 unread" />
                    <Badge count=100 />
                    <Badge count=1_000 max=999 />
                    <Badge count=0 />
                </div>
            </Entry>
            <Entry name="ExternalLink">
                if let Ok(href) = SafeUrl::parse("https://shop.example/orders/A-1024") {
                    <div><ExternalLink {href}>{ "Open the order" }</ExternalLink></div>
                }
            </Entry>
            <Entry name="InAppLink">
                <div class="gallery-row">
                    <InAppLink href="/gallery?order=A-1024" onclick={open}>{ "Order A-1024" }</InAppLink>
                    <InAppLink href="/gallery" current=true>{ "All orders" }</InAppLink>
                </div>
                <Extreme><output>{ format!("Opened here: {}", *opened) }</output></Extreme>
            </Entry>
            <Entry name="CopyButton">
                <PropertyList>
                    <Property label="Order number">
                        { "A-1024 " }<CopyButton text="A-1024" label="Copy the order number" />
                    </Property>
                </PropertyList>
            </Entry>
            <Entry name="RelativeTime">
                <div class="gallery-row">
                    <RelativeTime time={*now} />
                    <RelativeTime time={*now - 5.0 * 60_000.0} />
                    <RelativeTime time={*now - 26.0 * 3_600_000.0} />
                    <RelativeTime time={*now + 3.5 * 3_600_000.0} />
                    <RelativeTime time={*now - 800.0 * 86_400_000.0} />
                    <RelativeTime time={*now - 3.0 * 3_600_000.0} locale="pl" />
                </div>
            </Entry>
        </>
    }
}
