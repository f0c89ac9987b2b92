use yew_livechat::Extension;

fn main() {
{%- if signs_in %}
    Extension::details()
        .sign_in(app::sign_in())
        .mount::<app::AppWithSignIn>();
{%- else %}
    // Without authorization by your own server; see the guide's recipe "Authorization" to add it.
    Extension::details().authorize(false).mount::<app::App>();
{%- endif %}
}
