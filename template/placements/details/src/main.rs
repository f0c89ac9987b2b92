use yew_livechat::Extension;

fn main() {
{%- if signs_in %}
    Extension::details()
        .sign_in(app::sign_in())
        .mount::<app::AppWithSignIn>();
{%- else %}
    // Without a server of its own that signs agents in; the guide's recipe "Authorization" adds one.
    Extension::details().authorize(false).mount::<app::App>();
{%- endif %}
}
