//! `verify-token-example`: listens until Ctrl-C. The library computes the responses.

use std::net::{IpAddr, Ipv4Addr};
use std::process::ExitCode;

use clap::Parser;
use livechat_api::Servers;
use tokio::net::TcpListener;
use verify_token_example::router::router;
use verify_token_example::verifier::{Accepted, Verifier};

/// Identifies the agents of an app, and refuses everybody else
#[derive(Debug, Parser)]
#[command(name = "verify-token-example", version)]
struct Args {
    /// The client id of the app
    #[arg(long)]
    client_id: String,

    /// An organization whose agents have access; can be repeated
    #[arg(long = "organization-id", required = true)]
    organization_ids: Vec<String>,

    /// Another accounts server, such as the one of `fake-livechat`
    #[arg(long, value_name = "URL", default_value = "https://accounts.livechat.com")]
    accounts_url: String,

    /// The port to listen on
    #[arg(long, default_value_t = 3340)]
    port: u16,

    /// The address to listen on
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    address: IpAddr,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match serve(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(args: Args) -> Result<(), String> {
    let Args { client_id, organization_ids, accounts_url, port, address } = args;
    let listener = TcpListener::bind((address, port)).await.map_err(|error| {
        format!("Cannot listen on {address}:{port}: {error}. Stop what uses it, or choose another with --port.")
    })?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("Agents are verified at http://{address}/me");
    // Of LiveChat's servers, only the accounts server is used.
    let servers = Servers::new("https://api.livechatinc.com", accounts_url);
    let verifier = Verifier::new(Accepted { client_id, organization_ids }, servers);
    let stopped = async {
        // Without a handler, the signal ends the process at once.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    axum::serve(listener, router(verifier)).with_graceful_shutdown(stopped).await.map_err(|error| error.to_string())
}
