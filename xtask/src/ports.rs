//! Is a port free?

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Result, bail};

/// Fails, with what to do, unless both ports can be listened on.
pub(crate) fn check(page: u16, backend: u16) -> Result<()> {
    check_with(page, backend, is_free)
}

fn check_with(page: u16, backend: u16, is_free: impl Fn(u16) -> bool) -> Result<()> {
    for port in [page, backend] {
        if !is_free(port) {
            let other = other_than(page);
            bail!("Port {port} is in use: stop what uses it, or choose another with `--port {other}`.");
        }
    }
    Ok(())
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// A pair of ports that does not overlap the one that was refused.
fn other_than(page: u16) -> u16 {
    page.checked_add(10).filter(|port| *port < u16::MAX).unwrap_or(page - 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_listened_on_is_not_free() {
        let occupied = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        assert!(!is_free(occupied.local_addr().unwrap().port()));
    }

    #[test]
    fn either_occupied_port_is_named_with_what_to_do() {
        for occupied in [3333, 3334] {
            let message = check_with(3333, 3334, |port| port != occupied).unwrap_err().to_string();
            assert!(message.starts_with(&format!("Port {occupied} is in use:")), "{message}");
            assert!(message.contains("`--port 3343`"), "{message}");
        }
        assert!(check_with(3333, 3334, |_| true).is_ok());
    }

    #[test]
    fn the_port_it_proposes_is_a_port() {
        assert_eq!(other_than(3333), 3343);
        assert_eq!(other_than(65_524), 65_534);
        assert_eq!(other_than(65_525), 65_515);
    }
}
