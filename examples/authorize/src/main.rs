//! `authorize-example`: listens until Ctrl-C. The library computes the responses.

use std::error::Error;
use std::io::ErrorKind;
use std::process::ExitCode;
use std::time::Duration;

use authorize_example::args::Args;
use authorize_example::router::router;
use authorize_example::sessions::Sessions;
use clap::Parser;
use tokio::net::TcpListener;

/// How long requests in progress may take after Ctrl-C.
const GRACE: Duration = Duration::from_secs(3);

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
    let api_key = args.api_key().map_err(|error| chain(&error))?;
    // The port before the store: an accidental second instance should report the port.
    let listener = TcpListener::bind((args.address, args.port)).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("Port {} is in use. Stop what uses it, or choose another with --port.", args.port)
        }
        _ => format!("Cannot listen on {}:{}: {error}.", args.address, args.port),
    })?;
    let sessions = Sessions::open(&args.store, args.max_age()).map_err(|error| chain(&error))?;
    let address = listener.local_addr().map_err(|error| chain(&error))?;
    println!("Listening for sign-ins at http://{address}/authorize/");
    let server = axum::serve(listener, router(sessions, api_key)).with_graceful_shutdown(stopped());
    tokio::select! {
        ended = server => ended.map_err(|error| chain(&error)),
        // A client that never completes its request would keep the server waiting forever.
        () = async { stopped().await; tokio::time::sleep(GRACE).await } => Ok(()),
    }
}

/// Returns on Ctrl-C.
async fn stopped() {
    // Without a handler, the signal ends the process at once.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn chain(error: &dyn Error) -> String {
    let mut message = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        message = format!("{message} ({error})");
        source = error.source();
    }
    message
}
