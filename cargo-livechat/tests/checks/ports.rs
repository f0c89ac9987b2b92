//! Ports that are in use.

use cargo_livechat::ports;

#[test]
fn each_occupied_port_is_named_with_ports_to_choose_instead() {
    for (page, occupied, other) in [
        (3333, 3333, 3343),
        (3333, 3334, 3343),
        (3333, 3335, 3343),
        (3333, 3336, 3343),
        (65_522, 65_522, 65_532),
        (65_523, 65_526, 65_513),
        (65_532, 65_535, 65_522),
    ] {
        let message = ports::check("--port", page, 3, |port| port != occupied).unwrap_err().to_string();
        let rest = format!("or choose another with `--port {other}`.");
        assert_eq!(message, format!("Port {occupied} is in use: stop what uses it, {rest}"));
    }
    assert!(ports::check("--port", 3333, 3, |_| true).is_ok());
}

#[test]
fn the_option_that_chooses_the_port_is_named() {
    let message = ports::check("--fake-port", 8811, 1, |port| port != 8812).unwrap_err().to_string();
    assert_eq!(message, "Port 8812 is in use: stop what uses it, or choose another with `--fake-port 8821`.");
}
