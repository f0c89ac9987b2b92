use yew_livechat::Extension;

fn main() {
{%- if signs_in %}
    Extension::settings()
        .sign_in(app::sign_in())
        .mount::<app::AppWithSignIn>();
{%- else %}
    Extension::settings().mount::<app::App>();
{%- endif %}
}
