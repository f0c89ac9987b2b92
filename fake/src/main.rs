//! `fake-livechat`: listens on this machine until Ctrl-C. The library computes the responses.

use std::process::ExitCode;

use clap::Parser;
use fake_livechat::args::Args;
use fake_livechat::{Fake, Servers};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match serve(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let fake = Fake::new(args.client()?, args.switches)?;
    let servers = Servers::bind(&fake, args.accounts_port, args.api_port).await?;
    println!("{}", if args.json { servers.as_json() } else { servers.introduction() });
    tokio::select! {
        ended = servers.run() => Ok(ended?),
        // Event streams never end, so requests in progress are not awaited.
        () = stopped() => Ok(()),
    }
}

/// Returns on Ctrl-C.
async fn stopped() {
    // Without a handler, the signal ends the process.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
