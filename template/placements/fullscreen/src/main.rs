use yew_livechat::Extension;

fn main() {
{%- if signs_in %}
    Extension::fullscreen()
        .sign_in(app::sign_in())
        .mount::<app::AppWithSignIn>();
{%- else %}
    Extension::fullscreen().mount::<app::App>();
{%- endif %}
}
