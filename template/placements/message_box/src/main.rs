use yew_livechat::Extension;

fn main() {
{%- if signs_in %}
    Extension::message_box()
        .sign_in(app::sign_in())
        .mount::<app::AppWithSignIn>();
{%- else %}
    Extension::message_box().mount::<app::App>();
{%- endif %}
}
