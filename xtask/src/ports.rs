//! Is a port free?

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Result, bail};

/// Fails, with what to do, unless both ports can be listened on.
pub(crate) fn check(page: u16, backend: u16) -> Result<()> {
    for port in [page, backend] {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
            let other = other_than(page);
            bail!(
                "Port {port} is in use. Stop what uses it, or choose another: `cargo xtask dev --port {other}`."
            );
        }
    }
    Ok(())
}

/// A pair of ports that does not overlap the one that was refused.
fn other_than(page: u16) -> u16 {
    page.checked_add(10)
        .filter(|port| *port < u16::MAX)
        .unwrap_or(page - 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two neighbouring ports that were free a moment ago.
    fn free_pair() -> (TcpListener, TcpListener) {
        for _ in 0..100 {
            let first = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
            let port = first.local_addr().unwrap().port();
            if let Some(next) = port.checked_add(1)
                && let Ok(second) = TcpListener::bind((Ipv4Addr::LOCALHOST, next))
            {
                return (first, second);
            }
        }
        panic!("no two neighbouring ports are free");
    }

    fn port(listener: &TcpListener) -> u16 {
        listener.local_addr().unwrap().port()
    }

    #[test]
    fn either_occupied_port_is_named_with_what_to_do() {
        let (page, backend) = free_pair();
        let ports = (port(&page), port(&backend));

        drop(backend);
        let message = check(ports.0, ports.1).unwrap_err().to_string();
        assert!(message.starts_with(&format!("Port {} is in use.", ports.0)));
        assert!(message.contains("--port"));

        drop(page);
        assert!(check(ports.0, ports.1).is_ok());

        let _backend = TcpListener::bind((Ipv4Addr::LOCALHOST, ports.1)).unwrap();
        let message = check(ports.0, ports.1).unwrap_err().to_string();
        assert!(message.starts_with(&format!("Port {} is in use.", ports.1)));
    }

    #[test]
    fn the_port_it_proposes_is_a_port() {
        assert_eq!(other_than(3333), 3343);
        assert_eq!(other_than(65_524), 65_534);
        assert_eq!(other_than(65_525), 65_515);
    }
}
