//! The simulator as a WebAssembly module of its own, which `trunk/simulator.sh` builds.

fn main() {
    yew_livechat_simulator::run();
}
